"""Filler and passages for made-up corpora.

A Markov chain over one half of real bills, and spans of the other half.
"""

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
_WORD = re.compile(r"\S*[A-Za-z]\S*")
_CHECK = 8


def bill_texts(data: Path) -> list[str]:
    """The texts of the bills in ``data/ai-bills``, in the order of the file."""
    with gzip.open(data / "ai-bills" / "bills.jsonl.gz", "rt", encoding="utf-8") as stream:
        return [json.loads(line)["text"] or "" for line in stream]


@dataclass(frozen=True)
class Prose:
    """What made-up documents are written from.

    Attributes:
        vocabulary: The words of the training half, as written.
        filler: The words of the training half, as numbers, one bill after another.
        held_out: The bills of the other half, as lists of words.
    """

    vocabulary: list[str]
    filler: Ints
    held_out: list[list[str]]


def split_prose(texts: list[str], rng: np.random.Generator) -> Prose:
    """Split bills into a half for filler and a half for passages.

    No eight words in a row of the filler's half are left in a passage: see ``spans``.
    """
    cut = [_WORD.findall(text) for text in texts]
    order = rng.permutation(len(cut))
    half = len(cut) // 2
    words = [word for n in order[:half].tolist() for word in cut[n]]
    vocabulary = sorted(set(words))
    number = {word: n for n, word in enumerate(vocabulary)}
    filler = np.array([number[word] for word in words], dtype=np.int64)
    return Prose(vocabulary, filler, [cut[n] for n in order[half:].tolist()])


class Spans:
    """Hands out spans of held-out prose, no two of which share eight words in a row."""

    def __init__(self, prose: Prose, rng: np.random.Generator) -> None:
        self._prose, self._rng = prose, rng
        words = [prose.vocabulary[n].lower() for n in prose.filler.tolist()]
        self._used = {hash(tuple(words[n : n + _CHECK])) for n in range(len(words) - _CHECK + 1)}

    def draw(self, length: int) -> list[str]:
        """A span of so many words that stands nowhere else."""
        while True:
            bill = self._prose.held_out[int(self._rng.integers(len(self._prose.held_out)))]
            if len(bill) < length + 1:
                continue
            first = int(self._rng.integers(len(bill) - length))
            span = bill[first : first + length]
            low = [word.lower() for word in span]
            marks = {hash(tuple(low[n : n + _CHECK])) for n in range(length - _CHECK + 1)}
            if not marks & self._used and len(set(low)) * 3 > length:
                self._used |= marks
                return span


class Chain:
    """A Markov chain of order two over words, walked by many at once.

    Small training texts leave most pairs of words one successor, and the chain would recite
    them. So now and then it looks back one word only, and now and then it starts anew.

    Attributes:
        forget: Share of the steps that look back one word only.
        jump: Share of the steps that start anew at any word of the training text.
    """

    forget, jump = 0.15, 0.08

    def __init__(self, words: Ints, vocabulary: int) -> None:
        self._size = vocabulary
        pairs = words[:-2] * vocabulary + words[1:-1]
        self._after_two, self._two = _successors(pairs, words[2:])
        self._after_one, self._one = _successors(words[:-1], words[1:])
        self._words = words

    def walk(self, walkers: int, steps: int, rng: np.random.Generator) -> Ints:
        """So many walks of so many words, as rows."""
        out = np.empty((steps, walkers), dtype=np.int64)
        starts = rng.integers(len(self._words) - 2, size=walkers)
        out[0], out[1] = self._words[starts], self._words[starts + 1]
        for step in range(2, steps):
            pair = out[step - 2] * self._size + out[step - 1]
            at, known = _find(self._two, pair)
            first, last = self._two[1][at], self._two[2][at]
            lone, _ = _find(self._one, out[step - 1])
            forget = ~known | (rng.random(walkers) < self.forget)
            first = np.where(forget, self._one[1][lone], first)
            last = np.where(forget, self._one[2][lone], last)
            drawn = first + (rng.random(walkers) * (last - first)).astype(np.int64)
            out[step] = np.where(
                forget,
                self._after_one[np.minimum(drawn, len(self._after_one) - 1)],
                self._after_two[np.minimum(drawn, len(self._after_two) - 1)],
            )
            anew = np.flatnonzero(rng.random(walkers) < self.jump)
            out[step, anew] = self._words[rng.integers(len(self._words), size=len(anew))]
        return out.T


Index = tuple[Ints, Ints, Ints]


def _successors(states: Ints, following: Ints) -> tuple[Ints, Index]:
    order = np.argsort(states, kind="stable")
    values, first, counts = np.unique(states[order], return_index=True, return_counts=True)
    return following[order], (values, first, first + counts)


def _find(index: Index, wanted: Ints) -> tuple[Ints, npt.NDArray[np.bool_]]:
    at = np.minimum(np.searchsorted(index[0], wanted), len(index[0]) - 1)
    return at, index[0][at] == wanted
