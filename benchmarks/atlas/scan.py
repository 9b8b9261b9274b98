"""A peer: a plain scan in Python. Every word must occur in the lower-cased text, anywhere.

For Chinese this is the definition of what should be found. For English it finds too much:
``chips`` also in ``microchips``.
"""

from collections.abc import Iterator

from benchmarks.atlas.asking import ask_all
from benchmarks.atlas.material import laws, texts
from benchmarks.atlas.plan import Size
from benchmarks.measure import Figure
from technofed import api


def measure(size: Size) -> Iterator[Figure]:
    """Go through all texts for every question."""
    lowered = {id_: text.casefold() for id_, text in texts(api.open_library(laws())).items()}

    def scan(question: str) -> int:
        words = question.casefold().split()
        return sum(all(word in text for word in words) for text in lowered.values())

    yield ask_all("scan", "a plain Python scan", size, scan)
