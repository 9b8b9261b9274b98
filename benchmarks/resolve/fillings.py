"""Fills in the missing facts of a profile at random, and puts given answers into it."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from benchmarks.resolve.population import Given
from benchmarks.resolve.vocabulary import BOOLS, DAYS, ENUMS, NUMBERS, SETS, VOCABULARY
from technofed.law.facts import FactValue, PartialSet
from technofed.resolve.judge import Answer

DAY = timedelta(days=1)


def filled(facts: Given, rng: np.random.Generator) -> Given:
    """The profile with every missing fact, and every open member of a set, filled in."""
    return {name: _value(name, facts.get(name), rng) for name in VOCABULARY}


def forced(filling: Given, facts: Given, answers: Sequence[Answer]) -> Given | None:
    """A filling changed so that it gives these answers.

    Returns:
        None if an answer is about a fact that another answer gave, or that is known:
        a distance between two dates, which is not put in by setting each of them.
    """
    changed = dict(filling)
    seen: set[str] = set()
    for answer in answers:
        name = answer.facts[0]
        if name in SETS:
            member = answer.answer.rsplit(" ", 1)[1]
            changed[name] = _with_member(changed[name], member, inside=bool(answer.value))
            continue
        if seen & set(answer.facts) or any(fact in facts for fact in answer.facts):
            return None
        seen |= set(answer.facts)
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        changed |= dict(zip(answer.facts, values, strict=True))
    return changed


def _with_member(value: FactValue, member: str, *, inside: bool) -> PartialSet:
    known = value.must if isinstance(value, PartialSet) else frozenset()
    members = known | {member} if inside else known - {member}
    return PartialSet(members, members)


def _value(name: str, known: FactValue | None, rng: np.random.Generator) -> FactValue:
    if name in SETS:
        return _set(SETS[name], known, rng)
    if known is not None:
        return known
    if name in BOOLS:
        return bool(rng.random() < 0.5)
    if name in NUMBERS:
        bounds = NUMBERS[name]
        exact = float(rng.choice(bounds))
        return exact if rng.random() < 0.3 else exact * float(rng.uniform(0.1, 10))
    if name in ENUMS:
        return ENUMS[name][int(rng.integers(len(ENUMS[name])))]
    return _day(rng)


def _day(rng: np.random.Generator) -> date:
    known = DAYS[int(rng.integers(len(DAYS)))]
    return known if rng.random() < 0.3 else known + int(rng.integers(-4000, 2000)) * DAY


def _set(members: Sequence[str], known: FactValue | None, rng: np.random.Generator) -> PartialSet:
    value = known if isinstance(known, PartialSet) else PartialSet(frozenset(), None)
    inside = frozenset(
        member
        for member in members
        if value.contains(member) or (value.contains(member) is None and rng.random() < 0.3)
    )
    return PartialSet(inside, inside)
