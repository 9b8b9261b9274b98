"""No false unknowns: the judge against trying out every way the missing facts could be."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from technofed.law.atoms import Relate
from technofed.law.cases import Status
from technofed.law.conditions import Condition, leaves
from technofed.law.facts import FactValue, PartialPlace, PartialSet
from technofed.law.places import possible
from technofed.resolve.judge import Answer, Open, judge
from tests.property.strategies import DAYS, DOMAINS, INPUTS, NUMBERS, PLACES, conditions, facts

Given = dict[str, FactValue]
_EVERY_SET = [frozenset(c) for n in range(4) for c in combinations(INPUTS, n)]
WORLD = (*PLACES, "elsewhere")
_SHIFTS = (0, 1, -1, 10, -10, 366, -366, 365, -365, 3653, -3653, 3652, -3652)
_EVERY_DAY = sorted(
    {day + timedelta(days=n + near) for day in DAYS for n in _SHIFTS for near in (-1, 0, 1)}
)
_EVERY_NUMBER = sorted({*NUMBERS, *(n + 0.5 for n in NUMBERS)})


def _ways(name: str, given_: Given) -> list[FactValue]:
    """Every way a fact could be, as far as these rules can see."""
    value = given_.get(name)
    if name == "inputs":
        known = value if isinstance(value, PartialSet) else PartialSet(frozenset(), None)
        may = known.may if known.may is not None else frozenset(INPUTS)
        return [PartialSet(s, s) for s in _EVERY_SET if known.must <= s <= may | known.must]
    if name == "place":
        partial = value if isinstance(value, PartialPlace) else PartialPlace()
        if isinstance(value, str):
            partial = PartialPlace(inside=value)
        found: list[FactValue] = [f"{place}/zz" for place in WORLD if _could_be(place, partial)]
        return found + ["zz"] * (partial.among is not None and "" in partial.among)
    if value is not None:
        return [value]
    if name in ("licensed", "notices_here", "law_kiosk"):
        return [True, False]
    if name == "domain":
        return [*sorted(DOMAINS)]
    if name == "employees":
        return [*list(range(53)), 1000, 1001]
    return list(_EVERY_NUMBER) if name == "flop" else list(_EVERY_DAY)


def _could_be(place: str, partial: PartialPlace) -> bool:
    """Whether it could be there, in a spot that no record names (hence the ``/zz``)."""
    return possible(place, partial)


def _facts_of(*rules: Condition) -> list[str]:
    atoms = [leaf.atom for rule in rules for leaf in leaves(rule)]
    names = {atom.fact for atom in atoms}
    return sorted(names | {atom.other for atom in atoms if isinstance(atom, Relate)})


def _worlds(names: list[str], given_: Given) -> Iterator[Given]:
    for values in product(*(_ways(name, given_) for name in names)):
        yield dict(zip(names, values, strict=True))


def _small(names: list[str], given_: Given) -> bool:
    size = 1
    for name in names:
        size *= len(_ways(name, given_))
    return size <= 9000


def _pairs_stand_alone(*rules: Condition) -> bool:
    """The record checks refuse two dates compared with each other in two units at once."""
    atoms = [leaf.atom for rule in rules for leaf in leaves(rule)]
    shifts = {(a.unit, a.shift) for a in atoms if isinstance(a, Relate) and a.shift}
    return len({unit for unit, _ in shifts}) <= 1


def _bites(base: Condition, exceptions: list[Condition], world: Given) -> bool:
    return bool(base.holds(world)) and not any(bool(e.holds(world)) for e in exceptions)


@settings(max_examples=300)
@given(conditions, st.lists(conditions, max_size=1), facts)
def test_the_judge_says_open_only_if_it_is(
    base: Condition, exceptions: list[Condition], given_: Given
) -> None:
    names = _facts_of(base, *exceptions)
    assume(_small(names, given_) and _pairs_stand_alone(base, *exceptions))
    worlds = list(_worlds(names, given_))
    applies = {bool(base.holds(world)) for world in worlds}
    bites = {_bites(base, exceptions, world) for world in worlds}
    status = judge(base, exceptions, given_).status
    if applies == {False}:
        assert status is Status.NOT_APPLICABLE
    elif bites == {False}:
        assert status is Status.EXEMPT
    elif bites == {True}:
        assert status is Status.APPLIES
    else:
        assert status is (Status.APPLIES_UNLESS if applies == {True} else Status.MAY_APPLY)


@settings(max_examples=200)
@given(conditions, facts)
def test_the_essential_facts_are_those_that_can_make_a_difference(
    rule: Condition, given_: Given
) -> None:
    names = _facts_of(rule)
    assume(_small(names, given_) and _pairs_stand_alone(rule))
    judgement = judge(rule, [], given_)
    worlds = {
        tuple(sorted(w.items(), key=str)): bool(rule.holds(w)) for w in _worlds(names, given_)
    }
    pairs = [{a.fact, a.other} for leaf in leaves(rule) if isinstance(a := leaf.atom, Relate)]
    for name in names:
        rest: dict[object, set[bool]] = {}
        together = next((pair for pair in pairs if name in pair), {name})
        if len(together & set(given_)) == 1:
            together = {name}
        for world, truth in worlds.items():
            key = tuple(item for item in world if item[0] not in together)
            rest.setdefault(key, set()).add(truth)
        differs = any(len(truths) > 1 for truths in rest.values())
        assert (name in judgement.essential) == (differs and name not in _settled(given_)), name


def _settled(given_: Given) -> set[str]:
    return {
        name
        for name, value in given_.items()
        if name != "place" and not (isinstance(value, PartialSet) and value.may != value.must)
    }


@settings(max_examples=200)
@given(conditions, facts)
def test_the_shortest_yes_is_enough_and_none_is_shorter(rule: Condition, given_: Given) -> None:
    judgement = judge(rule, [], given_)
    assume(judgement.status is Status.MAY_APPLY)
    opened = Open(rule, [], given_)
    for target, answers in ((1, judgement.shortest_yes), (0, judgement.shortest_no)):
        assert answers is not None
        assert answers
        found = _forced(opened, target, len(answers) - 1)
        assert not found, "a shorter certificate exists"
        assert _forced(opened, target, len(answers))


def _forced(opened: Open, target: int, size: int) -> bool:
    """Whether fixing so many variables can force the diagram, by trying them all."""
    count = len(opened.variables)
    for chosen in combinations(range(count), size):
        sizes = [range(opened.diagrams.sizes[n]) for n in chosen]
        for cells in product(*sizes):
            node = opened.bites
            for variable, cell in zip(chosen, cells, strict=True):
                node = opened.diagrams.restrict(node, variable, cell)
            if node == target:
                return True
    return False


@given(conditions, facts)
def test_an_answer_names_a_value_that_the_fact_can_have(rule: Condition, given_: Given) -> None:
    judgement = judge(rule, [], given_)
    for answers in (judgement.shortest_yes, judgement.shortest_no):
        for answer in answers or ():
            assert isinstance(answer, Answer)
            assert answer.answer
            assert answer.facts
            assert isinstance(answer.value, bool | str | int | float | date | tuple)
