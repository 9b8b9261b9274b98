"""Near misses: provisions that one different fact would bring into play."""

from collections import defaultdict
from collections.abc import Iterable

from technofed.law.brief import NearMiss
from technofed.law.cases import Status
from technofed.law.facts import FactType, FactValue, PartialSet, Subject, Vocabulary
from technofed.resolve.caseload import Judged, Prepared
from technofed.resolve.cells import cells_in_words
from technofed.resolve.explain import plain
from technofed.resolve.judge import Open
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
        and not vocabulary[name].fixed
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
        if found := _first_bend(prepared, facts, name):
            bends.append((name, str(facts[name]), *found))
    return bends


def _first_bend(
    prepared: Prepared, facts: dict[str, FactValue], name: str
) -> tuple[str, Status] | None:
    """The answers to one fact that would change the verdict most, and the status then."""
    rest = {other: value for other, value in facts.items() if other != name}
    opened = Open(prepared.base, prepared.exceptions, rest)
    mine = [n for n, variable in enumerate(opened.variables) if name in variable.facts]
    found: dict[Status, dict[int, list[int]]] = {}
    for n in mine:
        fixed = [
            (other, cell)
            for other in mine
            if other != n and (cell := _cell_now(opened, other, facts[name])) is not None
        ]
        for cell in range(len(opened.variables[n].cells)):
            status = opened.status_if([*fixed, (n, cell)])
            if status in _COMES_INTO_PLAY:
                found.setdefault(status, {}).setdefault(n, []).append(cell)
    best = next((status for status in _COMES_INTO_PLAY if status in found), None)
    if best is None:
        return None
    said = (cells_in_words(opened.variables[n], cells) for n, cells in found[best].items())
    return " or ".join(said), best


def _cell_now(opened: Open, variable: int, value: FactValue) -> int | None:
    """The cell of a set's member as the set is now: 0 in, 1 out, None if not known."""
    member = opened.variables[variable].member
    if not isinstance(value, PartialSet) or member is None:
        return None
    truth = value.contains(member)
    return None if truth is None else int(not truth)
