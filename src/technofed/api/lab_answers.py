"""What the lab answers with: a corpus read, a network, a forecast with its model card."""

from dataclasses import dataclass
from datetime import date

from technofed.lab.cascades import Cascades, Floats
from technofed.lab.delays import Delay
from technofed.lab.forecast import Forecast
from technofed.lab.netinf import Edge
from technofed.law.adoptions import Place

__all__ = ["Asked", "Card", "Corpus", "Network", "Prospect"]


@dataclass(frozen=True)
class Corpus:
    """Adoptions to learn from.

    Attributes:
        cascades: The adoptions as a matrix.
        remarks: What was mended in reading, or weakens what can be concluded.
        digest: SHA-256 of who adopted what and when.
    """

    cascades: Cascades
    remarks: tuple[str, ...]
    digest: str

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, in the order of all answers."""
        return self.cascades.places


@dataclass(frozen=True)
class Asked:
    """How a forecast is asked for.

    Attributes:
        horizon: Months.
        what_if: What to suppose, each as ``CA adopts 2027-01``.
    """

    horizon: int = 24
    what_if: tuple[str, ...] = ()


@dataclass(frozen=True)
class Network:
    """Who follows whom, with how far each edge can be trusted.

    Attributes:
        edges: In the order they were found.
        support: Share of bootstrap samples that find an edge, ``(places, places)``.
        replicates: How many samples were drawn.
        delay: How long influence was taken to last.
    """

    edges: list[Edge]
    support: Floats
    replicates: int
    delay: Delay


@dataclass(frozen=True)
class Card:
    """What a reader of a forecast must know: a model card.

    Attributes:
        fitted_on: Rows, adoptions, policies and years behind it, in words.
        corpus_digest: Of the corpus learnt from.
        coefficients: Name, log-odds per standard deviation, and its standard error.
        warnings: What makes this forecast weaker than usual.
        is_not: What it must not be taken for.
        seed: Of the random draws.
    """

    fitted_on: str
    corpus_digest: str
    coefficients: list[tuple[str, float, float]]
    warnings: list[str]
    is_not: tuple[str, ...]
    seed: int


@dataclass(frozen=True)
class Prospect:
    """A forecast with its card.

    Attributes:
        policy: The policy's name.
        first_month: The first month forecast, as its first day.
        horizon: Months.
        forecast: The forecast; columns are places of the corpus.
        places: The places of the corpus.
        card: The model card.
    """

    policy: str
    first_month: date
    horizon: int
    forecast: Forecast
    places: tuple[Place, ...]
    card: Card
