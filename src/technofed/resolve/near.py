"""Near misses: provisions that one different fact would bring into play."""

from collections import defaultdict
from collections.abc import Iterable

from technofed.law.brief import NearMiss
from technofed.law.cases import Status
from technofed.law.facts import FactType, FactValue, Subject, Vocabulary
from technofed.resolve.caseload import Judged, Prepared
from technofed.resolve.explain import plain
from technofed.resolve.judge import Open, judge
from technofed.resolve.matters import Matter

_FIXED_TYPES = {FactType.PLACE}
_COMES_INTO_PLAY = (Status.APPLIES, Status.APPLIES_UNLESS, Status.MAY_APPLY)


def near_misses(judged: Iterable[Judged], vocabulary: Vocabulary) -> tuple[NearMiss, ...]:
    """The near misses of one rule over the matters it does not apply to.

    The place, the role and the stage are what a matter *is*, and are not bent; nor are
    other facts that name a place.
    """
    found: dict[tuple[str, str, str, Status], list[str]] = defaultdict(list)
    memo: dict[object, list[tuple[str, str, str, Status]]] = {}
    now: dict[tuple[str, str], object] = {}
    for one in judged:
        movable = _movable(one.prepared, one.matter, vocabulary)
        key = one.prepared.view(one.matter.facts)
        if key not in memo:
            memo[key] = _bends(one.prepared, one.matter.facts, movable)
        for fact, value, answer, status in memo[key]:
            found[fact, value, answer, status].append(one.matter.id)
            now[fact, value] = plain(one.matter.facts[fact])
    return tuple(
        NearMiss(
            fact=fact, now=now[fact, value], answer=answer, status=status, matters=tuple(matters)
        )
        for (fact, value, answer, status), matters in found.items()
    )


def _movable(prepared: Prepared, matter: Matter, vocabulary: Vocabulary) -> list[str]:
    return [
        name
        for name in prepared.facts
        if name in matter.facts
        and vocabulary[name].subject not in (Subject.MATTER, Subject.LAW)
        and vocabulary[name].type not in _FIXED_TYPES
    ]


def _bends(
    prepared: Prepared, facts: dict[str, FactValue], movable: list[str]
) -> list[tuple[str, str, str, Status]]:
    fixed = {name: value for name, value in facts.items() if name not in movable}
    if prepared.base.holds(fixed) is False:
        return []
    bends = []
    for name in movable:
        rest = {other: value for other, value in facts.items() if other != name}
        if prepared.base.holds(rest) is False:
            continue
        if found := _first_bend(prepared, rest, name):
            bends.append((name, str(facts[name]), *found))
    return bends


def _first_bend(
    prepared: Prepared, rest: dict[str, FactValue], name: str
) -> tuple[str, Status] | None:
    """The answer to one fact that would change the verdict most, and the status then."""
    opened = Open(prepared.base, prepared.exceptions, rest)
    path = opened.diagrams.cheapest(opened.bites, 1)
    if path and len(path) == 1 and name in opened.variables[path[0][0]].facts:
        variable = opened.variables[path[0][0]]
        words = " or ".join(variable.cells[i].label for i in sorted(path[0][1]))
        return words, Status.APPLIES
    status = judge(prepared.base, prepared.exceptions, rest).status
    if status in _COMES_INTO_PLAY and name in opened.essential():
        return "another answer", Status.MAY_APPLY
    return None
