"""Which way a passage travelled: from dates, and, where they are silent, from the edits."""

from dataclasses import dataclass

import numpy as np

from technofed.law.documents import Document
from technofed.trace.boilerplate import sigmoid
from technofed.trace.corpus import Corpus
from technofed.trace.passages import Floats, Passages

_SLOPE = 6.0
_SURE = 0.95
_CLEAR = 0.01


@dataclass(frozen=True, slots=True)
class Directions:
    """For each passage, the probability that it travelled from the earlier listed document.

    Attributes:
        forward: Probability that the document listed first had it first.
        because: What that rests on: ``dates``, ``edits`` or ``nothing``.
    """

    forward: Floats
    because: tuple[str, ...]


def directions(corpus: Corpus, passages: Passages, *, dates: bool = True) -> Directions:
    """Say which way each passage travelled.

    A date is good evidence and no proof: both may come from a third text. Edits speak where
    others have the passage too: a copy that was edited shares fewer n-grams with them than
    its source does (the reading most witnesses keep is the older one).

    Args:
        corpus: The documents.
        passages: Their passages.
        dates: Whether to look at dates.

    Returns:
        One answer for each passage.
    """
    edits = from_edits(passages)
    forward, because = [], []
    for n in range(len(passages)):
        one = corpus.documents[int(passages.early[n])]
        other = corpus.documents[int(passages.late[n])]
        if dates and _apart(one, other):
            forward.append(_SURE)
            because.append("dates")
        else:
            forward.append(float(edits[n]))
            because.append("edits" if abs(edits[n] - 0.5) > _CLEAR else "nothing")
    return Directions(np.array(forward, dtype=np.float64), tuple(because))


def _apart(one: Document, other: Document) -> bool:
    return one.day is not None and other.day is not None and one.day != other.day


def from_edits(passages: Passages) -> Floats:
    """The probability that the first side is the source, from shared n-grams alone.

    Without edits both sides are equal and it is one half.
    """
    gap = passages.early_support - passages.late_support
    return np.where(passages.edits > 0, sigmoid(_SLOPE * gap), 0.5)
