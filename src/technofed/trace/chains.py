"""Runs of one pair of documents chained into candidates for alignment."""

from dataclasses import dataclass

import numpy as np

from technofed.trace.components import components
from technofed.trace.runs import Runs, band_order
from technofed.trace.settings import Settings
from technofed.trace.tokens import Places, Tokens


@dataclass(frozen=True, slots=True)
class Chains:
    """Places of two documents that share enough words, not necessarily in one order.

    Attributes:
        runs: The runs of all chains, chain by chain, by place in the earlier document.
        bounds: ``bounds[c]`` to ``bounds[c + 1]`` are the runs of chain ``c``.
        early: The earlier document of each chain.
        late: The later document.
    """

    runs: Runs
    bounds: Places
    early: Places
    late: Places

    def __len__(self) -> int:
        """How many chains there are."""
        return len(self.early)


def chain(runs: Runs, tokens: Tokens, bits: int, settings: Settings) -> Chains:
    """Chain the runs that are near each other in both documents.

    Order does not matter: each chain lives in a band of diagonals, so passages that changed
    places make chains of their own.
    """
    early = np.searchsorted(tokens.bounds, runs.early, side="right") - 1
    late = np.searchsorted(tokens.bounds, runs.early + runs.apart, side="right") - 1
    ties = [
        _ties(runs, early, late, band_order(runs, bits, settings.band * 2, shift), settings)
        for shift in (0, settings.band)
    ]
    one, other = (np.concatenate([tie[end] for tie in ties]) for end in (0, 1))
    label = components(len(runs), one, other)
    order = np.lexsort((runs.early, label))
    label, runs = label[order], runs.pick(order)
    starts = np.flatnonzero(np.diff(label, prepend=-1))
    bounds = np.append(starts, len(label))
    whole = Chains(runs, bounds, early[order][starts], late[order][starts])
    return _strong(whole, settings)


def _ties(
    runs: Runs, early: Places, late: Places, order: Places, settings: Settings
) -> tuple[Places, Places]:
    """Neighbours in an order that lie in one pair of documents, near in both."""
    one, other = order[:-1], order[1:]
    near = (early[one] == early[other]) & (late[one] == late[other])
    near &= runs.early[other] - runs.early[one] - runs.words[one] <= settings.gap
    near &= np.abs(runs.apart[other] - runs.apart[one]) <= settings.band
    return one[near], other[near]


def _strong(whole: Chains, settings: Settings) -> Chains:
    """Only the chains whose runs cover enough different words of the earlier document."""
    if not len(whole):
        return whole
    runs, starts = whole.runs, whole.bounds[:-1]
    ends = runs.early + runs.words
    extent = np.maximum.reduceat(ends, starts) - runs.early[starts]
    covered = np.minimum(np.add.reduceat(runs.words, starts), extent)
    good = covered >= settings.seed_words
    sizes = np.diff(whole.bounds)
    kept = runs.pick(np.repeat(good, sizes))
    bounds = np.append(0, np.cumsum(sizes[good]))
    return Chains(kept, bounds, whole.early[good], whole.late[good])
