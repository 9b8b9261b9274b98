"""Pairs of documents labelled by people: copy groups, and graded similarity."""

import csv
import json
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.trace.labelled import auc
from technofed.law.documents import Document
from technofed.trace.corpus import prepare
from technofed.trace.definition import words
from technofed.trace.passages import Floats, find_passages
from technofed.trace.rarity import learn_rarity, passage_rarity
from technofed.trace.settings import Settings

LOOSE = Settings(least_score=5.0, seed_words=5, all_pairs=1000)
"""For whole documents that were adapted freely: short passages count as well."""


def copy_groups(name: str, data: Path) -> dict[str, Any]:
    """AUC of pairs of one copy group against the others: bits of rarity in shared passages."""
    bills = json.loads((data / "lid" / "labeled_bills.json").read_text(encoding="utf-8"))
    keys = list(bills)
    texts = [bills[key]["text"] for key in keys]
    groups = [str(bills[key].get("match", bills[key].get("group", ""))) for key in keys]
    corpus = prepare([Document(f"{n:03}", text) for n, text in enumerate(texts)])
    place = {document.id: n for n, document in enumerate(corpus.documents)}
    passages = find_passages(corpus, LOOSE)
    weights = passages.matched * passage_rarity(corpus, passages, learn_rarity(corpus))
    strength: dict[tuple[int, int], float] = {}
    for one, other, weight in zip(
        passages.early.tolist(), passages.late.tolist(), weights.tolist(), strict=True
    ):
        strength[one, other] = strength.get((one, other), 0.0) + weight
    pairs = [
        (n, m)
        for n, m in combinations(range(len(keys)), 2)
        if f"{n:03}" in place and f"{m:03}" in place
    ]
    labels = np.array([float(groups[n] == groups[m]) for n, m in pairs])
    scores = np.array([strength.get((place[f"{n:03}"], place[f"{m:03}"]), 0.0) for n, m in pairs])
    naive = np.array([_jaccard(texts[n], texts[m], 8) for n, m in pairs])
    return {
        "bills": len(keys),
        "pairs": len(pairs),
        "same_group": int(labels.sum()),
        "auc": auc(scores, labels),
        "auc_8gram_containment": auc(naive, labels),
    }


def graded(name: str, data: Path) -> dict[str, Any]:
    """Spearman with the graded similarity of bill sections, word 4-gram Jaccard beside."""
    with (data / "bill-similarity" / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    labels = np.array([float(row["label"]) for row in rows])
    ours, naive = [], []
    for row in rows:
        one, other = row["sec_a_text"], row["sec_b_text"]
        ours.append(_covered(one, other))
        naive.append(_overlap(one, other, 4))
    return {
        "pairs": len(rows),
        "spearman": _spearman(np.array(ours), labels),
        "spearman_4gram_jaccard": _spearman(np.array(naive), labels),
    }


def _covered(one: str, other: str) -> float:
    """Words in shared passages as a share of all words of both."""
    corpus = prepare([Document("1", one), Document("2", other)])
    if len(corpus.documents) < 2:
        return 1.0
    passages = find_passages(corpus, LOOSE)
    return 2 * float(passages.matched.sum()) / max(len(corpus.tokens), 1)


def _grams(text: str, n: int) -> set[tuple[str, ...]]:
    each = [word for _, _, word in words(text)]
    return {tuple(each[at : at + n]) for at in range(max(len(each) - n + 1, 1))}


def _jaccard(one: str, other: str, n: int) -> float:
    """The larger containment of n-grams of one text in the other."""
    left, right = _grams(one, n), _grams(other, n)
    return len(left & right) / max(min(len(left), len(right)), 1)


def _overlap(one: str, other: str, n: int) -> float:
    left, right = _grams(one, n), _grams(other, n)
    return len(left & right) / max(len(left | right), 1)


def _spearman(one: Floats, other: Floats) -> float:
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Floats) -> Floats:
    """Mean ranks."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[inverse], dtype=np.float64)
