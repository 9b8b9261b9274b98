"""A made-up population: profiles of forty facts each, with some of the cells missing.

Every column is drawn by a generator of its own, seeded with the column's number, so that
the same profiles arise in every process, and one column at a time is in memory beside the
frame. The frame is put together here in the layout of ``Portfolio``; ``build_portfolio``
takes one dictionary per row, which is right for an office's matters and far too slow for a
million. That both give the same frame is checked on the sampled rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.resolve.provisions import effects
from benchmarks.resolve.vocabulary import BOOLS, DAYS, ENUMS, NUMBERS, SETS, VOCABULARY
from technofed.law.facts import FactValue, PartialSet
from technofed.law.kleene import Truth
from technofed.resolve.columns import ROW, Portfolio, build_portfolio

SEED = 7
HALF_KNOWN = 0.15
_EPOCH = date(1970, 1, 1)
_FIRST, _LAST = date(2015, 1, 1), date(2029, 12, 31)
Array = npt.NDArray[Any]
Given = dict[str, FactValue]


@dataclass(frozen=True)
class Drawn:
    """One fact of every profile.

    Attributes:
        name: The fact.
        values: Its values: Booleans, numbers, codes, days since 1970, or for a set the bits
            of the members that are certain.
        possible: For a set: the bits of the members that are possible.
        missing: Where nobody has given it.
    """

    name: str
    values: Array
    possible: Array | None
    missing: Array

    def at(self, row: int) -> FactValue:
        """The value in one row, as the definition takes it."""
        value = self.values[row]
        if self.possible is not None:
            return _partial_set(SETS[self.name], int(value), int(self.possible[row]))
        if self.name in ENUMS:
            return ENUMS[self.name][int(value)]
        if self.name in NUMBERS:
            return float(value)
        return bool(value) if self.name in BOOLS else _EPOCH + timedelta(days=int(value))


@dataclass(frozen=True)
class Population:
    """Made-up profiles.

    Attributes:
        rows: How many.
        missing: The share of cells that are missing.
    """

    rows: int
    missing: float = 0.2

    def columns(self) -> Iterator[Drawn]:
        """Every fact of every profile, one fact at a time."""
        for n, name in enumerate(VOCABULARY):
            rng = np.random.default_rng((SEED, n))
            values, possible = _values(name, self.rows, rng)
            missing = rng.random(self.rows) < self.missing
            if possible is not None:
                values[missing] = 0
                possible[missing] = (1 << len(SETS[name])) - 1
            yield Drawn(name, values, possible, missing)

    def portfolio(self) -> Portfolio:
        """The population in the layout of ``Portfolio``."""
        numbers = pl.Series(ROW, np.arange(self.rows, dtype=np.uint32))
        series = [one for drawn in self.columns() for one in _series(drawn)]
        return Portfolio(pl.DataFrame([numbers, *series]), VOCABULARY)

    def facts(self, rows: Sequence[int]) -> list[Given]:
        """Some profiles as the definition takes them: a dictionary each, missing left out."""
        profiles: list[Given] = [{} for _ in rows]
        for drawn in self.columns():
            for profile, row in zip(profiles, rows, strict=True):
                if not drawn.missing[row]:
                    profile[drawn.name] = drawn.at(row)
        return profiles


@dataclass(frozen=True)
class Sample:
    """Some rows of a population, drawn at random, always the same ones."""

    population: Population
    size: int

    @cached_property
    def rows(self) -> list[int]:
        """Which rows."""
        rng = np.random.default_rng((SEED, self.size))
        size = min(self.size, self.population.rows)
        return sorted(rng.choice(self.population.rows, size=size, replace=False).tolist())

    @cached_property
    def facts(self) -> list[Given]:
        """Their profiles."""
        return self.population.facts(self.rows)

    @cached_property
    def truths(self) -> list[list[Truth]]:
        """What the definition says of every provision in each of them."""
        conditions = effects().values()
        return [[condition.holds(facts) for condition in conditions] for facts in self.facts]

    def same_layout(self, portfolio: Portfolio) -> bool:
        """Whether the frame is the one ``build_portfolio`` makes of these profiles."""
        usual = build_portfolio(self.facts, VOCABULARY).frame.drop(ROW)
        return portfolio.frame.drop(ROW)[self.rows].equals(usual)


def _values(name: str, rows: int, rng: np.random.Generator) -> tuple[Array, Array | None]:
    if name in BOOLS:
        share = rng.uniform(0.3, 0.7)
        return rng.random(rows) < share, None
    if name in NUMBERS:
        return _numbers(NUMBERS[name], rows, rng), None
    if name in ENUMS:
        return rng.integers(0, len(ENUMS[name]), rows, dtype=np.uint8), None
    if name in SETS:
        return _sets(len(SETS[name]), rows, rng)
    first, last = ((day - _EPOCH).days for day in (_FIRST, _LAST))
    days = rng.integers(first, last, rows, dtype=np.int32)
    known = np.array([(day - _EPOCH).days for day in DAYS], dtype=np.int32)
    return _mixed(days, known, rng), None


def _numbers(thresholds: Sequence[float], rows: int, rng: np.random.Generator) -> Array:
    """From a tenth of the lowest threshold to ten times the highest, evenly in the logarithm."""
    low, high = np.log10(min(thresholds)) - 1, np.log10(max(thresholds)) + 1
    return _mixed(10 ** rng.uniform(low, high, rows), np.array(thresholds), rng)


def _mixed(values: Array, exact: Array, rng: np.random.Generator) -> Array:
    """Put a value exactly on a threshold in one row of ten."""
    on = rng.random(len(values)) < 0.1
    values[on] = rng.choice(exact, size=int(on.sum()))
    return values


def _sets(members: int, rows: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """The bits that are certain and those that are possible; now and then half-known."""
    share = min(0.3, 6 / members)
    certain, possible = np.zeros(rows, np.uint64), np.zeros(rows, np.uint64)
    half = rng.random(rows) < HALF_KNOWN
    for bit in range(members):
        weight = np.uint64(1 << bit)
        inside = rng.random(rows) < share
        certain[inside] |= weight
        possible[inside | (half & (rng.random(rows) < 0.5))] |= weight
    return certain, possible


def _partial_set(members: Sequence[str], certain: int, possible: int) -> PartialSet:
    chosen = [
        frozenset(m for n, m in enumerate(members) if bits >> n & 1) for bits in (certain, possible)
    ]
    return PartialSet(chosen[0], chosen[1])


def _series(drawn: Drawn) -> list[pl.Series]:
    if drawn.possible is not None:
        return [
            pl.Series(f"{drawn.name}.certain", drawn.values),
            pl.Series(f"{drawn.name}.possible", drawn.possible),
        ]
    series = pl.Series(drawn.name, drawn.values)
    known = pl.Series(~drawn.missing)
    if drawn.name not in BOOLS and drawn.name not in NUMBERS and drawn.name not in ENUMS:
        series = series.cast(pl.Date)
    return [pl.select(pl.when(known).then(series).alias(drawn.name)).to_series()]
