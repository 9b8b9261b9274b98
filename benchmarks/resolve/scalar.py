"""Ours, one profile at a time: conditions written out as one Python function.

The function has nearly two thousand local variables, a frame of about 15 KB. CPython
keeps its frames in pieces of 16 KB and more; where such a frame happens to end just short
of a piece's end, every call made from it maps and unmaps memory, and it takes four times
as long. Whether that happens depends only on how deep in the calls one is, so every round
is run a few calls deeper than the one before, and best, median and worst are all shown.
"""

from collections.abc import Callable, Iterator

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve.compare import compare
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Population, Sample
from benchmarks.resolve.provisions import effects
from technofed.law.kleene import Truth
from technofed.resolve.scalar import compile_conditions

Answers = list[list[Truth]]
STEP = 3


def measure(size: Size) -> Iterator[Figure]:
    """Judge the sampled profiles one by one."""
    conditions = list(effects().values())
    sample = Sample(Population(size.rows), size.sample)
    profiles = sample.facts
    compiling, timing = Timing(), Timing()
    for _ in range(size.rounds):
        judged = compiling.run(lambda: compile_conditions(conditions))
    for n in range(size.rounds):
        answers = _deeper(
            n * STEP, lambda: timing.run(lambda: [judged(profile) for profile in profiles])
        )
    yield Figure(
        "scalar",
        "ours, generated function",
        "ms",
        [run / len(profiles) * 1000 for run in timing.wall],
        len(conditions),
        min(timing.cpu),
        peak_mb(),
        compare(sample.truths, answers),
        {"profiles": len(profiles), "compile_ms": round(min(compiling.wall) * 1000, 1)},
    )


def _deeper(calls: int, action: Callable[[], Answers]) -> Answers:
    """Do something so many calls further down."""
    return action() if calls == 0 else _deeper(calls - 1, action)
