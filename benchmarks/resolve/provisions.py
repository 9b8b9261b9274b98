"""Three hundred made-up provisions over 25 shared definitions, always the same ones.

Made up, because no statute book is written to be measured; shaped like the real ones: a
base of a few limbs, often a defined term, now and then an exception.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np

from benchmarks.resolve.vocabulary import BOOLS, DATES, DAYS, ENUMS, NUMBERS, SETS, VOCABULARY
from technofed.law.atoms import Atom, Compare, Contains, Flag, OneOf, Relate
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, leaves

T = TypeVar("T")
SEED = 20261122
PROVISIONS = 300
DEFINITIONS = 25


@dataclass(frozen=True)
class Provision:
    """A made-up provision.

    Attributes:
        id: Its name, and the name of its result.
        base: When it applies.
        exceptions: When it does not, though the base holds.
        terms: The shared definitions it uses.
    """

    id: str
    base: Condition
    exceptions: tuple[Condition, ...]
    terms: tuple[Condition, ...]

    @property
    def effect(self) -> Condition:
        """Whether it binds: its base, and none of its exceptions."""
        if not self.exceptions:
            return self.base
        return AllOf((self.base, NoneOf(self.exceptions)))

    @property
    def own_atoms(self) -> int:
        """How many comparisons it makes itself, those of its definitions left out."""
        every = sum(1 for _ in leaves(self.effect))
        return every - sum(1 for term in self.terms for _ in leaves(term))


@cache
def provisions() -> tuple[Provision, ...]:
    """The provisions."""
    author = _Author(np.random.default_rng(SEED))
    author.terms = [author.group(int(author.rng.integers(2, 6))) for _ in range(DEFINITIONS)]
    return tuple(author.provision(n) for n in range(PROVISIONS))


def effects() -> dict[str, Condition]:
    """What is judged in bulk: the effect of every provision, by its id."""
    return {each.id: each.effect for each in provisions()}


class _Author:
    """Writes provisions at random, but always the same ones for the same generator."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.terms: list[Condition] = []

    def provision(self, n: int) -> Provision:
        """One provision: now and then defined terms, some limbs, perhaps an exception."""
        terms = [self._pick(self.terms) for _ in range(self._pick((0, 1, 1, 1, 2)))]
        terms = list(dict.fromkeys(terms))
        size = 4 - len(terms)
        limbs = [self._limb() for _ in range(int(self.rng.integers(2, size + 1)))]
        parts: tuple[Condition, ...] = (*terms, *limbs)
        base: Condition = AllOf(parts) if self._chance(0.82) else AnyOf(parts)
        excepted = (self.group(int(self.rng.integers(1, 4))),) if self._chance(0.35) else ()
        return Provision(f"p{n:03d}", base, excepted, tuple(terms))

    def group(self, size: int) -> Condition:
        """So many comparisons under one head."""
        parts = tuple(self._leaf() for _ in range(size))
        if size == 1:
            return parts[0]
        shape = self.rng.random()
        if size > 2 and shape < 0.08:
            return AtLeast(2, parts)
        if shape < 0.15:
            return NoneOf(parts)
        return AllOf(parts) if shape < 0.5 else AnyOf(parts)

    def _limb(self) -> Condition:
        if self._chance(0.75):
            return self._leaf()
        return AnyOf(tuple(self._leaf() for _ in range(int(self.rng.integers(2, 4)))))

    def _leaf(self) -> Leaf:
        return Leaf(self._atom(self._pick(list(VOCABULARY))), negated=self._chance(0.2))

    def _atom(self, fact: str) -> Atom:
        if fact in BOOLS:
            return Flag(fact)
        if fact in NUMBERS:
            return Compare(fact, self._pick(("<", ">", ">=")), self._pick(NUMBERS[fact]))
        if fact in ENUMS:
            return OneOf(fact, self._some(ENUMS[fact], 3), frozenset(ENUMS[fact]))
        if fact in SETS:
            return Contains(fact, self._some(SETS[fact], 3))
        if self._chance(0.6):
            return Compare(fact, self._pick(("<", ">=")), self._pick(DAYS))
        other = self._pick([name for name in DATES if name != fact])
        unit, shift = self._pick((("years", 1), ("years", 10), ("days", 90), ("days", 0)))
        return Relate(fact, self._pick(("<", ">=")), other, unit, shift)

    def _chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def _pick(self, choices: Sequence[T]) -> T:
        return choices[int(self.rng.integers(len(choices)))]

    def _some(self, values: Sequence[str], most: int) -> frozenset[str]:
        count = int(self.rng.integers(1, most + 1))
        chosen = self.rng.choice(len(values), size=count, replace=False)
        return frozenset(values[int(n)] for n in chosen)
