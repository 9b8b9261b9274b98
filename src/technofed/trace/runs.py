"""Seeds joined along their diagonals, and the lonely ones set aside."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from technofed.trace.join import Shared
from technofed.trace.settings import Settings
from technofed.trace.tokens import Hashes, Places

_SLICE = 1 << 18
_WORD = 64


@dataclass(frozen=True, slots=True)
class Runs:
    """Exact common stretches of words, longest possible at their n-grams.

    Attributes:
        early: The first word in the earlier document, numbered through the corpus.
        apart: How many words later the same words stand in the later document.
        words: How many words are equal.
    """

    early: Places
    apart: Places
    words: Places

    def __len__(self) -> int:
        """How many there are."""
        return len(self.early)

    def pick(self, which: npt.NDArray[np.generic]) -> "Runs":
        """Some of them, by mask or number."""
        return Runs(self.early[which], self.apart[which], self.words[which])


def near_runs(shared: Shared, settings: Settings) -> Runs:
    """The runs of all seeds that have company (sorts the seeds in place).

    A diagonal is a distance between two places of the corpus, so it names the pair of
    documents as well, and one sort of packed numbers does for all pairs at once. What
    follows goes slice by slice, in stretches of whole diagonals that overlap by a band, so
    that memory stays bounded and the numbers stay in the processor's cache.
    """
    seeds, bits = shared.seeds, np.uint64(shared.bits)
    seeds.sort()
    kept = []
    at = 0
    while at < len(seeds):
        last = int(seeds[min(at + _SLICE, len(seeds)) - 1] >> bits)
        first = int(seeds[at] >> bits)
        at = int(np.searchsorted(seeds, np.uint64(last + 1) << bits))
        low = np.uint64(max(first - settings.band, 0)) << bits
        high = np.uint64(last + 1 + settings.band) << bits
        part = seeds[np.searchsorted(seeds, low) : np.searchsorted(seeds, high)]
        runs = join_runs(part, shared.bits, settings.gram)
        near = in_company(runs, shared.bits, settings)
        kept.append(near.pick((near.apart >= first) & (near.apart <= last)))
    columns = (
        [each.early for each in kept],
        [each.apart for each in kept],
        [each.words for each in kept],
    )
    none = np.zeros(0, dtype=np.int64)
    early, apart, words = (np.concatenate([*column, none]) for column in columns)
    return Runs(early, apart, words)


def join_runs(seeds: Hashes, bits: int, gram: int) -> Runs:
    """Join seeds that follow each other on one diagonal.

    Args:
        seeds: Whole diagonals of packed seeds, sorted.
        bits: Bits that number the words of the corpus.
        gram: Words in an n-gram.

    Returns:
        The runs, by diagonal and place.
    """
    if not len(seeds):
        none = np.zeros(0, dtype=np.int64)
        return Runs(none, none, none)
    first = np.ones(len(seeds), dtype=bool)
    first[1:] = seeds[1:] != seeds[:-1] + np.uint64(1)
    at = np.flatnonzero(first)
    lengths = np.diff(at, append=len(seeds))
    heads = seeds[at]
    mask = np.uint64((1 << bits) - 1)
    return Runs(
        (heads & mask).astype(np.int64),
        (heads >> np.uint64(bits)).astype(np.int64),
        lengths + gram - 1,
    )


def in_company(runs: Runs, bits: int, settings: Settings) -> Runs:
    """Keep the runs that, with their neighbours, cover enough words to be worth aligning.

    Neighbours lie in one band of diagonals with gaps of at most ``settings.gap`` words. Bands
    are laid twice, the second time shifted by half, so that a border parts no neighbours.
    """
    if not len(runs):
        return runs
    kept = [_kept(runs, bits, settings, shift) for shift in (0, settings.band // 2)]
    packed = np.unique(np.concatenate(kept))
    return runs.pick(packed.astype(np.int64))


def _kept(runs: Runs, bits: int, settings: Settings, shift: int) -> Places:
    """The numbers of the runs that have company in bands shifted by so much."""
    order = band_order(runs, bits, settings.band, shift)
    keys = _band_keys(runs, bits, settings.band, shift)[order]
    words = runs.words[order]
    new = np.ones(len(order) + 1, dtype=bool)
    # The band stands above the place, so keys of two bands differ by more than a gap; at the very
    # ends of a corpus they may not, and then more is kept, which the chains sort out.
    new[1:-1] = keys[1:] - keys[:-1] > (words[:-1] + settings.gap).astype(np.uint64)
    # Nearly all runs stand alone; they are put aside before anything is added up.
    some = ~(new[:-1] & new[1:]) | (words >= settings.seed_words)
    order, words = order[some], words[some]
    starts = np.flatnonzero(new[:-1][some])
    if not len(starts):
        return order
    covered = np.add.reduceat(words, starts)
    sizes = np.diff(starts, append=len(order))
    kept: Places = order[np.repeat(covered >= settings.seed_words, sizes)]
    return kept


def _band_keys(runs: Runs, bits: int, band: int, shift: int) -> Hashes:
    """Band of diagonals above, place in the earlier document below."""
    low = np.uint64(band.bit_length() - 1)
    keys = (runs.apart + shift).astype(np.uint64) >> low << np.uint64(bits)
    return np.asarray(keys | runs.early.astype(np.uint64), dtype=np.uint64)


def band_order(runs: Runs, bits: int, band: int, shift: int) -> Places:
    """The order of runs by band of diagonals, then by place in the earlier document.

    The key and the run's own number are packed into one integer where they fit, since
    sorting numbers is several times quicker than sorting their order.
    """
    keys = _band_keys(runs, bits, band, shift)
    own = max(len(keys) - 1, 1).bit_length()
    if not len(keys) or int(keys.max()).bit_length() + own > _WORD:
        return np.argsort(keys, kind="stable")
    packed = keys << np.uint64(own) | np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    return np.asarray(packed & np.uint64((1 << own) - 1)).astype(np.int64)
