"""Ours, the readable definition itself: ``Condition.holds``."""

from collections.abc import Iterator

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve.compare import compare
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Population, Sample
from benchmarks.resolve.provisions import effects


def measure(size: Size) -> Iterator[Figure]:
    """Judge the sampled profiles one by one."""
    conditions = list(effects().values())
    sample = Sample(Population(size.rows), size.sample)
    profiles = sample.facts
    timing = Timing()
    for _ in range(size.rounds):
        answers = timing.run(lambda: [[one.holds(each) for one in conditions] for each in profiles])
    yield Figure(
        "definition",
        "ours, the definition",
        "ms",
        [run / len(profiles) * 1000 for run in timing.wall],
        len(conditions),
        min(timing.cpu),
        peak_mb(),
        compare(sample.truths, answers),
        {"profiles": len(profiles)},
    )
