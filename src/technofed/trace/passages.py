"""From a corpus to its passages: the stages put together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from technofed.trace.align import Aligned, Aligner
from technofed.trace.chains import Chains, chain
from technofed.trace.corpus import Corpus
from technofed.trace.join import Shared, share
from technofed.trace.runs import near_runs
from technofed.trace.settings import Settings
from technofed.trace.tokens import Places

Floats = npt.NDArray[np.float64]
Watch = Callable[[Iterable[int], int], Iterable[int]]
"""Given things to go through and how many there are, goes through them; may show progress."""


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages that two documents share; one entry per pair of places, in order.

    Match strength and commonness stand apart and are never multiplied: a model bill copied
    into a hundred others is as common as a clause that every bill has.

    Attributes:
        early: Number of the earlier document in the corpus.
        late: Number of the later one.
        early_first: First word there, words numbered through the corpus.
        early_end: The word after its last.
        late_first: The same in the later document.
        late_end: The word after its last there.
        matched: Words that are equal.
        edits: Words put in, taken out or replaced.
        strength: Equal words less the cost of edits.
        spread: Commonness: in how many documents its n-grams stand (geometric mean, both sides).
        early_support: Mean log of in how many documents the earlier side's n-grams stand.
        late_support: The same of the later side.
    """

    early: Places
    late: Places
    early_first: Places
    early_end: Places
    late_first: Places
    late_end: Places
    matched: Places
    edits: Places
    strength: Floats
    spread: Floats
    early_support: Floats
    late_support: Floats

    def __len__(self) -> int:
        """How many there are."""
        return len(self.early)

    @property
    def similarity(self) -> Floats:
        """Equal words as a share of equal and edited ones."""
        return np.asarray(self.matched / np.maximum(self.matched + self.edits, 1))

    def pick(self, which: npt.NDArray[np.generic]) -> "Passages":
        """Some of them, by mask or number."""
        return Passages(*(getattr(self, field.name)[which] for field in fields(self)))


def silent(items: Iterable[int], total: int) -> Iterable[int]:
    """Go through things and show nothing."""
    return items


def find_passages(
    corpus: Corpus, settings: Settings, *, since: int = 0, watch: Watch = silent
) -> Passages:
    """Find every passage that two documents of a corpus share.

    Args:
        corpus: The documents.
        settings: How to look.
        since: Only passages whose later document has this number or a later one.
        watch: Goes through the candidates, and may show how far it got.

    Returns:
        The passages, by earlier document, later document and place.
    """
    tokens = corpus.tokens
    shared = share(tokens, settings, int(tokens.bounds[since]), corpus.copies)
    candidates = _candidates(corpus, shared, settings)
    aligner = Aligner(tokens, settings)
    found: list[tuple[int, int, Aligned]] = []
    for number in watch(range(len(candidates)), len(candidates)):
        pair = int(candidates.early[number]), int(candidates.late[number])
        found += [(*pair, each) for each in aligner.passages(candidates, number)]
    return _without_doubles(_columns(found, shared, settings.gram))


def _candidates(corpus: Corpus, shared: Shared, settings: Settings) -> Chains:
    runs = near_runs(shared, settings)
    return chain(runs, corpus.tokens, shared.bits, settings)


def _columns(found: list[tuple[int, int, Aligned]], shared: Shared, gram: int) -> Passages:
    rows = [
        (early, late, *each.early, *each.late, each.matched, each.edits)
        for early, late, each in found
    ]
    whole = np.array(rows, dtype=np.int64).reshape(-1, 8).T
    strength = np.array([each.strength for _, _, each in found], dtype=np.float64)
    logs = np.concatenate([[0.0], np.cumsum(np.log(shared.spread))])
    supports = []
    for first, end in ((whole[2], whole[3]), (whole[4], whole[5])):
        last = np.maximum(end - gram + 1, np.minimum(first + 1, end))
        supports.append((logs[last] - logs[first]) / np.maximum(last - first, 1))
    spread = np.exp(np.maximum(supports[0], supports[1]))
    places = [whole[n] for n in range(8)]
    numbers = [strength, spread, supports[0], supports[1]]
    names = [field.name for field in fields(Passages)]
    return Passages(**dict(zip(names, [*places, *numbers], strict=True)))


def _without_doubles(passages: Passages) -> Passages:
    """Of passages that cover the same places of the same pair, the strongest."""
    order = np.lexsort(
        (
            -passages.strength,
            passages.late_first,
            passages.early_first,
            passages.late,
            passages.early,
        )
    )
    passages = passages.pick(order)
    while len(passages) > 1:
        doubled = _doubled(passages)
        weaker = np.where(passages.strength[1:] > passages.strength[:-1], 0, 1)
        dropped = np.unique((np.arange(len(passages) - 1) + weaker)[doubled])
        if not len(dropped):
            break
        passages = passages.pick(np.delete(np.arange(len(passages)), dropped))
    return passages


def _doubled(each: Passages) -> npt.NDArray[np.bool_]:
    """Whether each passage and the next lie mostly on each other in both documents."""
    same = (each.early[1:] == each.early[:-1]) & (each.late[1:] == each.late[:-1])
    for first, end in (
        (each.early_first, each.early_end),
        (each.late_first, each.late_end),
    ):
        common = np.minimum(end[1:], end[:-1]) - np.maximum(first[1:], first[:-1])
        shorter = np.minimum(end[1:] - first[1:], end[:-1] - first[:-1])
        same &= common * 2 > shorter
    return np.asarray(same)
