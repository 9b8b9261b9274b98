"""Cells: the differences a rule can see in the facts we do not know.

An unknown number matters only by which side of the rule's thresholds it lies on; an
unknown one-of fact only by which of the named values it has. Each unknown fact becomes
a variable whose cells are exactly those differences, so that thresholds that cover the
line and values that exclude each other are judged exactly.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Any

from technofed.law.atoms import (
    Atom,
    Compare,
    Contains,
    Flag,
    OneOf,
    Relate,
    Within,
)
from technofed.law.facts import Facts, PartialPlace, PartialSet
from technofed.law.places import lies_within, possible
from technofed.resolve.bounds import MIRRORED, Bounds, Turned, bounds_of, joined

NOWHERE = ""
_DAY = timedelta(days=1)
_ANCHORS = (
    date(2000, 2, 29),
    date(2001, 2, 28),
    date(2001, 3, 1),
    date(2003, 6, 15),
    date(2004, 3, 1),
    date(2004, 6, 15),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """Some values a fact may take that the rule cannot tell apart.

    Attributes:
        label: The values in words.
        value: One of them; a pair of days for two dates compared with each other.
        bounds: Its nearest bounds, if it is a stretch of numbers or days.
    """

    label: str
    value: Any
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """An unknown: a fact, one member of a half-known set, or a pair of dates.

    Attributes:
        facts: The fact, or the two facts, it stands for.
        member: The member, when it stands for one member of a set fact.
        cells: Its cells.
    """

    facts: tuple[str, ...]
    member: str | None
    cells: tuple[Cell, ...]


Key = tuple[tuple[str, ...], str | None]


def key_of(atom: Atom, member: str | None = None) -> Key:
    """Which variable an open atom belongs to."""
    if isinstance(atom, Relate):
        return tuple(sorted((atom.fact, atom.other))), None
    return (atom.fact,), member


def build_variables(atoms: Iterable[Atom], facts: Facts) -> dict[Key, Variable]:
    """The variables of the atoms that the known facts leave open, in order of appearance."""
    grouped: dict[Key, list[Atom]] = {}
    for atom in atoms:
        for member in open_members(atom, facts):
            grouped.setdefault(key_of(_as_bound(atom, facts), member), []).append(
                _as_bound(atom, facts)
            )
    return {
        key: Variable(key[0], key[1], tuple(_merged(_cells(key, group, facts), group)))
        for key, group in grouped.items()
    }


def open_members(atom: Atom, facts: Facts) -> Sequence[str | None]:
    """The open members of a set atom; for any other atom, just itself."""
    if not isinstance(atom, Contains):
        return (None,)
    value = facts.get(atom.fact, PartialSet(frozenset(), None))
    if not isinstance(value, PartialSet):
        raise TypeError(f"{atom.fact} should be a set")
    return sorted(member for member in atom.values if value.contains(member) is None)


def cells_where(atom: Atom, variable: Variable, facts: Facts) -> list[int]:
    """The cells of its variable in which an open atom holds."""
    if variable.member is not None:
        return [0]
    bound = _as_bound(atom, facts)
    return [i for i, cell in enumerate(variable.cells) if holds_at(bound, cell.value)]


def holds_at(atom: Atom, value: Any) -> bool:
    """Whether an atom holds for a value (or a pair of days) of its variable."""
    if isinstance(atom, Relate):
        given = dict(zip(sorted((atom.fact, atom.other)), value, strict=True))
        return bool(atom.holds(given))
    if isinstance(atom, Within):
        return value != NOWHERE and any(lies_within(value, place) for place in atom.places)
    return bool(atom.holds({atom.fact: value}))


def _as_bound(atom: Atom, facts: Facts) -> Atom:
    """A comparison of two facts, once one is known, is a comparison with a constant."""
    if not isinstance(atom, Relate):
        return atom
    value, other = facts.get(atom.fact), facts.get(atom.other)
    if other is not None:
        return Compare(atom.fact, atom.op, atom.moved(other))  # type: ignore[arg-type]
    if value is not None and not atom.shift:
        return Compare(atom.other, MIRRORED[atom.op], value)  # type: ignore[arg-type]
    if isinstance(value, date):
        return Turned(atom.other, atom.op, value, relation=atom)
    return atom


def _cells(key: Key, atoms: Sequence[Atom], facts: Facts) -> list[Cell]:
    first = atoms[0]
    if key[1] is not None:
        return [Cell(f"includes {key[1]}", True), Cell(f"does not include {key[1]}", False)]
    if isinstance(first, Flag):
        return [Cell("yes", True), Cell("no", False)]
    if isinstance(first, OneOf):
        named = {value for atom in atoms if isinstance(atom, OneOf) for value in atom.values}
        rest = sorted(first.among - named)
        other = [Cell("something else", rest[0])] if rest else []
        return [Cell(value, value) for value in sorted(named)] + other
    if isinstance(first, Within):
        return _place_cells(atoms, facts.get(first.fact))
    if isinstance(first, Relate):
        return _pair_cells(first, [atom for atom in atoms if isinstance(atom, Relate)])
    return _ordered_cells([atom for atom in atoms if isinstance(atom, Compare)])


def _place_cells(atoms: Sequence[Atom], known: object) -> list[Cell]:
    """The named places it could be, and what remains of what is known of it."""
    named = sorted({place for atom in atoms if isinstance(atom, Within) for place in atom.places})
    if isinstance(known, str):
        known = PartialPlace(inside=known)
    if not isinstance(known, PartialPlace):
        known = PartialPlace()
    cells = [Cell(code, code) for code in named if possible(code, known)]
    rest = known.among if known.among is not None else {known.inside}
    return cells + [
        Cell(f"elsewhere in {code}" if code else "elsewhere", code)
        for code in sorted(rest)
        if code not in named
    ]


def _ordered_cells(atoms: Sequence[Compare]) -> list[Cell]:
    turned = [atom for atom in atoms if isinstance(atom, Turned)]
    plain = {atom.bound for atom in atoms if not isinstance(atom, Turned)}
    bounds: list[Any] = sorted(plain | {_turned_bound(atom) for atom in turned})
    if isinstance(bounds[0], date):
        return [Cell(f"{day}", day) for day in _around_days(bounds)]
    bounds = [bound for bound in bounds if bound >= 0] or [0]
    values = _whole_numbers(bounds) if all(atom.whole for atom in atoms) else _numbers(bounds)
    return [Cell(str(value), value) for value in values]


def _numbers(bounds: Sequence[float]) -> list[float]:
    """Each bound, and a number between each and the one before (nothing is below 0)."""
    values: list[float] = []
    for lower, bound in zip((0, *bounds), bounds, strict=False):
        values += [(lower + bound) / 2] * (bound > lower) + [bound]
    return [*values, bounds[-1] * 2 + 1]


def _whole_numbers(bounds: Sequence[float]) -> list[float]:
    """The same for counts: between 49 and 50 there is nothing."""
    values: list[float] = []
    for lower, bound in zip((-1, *bounds), bounds, strict=False):
        following = floor(lower) + 1
        values += [following] * (following < bound) + [bound] * (bound == floor(bound))
    return [*values, floor(bounds[-1]) + 1]


def _turned_bound(atom: Turned) -> date:
    """About where the truth of a turned comparison changes; ``_around_days`` looks nearby."""
    day, shift = atom.bound, atom.relation.shift
    if not isinstance(day, date) or isinstance(shift, date) or not isinstance(shift, int | float):
        raise TypeError("a turned comparison is between days")
    return day - timedelta(days=int(shift) * (365.2425 if atom.relation.unit == "years" else 1))


def _around_days(bounds: Sequence[date]) -> list[date]:
    """Days on, next to and a few days around each bound, in order."""
    days = {bound + n * _DAY for bound in bounds for n in range(-3, 4)}
    return sorted(days)


def _pair_cells(first: Relate, atoms: Sequence[Relate]) -> list[Cell]:
    """Pairs of days, tried from several first days: years differ in length."""
    names = sorted((first.fact, first.other))
    pairs: list[tuple[date, date]] = []
    for anchor in _ANCHORS:
        bounds = []
        for atom in atoms:
            shift = atom.moved(anchor)
            sign = 1 if atom.other == names[0] else -1
            if isinstance(shift, date):
                bounds.append(anchor + sign * (shift - anchor))
        pairs += [(anchor, day) for day in _around_days(bounds)]
    return [
        Cell(f"{names[1]} {(day - anchor).days:+d} days", (anchor, day)) for anchor, day in pairs
    ]


def _merged(cells: Sequence[Cell], atoms: Sequence[Atom]) -> list[Cell]:
    """Join cells that no atom tells apart, and say in words what they are together."""
    if isinstance(atoms[0], Contains | Flag):
        return list(cells)
    groups: dict[tuple[bool, ...], list[Cell]] = {}
    for cell in cells:
        groups.setdefault(tuple(holds_at(atom, cell.value) for atom in atoms), []).append(cell)
    if not isinstance(atoms[0], Compare | Relate):
        return [
            Cell(" or ".join(cell.label for cell in group), group[0].value)
            for group in groups.values()
        ]
    return [Cell(*_said(atoms, truth, group[0].value)) for truth, group in groups.items()]


def _said(
    atoms: Sequence[Atom], truth: Sequence[bool], value: Any
) -> tuple[str, Any, Bounds | None]:
    label, bounds = bounds_of(atoms, truth)
    return label, value, bounds


def cells_in_words(variable: Variable, chosen: Iterable[int]) -> str:
    """Some cells of a variable in words; neighbours with bounds are joined."""
    said: list[str] = []
    run: list[int] = []
    for n in [*sorted(chosen), -1]:
        if run and n != run[-1] + 1:
            said += _run_in_words([variable.cells[i] for i in run])
            run = []
        run.append(n)
    return " or ".join(said)


def _run_in_words(cells: Sequence[Cell]) -> list[str]:
    first, last = cells[0].bounds, cells[-1].bounds
    if len(cells) == 1 or first is None or last is None:
        return [cell.label for cell in cells]
    return [joined(first, last)]
