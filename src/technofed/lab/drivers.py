"""What raised or lowered a place's hazard, in odds and in words."""

from dataclasses import dataclass

import numpy as np

from technofed.lab.cascades import Floats
from technofed.lab.covariates import COVARIATES
from technofed.lab.hazard import Hazard

_SURE = 1.96


@dataclass(frozen=True)
class Driver:
    """One covariate's part in a place's hazard, beside the average place still waiting.

    Attributes:
        covariate: Its name.
        words: What it says of this place.
        odds: By how much it multiplies the odds of adopting within the year.
        low: Lower end of the 95 % interval of that.
        high: Upper end.
    """

    covariate: str
    words: str
    odds: float
    low: float
    high: float


def drivers(hazard: Hazard, covariates: Floats, most: int = 3) -> list[Driver]:
    """The covariates that move a place's hazard most, the strongest first.

    Args:
        hazard: The fitted hazard.
        covariates: Of one place, ``(covariates,)``.
        most: How many to name.
    """
    used = hazard.standardised(covariates)[1:]
    found = []
    for n, column in enumerate(hazard.columns):
        if not COVARIATES[column].per_place:
            continue
        middle = -hazard.centre[n] / hazard.scale[n]
        away = float(used[n] - middle)
        moved = away * float(hazard.coefficients[n + 1])
        doubt = _SURE * abs(away) * float(hazard.errors[n + 1])
        words = (
            COVARIATES[column].words
            if away > 0
            else f"less so than elsewhere: {COVARIATES[column].words}"
        )
        low, high = np.exp(moved - doubt), np.exp(moved + doubt)
        found.append(
            Driver(COVARIATES[column].name, words, float(np.exp(moved)), float(low), float(high))
        )
    found.sort(key=lambda driver: -abs(np.log(driver.odds)))
    return found[:most]
