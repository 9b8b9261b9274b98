"""Clusters: one passage in nineteen bills is one finding, not 171."""

from dataclasses import dataclass

import numpy as np

from technofed.trace.components import components
from technofed.trace.passages import Passages
from technofed.trace.tokens import Places

_BACK = 4


@dataclass(frozen=True, slots=True)
class Clusters:
    """Passages that are copies of each other.

    Attributes:
        of: The cluster of each passage, numbered from 0 by the earliest member.
        document: The document of each member.
        first: The member's first word, words numbered through the corpus.
        end: The word after its last.
        cluster: The cluster of each member; members of a cluster stand together, by place.
    """

    of: Places
    document: Places
    first: Places
    end: Places
    cluster: Places

    def __len__(self) -> int:
        """How many clusters there are."""
        return int(self.of.max()) + 1 if len(self.of) else 0


def cluster(passages: Passages) -> Clusters:
    """Put passages together that share a place in some document.

    Two places are one if each covers at least half of the other: a clause inside a long
    passage is a finding of its own, and does not tie everything that holds it together.

    Args:
        passages: The passages of a corpus.

    Returns:
        Their clusters, and each cluster's places, those that are one told once.
    """
    count = len(passages)
    document = np.concatenate([passages.early, passages.late])
    first = np.concatenate([passages.early_first, passages.late_first])
    end = np.concatenate([passages.early_end, passages.late_end])
    order = np.lexsort((end, first))
    one, other = [np.arange(count)], [np.arange(count) + count]
    for back in range(1, min(_BACK, max(len(order) - 1, 0)) + 1):
        here, there = order[back:], order[:-back]
        common = np.minimum(end[here], end[there]) - first[here]
        longer = np.maximum(end[here] - first[here], end[there] - first[there])
        tied = common * 2 >= longer
        one.append(here[tied])
        other.append(there[tied])
    label = components(2 * count, np.concatenate(one), np.concatenate(other))
    earliest = np.full(2 * count, np.iinfo(np.int64).max)
    np.minimum.at(earliest, label, first)
    _, numbered = np.unique(earliest[label] * (2 * count + 1) + label, return_inverse=True)
    return _members(numbered, document, first, end)


def _members(label: Places, document: Places, first: Places, end: Places) -> Clusters:
    """Places of one cluster that overlap in one document become one member."""
    order = np.lexsort((first, document, label))
    label_, document_, first_, end_ = (each[order] for each in (label, document, first, end))
    new = np.ones(len(order), dtype=bool)
    if len(order):
        # Words are numbered through the corpus, so a running maximum within label and document
        # can be taken over the whole line by lifting each label above the one before.
        lift = label_ * (int(end_.max()) + 1)
        reach = np.maximum.accumulate(end_ + lift)
        new[1:] = first_[1:] + lift[1:] >= reach[:-1]
    starts = np.flatnonzero(new)
    ends = np.maximum.reduceat(end_, starts) if len(starts) else end_
    count = len(label) // 2
    return Clusters(label[:count], document_[starts], first_[starts], ends, label_[starts])
