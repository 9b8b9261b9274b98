"""The same verdicts for many matters at once, as columns.

Polars' ``&``, ``|`` and ``~`` on nullable Booleans are exactly Kleene's logic; nothing
else of its logic is used (``when``, ``is_in`` and horizontal minima are not Kleene).
Tested equal to ``Condition.holds``, the definition.

A frame has one column per fact: Boolean; Float64 for numbers; Date; small integer codes
for one-of facts and places; and for sets two bit masks, of the members that are certain
and of those that are possible. A missing fact is null (a set: nothing certain, all
possible).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import and_, or_

import polars as pl

from technofed.law.atoms import Atom, Compare, Contains, Flag, OneOf, Relate, Within
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf
from technofed.law.facts import Facts, FactType, FactValue, PartialPlace, PartialSet, Vocabulary
from technofed.law.places import within

MOST_MEMBERS = 64
ROW = "·row"
"""Numbers the rows, so that a verdict that reads no fact still has one value per row."""
_NULL = pl.lit(None, dtype=pl.Boolean)


@dataclass
class Portfolio:
    """The facts of many matters as columns.

    Attributes:
        frame: One row per matter.
        vocabulary: The declared facts.
        places: The distinct places of the frame; a place column holds their positions.
    """

    frame: pl.DataFrame
    vocabulary: Vocabulary
    places: list[str | PartialPlace] = field(default_factory=list)


def build_portfolio(rows: Sequence[Facts], vocabulary: Vocabulary) -> Portfolio:
    """Turn the facts of many matters into columns.

    Raises:
        ValueError: A set fact has more values than a bit mask has bits.
    """
    portfolio = Portfolio(pl.DataFrame(), vocabulary)
    seen = {name for row in rows for name in row}
    columns = [
        series
        for name in vocabulary
        if name in seen
        for series in _columns(portfolio, name, [row.get(name) for row in rows])
    ]
    portfolio.frame = pl.DataFrame([pl.Series(ROW, range(len(rows)), dtype=pl.UInt32), *columns])
    return portfolio


def _columns(portfolio: Portfolio, name: str, values: list[FactValue | None]) -> list[pl.Series]:
    spec = portfolio.vocabulary[name]
    match spec.type:
        case FactType.BOOL:
            return [pl.Series(name, values, dtype=pl.Boolean)]
        case FactType.NUMBER:
            return [pl.Series(name, values, dtype=pl.Float64, strict=False)]
        case FactType.DATE:
            return [pl.Series(name, values, dtype=pl.Date)]
        case FactType.ENUM:
            codes = {value: code for code, value in enumerate(spec.values)}
            coded = [None if value is None else codes[str(value)] for value in values]
            return [pl.Series(name, coded, dtype=pl.UInt8)]
        case FactType.PLACE:
            return [pl.Series(name, _place_codes(portfolio, values), dtype=pl.UInt32)]
        case FactType.SET:
            return _masks(name, list(spec.values), values)


def _place_codes(portfolio: Portfolio, values: Iterable[FactValue | None]) -> list[int | None]:
    known: dict[object, int] = {place: code for code, place in enumerate(portfolio.places)}
    codes: list[int | None] = []
    for value in values:
        if isinstance(value, str | PartialPlace) and value not in known:
            known[value] = len(known)
            portfolio.places.append(value)
        codes.append(None if value is None else known[value])
    return codes


def _masks(name: str, members: list[str], values: Iterable[FactValue | None]) -> list[pl.Series]:
    if len(members) > MOST_MEMBERS:
        raise ValueError(f"{name} has {len(members)} values; a mask holds {MOST_MEMBERS}")
    whole = (1 << len(members)) - 1
    certain, possible = [], []
    for value in values:
        known = value if isinstance(value, PartialSet) else PartialSet(frozenset(), None)
        certain.append(mask(members, known.must))
        possible.append(whole if known.may is None else mask(members, known.may))
    return [
        pl.Series(f"{name}.certain", certain, dtype=pl.UInt64),
        pl.Series(f"{name}.possible", possible, dtype=pl.UInt64),
    ]


def mask(members: Sequence[str], chosen: Iterable[str]) -> int:
    """The bits of some members of a set fact, in the order the vocabulary lists them."""
    return sum(1 << members.index(member) for member in chosen)


def verdicts(conditions: Mapping[str, Condition], portfolio: Portfolio) -> pl.DataFrame:
    """The Kleene verdict of every condition on every row.

    Args:
        conditions: Conditions without parameters, by the name of the result column.
        portfolio: The matters.

    Returns:
        One nullable Boolean column per condition: true, false, or null for unknown.
    """
    shared = _shared(conditions.values())
    lowering = _Lowering(portfolio, shared)
    lazy = portfolio.frame.lazy()
    for name, condition in lowering.definitions():
        lazy = lazy.with_columns(condition.alias(name))
    named = [lowering.expression(each).alias(name) for name, each in conditions.items()]
    return lazy.select(pl.col(ROW), *named).drop(ROW).collect()


def _shared(conditions: Iterable[Condition]) -> list[Condition]:
    """Groups that stand in several conditions, the inner ones first: computed once."""
    counts: Counter[Condition] = Counter()
    for condition in conditions:
        counts.update(_groups(condition))
    return [condition for condition, count in counts.items() if count > 1]


def _groups(condition: Condition) -> Iterator[Condition]:
    """All groups of a condition, the inner ones first."""
    for part in condition.parts:
        yield from _groups(part)
    if condition.parts:
        yield condition


class _Lowering:
    """Writes conditions as expressions over a portfolio's columns."""

    def __init__(self, portfolio: Portfolio, shared: Sequence[Condition]) -> None:
        self.portfolio = portfolio
        self.columns = set(portfolio.frame.columns)
        self._shared = list(shared)
        self._ready: dict[Condition, str] = {}

    def definitions(self) -> Iterable[tuple[str, pl.Expr]]:
        """The shared groups as columns, each ready before it is used."""
        for n, condition in enumerate(self._shared):
            yield f"·{n}", self.expression(condition)
            self._ready[condition] = f"·{n}"

    def expression(self, condition: Condition) -> pl.Expr:
        """One condition as an expression."""
        if condition in self._ready:
            return pl.col(self._ready[condition])
        if isinstance(condition, Leaf):
            atom = self._atom(condition.atom)
            return ~atom if condition.negated else atom
        parts = [self.expression(part) for part in condition.parts]
        match condition:
            case AllOf():
                return reduce(and_, parts, pl.lit(value=True)) if not parts else reduce(and_, parts)
            case AnyOf():
                return reduce(or_, parts) if parts else pl.lit(value=False)
            case NoneOf():
                return ~reduce(or_, parts) if parts else pl.lit(value=True)
            case AtLeast(count=count):
                return _at_least(count, parts)

    def _atom(self, atom: Atom) -> pl.Expr:
        if isinstance(atom, Contains):
            return self._contains(atom)
        needed = {atom.fact, atom.other} if isinstance(atom, Relate) else {atom.fact}
        if not needed <= self.columns:
            return _NULL
        column = pl.col(atom.fact)
        match atom:
            case Flag():
                return column
            case OneOf(values=values):
                codes = list(self.portfolio.vocabulary[atom.fact].values)
                return _among(column, [codes.index(value) for value in sorted(values)])
            case Within():
                return self._within(atom)
            case Compare(op=op, bound=bound):
                return _compared(column, op, pl.lit(bound))
            case Relate():
                return _compared(column, atom.op, _moved(atom))

    def _contains(self, atom: Contains) -> pl.Expr:
        if f"{atom.fact}.certain" not in self.columns:
            return _NULL
        members = list(self.portfolio.vocabulary[atom.fact].values)
        bits = pl.lit(mask(members, atom.values), dtype=pl.UInt64)
        certain = (pl.col(f"{atom.fact}.certain") & bits) != 0
        possible = (pl.col(f"{atom.fact}.possible") & bits) != 0
        return certain | (possible & _NULL)

    def _within(self, atom: Within) -> pl.Expr:
        truths = [within(place, atom.places) for place in self.portfolio.places]
        column = pl.col(atom.fact)
        yes = _among(column, [code for code, truth in enumerate(truths) if truth])
        open_ = _among(column, [code for code, truth in enumerate(truths) if truth is None])
        return yes | (open_ & _NULL)


