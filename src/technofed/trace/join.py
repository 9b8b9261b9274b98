"""N-grams that documents share: packed keys, one sort, links without a cut-off."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from technofed.trace.settings import LENGTHENED_LINKS, Settings
from technofed.trace.tokens import Hashes, Places, Tokens, mixed

_BUCKET = 1 << 25
_SLICE = 1 << 19


@dataclass(frozen=True, slots=True)
class Shared:
    """What n-grams the documents share.

    Attributes:
        seeds: Linked n-grams: (distance between the two words) · 2^bits + the earlier word,
            words numbered through the corpus. Not sorted.
        bits: Bits that number the words of the corpus.
        spread: For each word, in how many documents the n-gram that starts there occurs.
    """

    seeds: Hashes
    bits: int
    spread: npt.NDArray[np.uint32]


def gram_hashes(tokens: Tokens, n: int) -> tuple[Hashes, Places]:
    """A number for every n-gram, and the word it starts at; none crosses two documents."""
    count = max(len(tokens) - n + 1, 0)
    whole = np.ones(len(tokens), dtype=bool)
    sizes = np.diff(tokens.bounds)
    for back in range(1, n):
        ends = tokens.bounds[1:][sizes >= back] - back
        whole[ends] = False
    total = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(0xD6E8FEB86659FD93)
    for at in range(n):
        total *= factor
        total += tokens.hashes[at : at + count]
    places = np.flatnonzero(whole[:count])
    return mixed(total if len(places) == count else total[places]), places


def share(
    tokens: Tokens, settings: Settings, since: int = 0, copies: Places | None = None
) -> Shared:
    """Find the n-grams that documents share and link their occurrences.

    Args:
        tokens: The words of the corpus, documents in order of date.
        settings: The length of n-grams, and up to how many occurrences all pairs are linked.
        since: Only links whose later word is this one or one after it.
        copies: How many identical documents each stands for; one each if not said.

    Returns:
        The links, and how widespread each n-gram is.
    """
    hashes, places = gram_hashes(tokens, settings.gram)
    bits = max(len(tokens).bit_length(), 1)
    documents = np.repeat(
        np.arange(len(tokens.bounds) - 1, dtype=np.uint32), np.diff(tokens.bounds)
    )
    spread = np.ones(len(tokens), dtype=np.uint32)
    if copies is not None:
        spread = copies[documents].astype(np.uint32)
    seeds = []
    for keys in _slices(hashes, places, bits):
        at, group = _shared_only(keys, bits)
        if len(at):
            linked = _Group(at, group, documents)
            spread[at] = linked.spread(copies)
            seeds += [
                ((late - early).astype(np.uint64) << np.uint64(bits)) | early.astype(np.uint64)
                for early, late in linked.pairs(settings.all_pairs, since)
            ]
    return Shared(_poured(seeds), bits, spread)


def _poured(parts: list[Hashes]) -> Hashes:
    """All parts in one array; each part is let go as soon as it is copied."""
    whole = np.empty(sum(map(len, parts)), dtype=np.uint64)
    at = len(whole)
    while parts:
        part = parts.pop()
        at -= len(part)
        whole[at : at + len(part)] = part
    return whole


def _slices(hashes: Hashes, places: Places, bits: int) -> Iterator[Hashes]:
    """Sorted keys in slices small enough for the processor's cache; no n-gram is cut in two."""
    for keys in _buckets(hashes, places, bits):
        at = 0
        while at < len(keys):
            end = len(keys)
            if end - at > _SLICE:
                top = keys[at + _SLICE] >> np.uint64(bits) << np.uint64(bits)
                end = int(np.searchsorted(keys, top))
            if end <= at:
                above = (keys[at] >> np.uint64(bits)) + np.uint64(1)
                end = int(np.searchsorted(keys, above << np.uint64(bits))) or len(keys)
            yield keys[at:end]
            at = end


def _buckets(hashes: Hashes, places: Places, bits: int) -> Iterator[Hashes]:
    """Sorted keys, hash above and place below, in buckets by the top of the hash.

    The bucket's bits need not stand in the key, so large corpora keep long hashes.
    """
    split = max(0, (len(hashes) // _BUCKET).bit_length())
    for bucket in range(1 << split):
        mine = slice(None) if not split else (hashes >> np.uint64(64 - split)) == bucket
        keys = (hashes[mine] << np.uint64(split)) >> np.uint64(bits) << np.uint64(bits)
        keys |= places[mine].astype(np.uint64)
        keys.sort()
        yield keys


def _shared_only(keys: Hashes, bits: int) -> tuple[Places, Places]:
    """The places whose n-gram occurs more than once, with the number of its group."""
    if len(keys) == 0:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    tops = keys >> np.uint64(bits)
    same = tops[1:] == tops[:-1]
    shared = np.zeros(len(keys), dtype=bool)
    shared[1:] = same
    shared[:-1] |= same
    new = np.ones(len(keys), dtype=bool)
    new[1:] = ~same
    mask = np.uint64((1 << bits) - 1)
    return (keys[shared] & mask).astype(np.int64), np.cumsum(new[shared]) - 1


class _Group:
    """Occurrences grouped by n-gram: their ranks, sizes, documents."""

    def __init__(self, at: Places, group: Places, documents: npt.NDArray[np.uint32]) -> None:
        self.at = at
        sizes = np.bincount(group)
        starts = np.cumsum(sizes) - sizes
        self.size = sizes[group].astype(np.int32)
        self.rank = (np.arange(len(at)) - starts[group]).astype(np.int32)
        self.document = documents[at]
        self._starts, self._group = starts, group

    def spread(self, copies: Places | None) -> Places:
        """For each occurrence, in how many documents its n-gram stands."""
        fresh = np.ones(len(self.at), dtype=np.int64)
        fresh[1:] = (self.document[1:] != self.document[:-1]) | (self.rank[1:] == 0)
        if copies is not None:
            fresh *= copies[self.document]
        counted: Places = np.add.reduceat(fresh, self._starts)[self._group]
        return counted

    def pairs(self, all_pairs: int, since: int) -> Iterator[tuple[Places, Places]]:
        """Pairs of occurrences (earlier, later) in different documents."""
        late = self.at >= since
        few = self.size <= all_pairs
        for back in range(1, all_pairs):
            wanted = (self.rank >= back) & late
            if back > LENGTHENED_LINKS:
                wanted &= few
            here = np.flatnonzero(wanted)
            if not len(here):
                continue
            yield self._between(here, here - back)
        for first in range(LENGTHENED_LINKS):
            # Those nearer than this to the first are linked to it as to a previous one.
            here = np.flatnonzero((self.rank > first + LENGTHENED_LINKS) & late & ~few)
            yield self._between(here, here - self.rank[here] + first)

    def _between(self, here: Places, there: Places) -> tuple[Places, Places]:
        apart = self.document[here] != self.document[there]
        return self.at[there[apart]], self.at[here[apart]]
