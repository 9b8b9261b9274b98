"""How a cluster is spread over documents, days and places: what tells a model from a clause."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from technofed.trace.clusters import Clusters
from technofed.trace.corpus import Corpus
from technofed.trace.passages import Floats, Passages
from technofed.trace.tokens import Places


@dataclass(frozen=True, slots=True)
class Spread:
    """One entry per cluster.

    Attributes:
        documents: In how many documents it stands, identical ones included.
        share: That as a share of the corpus.
        before: Share of the dated documents that are older than its first appearance.
        uptake: Share of the documents since its first appearance that have it.
        verbatim: Share of its passages without any edit.
        similarity: Mean similarity of its passages.
        jurisdictions: In how many places it stands.
        length: Mean log of the equal words of its passages.
    """

    documents: Places
    share: Floats
    before: Floats
    uptake: Floats
    verbatim: Floats
    similarity: Floats
    jurisdictions: Places
    length: Floats


def spread_of(corpus: Corpus, passages: Passages, clusters: Clusters) -> Spread:
    """Measure how each cluster is spread.

    Args:
        corpus: The documents.
        passages: Their passages.
        clusters: The clusters of the passages.

    Returns:
        The spread of each cluster.
    """
    count = len(clusters)
    pair = np.unique(np.column_stack([clusters.cluster, clusters.document]), axis=0)
    documents = np.bincount(pair[:, 0], corpus.copies[pair[:, 1]], count).astype(np.int64)
    days = np.array([_number(each.day) for each in corpus.documents])
    dated = np.sort(days[np.isfinite(days)])
    first = np.full(count, np.inf)
    np.minimum.at(first, pair[:, 0], np.nan_to_num(days[pair[:, 1]], nan=np.inf))
    older = np.searchsorted(dated, first, side="left")
    before = older / max(len(dated), 1)
    since = np.maximum(corpus.size * (1 - before), documents)
    total = np.bincount(clusters.of, minlength=count)
    clean = np.bincount(clusters.of, passages.edits == 0, count)
    alike = np.bincount(clusters.of, passages.similarity, count)
    names = [each.jurisdiction for each in corpus.documents]
    places = np.unique(names, return_inverse=True)[1][pair[:, 1]]
    where = np.unique(np.column_stack([pair[:, 0], places]), axis=0)
    return Spread(
        documents,
        documents / max(corpus.size, 1),
        np.where(np.isfinite(first), before, 0.0),
        documents / np.maximum(since, 1),
        clean / np.maximum(total, 1),
        alike / np.maximum(total, 1),
        np.bincount(where[:, 0], minlength=count),
        np.bincount(clusters.of, np.log(np.maximum(passages.matched, 1)), count)
        / np.maximum(total, 1),
    )


def _number(day: date | None) -> float:
    return float("nan") if day is None else float(day.toordinal())
