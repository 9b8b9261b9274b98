"""Discrete-time event history: a logistic hazard, fitted by penalised likelihood.

Box-Steffensmeier and Jones (2004), "Event History Modeling", ch. 5; pooled over policies
as in Boehmke (2009). Iteratively reweighted least squares with a ridge on standardised
covariates; covariance by the sandwich, clustered by policy, since one policy's rows are
not independent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from technofed.lab.cascades import Flags, Floats

_STEPS, _FARTHEST, _JITTER = 50, 30.0, 1e-9
_CLOSE = 1e-5
"""The last step may be as long as this: Newton's error is then its square, about 1e-10."""


@dataclass(frozen=True)
class Hazard:
    """A fitted hazard.

    Attributes:
        columns: Which covariates it uses.
        centre: Their means in fitting.
        scale: Their standard deviations in fitting; 1 for one that does not vary.
        coefficients: The intercept, then one per standardised covariate, in log-odds.
        covariance: Of the coefficients, clustered.
    """

    columns: tuple[int, ...]
    centre: Floats
    scale: Floats
    coefficients: Floats
    covariance: Floats

    def standardised(self, covariates: Floats) -> Floats:
        """The covariates used, each with mean 0 and spread 1 in fitting, after a 1."""
        used = (covariates[..., list(self.columns)] - self.centre) / self.scale
        return np.concatenate([np.ones((*used.shape[:-1], 1)), used], axis=-1)

    def probability(self, covariates: Floats, coefficients: Floats | None = None) -> Floats:
        """The probability of adopting within the year.

        Args:
            covariates: ``(…, covariates)``, all of them.
            coefficients: Others than the fitted ones, for intervals.
        """
        chosen = self.coefficients if coefficients is None else coefficients
        return logistic(self.standardised(covariates) @ chosen)

    @property
    def errors(self) -> Floats:
        """Standard errors of the coefficients."""
        return np.asarray(np.sqrt(np.diag(self.covariance)))


def logistic(odds: Floats) -> Floats:
    """Probabilities of log-odds, without overflow."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -_FARTHEST, _FARTHEST))))


def fit_hazard(
    covariates: Floats,
    event: Flags,
    clusters: NDArray[np.int32],
    columns: Sequence[int],
    ridge: float = 1.0,
) -> Hazard:
    """Fit a hazard.

    Args:
        covariates: ``(rows, covariates)``.
        event: Whether each row adopted.
        clusters: The policy of each row.
        columns: Which covariates to use.
        ridge: The penalty on each squared standardised coefficient, the intercept left free.

    Raises:
        ValueError: No row adopted, or all did: there is nothing to tell apart.
    """
    if not 0 < event.sum() < len(event):
        raise ValueError("some rows must adopt and some must not")
    used = covariates[:, list(columns)]
    centre, spread = used.mean(axis=0), used.std(axis=0)
    scale = np.where(spread > 1e-12, spread, 1.0)  # noqa: PLR2004 (a constant column)
    table = np.concatenate([np.ones((len(used), 1)), (used - centre) / scale], axis=1)
    penalty = np.full(table.shape[1], ridge)
    penalty[0] = 0.0
    fitted = penalised_logit(table, event.astype(np.float64), penalty)
    covariance = _sandwich(table, event, clusters, fitted, penalty)
    return Hazard(tuple(columns), centre, scale, fitted, covariance)


def penalised_logit(table: Floats, event: Floats, penalty: Floats) -> Floats:
    """Coefficients of the greatest penalised likelihood, by Newton's steps.

    Args:
        table: ``(rows, k)``, the first column ones.
        event: 0 or 1 for each row.
        penalty: Of each squared coefficient, halved, ``(k,)``.
    """
    share = event.mean()
    fitted = np.zeros(table.shape[1])
    fitted[0] = np.log(share / (1 - share))
    for _ in range(_STEPS):
        slope, curve = _slope_and_curve(table, event, fitted, penalty)
        step = np.linalg.solve(curve, slope)
        fitted = fitted + np.clip(step, -2.0, 2.0)
        if np.abs(step).max() < _CLOSE:
            break
    return fitted


def _slope_and_curve(
    table: Floats, event: Floats, fitted: Floats, penalty: Floats
) -> tuple[Floats, Floats]:
    chance = logistic(table @ fitted)
    slope = table.T @ (event - chance) - penalty * fitted
    # The product of a matrix with itself is half the work of one with another.
    rooted = table * np.sqrt(chance * (1 - chance))[:, None]
    return slope, rooted.T @ rooted + np.diag(penalty + _JITTER)


def _sandwich(
    table: Floats, event: Flags, clusters: NDArray[np.int32], fitted: Floats, penalty: Floats
) -> Floats:
    chance = logistic(table @ fitted)
    scores = table * (event - chance)[:, None]
    _, member = np.unique(clusters, return_inverse=True)
    by_cluster = np.stack([np.bincount(member, column) for column in scores.T], axis=1)
    _, curve = _slope_and_curve(table, event.astype(np.float64), fitted, penalty)
    bread = np.linalg.inv(curve)
    groups = len(by_cluster)
    return np.asarray(bread @ (by_cluster.T @ by_cluster) @ bread * groups / max(groups - 1, 1))