def _among(column: pl.Expr, codes: Sequence[int]) -> pl.Expr:
    """Whether a code is one of these; null stays null."""
    if not codes:
        return column.is_null() & _NULL
    return reduce(or_, [column == code for code in codes])


def _compared(column: pl.Expr, op: str, bound: pl.Expr) -> pl.Expr:
    compare = {
        "<": column.lt,
        "<=": column.le,
        ">": column.gt,
        ">=": column.ge,
        "==": column.eq,
        "!=": column.ne,
    }
    return compare[op](bound)


def _moved(atom: Relate) -> pl.Expr:
    column = pl.col(atom.other)
    if not atom.shift:
        return column
    if isinstance(atom.shift, int | float) and not isinstance(atom.shift, date):
        suffix = "y" if atom.unit == "years" else "d"
        return column.dt.offset_by(f"{int(atom.shift)}{suffix}")
    raise TypeError("a shift is a number of years or days")


def _at_least(count: int, parts: Sequence[pl.Expr]) -> pl.Expr:
    certain = pl.sum_horizontal([part.fill_null(value=False).cast(pl.UInt16) for part in parts])
    possible = pl.sum_horizontal([part.fill_null(value=True).cast(pl.UInt16) for part in parts])
    return (certain >= count) | ((possible >= count) & _NULL)
