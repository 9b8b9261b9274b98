"""Words and their places, for whole corpora at once.

A word is a run of letters; a Han character is a word by itself. Digits, signs and spaces
are not words, so that line numbers and paragraph signs do not break a passage. Case is
ignored. ``definition.words`` says the same in three lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_CHUNK = 1 << 20
_LETTER, _HAN = 1, 2
_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one.

    >>> is_han("法"), is_han("a"), is_han("、")
    (True, False, False)
    """
    point = ord(character)
    return any(first <= point <= last for first, last in _HAN_RANGES)


def mixed(values: Hashes) -> Hashes:
    """Scramble 64-bit numbers so that near ones fall far apart (splitmix64, Steele 2014)."""
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return np.asarray(values ^ (values >> np.uint64(31)), dtype=np.uint64)


class _Characters:
    """What each character is: its class and a number for its lower-case form; learnt lazily."""

    def __init__(self) -> None:
        self.kind = np.zeros(0x110000, dtype=np.uint8)
        self.value = np.zeros(0x110000, dtype=np.uint64)
        self.known = np.zeros(0x110000, dtype=bool)
        self.learn(np.arange(128, dtype=np.uint32))

    def learn(self, codes: npt.NDArray[np.uint32]) -> None:
        """Learn the characters of these code points."""
        for code in np.unique(codes).tolist():
            character = chr(code)
            if is_han(character):
                self.kind[code] = _HAN
            elif character.isalpha():
                self.kind[code] = _LETTER
            folded = character.lower()
            point = ord(folded) if len(folded) == 1 else code
            self.value[code] = mixed(np.array([point + 1], dtype=np.uint64) * _BASE)[0]
            self.known[code] = True


_CHARACTERS: list[_Characters] = []
_POWERS: list[Hashes] = []


def _characters() -> _Characters:
    if not _CHARACTERS:
        _CHARACTERS.append(_Characters())
    return _CHARACTERS[0]


def _powers() -> list[Hashes]:
    """The powers of the base and of its inverse modulo 2^64, for a chunk's places."""
    if not _POWERS:
        size = _CHUNK + 2
        inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
        for base in (_BASE, inverse):
            steps = np.full(size, base, dtype=np.uint64)
            steps[0] = 1
            _POWERS.append(np.cumprod(steps, dtype=np.uint64))
    return _POWERS


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a corpus, one after another, documents in order.

    Attributes:
        hashes: A number for each word; equal words have equal numbers, others do not
            (64 bits: one chance collision in about 10^9 vocabularies of 200,000 words).
        starts: Where each word starts in its document's text, in characters.
        lengths: How long each word is, in characters.
        bounds: ``bounds[d]`` to ``bounds[d + 1]`` are the words of document ``d``.
        han: How many of a document's words are Han characters.
    """

    hashes: Hashes
    starts: npt.NDArray[np.uint32]
    lengths: npt.NDArray[np.uint16]
    bounds: Places
    han: Places

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.hashes)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word ``first`` up to, not including, word ``last``."""
        return int(self.starts[first]), int(self.starts[last - 1]) + int(self.lengths[last - 1])


def tokenise(texts: Sequence[str]) -> Tokens:
    """Cut texts into words.

    Args:
        texts: One text per document, of any length.

    Returns:
        All words of all texts.
    """
    hashes, starts, lengths = [], [], []
    counts = np.zeros(len(texts) + 1, dtype=np.int64)
    han = np.zeros(len(texts), dtype=np.int64)
    for pieces in _chunks(texts):
        found = _Cut(pieces, "\n".join(piece for _, _, piece in pieces))
        hashes.append(found.hashes)
        starts.append(found.starts)
        lengths.append(found.lengths)
        np.add.at(counts, found.documents + 1, found.counts)
        np.add.at(han, found.documents, found.han)
    return Tokens(
        np.concatenate([*hashes, np.zeros(0, dtype=np.uint64)]),
        np.concatenate([*starts, np.zeros(0, dtype=np.uint32)]),
        np.concatenate([*lengths, np.zeros(0, dtype=np.uint16)]),
        np.cumsum(counts),
        han,
    )


Piece = tuple[int, int, str]


def _chunks(texts: Sequence[str]) -> Iterator[list[Piece]]:
    """Lists of pieces (document, offset, text) of about a chunk's length together."""
    held: list[Piece] = []
    size = 0
    for document, text in enumerate(texts):
        for offset, piece in _pieces(text):
            if held and size + len(piece) + 1 > _CHUNK:
                yield held
                held, size = [], 0
            held.append((document, offset, piece))
            size += len(piece) + 1
    if held:
        yield held


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces shorter than a chunk, cut where no word is cut."""
    at, most = 0, _CHUNK - 1
    while len(text) - at > most:
        end = at + most
        while end > at + 1 and text[end - 1].isalpha() and not is_han(text[end - 1]):
            end -= 1
        end = end if end > at + 1 else at + most
        yield at, text[at:end]
        at = end
    yield at, text[at:]


def _codes(text: str) -> npt.NDArray[np.integer]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    characters = _characters()
    unknown = codes[~characters.known[codes]]
    if len(unknown):
        characters.learn(unknown)
    return codes


class _Cut:
    """One chunk cut into words.

    A word's number is the polynomial of its letters, taken as a difference of running
    sums (Karp and Rabin 1987), so no loop over words is needed.
    """

    def __init__(self, pieces: list[Piece], text: str) -> None:
        characters = _characters()
        codes = _codes(text)
        kinds = characters.kind[codes]
        letters, han = kinds == _LETTER, kinds == _HAN
        first, last = letters.copy(), letters.copy()
        first[1:] &= ~letters[:-1]
        last[:-1] &= ~letters[1:]
        begins, ends = np.flatnonzero(first | han), np.flatnonzero(last | han) + 1
        powers, inverses = _powers()
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(characters.value[codes] * powers[: len(codes)], out=sums[1:])
        self.hashes = mixed((sums[ends] - sums[begins]) * inverses[begins])
        self.lengths = np.minimum(ends - begins, 0xFFFF).astype(np.uint16)
        places = np.cumsum([0, *(len(piece) + 1 for _, _, piece in pieces)])
        cuts = np.searchsorted(begins, places)
        self.counts = np.diff(cuts)
        self.documents = np.array([document for document, _, _ in pieces], dtype=np.int64)
        shift = np.array([offset for _, offset, _ in pieces], dtype=np.int64) - places[:-1]
        self.starts = (begins + np.repeat(shift, self.counts)).astype(np.uint32)
        self.han = np.diff(np.searchsorted(np.flatnonzero(han), places))
