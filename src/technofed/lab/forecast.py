"""Who adopts next, month by month: many possible futures of one policy.

Each future draws the coefficients from their sampling distribution and, once, how much
faster or slower this policy spreads than its covariates say (policies differ: the spread
of that is estimated, so that one policy is not forecast as sharply as the average of
many). Then it plays the years forward; who adopts in one year changes the hazards of the
next. Within a year the hazard of every month is the same: the corpus has only years.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from technofed.lab.cascades import NEVER, Cascades, Floats, Years
from technofed.lab.design import Spread, design
from technofed.lab.drivers import Driver, drivers
from technofed.lab.hazard import Hazard, logistic
from technofed.lab.history import Kinship, Past
from technofed.lab.kinship import resemblance, same_source
from technofed.lab.panel import Panel

MONTHS = 12
RUNS = 1000
_LOW, _HIGH = 5.0, 95.0
"""Ends of the 90 % intervals that forecasts state."""
_NO_MONTH = 10_000


@dataclass(frozen=True)
class Question:
    """What is asked.

    Attributes:
        start: Months since year 0 of the first month forecast: ``12 * year + month - 1``.
        horizon: How many months.
        runs: How many futures to play.
        supposed: What is to happen in every future: the column of a place that has not
            adopted, and the month it adopts, 1 for the first.
    """

    start: int
    horizon: int
    runs: int = RUNS
    supposed: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Learnt:
    """What a corpus teaches.

    Attributes:
        hazard: The fitted hazard.
        past: What is known of the places.
        corpus: The corpus itself.
        spread: How much policies differ; see :func:`policy_spread`.
    """

    hazard: Hazard
    past: Past
    corpus: Cascades
    spread: float


@dataclass(frozen=True)
class Outlook:
    """What may become of one place.

    Attributes:
        place: Its column.
        chance: Probability to have adopted by the end of each month, ``(horizon,)``.
        low: Lower end of the 90 % interval of the probability at the horizon.
        high: Upper end.
        drivers: What moves its hazard in the first year.
    """

    place: int
    chance: Floats
    low: float
    high: float
    drivers: list[Driver]


@dataclass(frozen=True)
class Forecast:
    """What may become of a policy.

    Attributes:
        adopted: Columns of the places that have adopted it.
        outlooks: Of all others, the likeliest first.
        more: New adopters by the end of each month: 5 %, 50 % and 95 % points, ``(3, horizon)``.
        none: Probability that nobody adopts within the horizon.
        next_five: Probability of each place to be among the next five to adopt, by column.
        policy_spread: Standard deviation, in log-odds, of policies about their covariates.
    """

    adopted: list[int]
    outlooks: list[Outlook]
    more: Floats
    none: float
    next_five: Floats
    policy_spread: float


def policy_spread(panel: Panel, hazard: Hazard) -> float:
    """How far policies lie from what their covariates say, as a standard deviation in log-odds.

    By moments: the squares of observed less expected adoptions of each policy, beyond what
    chance alone gives.
    """
    chance = hazard.probability(panel.covariates)
    _, member = np.unique(panel.policy, return_inverse=True)
    observed = np.bincount(member, panel.event.astype(np.float64))
    expected = np.bincount(member, chance)
    noise = np.bincount(member, chance * (1 - chance))
    excess = ((observed - expected) ** 2 - noise).sum() / (expected**2).sum()
    return float(np.sqrt(max(excess, 0.0)))


def forecast(
    learnt: Learnt, own: Cascades, question: Question, rng: np.random.Generator
) -> Forecast:
    """Play the futures of one policy.

    Args:
        learnt: What was learnt from a corpus.
        own: The policy, alone, with the places of the corpus.
        question: From when and how far.
        rng: Draws the futures.
    """
    play = _Play(learnt, own, question)
    first = play.covariates(own.years, question.start // MONTHS)[0]
    month, chance = play.futures(rng)
    waiting = np.flatnonzero(own.years[0] == NEVER)
    ends = chance[:, :, -1]
    outlooks = [
        Outlook(
            int(place),
            chance[:, place].mean(axis=0),
            float(np.percentile(ends[:, place], _LOW)),
            float(np.percentile(ends[:, place], _HIGH)),
            drivers(learnt.hazard, first[place]),
        )
        for place in waiting
    ]
    outlooks.sort(key=lambda each: -float(each.chance[-1]))
    by_month = np.stack([(month <= n).sum(axis=1) for n in range(1, question.horizon + 1)], axis=1)
    return Forecast(
        [int(place) for place in np.flatnonzero(own.years[0] != NEVER)],
        outlooks,
        np.percentile(by_month, [_LOW, 50.0, _HIGH], axis=0),
        float((by_month[:, -1] == 0).mean()),
        _next_five(month, rng),
        learnt.spread,
    )


def _next_five(month: Years, rng: np.random.Generator) -> Floats:
    """How often each place is among the first five of a future; ties within a month by lot."""
    order = np.argsort(month + rng.random(month.shape), axis=1)[:, :5]
    among = np.zeros(month.shape)
    np.put_along_axis(among, order, 1.0, axis=1)
    return np.asarray((among * (month < _NO_MONTH)).mean(axis=0))


@dataclass(frozen=True)
class _Play:
    learnt: Learnt
    own: Cascades
    question: Question

    def covariates(self, years: Years, year: int) -> Floats:
        """The covariates of possible states of the policy, ``(n, places, covariates)``."""
        kinship = self._kinship
        runs = len(years)
        expected = np.stack([self._expected(years, each) for each in self._years(year)]).sum(axis=0)
        return design(
            replace(self.learnt.past, year=year),
            Spread(
                years,
                years >= year,
                expected,
                Kinship(
                    np.broadcast_to(kinship.source, (runs, kinship.source.shape[1])),
                    np.broadcast_to(kinship.words, (runs, kinship.words.shape[1])),
                ),
                self.own.borders,
            ),
        )

    @cached_property
    def _kinship(self) -> Kinship:
        both = (*self.own.policies, *self.learnt.corpus.policies)
        return Kinship(same_source(both)[:1, 1:], resemblance(both)[:1, 1:])

    def _years(self, year: int) -> range:
        return range(int(self.own.first[0]), max(year, int(self.own.first[0]) + 1))

    @staticmethod
    def _expected(years: Years, year: int) -> Floats:
        """Each place's share in a year's adoptions, had all that waited been alike."""
        risk = (years >= year) & (years.min(axis=1, keepdims=True) < year)
        event = risk & (years == year)
        hazard = event.sum(axis=1, keepdims=True) / np.maximum(risk.sum(axis=1, keepdims=True), 1)
        return np.asarray(hazard * risk)

    def futures(self, rng: np.random.Generator) -> tuple[Years, Floats]:
        """The month each place adopts in each future, and its probability to have by each month.

        Returns:
            ``(runs, places)``, 1 for the first month; and ``(runs, places, horizon)``, of a
            place on its own, given what the others do in that future.
        """
        runs, width = self.question.runs, self.own.years.shape[1]
        doubt = self.learnt.hazard.covariance
        coefficients = rng.multivariate_normal(self.learnt.hazard.coefficients, doubt, size=runs)
        # Less half the variance keeps the mean odds where the fit put them.
        coefficients[:, 0] += rng.normal(
            -(self.learnt.spread**2) / 2, self.learnt.spread, size=runs
        )
        years = np.repeat(self.own.years, runs, axis=0)
        month = np.full((runs, width), _NO_MONTH, dtype=np.int32)
        month[years != NEVER] = _NO_MONTH + 1
        for place, when in self.question.supposed:
            month[:, place] = when
        waiting = np.ones((runs, width))
        chance = np.zeros((runs, width, self.question.horizon))
        done = 0
        while done < self.question.horizon:
            year, begun = divmod(self.question.start + done, MONTHS)
            length = min(MONTHS - begun, self.question.horizon - done)
            # In the first year all futures still look the same.
            seen = self.covariates(years if done else self.own.years, year)
            used = np.broadcast_to(
                self.learnt.hazard.standardised(seen), (runs, width, coefficients.shape[1])
            )
            yearly = logistic(np.einsum("rpk,rk->rp", used, coefficients))
            still = np.power(1 - yearly, 1 / MONTHS)
            for n in range(length):
                waiting = waiting * still
                chance[:, :, done + n] = 1 - waiting
            drawn = np.ceil(np.log(rng.random((runs, width))) / np.log(still))
            now = (month == _NO_MONTH) & (drawn <= length)
            month[now] = (done + np.maximum(drawn[now], 1)).astype(np.int32)
            years[now] = year
            for place, when in self.question.supposed:
                if done < when <= done + length:
                    years[:, place] = year
            done += length
        for place, when in self.question.supposed:
            chance[:, place, : when - 1], chance[:, place, when - 1 :] = 0.0, 1.0
        return month, chance
