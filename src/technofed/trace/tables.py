"""Findings as tables: one dictionary of columns each, every place in characters."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from technofed.law.documents import Document
from technofed.trace.clusters import Clusters
from technofed.trace.corpus import Corpus
from technofed.trace.direction import Directions
from technofed.trace.label import Labels
from technofed.trace.passages import Passages
from technofed.trace.tokens import Places

Table = dict[str, list[Any]]
_QUOTE = 240
_LIKELY = 0.5


def passage_table(
    corpus: Corpus,
    passages: Passages,
    clusters: Clusters,
    labels: Labels,
    ways: Directions,
) -> Table:
    """One row per passage of a pair, with its places, strength, commonness, label, direction."""
    table = _sides(corpus, passages)
    table |= {
        "words_matched": passages.matched.tolist(),
        "edits": passages.edits.tolist(),
        "similarity": passages.similarity.round(4).tolist(),
        "strength": passages.strength.tolist(),
        "commonness": passages.spread.round(2).tolist(),
        "probability": labels.probability.round(4).tolist(),
        "reason": list(labels.reasons),
        "wording": labels.wording.round(4).tolist(),
        "cluster": clusters.of.tolist(),
        "earlier_to_later": ways.forward.round(4).tolist(),
        "direction_from": list(ways.because),
    }
    table["quote"] = [
        corpus.documents[n].text[start : min(end, start + _QUOTE)]
        for n, start, end in zip(
            passages.early.tolist(), table["early_start"], table["early_end"], strict=True
        )
    ]
    return table


def _sides(corpus: Corpus, passages: Passages) -> Table:
    table: Table = {}
    for side in ("early", "late"):
        documents = [corpus.documents[n] for n in getattr(passages, side).tolist()]
        spans = _characters(
            corpus, getattr(passages, f"{side}_first"), getattr(passages, f"{side}_end")
        )
        table |= {
            side: [each.id for each in documents],
            f"{side}_day": [each.day for each in documents],
            f"{side}_jurisdiction": [each.jurisdiction for each in documents],
            f"{side}_start": spans[0],
            f"{side}_end": spans[1],
        }
    pairs = zip(passages.early.tolist(), passages.late.tolist(), strict=True)
    table["same_series"] = [
        bool(corpus.documents[one].series)
        and corpus.documents[one].series == corpus.documents[other].series
        for one, other in pairs
    ]
    return table


def _characters(corpus: Corpus, first: Places, end: Places) -> tuple[list[int], list[int]]:
    tokens = corpus.tokens
    if not len(first):
        return [], []
    last = end - 1
    ends = tokens.starts[last].astype(np.int64) + tokens.lengths[last]
    return tokens.starts[first].tolist(), ends.tolist()


def cluster_table(corpus: Corpus, passages: Passages, clusters: Clusters, labels: Labels) -> Table:
    """One row per cluster: a finding, however many documents it stands in."""
    firsts = _first_members(clusters)
    at = [int(clusters.document[n]) for n in firsts]
    spans = _characters(corpus, clusters.first[firsts], clusters.end[firsts])
    chance = np.zeros(len(clusters))
    chance[clusters.of] = labels.probability
    reasons = dict(zip(clusters.of.tolist(), labels.reasons, strict=True))
    strength = np.zeros(len(clusters))
    np.maximum.at(strength, clusters.of, passages.strength)
    documents = [corpus.documents[n] for n in at]
    return {
        "cluster": list(range(len(clusters))),
        "documents": labels.spread.documents.tolist(),
        "jurisdictions": labels.spread.jurisdictions.tolist(),
        "earliest": [each.id for each in documents],
        "earliest_day": [each.day for each in documents],
        "start": spans[0],
        "end": spans[1],
        "strength": strength.tolist(),
        "probability": chance.round(4).tolist(),
        "reason": [reasons[n] for n in range(len(clusters))],
        "verbatim": labels.spread.verbatim.round(4).tolist(),
        "similarity": labels.spread.similarity.round(4).tolist(),
        "quote": [
            each.text[start : min(end, start + _QUOTE)]
            for each, start, end in zip(documents, *spans, strict=True)
        ],
    }


def _first_members(clusters: Clusters) -> Places:
    """The earliest member of each cluster; members stand in order of cluster, then document."""
    return np.unique(clusters.cluster, return_index=True)[1]


def member_table(corpus: Corpus, clusters: Clusters) -> Table:
    """One row per place at which a cluster stands; identical documents are told by ``same``."""
    start, end = _characters(corpus, clusters.first, clusters.end)
    return {
        "cluster": clusters.cluster.tolist(),
        "document": [corpus.documents[n].id for n in clusters.document.tolist()],
        "start": start,
        "end": end,
    }


def pair_table(corpus: Corpus, passages: Passages, labels: Labels) -> Table:
    """One row per pair of documents: the words they share, substantive and in all."""
    if not len(passages):
        empty: Table = {name: [] for name in ("early", "late", "passages", "words", "substantive")}
        return empty
    keys = passages.early * len(corpus.documents) + passages.late
    pairs, which = np.unique(keys, return_inverse=True)
    words = np.bincount(which, passages.matched).astype(np.int64)
    likely = np.where(labels.probability >= _LIKELY, passages.matched, 0)
    return {
        "early": _ids(corpus.documents, pairs // len(corpus.documents)),
        "late": _ids(corpus.documents, pairs % len(corpus.documents)),
        "passages": np.bincount(which).tolist(),
        "words": words.tolist(),
        "substantive": np.bincount(which, likely).astype(np.int64).tolist(),
    }


def same_table(corpus: Corpus) -> Table:
    """One row per document that is, word for word, an earlier one."""
    pairs = [
        (document.id, other.id)
        for document, others in zip(corpus.documents, corpus.same, strict=True)
        for other in others
    ]
    return {"document": [one for one, _ in pairs], "same": [other for _, other in pairs]}


def _ids(documents: Sequence[Document], numbers: Places) -> list[str]:
    return [documents[n].id for n in numbers.tolist()]
