"""Ours from the store: ``Library.search`` with dates, facets and counts; and its index alone."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.atlas.asking import ask_all
from benchmarks.atlas.material import DAYS, laws
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from technofed import api
from technofed.atlas.store.words import match_expression

_ALONE = "SELECT id FROM search WHERE search MATCH ? ORDER BY rank"


def measure(size: Size) -> Iterator[Figure]:
    """Build a store, open it, and ask it."""
    with tempfile.TemporaryDirectory() as folder:
        store = api.build_store(laws(), Path(folder, "atlas.sqlite"))
        start = perf_counter()
        library = api.open_library(store)
        opened = perf_counter() - start
        connection = library.index.connection

        def search(question: str) -> int:
            return library.search(question, DAYS).total

        def alone(question: str) -> int:
            return len(connection.execute(_ALONE, (match_expression(question),)).fetchall())

        ours = ask_all("search_store", "ours, from the store", size, search)
        ours.notes |= {"opening_s": opened, "store_mb": store.stat().st_size / 1e6}
        ours.notes["records"] = sum(1 for _ in library.atlas.records())
        yield ours
        yield ask_all("search_index_alone", "ours, the index alone", size, alone)
        connection.close()
