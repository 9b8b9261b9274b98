"""OpenFisca-Core with three-valued logic written by hand: two variables a verdict."""

import gc
from collections.abc import Iterator

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve import openfisca_peer as peer
from benchmarks.resolve.compare import compare
from benchmarks.resolve.openfisca_boolean import members, or_default
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Array, Drawn, Population, Sample
from benchmarks.resolve.provisions import effects
from technofed.law.kleene import Truth


def measure(size: Size) -> Iterator[Figure]:
    """Judge the whole population; then check the sampled rows."""
    population = Population(size.rows)
    inputs = {name: values for drawn in population.columns() for name, values in _inputs(drawn)}
    system = peer.build_system(peer.KLEENE)
    timing = Timing()
    for _ in range(size.rounds - 1):
        peer.calculated(system, inputs, peer.KLEENE, timing)
        gc.collect()
    answers = peer.calculated(system, inputs, peer.KLEENE, timing)
    peak = peak_mb()
    sample = Sample(population, size.sample)
    said = [[_truth(answers, name, row) for name in effects()] for row in sample.rows]
    yield Figure(
        "openfisca_kleene",
        "OpenFisca-Core, Kleene written by hand",
        "s",
        timing.wall,
        size.rows * len(effects()),
        min(timing.cpu),
        peak,
        compare(sample.truths, said),
        {"rows": size.rows},
    )


def _truth(answers: peer.Inputs, name: str, row: int) -> Truth:
    if answers[name + peer.CERTAIN][row]:
        return True
    return None if answers[name + peer.POSSIBLE][row] else False


def _inputs(drawn: Drawn) -> Iterator[tuple[str, Array]]:
    if drawn.possible is not None:
        yield from members(drawn.name, drawn.values, peer.CERTAIN)
        yield from members(drawn.name, drawn.possible, peer.POSSIBLE)
    else:
        yield drawn.name, or_default(drawn)
        yield f"{drawn.name}_given", ~drawn.missing
