"""How long influence takes: exponential, Rayleigh or log-normal delays, in years."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from technofed.lab.cascades import NEVER, Cascades, Floats

DelayKind = Literal["exponential", "rayleigh", "lognormal"]


@dataclass(frozen=True)
class Delay:
    """A distribution of delays.

    Attributes:
        kind: Its family.
        scale: The rate per year (exponential), the mode in years (Rayleigh), or the mean of
            the logarithm (log-normal).
        spread: The standard deviation of the logarithm (log-normal only).
    """

    kind: DelayKind = "exponential"
    scale: float = 1.0
    spread: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what is no distribution."""
        positive = self.kind == "lognormal" or self.scale > 0
        if not positive or self.spread <= 0:
            raise ValueError(f"a delay needs a positive scale and spread, got {self}")

    def log_density(self, years: Floats) -> Floats:
        """Log of the density at delays that are greater than 0."""
        if self.kind == "exponential":
            return np.asarray(np.log(self.scale) - self.scale * years)
        if self.kind == "rayleigh":
            squared = self.scale**2
            return np.asarray(np.log(years / squared) - years**2 / (2 * squared))
        logs = np.log(years)
        standard = (logs - self.scale) / self.spread
        return np.asarray(-logs - np.log(self.spread * np.sqrt(2 * np.pi)) - standard**2 / 2)


def fit_delay(cascades: Cascades, kind: DelayKind) -> Delay:
    """The likeliest delay of a family, if each adopter follows the last one before it.

    Args:
        cascades: Who adopted what, when.
        kind: The family.

    Raises:
        ValueError: No adoption follows an earlier one, so there is no delay to learn from.
    """
    waited = []
    for row in cascades.years:
        steps = np.diff(np.unique(row[row != NEVER]).astype(np.float64))
        counts = [(row == year).sum() for year in np.unique(row[row != NEVER])[1:]]
        waited.append(np.repeat(steps, counts))
    delays = np.concatenate([np.empty(0), *waited])
    if not delays.size:
        raise ValueError("no adoption follows an earlier one")
    if kind == "exponential":
        return Delay(kind, float(1 / delays.mean()))
    if kind == "rayleigh":
        return Delay(kind, float(np.sqrt((delays**2).mean() / 2)))
    logs = np.log(delays)
    return Delay(kind, float(logs.mean()), float(max(logs.std(), 0.1)))
