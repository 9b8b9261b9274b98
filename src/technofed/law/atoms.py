"""Atoms: the single comparisons at the leaves of a condition.

An atom compares one fact with a constant, a dated parameter, or another date fact.
``holds`` is the meaning; the fast back ends are tested equal to it.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from technofed._base.dates import Duration
from technofed.law.facts import Facts, PartialPlace, PartialSet
from technofed.law.kleene import Truth, some
from technofed.law.places import within

OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number or date that the law sets and may change: known only for a day."""

    name: str


Constant = int | float | date
Operand = Constant | Parameter
Settings = Mapping[str, Constant]


def _set_operand(operand: Operand, settings: Settings) -> Operand:
    return settings[operand.name] if isinstance(operand, Parameter) else operand


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes/no fact."""

    fact: str

    def holds(self, facts: Facts) -> Truth:
        """The fact itself."""
        value = facts.get(self.fact)
        return None if value is None else bool(value)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A one-of fact has one of these values; ``among`` are all it can have."""

    fact: str
    values: frozenset[str]
    among: frozenset[str]

    def holds(self, facts: Facts) -> Truth:
        """Whether the fact's value is among ours."""
        value = facts.get(self.fact)
        return None if value is None else value in self.values


@dataclass(frozen=True, slots=True)
class Contains:
    """A set fact contains at least one of these values."""

    fact: str
    values: frozenset[str]

    def holds(self, facts: Facts) -> Truth:
        """Whether the set and ours meet; half-known sets may leave it open."""
        value = facts.get(self.fact)
        if not isinstance(value, PartialSet):
            return None
        return some(value.contains(member) for member in self.values)


@dataclass(frozen=True, slots=True)
class Within:
    """A place lies in one of these jurisdictions."""

    fact: str
    places: tuple[str, ...]

    def holds(self, facts: Facts) -> Truth:
        """Whether the place is one of ours or part of one."""
        value = facts.get(self.fact)
        return within(value, self.places) if isinstance(value, str | PartialPlace) else None


@dataclass(frozen=True, slots=True)
class Compare:
    """A number or date against a bound; ``whole`` if the number is a count."""

    fact: str
    op: str
    bound: Operand
    whole: bool = False

    def holds(self, facts: Facts) -> Truth:
        """Compare; needs a bound without parameters."""
        value = facts.get(self.fact)
        return None if value is None else OPERATORS[self.op](value, self.bound)


@dataclass(frozen=True, slots=True)
class Relate:
    """A date (or number) against another fact, moved by so many years or days."""

    fact: str
    op: str
    other: str
    unit: str
    shift: Operand

    def holds(self, facts: Facts) -> Truth:
        """Compare; needs a shift without parameters."""
        value, other = facts.get(self.fact), facts.get(self.other)
        if value is None or other is None:
            return None
        return OPERATORS[self.op](value, self.moved(other))

    def moved(self, other: object) -> object:
        """The other fact's value, moved by our shift."""
        if not isinstance(other, date):
            return other
        if isinstance(self.shift, Parameter | date):
            raise TypeError("a shift is a number of years or days")
        if self.unit == "years":
            return Duration(years=int(self.shift)).after(other)
        return other + timedelta(days=int(self.shift))


Atom = Flag | OneOf | Contains | Within | Compare | Relate


def facts_of(atom: Atom) -> Iterator[str]:
    """The facts an atom reads."""
    yield atom.fact
    if isinstance(atom, Relate):
        yield atom.other


def parameter_of(atom: Atom) -> str | None:
    """The parameter an atom reads, if any."""
    operand = (
        atom.bound
        if isinstance(atom, Compare)
        else atom.shift
        if isinstance(atom, Relate)
        else None
    )
    return operand.name if isinstance(operand, Parameter) else None


def settled(atom: Atom, settings: Settings) -> Atom:
    """The atom with its parameter replaced by the value in force."""
    if isinstance(atom, Compare):
        return replace(atom, bound=_set_operand(atom.bound, settings))
    if isinstance(atom, Relate):
        return replace(atom, shift=_set_operand(atom.shift, settings))
    return atom
