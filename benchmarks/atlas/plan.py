"""What is measured: the contenders, how often, and the limits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Attributes:
        rounds: How often every question is asked.
        starts: How often a command is started.
    """

    rounds: int = 7
    starts: int = 10


FULL = Size()
QUICK = Size(rounds=2, starts=2)
SIZES = {"full": FULL, "quick": QUICK}

CONTENDERS = ("building", "store", "memory", "scan", "trigram", "briefs")
"""Modules of this package, each measured in a process of its own."""


@dataclass(frozen=True)
class Limit:
    """A promise of the project: the worst run of a figure stays below ``most`` of its unit."""

    figure: str
    most: float


LIMITS = (Limit("build", 10.0), Limit("search_store", 50.0), Limit("search_memory", 50.0))
