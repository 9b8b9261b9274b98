"""A corpus made ready: documents in order, their words, identical ones told once."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from technofed.law.documents import Document, in_order
from technofed.trace.tokens import Places, Tokens, tokenise


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents that differ, with their words.

    Attributes:
        documents: One of each set of documents with the same words, the earliest, by date.
        tokens: Their words.
        same: For each of them, the later documents with exactly the same words.
        copies: How many documents each stands for, itself included.
    """

    documents: tuple[Document, ...]
    tokens: Tokens
    same: tuple[tuple[Document, ...], ...]
    copies: Places

    @property
    def size(self) -> int:
        """How many documents there are, identical ones included."""
        return int(self.copies.sum())


def prepare(documents: Sequence[Document], last: Document | None = None) -> Corpus:
    """Order documents, cut them into words, and tell identical ones once.

    Ten thousand copies of one text cost one text: they are not compared with each other,
    but listed. Texts without words are left out of the comparison.

    Args:
        documents: Any documents with ids of their own.
        last: One more, put last whatever its date, and told even if another is the same.

    Returns:
        The corpus.
    """
    ordered = [*in_order(documents), *([last] if last else [])]
    tokens = tokenise([each.text for each in ordered])
    kept: dict[bytes, int] = {}
    same: list[list[Document]] = []
    chosen: list[int] = []
    for n, document in enumerate(ordered):
        words = tokens.hashes[tokens.bounds[n] : tokens.bounds[n + 1]]
        if not len(words):
            continue
        mark = blake2b(words.tobytes(), digest_size=16).digest()
        if mark in kept and document is not last:
            same[kept[mark]].append(document)
            continue
        kept[mark] = len(chosen)
        chosen.append(n)
        same.append([])
    copies = np.array([1 + len(each) for each in same], dtype=np.int64)
    found = tokens if len(chosen) == len(ordered) else _only(tokens, chosen)
    return Corpus(
        tuple(ordered[n] for n in chosen), found, tuple(tuple(each) for each in same), copies
    )


def _only(tokens: Tokens, chosen: Sequence[int]) -> Tokens:
    """The words of some of the documents."""
    sizes = np.diff(tokens.bounds)
    wanted = np.zeros(len(sizes), dtype=bool)
    wanted[list(chosen)] = True
    mask = np.repeat(wanted, sizes)
    return Tokens(
        tokens.hashes[mask],
        tokens.starts[mask],
        tokens.lengths[mask],
        np.append(0, np.cumsum(sizes[wanted])),
        tokens.han[wanted],
    )
