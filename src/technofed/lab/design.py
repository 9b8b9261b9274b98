"""The covariates of many policies in one year, as arrays: the fast version of ``definition``."""

from dataclasses import dataclass

import numpy as np

from technofed.lab.cascades import Flags, Floats, Years
from technofed.lab.covariates import COVARIATES, NATIONAL
from technofed.lab.history import SHRINK, Kinship, Past

PROFILE_SHRINK, SPREAD_SHRINK, KIN_SHRINK, KIN_FLOOR = 3.0, 0.6, 0.2, 0.2
"""Pseudo-expectations of the covariates that compare how policies spread."""


@dataclass(frozen=True)
class Spread:
    """How far some policies had spread before a year.

    Attributes:
        years: First adoptions, ``(n, places)``.
        risk: Which places are at risk in the year, ``(n, places)``.
        hazard_sum: Expected adoptions so far, had all places been alike, ``(n, places)``.
        kinship: How they resemble the corpus.
        borders: Who borders on whom, ``(places, places)``.
    """

    years: Years
    risk: Flags
    hazard_sum: Floats
    kinship: Kinship
    borders: Flags


def design(past: Past, spread: Spread) -> Floats:
    """All covariates, ``(n, places, covariates)`` in the order of ``COVARIATES``.

    Args:
        past: What is known before the year.
        spread: The policies asked about. Nothing in it later than the year is looked at.
    """
    adopted = spread.years < past.year
    national = _national(past, spread, adopted)
    local = _local(past, spread, adopted)
    table = np.empty((*adopted.shape, len(COVARIATES)))
    table[:, :, : len(NATIONAL)] = np.stack(national, axis=-1)[:, None, :]
    waiting = np.maximum(spread.risk.sum(axis=1), 1)[:, None]
    for n, values in enumerate(local, start=len(NATIONAL)):
        middle = np.where(spread.risk, values, 0.0).sum(axis=1, keepdims=True) / waiting
        table[:, :, n] = values - middle
    return table


def _national(past: Past, spread: Spread, adopted: Flags) -> list[Floats]:
    count = adopted.sum(axis=1).astype(np.float64)
    waiting = spread.risk.sum(axis=1).astype(np.float64)
    all_places = count + waiting
    age = np.maximum(past.year - spread.years.min(axis=1), 1).astype(np.float64)
    last = (spread.years == past.year - 1).sum(axis=1)
    three = (adopted & (spread.years >= past.year - 3)).sum(axis=1)
    share = count / np.maximum(all_places, 1)
    return [
        share,
        share**2,
        np.log(np.maximum(count, 1)),
        np.log(age),
        age / 10,
        (age == 1).astype(np.float64),
        np.log((last + 0.5) / (waiting + last + 5)),
        np.log((three + 0.5) / (np.minimum(age, 3) * (waiting + three) + 10)),
        np.log((count + 0.5) / (age * all_places + 10)),
        (last == 0).astype(np.float64),
        np.full(len(count), np.log(past.pace + 0.005)),
    ]


def _local(past: Past, spread: Spread, adopted: Flags) -> list[Floats]:
    count = np.maximum(adopted.sum(axis=1, keepdims=True), 1).astype(np.float64)
    have = adopted.astype(np.float64)
    shape = have.shape
    borders = spread.borders.astype(np.float64)
    general = _ratio(past.observed.sum(axis=0), past.expected.sum(axis=0))
    same = _ratio(*past.calendar[past.year % 2]) - _ratio(*past.calendar.sum(axis=0))
    every = (general, _ratio(*past.early), _ratio(*past.recent), same)
    innovativeness, early, recent, calendar = (np.broadcast_to(each, shape) for each in every)
    similarity = have @ past.together / np.sqrt(count)
    lineage, alike = _profiles(past, spread, adopted)
    kin = alike * (KIN_FLOOR + spread.kinship.words)
    return [
        have @ borders / np.maximum(borders.sum(axis=0), 1),
        innovativeness,
        early,
        recent,
        calendar,
        _kin(past, spread.kinship.source, general, SHRINK),
        have @ past.network / np.maximum(past.network.sum(axis=0), 1),
        similarity,
        similarity * np.log(count),
        lineage / np.sqrt(count + 1),
        _kin(past, kin, general, KIN_SHRINK),
        _kin(past, alike, general, SPREAD_SHRINK),
        have @ past.placebo / np.maximum(past.placebo.sum(axis=0), 1),
    ]


def _ratio(observed: Floats, expected: Floats) -> Floats:
    """Log of observed to expected adoptions, drawn towards 0 where little was expected."""
    return np.asarray(np.log((observed + SHRINK) / (expected + SHRINK)))


def _kin(past: Past, weights: Floats, general: Floats, shrink: float) -> Floats:
    """How much more places adopted of weighted policies than they adopt in general."""
    prior = shrink * np.exp(general)
    return np.asarray(
        np.log((weights @ past.observed + prior) / (weights @ past.expected + shrink)) - general
    )


def _profiles(past: Past, spread: Spread, adopted: Flags) -> tuple[Floats, Floats]:
    """What older policies that spread alike did: their residuals, and how alike they were."""
    own = adopted - spread.hazard_sum
    theirs = past.residual / np.sqrt(past.hazard_sum.sum(axis=1, keepdims=True) + PROFILE_SHRINK)
    older = past.first[None, :] < spread.years.min(axis=1)[:, None]
    alike = own @ theirs.T * older
    lineage = alike @ (past.observed - past.expected)
    size = np.sqrt(spread.hazard_sum.sum(axis=1, keepdims=True) + PROFILE_SHRINK)
    return lineage, np.maximum(alike / size, 0.0) ** 2
