"""The documents that are compared, and what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its place and time.

    Attributes:
        id: Unique in the corpus.
        text: The original text; every offset counts its characters.
        series: What versions of one bill have in common; empty for a text that stands alone.
        day: When it was introduced or published; ``None`` when nobody said.
        jurisdiction: Where, e.g. ``US-CO``; empty when nobody said.
    """

    id: str
    text: str
    series: str = ""
    day: date | None = None
    jurisdiction: str = ""


def in_order(documents: Sequence[Document]) -> list[Document]:
    """Documents from the earliest to the latest, by id within a day, the undated last.

    The order decides which of two documents is called the earlier, and, for what very many
    share, which ones are linked: so it must not depend on the order of the files.
    """
    undated = date.max
    return sorted(documents, key=lambda each: (each.day or undated, each.id))
