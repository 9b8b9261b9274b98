"""Made-up corpora with planted reuse, of which everything is known."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from benchmarks.trace.prose import Chain, Prose, Spans
from technofed.law.documents import Document

EDIT_RATES = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)
VARIANTS = (0.0, 0.0, 0.0, 0.05, 0.15)
"""Share of words edited in a clause: two in five are worded a little otherwise."""

CUED = (
    "If any provision of this act or the application thereof to any person or circumstance is "
    "held invalid, the invalidity does not affect other provisions or applications of the act "
    "which can be given effect without the invalid provision or application, and to this end "
    "the provisions of this act are severable.",
    "This act shall take effect on the first day of July following its passage and approval, "
    "the public welfare requiring it, and shall apply to all contracts entered into, renewed or "
    "amended on or after that date.",
    "This act is hereby declared to be an emergency measure necessary for the immediate "
    "preservation of the public peace, health and safety, and shall be in full force and effect "
    "from and after its passage as provided by the constitution.",
    "All laws and parts of laws in conflict with this act are hereby repealed to the extent of "
    "such conflict, and all other laws shall remain in full force and effect.",
    "The department may adopt rules necessary to carry out the provisions of this section in "
    "accordance with the administrative procedure act, and shall publish notice of any proposed "
    "rule at least thirty days before its adoption.",
    "No reimbursement is required by this act because the only costs that may be incurred by a "
    "local agency or school district will be incurred because this act creates a new crime or "
    "infraction, eliminates a crime, or changes the penalty for a crime.",
)


@dataclass(frozen=True)
class Plan:
    """What is planted.

    Attributes:
        documents: How many documents.
        passages: How many passages travel, each from a root into one to three others.
        viral: How many passages travel far.
        viral_copies: Into how many others each of these.
        clauses: How many boilerplate clauses of held-out prose there are, besides those with
            the usual words; each stands in 8 to 27 % of the documents.
        words: Mean length of the filler of a document.
    """

    documents: int
    passages: int
    viral: int = 0
    viral_copies: int = 150
    clauses: int = 6
    words: int = 1250


@dataclass(frozen=True)
class Place:
    """Where something was planted: document, and characters from, to."""

    document: int
    start: int
    end: int


@dataclass
class Planted:
    """One thing planted: a travelling passage with its root first, or a clause.

    Attributes:
        kind: ``passage``, ``viral`` or ``clause``.
        places: Where it stands, the root first.
        rates: The share of words edited at each place.
    """

    kind: str
    places: list[Place] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)


@dataclass
class Made:
    """A made-up corpus and what was planted in it."""

    documents: list[Document]
    planted: list[Planted]


def edited(
    words: list[str], rate: float, vocabulary: list[str], rng: np.random.Generator
) -> list[str]:
    """Edit a share of the words: 60 % replaced, 20 % taken out, 20 % with one put in before.

    One long passage in five also gains or loses 10 to 40 words in one place.
    """
    out: list[str] = []
    for word in words:
        if rng.random() >= rate:
            out.append(word)
            continue
        kind = rng.random()
        if kind < 0.6:
            out.append(vocabulary[int(rng.integers(len(vocabulary)))])
        elif kind >= 0.8:
            out += [vocabulary[int(rng.integers(len(vocabulary)))], word]
    if rate and len(words) >= 150 and rng.random() < 0.2:
        at, size = int(rng.integers(40, len(out) - 60)), int(rng.integers(10, 41))
        fresh = [vocabulary[int(rng.integers(len(vocabulary)))] for _ in range(size)]
        out[at : at + (0 if rng.random() < 0.5 else size)] = fresh if rng.random() < 0.5 else []
    return out


def make(plan: Plan, prose: Prose, rng: np.random.Generator) -> Made:
    """Write a corpus."""
    days = rng.integers(0, 3650, size=plan.documents)
    insertions: list[list[tuple[int, float, list[str]]]] = [[] for _ in range(plan.documents)]
    planted: list[Planted] = []
    spans = Spans(prose, rng)
    for kind, copies in [("passage", 0)] * plan.passages + [
        ("viral", plan.viral_copies)
    ] * plan.viral:
        words = spans.draw(int(np.exp(rng.uniform(np.log(40), np.log(400)))))
        count = 1 + (copies or int(rng.integers(1, 4)))
        # A model that travels far was written on some day; nobody had it before.
        open_to = np.flatnonzero(days >= (rng.uniform(0.0, 0.6) * 3650 if copies else 0))
        chosen = rng.choice(open_to, size=count, replace=False)
        chosen = chosen[np.argsort(days[chosen], kind="stable")]
        for n, document in enumerate(chosen.tolist()):
            rate = EDIT_RATES[int(rng.integers(len(EDIT_RATES)))] if n else 0.0
            text = edited(words, rate, prose.vocabulary, rng) if n else words
            insertions[document].append((len(planted), rate, text))
        planted.append(Planted(kind))
    clauses = [clause.split() for clause in CUED]
    clauses += [spans.draw(int(rng.integers(25, 81))) for _ in range(plan.clauses)]
    for words in clauses:
        share = rng.uniform(0.08, 0.27)
        for document in np.flatnonzero(rng.random(plan.documents) < share).tolist():
            rate = VARIANTS[int(rng.integers(len(VARIANTS)))]
            text = edited(words, rate, prose.vocabulary, rng) if rate else words
            insertions[document].append((len(planted), rate, text))
        planted.append(Planted("clause"))
    return _written(plan, prose, days.tolist(), (insertions, planted), rng)


def _written(
    plan: Plan,
    prose: Prose,
    days: list[int],
    inserted: tuple[list[list[tuple[int, float, list[str]]]], list[Planted]],
    rng: np.random.Generator,
) -> Made:
    insertions, planted = inserted
    chain = Chain(prose.filler, len(prose.vocabulary))
    sizes = np.clip(rng.lognormal(np.log(plan.words) - 0.18, 0.6, plan.documents), 80, 12000)
    walks = iter(_walks(chain, sizes.astype(np.int64).tolist(), rng))
    documents = []
    numbered = rng.random(plan.documents) < 0.3
    places = rng.integers(50, size=plan.documents)
    for n in range(plan.documents):
        filler = [prose.vocabulary[k] for k in next(walks).tolist()]
        text, where = _text(filler, insertions[n], bool(numbered[n]), rng)
        for thing, rate, start, end in where:
            planted[thing].places.append(Place(n, start, end))
            planted[thing].rates.append(rate)
        day = date(2015, 1, 1) + timedelta(days=days[n])
        documents.append(Document(f"d{n:06}", text, "", day, f"J{places[n]:02}"))
    for each in planted:
        order = sorted(range(len(each.places)), key=lambda k: (days[each.places[k].document], k))
        each.places = [each.places[k] for k in order]
        each.rates = [each.rates[k] for k in order]
    return Made(documents, planted)


def _walks(chain: Chain, sizes: list[int], rng: np.random.Generator) -> list[np.ndarray]:
    """Filler for each document, cut from long walks."""
    steps = 2000
    line = chain.walk(sum(sizes) // steps + 1, steps, rng).reshape(-1)
    return np.split(line, np.cumsum(sizes))[:-1]


def _text(
    filler: list[str],
    insertions: list[tuple[int, float, list[str]]],
    numbered: bool,
    rng: np.random.Generator,
) -> tuple[str, list[tuple[int, float, int, int]]]:
    """Put insertions between stretches of filler; number the lines if asked."""
    cuts = sorted(rng.integers(len(filler) + 1, size=len(insertions)).tolist())
    parts, where, at, length = [], [], 0, 0
    for cut, n in zip(cuts, rng.permutation(len(insertions)).tolist(), strict=True):
        thing, rate, words = insertions[n]
        before = _lines(filler[at:cut], numbered)
        inside = _lines(words, numbered)
        start = length + len(before) + 1
        parts += [before, inside]
        length = start + len(inside) + 1
        where.append((thing, rate, start, length - 1))
        at = cut
    parts.append(_lines(filler[at:], numbered))
    return " ".join(parts), where


def _lines(words: list[str], numbered: bool) -> str:
    if not numbered:
        return " ".join(words)
    rows = [" ".join(words[n : n + 12]) for n in range(0, len(words), 12)]
    return "".join(f"{row}\n {n % 40 + 1}  " for n, row in enumerate(rows)).rstrip(" 0123456789")
