"""One task of the benchmark: ``python -m benchmarks.trace.task NAME DATA``; JSON at the end."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.measure import peak_mb
from benchmarks.trace import pairs
from benchmarks.trace.labelled import alignments, auc, background
from benchmarks.trace.planted import Made, Plan, make
from benchmarks.trace.prose import bill_texts, split_prose
from benchmarks.trace.score import hits_of
from benchmarks.trace.scoring import summary
from technofed.law.documents import Document
from technofed.trace.boilerplate import fit_logistic
from technofed.trace.clusters import cluster
from technofed.trace.corpus import prepare
from technofed.trace.direction import directions
from technofed.trace.label import label, text_features, text_odds
from technofed.trace.passages import find_passages
from technofed.trace.settings import Settings

Figures = dict[str, Any]
PLANS = {
    "h2a": (101, Plan(2000, 100)),
    "h2b": (202, Plan(2000, 100)),
    "h20": (404, Plan(20000, 300)),
    "viral": (303, Plan(2000, 100, viral=3)),
}


def planted(name: str, data: Path) -> Figures:
    """A corpus with planted reuse; only passages called substantive count as found."""
    seed, plan = PLANS[name]
    rng = np.random.default_rng(seed)
    made = make(plan, split_prose(bill_texts(data), rng), rng)
    before = peak_mb()
    started, cpu = time.perf_counter(), time.process_time()
    corpus = prepare(made.documents)
    passages = find_passages(corpus, Settings())
    found, found_cpu = time.perf_counter() - started, time.process_time() - cpu
    clusters = cluster(passages)
    labels = label(corpus, passages, clusters)
    seconds = time.perf_counter() - started
    likely = passages.pick(labels.probability >= 0.5)
    figures: Figures = {
        "documents": plan.documents,
        "megabytes": sum(len(each.text) for each in made.documents) / 1e6,
        "seconds": seconds,
        "seconds_finding": found,
        "processor_seconds_finding": found_cpu,
        "peak_gb": peak_mb() / 1000,
        "peak_gb_before": before / 1000,
    }
    figures |= summary(hits_of(made, corpus, likely), made)
    every = summary(hits_of(made, corpus, passages), made)
    figures |= {f"unlabelled_{name}": value for name, value in every.items() if "_at_" not in name}
    return figures | _direction(made, corpus, passages)


def _direction(made: Made, corpus: Any, passages: Any) -> Figures:
    """Direction with dates hidden, on pairs of a root and an edited copy."""
    number = {document.id: n for n, document in enumerate(made.documents)}
    roots = {
        (each.places[0].document, place.document)
        for each in made.planted
        if each.kind != "clause"
        for place in each.places[1:]
    }
    forward = directions(corpus, passages, dates=False).forward
    right = said = 0
    for n in range(len(passages)):
        one = number[corpus.documents[int(passages.early[n])].id]
        other = number[corpus.documents[int(passages.late[n])].id]
        if passages.edits[n] and passages.strength[n] >= 30 and (one, other) in roots:
            said += abs(forward[n] - 0.5) > 0.01
            right += forward[n] > 0.51
    return {"direction_said": said, "direction_right": right / max(said, 1)}


def real(name: str, data: Path) -> Figures:
    """The AI bills: seconds per megabyte of real statutory text."""
    texts = bill_texts(data)
    started, cpu = time.perf_counter(), time.process_time()
    corpus = prepare([Document(str(n), text) for n, text in enumerate(texts)])
    passages = find_passages(corpus, Settings())
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    size = sum(map(len, texts)) / 1e6
    return {
        "megabytes": size,
        "seconds": seconds,
        "processor_seconds": cpu,
        "seconds_per_mb": seconds / size,
        "passages": len(passages),
        "peak_gb": peak_mb() / 1000,
    }


def same(name: str, data: Path) -> Figures:
    """Ten thousand identical documents, and three hundred that differ in their last words."""
    text = max(bill_texts(data)[:200], key=len)[:40000]
    documents = [Document(f"a{n}", text) for n in range(10000)]
    documents += [Document(f"b{n}", text + " more" * n) for n in range(1, 301)]
    started = time.perf_counter()
    corpus = prepare(documents)
    passages = find_passages(corpus, Settings())
    label(corpus, passages, cluster(passages))
    return {"seconds": time.perf_counter() - started, "passages": len(passages)}


def labelled(name: str, data: Path) -> Figures:
    """Boilerplate against substance, ten-fold cross-validated, with the naive baselines."""
    known = alignments(data, background(data))
    features = text_features(known.matched.astype(np.int64), known.similarity, known.rarity)
    chance = np.zeros(len(known.labels))
    order = np.random.default_rng(7).permutation(len(chance))
    for fold in range(10):
        test = order[fold::10]
        train = np.setdiff1d(order, test)
        model = fit_logistic(
            ("words", "similarity", "rarity"), features[train], known.labels[train]
        )
        chance[test] = model.probability(features[test])
    shipped = text_odds(known.matched.astype(np.int64), known.similarity, known.rarity)
    return {
        "alignments": len(chance),
        "auc": auc(chance, known.labels),
        "auc_shipped_model_seen_in_fitting": auc(shipped, known.labels),
        "auc_sum_of_idf": auc(known.matched * known.rarity, known.labels),
        "auc_length": auc(known.matched, known.labels),
        "auc_lid_score": auc(known.score, known.labels),
        "brier": float(((chance - known.labels) ** 2).mean()),
        "calibration_error": _calibration(chance, known.labels),
    }


def _calibration(chance: np.ndarray, labels: np.ndarray) -> float:
    """Mean gap between probability and frequency over five equal groups."""
    groups = np.array_split(np.argsort(chance), 5)
    gaps = [abs(chance[each].mean() - labels[each].mean()) * len(each) for each in groups]
    return float(sum(gaps) / len(chance))


TASKS: dict[str, Callable[[str, Path], Figures]] = {
    **dict.fromkeys(PLANS, planted),
    "real": real,
    "same": same,
    "alignments": labelled,
    "lid": pairs.copy_groups,
    "similarity": pairs.graded,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](sys.argv[1], Path(sys.argv[2])), default=float))
