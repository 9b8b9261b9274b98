"""Ours from the folder: the same search over an index made in memory."""

from collections.abc import Iterator
from time import perf_counter

import technofed_laws
from benchmarks.atlas.asking import ask_all
from benchmarks.atlas.material import DAYS, laws
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from technofed.atlas.shelf import load_atlas
from technofed.atlas.store.search import Index


def measure(size: Size) -> Iterator[Figure]:
    """Load the folder, make the index, and ask it."""
    start = perf_counter()
    atlas = load_atlas(laws() or technofed_laws.path())
    loaded = perf_counter()
    index = Index(atlas)
    made = perf_counter()
    figure = ask_all(
        "search_memory",
        "ours, from the folder",
        size,
        lambda question: index.search(question, DAYS, {}).total,
    )
    figure.notes |= {"loading_s": loaded - start, "making_the_index_s": made - loaded}
    yield figure
