"""How good forecasts are: proper scores, ranking and calibration, with bootstrap intervals.

Log score and Brier score: Gneiting and Raftery (2007). Average precision as in
information retrieval: the mean, over adoptions, of the precision at each one's rank.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from technofed.lab.cascades import Flags, Floats
from technofed.lab.hazard import logistic

_LEAST, _STEPS = 1e-6, 50
"""Probabilities are kept this far from 0 and 1: a log score of infinity says nothing."""
NAMES = (
    "log_score",
    "brier",
    "skill",
    "auc",
    "average_precision",
    "lift",
    "slope",
    "concordance",
)
LEVEL = (2.5, 97.5)


@dataclass(frozen=True)
class Forecasts:
    """Forecasts and what came.

    Attributes:
        chance: The probability given to each row.
        event: What happened.
        policy: The policy of each row: the unit that a bootstrap draws.
        groups: Policy and year of each row: who competed to be next.
        reference: The constant probability that skill is measured against.
    """

    chance: Floats
    event: Flags
    policy: NDArray[np.int32]
    groups: NDArray[np.int64]
    reference: float

    @cached_property
    def members(self) -> NDArray[np.intp]:
        """For each row the place of its policy among the policies."""
        return np.unique(self.policy, return_inverse=True)[1]

    @cached_property
    def distinct(self) -> tuple[Floats, NDArray[np.intp]]:
        """The distinct forecasts, and for each row which of them it is."""
        values, member = np.unique(self.chance, return_inverse=True)
        return values, member

    @cached_property
    def log_odds(self) -> Floats:
        """Log-odds of the forecasts."""
        chance = np.clip(self.chance, _LEAST, 1 - _LEAST)
        return np.asarray(np.log(chance / (1 - chance)))

    @cached_property
    def pairs(self) -> Floats:
        """For each policy: pairs ranked rightly within a year (ties half), and all pairs."""
        right, every = concordant_pairs(self.chance, self.event, self.groups)
        owners = np.unique(self.groups) // 10_000
        _, member = np.unique(owners, return_inverse=True)
        table = np.zeros((2, int(member.max()) + 1))
        np.add.at(table[0], member, right)
        np.add.at(table[1], member, every)
        return table


def concordant_pairs(
    chance: Floats, event: Flags, groups: NDArray[np.int64]
) -> tuple[Floats, Floats]:
    """For each group, in order: rightly ranked pairs of adopter and non-adopter, and all pairs.

    A tie counts half. By midranks (Mann and Whitney 1947), without looking at pairs.
    """
    order = np.lexsort((chance, groups))
    sorted_groups, sorted_chance = groups[order], chance[order]
    new_group = np.concatenate([[True], np.diff(sorted_groups) != 0])
    new_value = new_group | np.concatenate([[True], np.diff(sorted_chance) != 0])
    starts = np.flatnonzero(new_group)
    group = np.cumsum(new_group) - 1
    value = np.cumsum(new_value) - 1
    rank = np.arange(len(order)) - starts[group] + 1.0
    midrank = (np.bincount(value, rank) / np.bincount(value))[value]
    adopted = event[order].astype(np.float64)
    ones = np.bincount(group, adopted)
    zeros = np.bincount(group) - ones
    right = np.bincount(group, adopted * midrank) - ones * (ones + 1) / 2
    return np.asarray(right), np.asarray(ones * zeros)


def scores(forecasts: Forecasts, times: Floats | None = None) -> dict[str, float]:
    """All scores by name.

    Args:
        forecasts: What was said and what came.
        times: How often each policy counts, ``(policies,)``; once each by default.
    """
    policies = int(forecasts.members.max()) + 1
    drawn = np.ones(policies) if times is None else times
    weight = drawn[forecasts.members]
    event = forecasts.event.astype(np.float64)
    chance = np.clip(forecasts.chance, _LEAST, 1 - _LEAST)
    total, rate = weight.sum(), float(weight @ event / weight.sum())
    log_score = -(event * np.log(chance) + (1 - event) * np.log(1 - chance))
    brier = float(weight @ (chance - event) ** 2 / total)
    constant = float(weight @ (forecasts.reference - event) ** 2 / total)
    right, every = forecasts.pairs @ drawn
    ones, zeros = _by_value(weight, event, forecasts)
    precision = _average_precision(ones, zeros)
    return {
        "log_score": float(weight @ log_score / total),
        "brier": brier,
        "skill": 1 - brier / constant,
        "auc": _auc(ones, zeros),
        "average_precision": precision,
        "lift": precision / rate,
        "slope": _slope(weight, event, forecasts.log_odds),
        "concordance": float(right / every) if every else 0.5,
    }


def _by_value(weight: Floats, event: Floats, forecasts: Forecasts) -> tuple[Floats, Floats]:
    """Adoptions and the rest at each distinct forecast, from the lowest: ties stand together."""
    values, member = forecasts.distinct
    ones = np.bincount(member, weight * event, len(values))
    return np.asarray(ones), np.asarray(np.bincount(member, weight * (1 - event), len(values)))


def _average_precision(ones: Floats, zeros: Floats) -> float:
    hits = np.cumsum(ones[::-1])
    placed = hits + np.cumsum(zeros[::-1])
    return float(hits / np.maximum(placed, _LEAST) @ ones[::-1] / ones.sum())


def _auc(ones: Floats, zeros: Floats) -> float:
    below = np.cumsum(zeros) - zeros
    return float(ones @ (below + zeros / 2) / (ones.sum() * zeros.sum()))


def _slope(weight: Floats, event: Floats, log_odds: Floats) -> float:
    """How much the log-odds would have to be stretched to be right: 1 is calibrated.

    The slope of a logistic regression of what came on the log-odds (Cox 1958), by Newton.
    """
    if log_odds.std() < _LEAST:
        return float("nan")
    level, slope = 0.0, 1.0
    for _ in range(_STEPS):
        chance = logistic(level + slope * log_odds)
        missed, bend = weight * (event - chance), weight * chance * (1 - chance)
        bent = bend * log_odds
        curve = np.array([[bend.sum(), bent.sum()], [bent.sum(), bent @ log_odds]])
        step = np.linalg.solve(curve + _LEAST * np.eye(2), [missed.sum(), missed @ log_odds])
        level, slope = level + step[0].clip(-1, 1), slope + step[1].clip(-1, 1)
        if np.abs(step).max() < _LEAST:
            break
    return float(slope)


def draws(forecasts: Forecasts, replicates: int, rng: np.random.Generator) -> list[Floats]:
    """Bootstrap samples of the policies: how often each counts."""
    policies = int(forecasts.members.max()) + 1
    even = np.full(policies, 1 / policies)
    return [rng.multinomial(policies, even).astype(np.float64) for _ in range(replicates)]


def reliability(forecasts: Forecasts, bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean forecast, share that came true, and rows, in bins of equal size."""
    order = np.argsort(forecasts.chance, kind="stable")
    return [
        (float(forecasts.chance[part].mean()), float(forecasts.event[part].mean()), len(part))
        for part in np.array_split(order, bins)
        if len(part)
    ]
