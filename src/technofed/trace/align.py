"""Exact word-level alignment of candidates, and the best stretches of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from technofed.trace.chains import Chains
from technofed.trace.settings import Settings
from technofed.trace.stretches import maximal_stretches
from technofed.trace.tokens import Hashes, Tokens

Block = tuple[bool, int, int, int, int]
"""Equal or not; words of the earlier text from, to; words of the later text from, to."""

Step = tuple[str, int, int, int, int]
"""What is done (equal, replace, insert, delete), and from where to where on both sides."""

_WHOLE = 1500
"""Windows up to this many words are aligned whole; longer ones between their longest runs."""

_ANCHOR = 12
_HOPELESS = 64_000_000
"""Words by words beyond which what lies between two runs is not aligned, but called edited."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage: where it stands in both texts, in words numbered through the corpus.

    Attributes:
        early: First word, and the word after the last, in the earlier document.
        late: The same in the later document.
        matched: Words that are equal.
        edits: Words put in, taken out or replaced.
        strength: Match strength: equal words less the cost of the edits.
    """

    early: tuple[int, int]
    late: tuple[int, int]
    matched: int
    edits: int
    strength: float


class Aligner:
    """Aligns chains. Words become characters, so that a kept library does the inner loop."""

    def __init__(self, tokens: Tokens, settings: Settings) -> None:
        self._tokens, self._settings = tokens, settings
        self._points = word_points(tokens.hashes)

    def passages(self, chains: Chains, number: int) -> list[Aligned]:
        """The passages of one chain; often one, none when its words were scattered."""
        return best_passages(self.blocks(chains, number), self._settings)

    def blocks(self, chains: Chains, number: int) -> list[Block]:
        """The alignment of one chain and its margins."""
        first, last = int(chains.bounds[number]), int(chains.bounds[number + 1])
        runs, margin = chains.runs, self._settings.margin
        begin = runs.early[first:last]
        end = begin + runs.words[first:last]
        apart = runs.apart[first:last]
        bounds = self._tokens.bounds
        early, late = int(chains.early[number]), int(chains.late[number])
        if last - first == 1:
            a, b = int(begin[0]), int(end[0])
            c, d = a + int(apart[0]), b + int(apart[0])
        else:
            a, b = int(begin[0]), int(end.max())
            c, d = int((begin + apart).min()), int((end + apart).max())
        window = (
            max(a - margin, int(bounds[early])),
            min(b + margin, int(bounds[early + 1])),
            max(c - margin, int(bounds[late])),
            min(d + margin, int(bounds[late + 1])),
        )
        if max(window[1] - window[0], window[3] - window[2]) <= _WHOLE:
            return self.between(*window)
        anchors = _anchors(begin, apart, runs.words[first:last])
        return self._piecewise(window, anchors)

    def between(self, a: int, b: int, c: int, d: int) -> list[Block]:
        """Align words ``a`` to ``b`` with words ``c`` to ``d``."""
        if (b - a) * (d - c) > _HOPELESS:
            return [(False, a, b, c, d)]
        points = self._points
        found = steps(
            points[a:b].tobytes().decode("utf-32-le"), points[c:d].tobytes().decode("utf-32-le")
        )
        blocks: list[Block] = []
        for tag, i, j, k, m in found:
            if tag == "equal":
                blocks.append((True, a + i, a + j, c + k, c + m))
            elif blocks and not blocks[-1][0]:
                blocks[-1] = (False, blocks[-1][1], a + j, blocks[-1][3], c + m)
            else:
                blocks.append((False, a + i, a + j, c + k, c + m))
        return blocks

    def _piecewise(
        self, window: tuple[int, int, int, int], anchors: list[tuple[int, int, int]]
    ) -> list[Block]:
        """Equal stretches that are known already, and alignments of what lies between."""
        at, until, over, until_late = window
        blocks: list[Block] = []
        for start, distance, length in anchors:
            skip = max(at - start, over - start - distance, 0)
            if skip >= length:
                continue
            begin, words = start + skip, length - skip
            blocks += self.between(at, begin, over, begin + distance)
            at, over = begin + words, begin + distance + words
            blocks.append((True, begin, at, begin + distance, over))
        return [*blocks, *self.between(at, until, over, until_late)]


def steps(one: str | Sequence[int], other: str | Sequence[int]) -> list[Step]:
    """The fewest steps that turn one line of words into another (Levenshtein 1966).

    Args:
        one: Words as characters or as numbers.
        other: The same of the other line.

    Returns:
        The steps, equal stretches among them, in order.
    """
    return cast("list[Step]", Levenshtein.opcodes(one, other).as_list())


def word_points(hashes: Hashes) -> npt.NDArray[np.uint32]:
    """One of 2^20 characters for each word.

    Two different words side by side pass for equal once in a million; the alignment that is
    shown to a reader (:mod:`technofed.trace.compare`) compares the words themselves.
    """
    return ((hashes >> np.uint64(44)) + np.uint64(0x10000)).astype(np.uint32)


def _anchors(
    begin: npt.NDArray[np.int64], apart: npt.NDArray[np.int64], words: npt.NDArray[np.int64]
) -> list[tuple[int, int, int]]:
    """Long runs in one order in both texts: the longest first, then all that fit beside them."""
    starts: list[int] = []
    held: list[tuple[int, int, int]] = []
    for n in np.argsort(-words, kind="stable").tolist():
        run = int(begin[n]), int(apart[n]), int(words[n])
        if run[2] < _ANCHOR:
            break
        place = bisect_left(starts, run[0])
        if place and held[place - 1][0] + held[place - 1][1] >= run[0] + run[1]:
            continue
        if place < len(held) and held[place][0] + held[place][1] <= run[0] + run[1]:
            continue
        starts.insert(place, run[0])
        held.insert(place, run)
    return held


def best_passages(blocks: list[Block], settings: Settings) -> list[Aligned]:
    """The stretches of an alignment whose equal words outweigh their edits enough."""
    gains = [
        float(b - a) if equal else -settings.edit_cost * min(max(b - a, d - c), settings.block)
        for equal, a, b, c, d in blocks
    ]
    found = []
    for first, end, strength in maximal_stretches(gains):
        if strength < settings.least_score:
            continue
        part = blocks[first:end]
        matched = sum(b - a for equal, a, b, _, _ in part if equal)
        edits = sum(max(b - a, d - c) for equal, a, b, c, d in part if not equal)
        span = (part[0][1], part[-1][2]), (part[0][3], part[-1][4])
        found.append(Aligned(*span, matched, edits, round(strength, 3)))
    return found
