"""Fits the numbers in ``technofed.trace.model`` and writes that file.

``python -m benchmarks.trace.fit --data DIR``. Seeds 1, 11, 21 and 31 are for fitting; the
benchmark uses others.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.trace.labelled import alignments, background
from benchmarks.trace.planted import Plan, make
from benchmarks.trace.prose import bill_texts, split_prose
from benchmarks.trace.score import hits_of
from benchmarks.trace.scoring import verdicts
from technofed.trace import model
from technofed.trace.boilerplate import Logistic, fit_logistic
from technofed.trace.clusters import cluster
from technofed.trace.corpus import prepare
from technofed.trace.label import (
    spread_features,
    text_features,
)
from technofed.trace.passages import find_passages
from technofed.trace.settings import Settings
from technofed.trace.spread import spread_of

ROOT = Path(__file__).parents[2]
PLANS = {1: (3, 150), 11: (6, 40), 21: (4, 400), 31: (12, 15)}
SUBSTANCE = ("passage", "viral")


def main() -> None:
    """Fit both models and write them."""
    parser = argparse.ArgumentParser(description="Fit the model of boilerplate")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    data = parser.parse_args().data
    known = alignments(data, background(data))
    features = text_features(known.matched.astype(np.int64), known.similarity, known.rarity)
    text = fit_logistic(model.TEXT.names, features, known.labels)
    rows, said = [], []
    for seed in PLANS:
        features, truth = clusters_of(data, seed)
        rows.append(features)
        said.append(truth)
    whole = fit_logistic(model.WHOLE.names, np.vstack(rows), np.concatenate(said))
    path = ROOT / "src" / "technofed" / "trace" / "model.py"
    path.write_text(written(text, whole), encoding="utf-8")
    print(path.read_text(encoding="utf-8"))


def clusters_of(data: Path, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Features of the clusters of a made-up corpus, and whether each was a planted passage."""
    rng = np.random.default_rng(seed)
    viral, copies = PLANS[seed]
    made = make(Plan(2000, 100, viral, copies), split_prose(bill_texts(data), rng), rng)
    corpus = prepare(made.documents)
    passages = find_passages(corpus, Settings())
    clusters = cluster(passages)
    kinds = verdicts(hits_of(made, corpus, passages), made)
    votes: list[Counter[str]] = [Counter() for _ in range(len(clusters))]
    for at, kind in zip(clusters.of.tolist(), kinds, strict=True):
        votes[at][kind] += 1
    truth = np.array([float(each.most_common(1)[0][0] in SUBSTANCE) for each in votes])
    return spread_features(spread_of(corpus, passages, clusters)), truth


def written(text: Logistic, whole: Logistic) -> str:
    """The module with the fitted numbers."""
    head = "The fitted numbers: written by ``python -m benchmarks.trace.fit``, never by hand."
    return f'''"""{head}"""

from technofed.trace.boilerplate import Logistic

TEXT = Logistic(
    names={text.names},
    mean={text.mean},
    scale={text.scale},
    weights={text.weights},
)
"""On labelled alignments: log of equal words, similarity, mean rarity of the words."""

WHOLE = Logistic(
    names={whole.names},
    mean={whole.mean},
    scale={whole.scale},
    weights={whole.weights},
)
"""On made-up clusters: mean log of equal words; log of documents; that times the share of
passages without edits, times the mean share of edits, times the share of documents older than
the first."""
'''.replace("'", '"')


if __name__ == "__main__":
    main()
