"""Two texts side by side: what is equal, changed, added, taken out, moved."""

from dataclasses import dataclass

from technofed.law.documents import Document
from technofed.trace.align import steps
from technofed.trace.corpus import prepare
from technofed.trace.passages import find_passages
from technofed.trace.settings import Settings
from technofed.trace.tokens import Tokens, tokenise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of an alignment, in characters of the two texts.

    Attributes:
        kind: ``equal``, ``changed``, ``added`` (only in the second), ``cut`` (only in the first).
        first: Characters of the first text, from and to; empty for ``added``.
        second: Characters of the second text.
    """

    kind: str
    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Common:
    """A passage that both texts have, with its alignment word by word.

    Attributes:
        first: Its characters in the first text.
        second: Its characters in the second.
        matched: Equal words.
        edits: Edited words.
        moved: Whether it stands in another order than the passages around it.
        pieces: The alignment.
    """

    first: Span
    second: Span
    matched: int
    edits: int
    moved: bool
    pieces: tuple[Piece, ...]


def compare(first: Document, second: Document, settings: Settings) -> list[Common]:
    """Find what two texts share and align it.

    Unlike in a corpus, two texts that are the same throughout are compared as well.

    Args:
        first: One text.
        second: The other.
        settings: How to look.

    Returns:
        The common passages in the order of the first text.
    """
    texts = (first.text, second.text)
    tokens = tokenise(texts)
    half = int(tokens.bounds[1])
    if list(tokens.hashes[:half]) == list(tokens.hashes[half:]):
        spans = [(0, half, half, len(tokens))] if half else []
    else:
        spans = _spans(first, second, settings)
    found = [_common(tokens, span) for span in sorted(spans)]
    moved = _moved([each.second for each in found])
    return [
        Common(each.first, each.second, each.matched, each.edits, n in moved, each.pieces)
        for n, each in enumerate(found)
    ]


def _spans(
    first: Document, second: Document, settings: Settings
) -> list[tuple[int, int, int, int]]:
    """The places of the passages, words numbered with the first text first."""
    pair = [Document("1", first.text), Document("2", second.text)]
    corpus = prepare(pair)
    if len(corpus.documents) < len(pair):
        return []
    passages = find_passages(corpus, settings)
    columns = (passages.early_first, passages.early_end, passages.late_first, passages.late_end)
    return [(a, b, c, d) for a, b, c, d in zip(*(each.tolist() for each in columns), strict=True)]


def _common(tokens: Tokens, span: tuple[int, int, int, int]) -> Common:
    a, b, c, d = span
    matched = edits = 0
    pieces = []
    found = steps(tokens.hashes[a:b].tolist(), tokens.hashes[c:d].tolist())
    for tag, i, j, k, m in found:
        kind = {"equal": "equal", "replace": "changed", "insert": "added", "delete": "cut"}[tag]
        pieces.append(Piece(kind, _chars(tokens, a + i, a + j), _chars(tokens, c + k, c + m)))
        matched += j - i if tag == "equal" else 0
        edits += 0 if tag == "equal" else max(j - i, m - k)
    return Common(
        tokens.span(a, b), tokens.span(c, d), matched, edits, moved=False, pieces=tuple(pieces)
    )


def _chars(tokens: Tokens, first: int, end: int) -> Span:
    if first == end:
        at = int(tokens.starts[min(first, len(tokens) - 1)])
        return at, at
    return tokens.span(first, end)


def _moved(seconds: list[Span]) -> set[int]:
    """Which passages fall outside the longest run of passages that keep their order.

    The weight of a run is the text it covers, so the fewest characters count as moved.
    """
    best: list[tuple[int, list[int]]] = []
    for n, (start, end) in enumerate(seconds):
        before = [best[k] for k in range(n) if seconds[k][1] <= start + (end - start) // 2]
        weight, line = max(before, key=lambda each: each[0], default=(0, []))
        best.append((weight + end - start, [*line, n]))
    kept = set(max(best, key=lambda each: each[0], default=(0, []))[1])
    return set(range(len(seconds))) - kept
