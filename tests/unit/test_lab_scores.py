"""Scores agree with what they mean; hazards with what a statistics package finds."""

import numpy as np
import pytest

from technofed.lab.hazard import fit_hazard, logistic, penalised_logit
from technofed.lab.scores import Forecasts, concordant_pairs, draws, reliability, scores

RNG = np.random.default_rng(7)


def made(n: int = 3000, stretch: float = 1.0) -> Forecasts:
    rng = np.random.default_rng(5)
    odds = rng.normal(-2, 1, n).round(1)
    event = rng.random(n) < logistic(odds)
    policy = rng.integers(0, 30, n).astype(np.int32)
    groups = policy.astype(np.int64) * 10_000 + rng.integers(1990, 1995, n)
    return Forecasts(logistic(odds * stretch), event, policy, groups, float(event.mean()))


def test_concordance_counts_pairs_within_a_group_and_ties_by_half() -> None:
    known = made(400)
    right, every = concordant_pairs(known.chance, known.event, known.groups)
    for n, group in enumerate(np.unique(known.groups)):
        inside = known.groups == group
        ones = known.chance[inside & known.event]
        zeros = known.chance[inside & ~known.event]
        told = sum((a > b) + 0.5 * (a == b) for a in ones for b in zeros)
        assert right[n] == pytest.approx(told)
        assert every[n] == len(ones) * len(zeros)


def test_average_precision_is_the_mean_precision_at_each_adoption() -> None:
    chance = np.array([0.9, 0.8, 0.7, 0.6])
    event = np.array([True, False, True, False])
    one = np.zeros(4, np.int32)
    found = scores(Forecasts(chance, event, one, np.full(4, 1990), 0.5))
    assert found["average_precision"] == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert found["auc"] == pytest.approx(3 / 4)
    assert found["brier"] == pytest.approx((0.01 + 0.64 + 0.09 + 0.36) / 4)


def test_a_constant_forecast_has_no_skill_no_order_and_no_lift() -> None:
    known = made()
    flat = Forecasts(
        np.full(len(known.event), known.reference),
        known.event,
        known.policy,
        known.groups,
        known.reference,
    )
    found = scores(flat)
    assert found["skill"] == pytest.approx(0)
    assert found["concordance"] == found["auc"] == 0.5
    assert found["lift"] == pytest.approx(1)
    assert np.isnan(found["slope"])


@pytest.mark.parametrize("stretch", [0.5, 1.0, 2.0])
def test_the_slope_tells_how_bold_forecasts_were(stretch: float) -> None:
    known = made(20_000, stretch)
    # An intercept of its own takes up the shift that stretching around zero brings.
    assert scores(known)["slope"] == pytest.approx(1 / stretch, rel=0.08)


def test_drawing_every_policy_once_changes_nothing() -> None:
    known = made()
    ones = np.ones(30)
    assert scores(known, ones) == pytest.approx(scores(known))
    assert all(sample.sum() == 30 for sample in draws(known, 5, RNG))
    assert sum(rows for _, _, rows in reliability(known)) == len(known.event)


def made_rows() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    table = rng.normal(size=(4000, 3)) * [1.0, 5.0, 0.2] + [0.0, 3.0, -1.0]
    event = rng.random(4000) < logistic(-1.5 + 0.8 * table[:, 0] - 0.1 * table[:, 1])
    return table, event, rng.integers(0, 50, 4000).astype(np.int32)


def test_the_fit_is_where_the_penalised_likelihood_is_flat() -> None:
    table, event, _ = made_rows()
    full = np.column_stack([np.ones(len(table)), table])
    penalty = np.array([0.0, 5.0, 5.0, 5.0])
    fitted = penalised_logit(full, event.astype(float), penalty)
    slope = full.T @ (event - logistic(full @ fitted)) - penalty * fitted
    assert np.abs(slope).max() < 1e-5


def test_unpenalised_fits_and_clustered_errors_are_those_of_statsmodels() -> None:
    sm = pytest.importorskip("statsmodels.api")
    table, event, clusters = made_rows()
    hazard = fit_hazard(table, event, clusters, range(3), ridge=0.0)
    peer = sm.Logit(event.astype(float), sm.add_constant((table - hazard.centre) / hazard.scale))
    groups = {"groups": clusters, "use_correction": True}
    found = peer.fit(disp=0, cov_type="cluster", cov_kwds=groups)
    assert np.abs(hazard.coefficients - found.params).max() < 1e-8
    # statsmodels also multiplies by (n - 1) / (n - k).
    correction = np.sqrt((len(event) - 1) / (len(event) - 4))
    assert np.abs(hazard.errors * correction / found.bse - 1).max() < 1e-6


def test_nothing_can_be_fitted_where_nobody_or_everybody_adopts() -> None:
    table, event, clusters = made_rows()
    for outcome in (np.zeros_like(event), np.ones_like(event)):
        with pytest.raises(ValueError, match="some rows must adopt"):
            fit_hazard(table, outcome, clusters, range(3))


def test_a_covariate_that_never_varies_does_no_harm() -> None:
    table, event, clusters = made_rows()
    hazard = fit_hazard(np.column_stack([table, np.ones(len(table))]), event, clusters, range(4))
    assert np.isfinite(hazard.coefficients).all()
    assert hazard.coefficients[-1] == pytest.approx(0)
