"""Where words came from: passages that documents share, two texts compared, a text looked up.

Imported by itself, since it loads NumPy: ``from technofed.api import trace``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.exports.tables import require_folder, write_table
from technofed.atlas.files import write_whole
from technofed.atlas.imports.corpora import Imported, read_corpus
from technofed.law.documents import Document
from technofed.trace.clusters import Clusters, cluster
from technofed.trace.compare import Common, Piece, compare
from technofed.trace.corpus import Corpus, prepare
from technofed.trace.direction import Directions, directions
from technofed.trace.label import Labels, label
from technofed.trace.passages import Passages, Watch, find_passages, silent
from technofed.trace.settings import Settings
from technofed.trace.tables import (
    cluster_table,
    member_table,
    pair_table,
    passage_table,
    same_table,
)

__all__ = [
    "Common",
    "Document",
    "Imported",
    "Piece",
    "Settings",
    "Traced",
    "compare_files",
    "compare_texts",
    "query",
    "read",
    "read_one",
    "trace",
    "write",
]

Table = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Traced:
    """What a corpus has in common.

    Attributes:
        corpus: The documents, in order of date.
        passages: The passages two of them share.
        clusters: Passages that are copies of each other.
        labels: How likely each is substantive copying, and why.
        directions: Which way each travelled.
        tables: The same as tables: ``passages``, ``clusters``, ``members``, ``pairs``, ``same``.
        warnings: What was wrong with the corpus.
    """

    corpus: Corpus
    passages: Passages
    clusters: Clusters
    labels: Labels
    directions: Directions
    tables: dict[str, Table] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def read(path: Path, today: date, columns: Mapping[str, str] | None = None) -> Imported:
    """Read a corpus: see :func:`technofed.atlas.imports.corpora.read_corpus`."""
    return read_corpus(path, today, columns)


def read_one(path: Path, today: date) -> Document:
    """Read a file that holds one text.

    Raises:
        FileUnreadableError: It is missing or no text.
        QuestionUnclearError: It holds several documents.
    """
    found = read_corpus(path, today).documents
    if len(found) > 1:
        raise QuestionUnclearError(
            f"{len(found)} documents where one is wanted",
            where=str(path),
            fix="give a file with one text (.txt or .md)",
        )
    return found[0]


def trace(
    documents: Sequence[Document], settings: Settings | None = None, watch: Watch | None = None
) -> Traced:
    """Find every passage that two documents of a corpus share.

    Args:
        documents: The corpus; ids must be unique.
        settings: How to look.
        watch: Goes through the candidates, and may show how far it got.

    Returns:
        The passages, their clusters, labels and directions.
    """
    corpus = prepare(documents)
    passages = find_passages(corpus, settings or Settings(), watch=watch or silent)
    return _told(corpus, passages)


def query(
    text: Document, documents: Sequence[Document], settings: Settings | None = None
) -> Traced:
    """Say where the passages of one text occur in a corpus.

    Only pairs of which the text is one side are compared. The text counts as the latest
    document, whatever its date, so it stands on the ``late`` side of every passage.

    Args:
        text: The text looked for.
        documents: The corpus.
        settings: How to look.

    Returns:
        The passages it shares.
    """
    corpus = prepare(documents, last=text)
    passages = find_passages(corpus, settings or Settings(), since=len(corpus.documents) - 1)
    return _told(corpus, passages)


def _told(corpus: Corpus, passages: Passages) -> Traced:
    clusters = cluster(passages)
    labels = label(corpus, passages, clusters)
    ways = directions(corpus, passages)
    tables = {
        "passages": passage_table(corpus, passages, clusters, labels, ways),
        "clusters": cluster_table(corpus, passages, clusters, labels),
        "members": member_table(corpus, clusters),
        "pairs": pair_table(corpus, passages, labels),
        "same": same_table(corpus),
    }
    return Traced(corpus, passages, clusters, labels, ways, tables)


def compare_texts(
    first: Document, second: Document, settings: Settings | None = None
) -> list[Common]:
    """Align two texts: their common passages, word by word, with places in both."""
    return compare(first, second, settings or Settings(least_score=8.0))


def compare_files(
    first: Path, second: Path, today: date
) -> tuple[Document, Document, list[Common]]:
    """Read two files and align their texts."""
    one, other = read_one(first, today), read_one(second, today)
    return one, other, compare_texts(one, other)


def write(traced: Traced, folder: Path, texts: Mapping[str, str]) -> None:
    """Write the tables as Parquet and CSV, and whatever texts are given, into a folder.

    Raises:
        FileUnwritableError: The folder may not be written.
    """
    require_folder(folder)
    for name, table in traced.tables.items():
        write_table(folder, name, table)
    for name, text in texts.items():
        write_whole(folder / name, text)
