"""How rare words are, from a sample of the corpus, and how rare those of a passage are."""

from dataclasses import dataclass

import numpy as np

from technofed.trace.corpus import Corpus
from technofed.trace.passages import Floats, Passages
from technofed.trace.tokens import Hashes

_SAMPLE = 3_000_000
_FEW = 50


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of the sampled documents each word stands.

    Attributes:
        words: The words that were seen, as numbers, sorted.
        rarity: Of each, the log of sampled documents over documents with the word.
        unseen: The rarity of a word that was not seen.
        known: Whether there were documents enough to say.
    """

    words: Hashes
    rarity: Floats
    unseen: float
    known: bool

    def of(self, hashes: Hashes) -> Floats:
        """The rarity of words."""
        at = np.minimum(np.searchsorted(self.words, hashes), max(len(self.words) - 1, 0))
        if not len(self.words):
            return np.full(len(hashes), self.unseen)
        return np.where(self.words[at] == hashes, self.rarity[at], self.unseen)


def learn_rarity(corpus: Corpus) -> Rarity:
    """Count documents per word, in every k-th document, so that the cost stays bounded."""
    tokens = corpus.tokens
    step = max(1, len(tokens) // _SAMPLE)
    seen = [
        np.unique(tokens.hashes[tokens.bounds[n] : tokens.bounds[n + 1]])
        for n in range(0, len(corpus.documents), step)
    ]
    words, counts = np.unique(
        np.concatenate([*seen, np.zeros(0, dtype=np.uint64)]), return_counts=True
    )
    total = len(seen) + 1
    return Rarity(words, np.log(total / (counts + 1)), float(np.log(total)), len(seen) >= _FEW)


def passage_rarity(corpus: Corpus, passages: Passages, rarity: Rarity) -> Floats:
    """The mean rarity of each passage's words in its later document."""
    if not len(passages):
        return np.zeros(0)
    sizes = passages.late_end - passages.late_first
    starts = np.cumsum(sizes) - sizes
    at = np.repeat(passages.late_first - starts, sizes) + np.arange(int(sizes.sum()))
    values = rarity.of(corpus.tokens.hashes[at])
    return np.asarray(np.add.reduceat(values, starts) / sizes, dtype=np.float64)
