"""Predicted passages held against what was planted."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.trace.planted import Made, Place


@dataclass(frozen=True)
class Hit:
    """A predicted passage: documents by number, characters from and to, words, likeness."""

    early: int
    late: int
    early_span: tuple[int, int]
    late_span: tuple[int, int]
    words: int
    similarity: float
    probability: float = 1.0


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Characters that two spans have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _by_document(made: Made) -> dict[int, list[tuple[int, Place]]]:
    found: dict[int, list[tuple[int, Place]]] = defaultdict(list)
    for thing, planted in enumerate(made.planted):
        for place in planted.places:
            found[place.document].append((thing, place))
    return found


def verdicts(hits: Sequence[Hit], made: Made) -> list[str]:
    """What each hit is: the kind of what was planted there, ``natural``, or ``wrong``.

    A hit is on a planted thing when at least half of it lies inside one, the same, in both
    documents; natural when it has 25 words or more of which 80 % are equal, with nothing
    planted: filler repeats itself by chance.
    """
    planted = _by_document(made)
    said = []
    for hit in hits:
        sides = [
            {
                thing
                for thing, place in planted[document]
                if 2 * overlap(span, (place.start, place.end)) >= span[1] - span[0]
            }
            for document, span in ((hit.early, hit.early_span), (hit.late, hit.late_span))
        ]
        things = sides[0] & sides[1]
        if things:
            said.append(made.planted[min(things)].kind)
        elif hit.words >= 25 and hit.similarity >= 0.8:
            said.append("natural")
        else:
            said.append("wrong")
    return said


@dataclass
class Found:
    """One root–copy pair: its edit rate, the share of both spans covered, ends in characters."""

    kind: str
    rate: float
    covered: float
    characters: tuple[int, int]
    ends: tuple[int, int] | None


def recall(hits: Sequence[Hit], made: Made) -> list[Found]:
    """For each root and copy, how much of both was found in that pair of documents."""
    pairs: dict[tuple[int, int], list[Hit]] = defaultdict(list)
    for hit in hits:
        pairs[hit.early, hit.late].append(hit)
        pairs[hit.late, hit.early].append(
            Hit(hit.late, hit.early, hit.late_span, hit.early_span, hit.words, hit.similarity)
        )
    out = []
    for planted in made.planted:
        if planted.kind == "clause":
            continue
        root = planted.places[0]
        for place, rate in zip(planted.places[1:], planted.rates[1:], strict=True):
            spans = (root.start, root.end), (place.start, place.end)
            mine = [
                hit
                for hit in pairs[root.document, place.document]
                if overlap(hit.early_span, spans[0]) and overlap(hit.late_span, spans[1])
            ]
            shares = [
                sum(overlap(getattr(hit, side), span) for hit in mine) / (span[1] - span[0])
                for side, span in zip(("early_span", "late_span"), spans, strict=True)
            ]
            ends = None
            if mine:
                first = min(hit.late_span[0] for hit in mine)
                last = max(hit.late_span[1] for hit in mine)
                ends = first - place.start, last - place.end
            size = place.end - place.start
            characters = (min(size, round(shares[1] * size)), size)
            out.append(Found(planted.kind, rate, min(shares), characters, ends))
    return out


def summary(hits: Sequence[Hit], made: Made) -> dict[str, float]:
    """Recall by kind and edit rate, precision strict and not, share of boilerplate, ends."""
    said = verdicts(hits, made)
    counts = {kind: said.count(kind) for kind in ("passage", "viral", "clause", "natural", "wrong")}
    good = counts["passage"] + counts["viral"]
    found = recall(hits, made)
    out: dict[str, float] = {f"hits_{kind}": n for kind, n in counts.items()}
    for kind in ("passage", "viral"):
        mine = [each for each in found if each.kind == kind]
        if not mine:
            continue
        out[f"{kind}_recall"] = _mean([each.covered >= 0.5 for each in mine])
        for rate in sorted({each.rate for each in mine}):
            part = [each.covered >= 0.5 for each in mine if each.rate == rate]
            out[f"{kind}_recall_at_{rate:.2f}"] = _mean(part)
        out[f"{kind}_characters"] = sum(each.characters[0] for each in mine) / sum(
            each.characters[1] for each in mine
        )
        ends = [abs(end) for each in mine if each.ends for end in each.ends]
        out[f"{kind}_end_error_median"] = float(np.median(ends)) if ends else float("nan")
        out[f"{kind}_end_error_mean"] = _mean(ends)
    out["precision"] = good / max(good + counts["wrong"], 1)
    out["precision_strict"] = good / max(good + counts["wrong"] + counts["natural"], 1)
    out["boilerplate_share"] = counts["clause"] / max(len(said), 1)
    return out


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")
