"""What the past says about places, year by year: memory that fades, and never looks ahead.

``Memory`` goes through the years once. Asked before a year is taken in, it knows only
what happened before it; every number is a sum over the past with weights that fade by a
fixed factor each year.
"""

from dataclasses import dataclass

import numpy as np

from technofed.lab.cascades import NEVER, Cascades, Flags, Floats
from technofed.lab.delays import DelayKind, fit_delay
from technofed.lab.kinship import resemblance, same_source
from technofed.lab.netinf import netinf

FADE, FADE_RECENT, FADE_CALENDAR, FADE_PACE = 0.95, 0.6, 0.96, 0.7
"""What a year's weight keeps after another year: in general, for momentum, calendar, pace."""
SHRINK = 2.0
"""Expected adoptions by which a ratio of observed to expected is drawn towards 1."""
EARLY = 10
"""The first so many adopters of a policy are early."""
YOUNG_YEARS, FIRST_PACE = 15, 0.03
"""Ages that count for the pace of all policies, and that pace before anything is known."""
NETWORK_YEARS, NETWORK_EDGES = 35, 300
"""The window and size of the yearly network: T35E300 of Desmarais, Harden and Boehmke (2015)."""


@dataclass(frozen=True)
class Past:
    """What is known before a year.

    Attributes:
        year: The year to be forecast.
        observed: Faded adoptions of each policy by each place, ``(policies, places)``.
        expected: The same, had all places at risk been alike.
        residual: Adoptions less expected ones, never faded, ``(policies, places)``.
        hazard_sum: Expected adoptions, never faded, ``(policies, places)``.
        early: Observed and expected early adoptions, ``(2, places)``.
        recent: Observed and expected adoptions of the last years, ``(2, places)``.
        calendar: The same in even and odd years, ``(2, 2, places)``.
        together: Correlation of places' residuals, zero diagonal, ``(places, places)``.
        network: Who is followed by whom, ``(places, places)``: 1 for an edge.
        placebo: The same network with the places' names shuffled: what any network would do.
        pace: Hazard of young policies of all kinds in the last years.
        first: First adoption of each policy, ``NEVER`` if it is not yet known.
    """

    year: int
    observed: Floats
    expected: Floats
    residual: Floats
    hazard_sum: Floats
    early: Floats
    recent: Floats
    calendar: Floats
    together: Floats
    network: Floats
    placebo: Floats
    pace: float
    first: Floats


class Memory:
    """Remembers a corpus as far as the years taken in.

    Args:
        cascades: The corpus. Only the years taken in are ever looked at.
        delay: The family of delays for the networks; ``None`` infers no networks.
        rng: Shuffles the placebo network; ``None`` leaves it empty.
    """

    def __init__(
        self,
        cascades: Cascades,
        delay: DelayKind | None = "exponential",
        rng: np.random.Generator | None = None,
    ) -> None:
        self.cascades, self.delay, self.rng = cascades, delay, rng
        shape, width = cascades.years.shape, cascades.years.shape[1]
        self.observed, self.expected = np.zeros(shape), np.zeros(shape)
        self.residual, self.hazard_sum = np.zeros(shape), np.zeros(shape)
        self.early, self.recent = np.zeros((2, width)), np.zeros((2, width))
        self.calendar = np.zeros((2, 2, width))
        self.products = np.zeros((width, width))
        self.pace = FIRST_PACE

    def past(self, year: int) -> Past:
        """What is known before ``year``; the years before it must have been taken in."""
        spread = np.sqrt(np.diag(self.products).clip(0) + 1.0)
        together = self.products / np.outer(spread, spread)
        np.fill_diagonal(together, 0.0)
        first = self.cascades.first.astype(np.float64)
        network = self._network(year)
        return Past(
            year=year,
            observed=self.observed.copy(),
            expected=self.expected.copy(),
            residual=self.residual.copy(),
            hazard_sum=self.hazard_sum.copy(),
            early=self.early.copy(),
            recent=self.recent.copy(),
            calendar=self.calendar.copy(),
            together=together,
            network=network,
            placebo=self._shuffled(network),
            pace=self.pace,
            first=np.where(first < year, first, float(NEVER)),
        )

    def take_in(self, year: int) -> None:
        """Remember what happened in ``year``."""
        risk = self.cascades.at_risk(year)
        event = risk & (self.cascades.years == year)
        waiting = risk.sum(axis=1)
        hazard = event.sum(axis=1) / np.maximum(waiting, 1)
        expected = hazard[:, None] * risk
        before = (self.cascades.years < year).sum(axis=1)
        is_early = (event.any(axis=1) & (before < EARLY))[:, None]
        sums = (self.observed, self.expected, self.residual, self.hazard_sum)
        for total, now, fade in zip(
            sums,
            (event, expected, event - expected, expected),
            (FADE, FADE, 1.0, 1.0),
            strict=True,
        ):
            np.add(total * fade, now, out=total)
        both = np.stack([event.astype(np.float64), expected])
        self.early = self.early * FADE + (both * is_early).sum(axis=1)
        self.recent = self.recent * FADE_RECENT + both.sum(axis=1)
        self.calendar *= FADE_CALENDAR
        self.calendar[year % 2] += both.sum(axis=1)
        self._take_in_products(event, expected)
        self._take_in_pace(year, risk, event)

    def _take_in_products(self, event: Flags, expected: Floats) -> None:
        """Products of what places have done with what they do now, whichever came first."""
        self.products *= FADE
        moved = np.flatnonzero(event.any(axis=1))
        now = event[moved] - expected[moved]
        cross = self.residual[moved].T @ now
        self.products += cross + cross.T - now.T @ now

    def _take_in_pace(self, year: int, risk: Flags, event: Flags) -> None:
        young = self.cascades.first > year - YOUNG_YEARS
        pace = event[young].sum() / max(risk[young].sum(), 1)
        self.pace = FADE_PACE * self.pace + (1 - FADE_PACE) * float(pace)

    def _shuffled(self, network: Floats) -> Floats:
        if self.rng is None:
            return np.zeros_like(network)
        order = self.rng.permutation(len(network))
        return network[np.ix_(order, order)]

    def _network(self, year: int) -> Floats:
        width = len(self.cascades.places)
        network = np.zeros((width, width))
        if self.delay is None:
            return network
        years = self.cascades.years
        inside = (years < year) & (years >= year - NETWORK_YEARS)
        seen = np.where(inside, years, NEVER).astype(np.int32)
        rows = np.flatnonzero((seen != NEVER).sum(axis=1) > 1)
        window = Cascades(
            tuple(self.cascades.policies[n] for n in rows),
            self.cascades.places,
            seen[rows],
            self.cascades.ends[rows],
        )
        try:
            delay = fit_delay(window, self.delay)
        except ValueError:
            return network
        for edge in netinf(window, delay, most_edges=NETWORK_EDGES):
            network[edge.origin, edge.destination] = 1.0
        return network


@dataclass(frozen=True)
class Kinship:
    """How policies resemble those of a corpus, ``(policies asked about, policies)`` each.

    Attributes:
        source: 1 where the source is the same.
        words: Resemblance of source, topic and description.
    """

    source: Floats
    words: Floats

    @classmethod
    def within(cls, cascades: Cascades) -> "Kinship":
        """Of all policies of a corpus to one another."""
        return cls(same_source(cascades.policies), resemblance(cascades.policies))

    def rows(self, chosen: np.ndarray) -> "Kinship":
        """Of some of the policies asked about."""
        return Kinship(self.source[chosen], self.words[chosen])
