"""What is measured: the contenders, how large, how often, and the limits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much is measured.

    Attributes:
        rows: Profiles judged in bulk.
        sample: Of these, how many are checked cell by cell against the definition.
        profiles: Profiles given to clingo.
        exact: Profiles judged exactly, at each share of missing facts.
        rounds: How often everything is repeated.
        starts: How often a command is started.
    """

    rows: int = 1_000_000
    sample: int = 2_000
    profiles: int = 1_000
    exact: int = 200
    rounds: int = 7
    starts: int = 10


FULL = Size()
QUICK = Size(rows=20_000, sample=100, profiles=20, exact=10, rounds=5, starts=3)
SIZES = {"full": FULL, "quick": QUICK}

CONTENDERS = (
    "columns",
    "openfisca_boolean",
    "openfisca_kleene",
    "clingo_peer",
    "scalar",
    "definition",
    "exact",
    "commands",
)
"""Modules of this package, each measured in a process of its own."""


@dataclass(frozen=True)
class Limit:
    """A promise of the project.

    Attributes:
        figure: The figure it is about.
        most: The most its median may be, in the figure's unit.
        most_gb: The most memory its process may take.
        exact: Whether no cell may differ from the definition.
    """

    figure: str
    most: float
    most_gb: float | None = None
    exact: bool = False


LIMITS = (
    Limit("columns", 1.0, most_gb=0.6, exact=True),
    Limit("brief", 1.5),
    Limit("help", 0.3),
)
