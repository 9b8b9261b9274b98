"""Asks every question so many times, and counts what is found."""

from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.atlas.plan import Size
from benchmarks.atlas.questions import CHINESE, ENGLISH
from benchmarks.measure import Figure, Timing, peak_mb


def ask_all(name: str, what: str, size: Size, ask: Callable[[str], int]) -> Figure:
    """Time each question by itself.

    Args:
        name: The figure's id.
        what: Its name in the table.
        size: How often.
        ask: Answers a question, and says how many records it found.
    """
    timing = Timing()
    found: dict[str, int] = {}
    slowest = ("", 0.0)
    for _ in range(size.rounds):
        for question in (*ENGLISH, *CHINESE):
            found[question] = timing.run(partial(ask, question))
            slowest = max(slowest, (question, timing.wall[-1]), key=lambda pair: pair[1])
    notes: dict[str, Any] = {
        "found": found,
        "english_answered": f"{sum(found[each] > 0 for each in ENGLISH)} of {len(ENGLISH)}",
        "chinese_answered": f"{sum(found[each] > 0 for each in CHINESE)} of {len(CHINESE)}",
        "slowest_question": slowest[0],
    }
    runs = [run * 1000 for run in timing.wall]
    return Figure(name, what, "ms", runs, cpu=min(timing.cpu), peak_mb=peak_mb(), notes=notes)
