"""What is measured, the frozen split, and what was promised."""

from dataclasses import dataclass

CONTENDERS = ("netinf", "support", "panel", "backtest", "forecast")
CUT_OFFS = (1990, 1995, 2000)
SEED = 20261122
SUPPORT_REPLICATES = 1000
DEFAULT_DATA = "../shared/data"

SPLIT = {
    1990: "2aff888480da0070",
    1995: "b7c8c9913abfb29e",
    2000: "db2c2763c3741a16",
}
"""SHA-256 (first 16) of the policies, places and years forecast after each cut-off. The cut-offs
and the ends of observation were fixed before the first look, these digests written down after
the second. Another corpus has other digests, and its figures are not comparable."""


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Attributes:
        rounds: How often a fast thing is repeated.
        replicates: Bootstrap samples of the backtest.
        support: Bootstrap samples of the network.
    """

    rounds: int = 7
    replicates: int = 200
    support: int = SUPPORT_REPLICATES


SIZES = {"full": Size(), "quick": Size(3, 5, 20)}


@dataclass(frozen=True)
class Limit:
    """A promise about time.

    Attributes:
        figure: The figure it is about.
        most: The most it may take, in seconds.
        of: ``wall`` by the clock, or ``cpu`` of the processor, all threads together.
    """

    figure: str
    most: float
    of: str = "wall"


LIMITS = (
    Limit("support", 30.0, "cpu"),
    Limit("backtest", 300.0),
    Limit("forecast", 2.0),
)


@dataclass(frozen=True)
class Aim:
    """A promise about skill, at every cut-off.

    Attributes:
        score: Its name.
        least: At least this.
        most: At most this, if there is a most.
    """

    score: str
    least: float
    most: float | None = None


AIMS = (
    Aim("concordance", 0.65),
    Aim("lift", 4.2),
    Aim("skill", 0.08),
    Aim("slope", 0.95, 1.05),
)
