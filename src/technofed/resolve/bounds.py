"""Bounds: the cells of a number or a date in words, alone and joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from technofed.law.atoms import Atom, Compare, Parameter, Relate
from technofed.law.facts import Facts

CONTRARY = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_NUMBERS = {
    "<": "below",
    "<=": "at most",
    ">": "above",
    ">=": "at least",
    "==": "exactly",
    "!=": "not",
}
_DAYS = {"<": "before", "<=": "by", ">": "after", ">=": "on or after", "==": "on", "!=": "not on"}


class Bounds(NamedTuple):
    """The nearest bound on each side of a cell, in words; empty where there is none."""

    lower: str = ""
    upper: str = ""


@dataclass(frozen=True, slots=True)
class Turned(Compare):
    """``known op unknown + shift``, as a test of the unknown."""

    relation: Relate = field(kw_only=True)

    def holds(self, facts: Facts) -> bool | None:
        """Ask the relation itself, with the known fact filled in."""
        if isinstance(self.bound, Parameter):
            raise TypeError("a turned comparison has no parameter left")
        known = {self.relation.fact: self.bound, self.fact: facts[self.fact]}
        return self.relation.holds(known)


def bounds_of(atoms: Sequence[Atom], truth: Sequence[bool]) -> tuple[str, Bounds | None]:
    """A cell of a number or date in words: the comparisons that hold in it.

    Returns:
        The words, and the bounds if all comparisons are with constants (then cells next
        to each other can be joined).
    """
    ops = [atom.op if isinstance(atom, Compare | Relate) else "==" for atom in atoms]
    held = [
        (a, op if holds else CONTRARY[op]) for a, op, holds in zip(atoms, ops, truth, strict=True)
    ]
    if all(type(atom) is Compare for atom in atoms):
        return _with_constants([(atom.bound, op) for atom, op in held if isinstance(atom, Compare)])
    said = dict.fromkeys(_comparison_in_words(atom, op) for atom, op in held)
    return " and ".join(said), None


def _with_constants(held: Sequence[tuple[Any, str]]) -> tuple[str, Bounds]:
    exactly = [bound for bound, op in held if op == "=="]
    if exactly:
        lower, upper = _in_words(exactly[0], ">="), _in_words(exactly[0], "<=")
        return _in_words(exactly[0], "=="), Bounds(lower, upper)
    lows = [(bound, op == ">", op) for bound, op in held if op in (">", ">=")]
    highs = [(bound, op == "<=", op) for bound, op in held if op in ("<", "<=")]
    low = max(lows, default=None)
    high = min(highs, default=None)
    bounds = Bounds(
        _in_words(low[0], low[2]) if low else "", _in_words(high[0], high[2]) if high else ""
    )
    said = [bound for bound in bounds if bound]
    return " and ".join(said or [_in_words(bound, op) for bound, op in held]), bounds


def joined(first: Bounds, last: Bounds) -> str:
    """A run of cells next to each other, from the first to the last, in words.

    >>> joined(Bounds("", "at most 0"), Bounds("above 0", "below 10"))
    'below 10'
    """
    return " and ".join(bound for bound in (first.lower, last.upper) if bound) or "any value"


def _comparison_in_words(atom: Atom, op: str) -> str:
    if isinstance(atom, Relate):
        return f"{atom.fact} {_DAYS[op]} {atom.other}{_shift_in_words(atom)}"
    if isinstance(atom, Turned):
        return f"so that {atom.bound} is {_DAYS[op]} it{_shift_in_words(atom.relation)}"
    return _in_words(atom.bound, op) if isinstance(atom, Compare) else ""


def _in_words(bound: object, op: str) -> str:
    if isinstance(bound, int | float):
        return f"{_NUMBERS[op]} {number_in_words(bound)}"
    return f"{_DAYS[op]} {bound}" if isinstance(bound, date) else str(bound)


def _shift_in_words(atom: Relate) -> str:
    return f" plus {atom.shift} {atom.unit}" if atom.shift else ""


def number_in_words(number: float) -> str:
    """A number as people write it: 1,000,000 or 3e26.

    >>> number_in_words(26_625_000), number_in_words(1e26), number_in_words(0.05)
    ('26,625,000', '1e+26', '0.05')
    """
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"
