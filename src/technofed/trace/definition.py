"""What the engine means, in a few slow lines: the oracle its fast stages are tested against."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from technofed.trace.settings import LENGTHENED_LINKS, Settings
from technofed.trace.tokens import is_han

Word = tuple[int, int, str]


def words(text: str) -> list[Word]:
    """The words of a text: start, end, and the word in lower case.

    >>> words("3 An AI-system, 第5条")
    [(2, 4, 'an'), (5, 7, 'ai'), (8, 14, 'system'), (16, 17, '第'), (18, 19, '条')]
    """
    found: list[Word] = []
    open_at = 0
    for at, character in enumerate(text + "\n"):
        letter = character.isalpha() and not is_han(character)
        if not letter and open_at < at:
            found.append((open_at, at, _lower(text[open_at:at])))
        if is_han(character):
            found.append((at, at + 1, character))
        if not letter:
            open_at = at + 1
    return found


def _lower(word: str) -> str:
    """Lower case, letter by letter: a letter whose lower case is two letters stays."""
    return "".join(low if len(low := each.lower()) == 1 else each for each in word)


def grams(texts: Sequence[str], n: int) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    """Every n-gram with its occurrences, as (document, number of its first word), in order."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for document, text in enumerate(texts):
        each = [word for _, _, word in words(text)]
        for at in range(len(each) - n + 1):
            found.setdefault(tuple(each[at : at + n]), []).append((document, at))
    return found


def links(occurrences: int, settings: Settings) -> Iterator[tuple[int, int]]:
    """Which occurrences of one n-gram are held against each other, by rank, earliest first.

    All pairs when they are few; else each with the earliest two and the previous two.

    >>> list(links(3, Settings()))
    [(0, 1), (0, 2), (1, 2)]
    """
    if occurrences <= settings.all_pairs:
        yield from combinations(range(occurrences), 2)
        return
    for later in range(occurrences):
        near = range(max(0, later - LENGTHENED_LINKS), later)
        for earlier in sorted({*range(min(LENGTHENED_LINKS, later)), *near}):
            yield earlier, later


def seeds(texts: Sequence[str], settings: Settings) -> set[tuple[int, int, int, int]]:
    """All linked n-grams: (document, word) of the earlier and of the later, never in one text."""
    found = set()
    for occurrences in grams(texts, settings.gram).values():
        for one, other in links(len(occurrences), settings):
            if occurrences[one][0] != occurrences[other][0]:
                found.add((*occurrences[one], *occurrences[other]))
    return found


def runs(found: set[tuple[int, int, int, int]], n: int) -> set[tuple[int, int, int, int, int]]:
    """Seeds that continue each other on one diagonal, joined: the seed, and words in all."""
    joined = set()
    for seed in found:
        a, i, b, j = seed
        if (a, i - 1, b, j - 1) in found:
            continue
        length = 1
        while (a, i + length, b, j + length) in found:
            length += 1
        joined.add((*seed, length + n - 1))
    return joined


def best_stretches(gains: Sequence[float]) -> list[tuple[int, int]]:
    """All maximal stretches of gains and losses, as Ruzzo and Tompa (1999) define them.

    The best stretch, of equally good ones the shortest and then the first; then, on what is
    left of either side, the best again, while positive.
    """
    spans = [(a, b) for a in range(len(gains)) for b in range(a + 1, len(gains) + 1)]
    span = max(spans, key=lambda at: (sum(gains[slice(*at)]), at[0] - at[1]), default=None)
    if span is None or sum(gains[slice(*span)]) <= 0:
        return []
    left = best_stretches(gains[: span[0]])
    right = [(a + span[1], b + span[1]) for a, b in best_stretches(gains[span[1] :])]
    return [*left, span, *right]


def same_order(offsets: Sequence[tuple[int, int]]) -> bool:
    """Whether words stand in order and do not overlap."""
    return all(one[1] <= other[0] for one, other in pairwise(offsets))
