"""A peer: SQLite's own ``trigram`` tokenizer over the same texts.

It indexes every run of three characters, so it finds any part of a word or name, but nothing
for a question of fewer than three characters.
"""

import sqlite3
from collections.abc import Iterator

from benchmarks.atlas.asking import ask_all
from benchmarks.atlas.material import laws, texts
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from technofed import api

_QUERY = "SELECT id FROM peer WHERE peer MATCH ? ORDER BY rank"


def measure(size: Size) -> Iterator[Figure]:
    """Index all texts by trigrams, and ask."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE peer USING fts5(id UNINDEXED, body, tokenize = 'trigram')"
    )
    found = texts(api.open_library(laws()))
    connection.executemany("INSERT INTO peer (id, body) VALUES (?, ?)", found.items())

    def ask(question: str) -> int:
        words = " AND ".join(f'"{word}"' for word in question.split())
        return len(connection.execute(_QUERY, (words,)).fetchall())

    yield ask_all("trigram", "FTS5 trigram", size, ask)
    connection.close()
