"""The panel: a row for every policy, place and year at risk, built year by year in columns."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from technofed.lab.cascades import Cascades, Flags, Floats, Years
from technofed.lab.delays import DelayKind
from technofed.lab.design import Spread, design
from technofed.lab.history import Kinship, Memory

Rows = NDArray[np.int32]


@dataclass(frozen=True)
class Panel:
    """Rows at risk.

    Attributes:
        policy: Row of the policy in the corpus.
        place: Column of the place.
        year: The year.
        event: Whether the place adopted in it.
        covariates: ``(rows, covariates)``, from what was known before the year.
    """

    policy: Rows
    place: Rows
    year: Rows
    event: Flags
    covariates: Floats

    def where(self, chosen: Flags) -> "Panel":
        """Some of the rows."""
        return Panel(
            self.policy[chosen],
            self.place[chosen],
            self.year[chosen],
            self.event[chosen],
            self.covariates[chosen],
        )

    @property
    def groups(self) -> NDArray[np.int64]:
        """One number for each policy and year: those who compete to be next."""
        return self.policy.astype(np.int64) * 10_000 + self.year


@dataclass(frozen=True)
class Span:
    """Years from ``start`` to ``end``, both included."""

    start: int
    end: int


def build_panel(
    cascades: Cascades,
    span: Span,
    delay: DelayKind | None = "exponential",
    rng: np.random.Generator | None = None,
) -> tuple[Panel, Memory]:
    """The rows at risk of a span of years, and what is remembered after them.

    Args:
        cascades: The corpus; memory begins with its first adoption.
        span: The years to make rows of.
        delay: The family of delays for the yearly networks; ``None`` leaves them out.
        rng: Shuffles the placebo networks; ``None`` leaves them out.

    Raises:
        ValueError: Nothing is at risk in these years.
    """
    memory, kinship = Memory(cascades, delay, rng), Kinship.within(cascades)
    parts: list[Panel] = []
    for year in range(min(int(cascades.first.min()), span.start), span.end + 1):
        if year >= span.start:
            parts += _rows(memory, kinship, year)
        memory.take_in(year)
    return _joined(parts), memory


def _rows(memory: Memory, kinship: Kinship, year: int) -> list[Panel]:
    cascades = memory.cascades
    risk = cascades.at_risk(year)
    policies = np.flatnonzero(risk.any(axis=1))
    if not policies.size:
        return []
    past = memory.past(year)
    spread = Spread(
        cascades.years[policies],
        risk[policies],
        past.hazard_sum[policies],
        kinship.rows(policies),
        cascades.borders,
    )
    row, place = np.nonzero(risk[policies])
    values = design(past, spread)[row, place]
    event = spread.years[row, place] == year
    when = np.full(len(row), year, dtype=np.int32)
    return [Panel(_int(policies[row]), _int(place), when, event, values)]


def _int(values: NDArray[np.intp]) -> Years:
    return values.astype(np.int32)


def _joined(parts: list[Panel]) -> Panel:
    if not parts:
        raise ValueError("nothing is at risk in these years")
    return Panel(
        np.concatenate([part.policy for part in parts]),
        np.concatenate([part.place for part in parts]),
        np.concatenate([part.year for part in parts]),
        np.concatenate([part.event for part in parts]),
        np.concatenate([part.covariates for part in parts]),
    )
