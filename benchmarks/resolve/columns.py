"""Ours, many profiles at once: conditions as Polars expressions over columns."""

from collections.abc import Iterator

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve.compare import compare
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Population, Sample
from benchmarks.resolve.provisions import effects
from technofed.resolve.columns import verdicts


def measure(size: Size) -> Iterator[Figure]:
    """Judge the whole population; then check the sampled rows."""
    conditions = effects()
    population = Population(size.rows)
    portfolio = population.portfolio()
    timing = Timing()
    for _ in range(size.rounds - 1):
        timing.run(lambda: verdicts(conditions, portfolio))
    table = timing.run(lambda: verdicts(conditions, portfolio))
    peak = peak_mb()
    sample = Sample(population, size.sample)
    check = compare(sample.truths, table[sample.rows].select(list(conditions)).iter_rows())
    notes = {
        "rows": size.rows,
        "frame_mb": round(portfolio.frame.estimated_size() / 1e6),
        "result_mb": round(table.estimated_size() / 1e6),
        "frame_is_the_one_build_portfolio_makes": sample.same_layout(portfolio),
    }
    yield Figure(
        "columns",
        "ours, columns (Polars)",
        "s",
        timing.wall,
        size.rows * len(conditions),
        min(timing.cpu),
        peak,
        check,
        notes,
    )
