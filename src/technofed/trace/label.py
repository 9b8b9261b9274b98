"""The label of each passage: a probability of substantive copying, and the reason."""

from dataclasses import dataclass

import numpy as np

from technofed.trace import model
from technofed.trace.boilerplate import USUAL, cues_of, formula_share, sigmoid
from technofed.trace.clusters import Clusters
from technofed.trace.corpus import Corpus
from technofed.trace.passages import Floats, Passages
from technofed.trace.rarity import Rarity, learn_rarity, passage_rarity
from technofed.trace.spread import Spread, spread_of
from technofed.trace.tokens import Places

_LIKELY = 0.5
_FEW = 8
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Labels:
    """What is said of each passage; nothing is dropped.

    Attributes:
        probability: That it is substantive copying, and not what every bill says or chance.
        wording: The same from the words alone, as people labelled such alignments.
        reasons: Why, in words, of the first.
        spread: How each cluster is spread.
    """

    probability: Floats
    wording: Floats
    reasons: tuple[str, ...]
    spread: Spread


def text_features(matched: Places, similarity: Floats, rarity: Floats) -> Floats:
    """The features of an alignment by itself; shape (alignments, 3)."""
    return np.column_stack([np.log(np.maximum(matched, 1)), similarity, rarity])


def text_odds(matched: Places, similarity: Floats, rarity: Floats, *, known: bool = True) -> Floats:
    """Log odds of substance from the words alone.

    Args:
        matched: Equal words.
        similarity: Equal words as a share of all.
        rarity: Mean rarity of the words.
        known: Whether the rarity is known; if not, it says nothing either way.

    Returns:
        Log odds, one per alignment.
    """
    parts = model.TEXT.parts(text_features(matched, similarity, rarity))
    if not known:
        parts = parts[:, :2]
    return np.asarray(parts.sum(axis=1) + model.TEXT.weights[-1], dtype=np.float64)


def spread_features(spread: Spread) -> Floats:
    """The features of a cluster; shape (clusters, 5).

    Up to eight documents, being common says nothing: versions and companions are few.
    """
    many = np.log(np.maximum(spread.documents, _FEW) / _FEW)
    times = (spread.verbatim, 1 - spread.similarity, spread.before)
    return np.column_stack([spread.length, many, *(many * each for each in times)])


def first_texts(corpus: Corpus, passages: Passages, clusters: Clusters) -> list[str]:
    """The words of the first passage of each cluster, at most 4,000 characters."""
    first = np.unique(clusters.of, return_index=True)[1]
    out = []
    for at in first.tolist():
        span = corpus.tokens.span(int(passages.early_first[at]), int(passages.early_end[at]))
        text = corpus.documents[int(passages.early[at])].text
        out.append(text[span[0] : min(span[1], span[0] + _LONGEST)])
    return out


def wording(corpus: Corpus, passages: Passages, rarity: Rarity) -> Floats:
    """The probability of substance of each passage from its words alone."""
    rare = passage_rarity(corpus, passages, rarity)
    odds = text_odds(passages.matched, passages.similarity, rare, known=rarity.known)
    return sigmoid(odds)


def label(corpus: Corpus, passages: Passages, clusters: Clusters) -> Labels:
    """Say of each passage how likely it is substantive copying, and why.

    All passages of one cluster get one answer: a clause does not become substance because
    one bill has it a little longer.
    """
    spread = spread_of(corpus, passages, clusters)
    texts = first_texts(corpus, passages, clusters)
    features = spread_features(spread)
    usual = np.array([USUAL * max(0.0, formula_share(text) - 0.5) for text in texts])
    parts = np.column_stack([model.WHOLE.parts(features), -usual])
    chance = sigmoid(parts.sum(axis=1) + model.WHOLE.weights[-1])
    said = [
        _reason(float(chance[n]), parts[n], texts[n], (spread, n)) for n in range(len(clusters))
    ]
    words = wording(corpus, passages, learn_rarity(corpus))
    reasons = tuple(said[n] for n in clusters.of.tolist())
    return Labels(chance[clusters.of], words, reasons, spread)


def _reason(chance: float, parts: Floats, text: str, where: tuple[Spread, int]) -> str:
    """The strongest reason for the answer that was given, and the cues that were seen."""
    spread, n = where
    likely = chance >= _LIKELY
    strongest = int(np.argmax(parts if likely else -parts))
    words = (
        "its length" if likely else "it is short",
        f"in {int(spread.documents[n])} documents",
        f"{round(100 * float(spread.verbatim[n]))} % of its pairs word for word",
        f"adapted on its way (mean similarity {float(spread.similarity[n]):.2f})",
        f"{round(100 * float(spread.before[n]))} % of the corpus is older than its first day",
        "its wording" if likely else "it is mostly the wording of usual sections",
    )
    cues = cues_of(text)
    tail = f"; reads like: {', '.join(cues[:3])}" if cues else ""
    return f"{words[strongest]}{tail}"
