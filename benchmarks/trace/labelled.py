"""Labelled pairs brought by the user: alignments of LID, and what they are measured by."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.trace.prose import bill_texts
from technofed.law.documents import Document
from technofed.trace.align import steps
from technofed.trace.corpus import prepare
from technofed.trace.passages import Floats
from technofed.trace.rarity import Rarity, learn_rarity
from technofed.trace.tokens import tokenise


@dataclass(frozen=True)
class Alignments:
    """Labelled alignments: 1 substantive, 0 boilerplate (label 2 is undocumented, left out)."""

    labels: Floats
    matched: Floats
    similarity: Floats
    rarity: Floats
    score: Floats


def auc(scores: Floats, labels: Floats) -> float:
    """The chance that a positive scores above a negative, ties counting half."""
    good, bad = scores[labels == 1][:, None], scores[labels == 0][None]
    return float(((good > bad) + 0.5 * (good == bad)).mean())


def background(data: Path) -> Rarity:
    """How rare words are in the AI bills."""
    return learn_rarity(prepare([Document(str(n), t) for n, t in enumerate(bill_texts(data))]))


def alignments(data: Path, rarity: Rarity) -> Alignments:
    """Read ``lid/alignments.csv`` and measure each alignment anew."""
    with (data / "lid" / "alignments.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["label"] in "01"]
    out = []
    for row in rows:
        tokens = tokenise([row["left"], row["right"]])
        cut = int(tokens.bounds[1])
        left, right = tokens.hashes[:cut], tokens.hashes[cut:]
        matched = edits = 0
        rare = 0.0
        for tag, a, b, c, d in steps(left.tolist(), right.tolist()):
            if tag == "equal":
                matched += b - a
                rare += float(rarity.of(left[a:b]).sum())
            else:
                edits += max(b - a, d - c)
        likeness = matched / max(matched + edits, 1)
        out.append((float(row["label"]), matched, likeness, rare / max(matched, 1)))
    labels, words, similarity, mean = np.array(out).T
    return Alignments(
        labels, words, similarity, mean, np.array([float(row["score"]) for row in rows])
    )
