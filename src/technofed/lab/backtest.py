"""Rolling-origin skill: what would have been forecast, and what came.

A model is fitted to the years up to a cut-off. It then forecasts, one year ahead, year
after year, the policies first adopted *after* the cut-off: none of them was seen in
fitting. What is known of places (networks, similarity, innovativeness) is learnt anew
every year from the years before it; the coefficients stay.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from technofed.lab.cascades import Cascades, Floats
from technofed.lab.covariates import (
    ALL_PLACES,
    COLUMN,
    INNOVATIVENESS,
    NATIONAL,
    NEIGHBOURS,
    NETWORK,
    PLACEBO,
)
from technofed.lab.hazard import Hazard, fit_hazard
from technofed.lab.panel import Panel, Span, build_panel
from technofed.lab.scores import LEVEL, NAMES, Forecasts, draws, reliability, scores

CUT_OFFS = (1990, 1995, 2000)
WINDOW_YEARS = 30
"""Years fitted to, up to the cut-off: older ones are another country. Chosen up to 1990."""
RIDGE_PER_EVENT = 0.2
"""The penalty grows with the adoptions fitted to; chosen on policies and years up to 1990."""
_WHEN = tuple(COLUMN[each.name] for each in NATIONAL)


def _and(*more: str) -> tuple[int, ...]:
    return (*_WHEN, *(COLUMN[name] for name in more))


MODELS: dict[str, tuple[int, ...]] = {
    "constant": (),
    "national momentum": _WHEN,
    "contiguity": _and(NEIGHBOURS.name),
    "classic event history": _and(NEIGHBOURS.name, INNOVATIVENESS.name),
    "placebo network": _and(PLACEBO.name),
    "inferred network": _and(NETWORK.name),
    "technofed": _and(*(each.name for each in ALL_PLACES)),
}
OURS, CLASSIC = "technofed", "classic event history"


@dataclass(frozen=True)
class Score:
    """A score with its 95 % interval over bootstrap samples of the policies."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Standing:
    """A model at a cut-off.

    Attributes:
        model: Its name.
        scores: By name; see ``scores.NAMES``.
        over_classic: The differences from classic event history, pairwise by bootstrap.
        reliability: Mean forecast, share come true, rows: in ten bins.
    """

    model: str
    scores: dict[str, Score]
    over_classic: dict[str, Score]
    reliability: list[tuple[float, float, int]]


@dataclass(frozen=True)
class Origin:
    """One cut-off with all models.

    Attributes:
        cut_off: The last year fitted to.
        fitted_rows: Rows fitted to, and how many of them adopted.
        policies: Policies forecast.
        rows: Rows forecast.
        events: How many of them adopted.
        test_base_skill: Our Brier skill against the rate that came, which no one could know.
        standings: One for each model.
    """

    cut_off: int
    fitted_rows: tuple[int, int]
    policies: int
    rows: int
    events: int
    test_base_skill: float
    standings: list[Standing]


@dataclass(frozen=True)
class Trial:
    """What a backtest needs beside the data.

    Attributes:
        cut_offs: The last years to fit to.
        replicates: Bootstrap samples for the intervals.
        models: Columns by name; all of ``MODELS`` by default.
    """

    cut_offs: tuple[int, ...] = CUT_OFFS
    replicates: int = 200
    models: tuple[str, ...] = tuple(MODELS)


def backtest(
    cascades: Cascades,
    trial: Trial,
    rng: np.random.Generator,
    said: Callable[[str], None] = lambda _: None,
) -> list[Origin]:
    """Measure every model at every cut-off.

    Args:
        cascades: The corpus.
        trial: Where to cut, and how often to draw.
        rng: Draws the bootstrap samples and shuffles the placebo networks.
        said: Told what is being done.

    Raises:
        ValueError: A cut-off leaves nothing to fit to, or nothing to forecast.
    """
    said("building the panel, with a network for every year")
    last = int(cascades.ends.max())
    panel, _ = build_panel(cascades, Span(min(trial.cut_offs) - WINDOW_YEARS + 1, last), rng=rng)
    origins = []
    for cut_off in trial.cut_offs:
        said(f"forecasting after {cut_off}")
        origins.append(_origin(cascades, panel, cut_off, trial, rng))
    return origins


def fit(panel: Panel, columns: Sequence[int]) -> Hazard:
    """Fit one model to a panel, with the penalty that was chosen."""
    ridge = RIDGE_PER_EVENT * float(panel.event.sum())
    return fit_hazard(panel.covariates, panel.event, panel.policy, columns, ridge)


def _origin(
    cascades: Cascades, panel: Panel, cut_off: int, trial: Trial, rng: np.random.Generator
) -> Origin:
    seen = panel.where((panel.year <= cut_off) & (panel.year > cut_off - WINDOW_YEARS))
    later = panel.where((panel.year > cut_off) & (cascades.first[panel.policy] > cut_off))
    if not seen.event.any() or not later.event.any():
        raise ValueError(f"{cut_off} leaves nothing to fit to, or nothing to forecast")
    reference = float(seen.event.mean())
    chances = {name: fit(seen, MODELS[name]).probability(later.covariates) for name in trial.models}
    forecasts = {
        name: Forecasts(chance, later.event, later.policy, later.groups, reference)
        for name, chance in chances.items()
    }
    any_one = next(iter(forecasts.values()))
    samples = draws(any_one, trial.replicates, rng)
    drawn = {name: [scores(each, times) for times in samples] for name, each in forecasts.items()}
    values = {name: scores(each) for name, each in forecasts.items()}
    standings = [_standing(name, forecasts[name], values, drawn) for name in trial.models]
    rate = float(later.event.mean())
    best = values[trial.models[-1]]["brier"]
    return Origin(
        cut_off,
        (len(seen.event), int(seen.event.sum())),
        len(np.unique(later.policy)),
        len(later.event),
        int(later.event.sum()),
        1 - best / (rate * (1 - rate)),
        standings,
    )


def _standing(
    name: str,
    forecasts: Forecasts,
    values: dict[str, dict[str, float]],
    drawn: dict[str, list[dict[str, float]]],
) -> Standing:
    own = {
        key: _score(values[name][key], np.array([each[key] for each in drawn[name]]))
        for key in NAMES
    }
    over = {}
    if CLASSIC in values and name != CLASSIC:
        pairs = list(zip(drawn[name], drawn[CLASSIC], strict=True))
        for key in NAMES:
            differences = np.array([mine[key] - theirs[key] for mine, theirs in pairs])
            over[key] = _score(values[name][key] - values[CLASSIC][key], differences)
    return Standing(name, own, over, reliability(forecasts))


def _score(value: float, samples: Floats) -> Score:
    known = samples[np.isfinite(samples)]
    if not known.size:
        return Score(value, float("nan"), float("nan"))
    low, high = np.percentile(known, LEVEL)
    return Score(value, float(low), float(high))
