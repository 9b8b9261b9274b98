"""OpenFisca-Core in its idiomatic way: yes or no, and a missing fact is its default."""

import gc
from collections.abc import Iterator

import numpy as np

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve import openfisca_peer as peer
from benchmarks.resolve.compare import compare
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Array, Drawn, Population, Sample
from benchmarks.resolve.provisions import effects
from benchmarks.resolve.vocabulary import DATES, ENUMS, NUMBERS, SETS


def measure(size: Size) -> Iterator[Figure]:
    """Judge the whole population; then check the sampled rows."""
    population = Population(size.rows)
    inputs = {name: values for drawn in population.columns() for name, values in _inputs(drawn)}
    system = peer.build_system(peer.BOOLEAN)
    timing = Timing()
    for _ in range(size.rounds - 1):
        peer.calculated(system, inputs, peer.BOOLEAN, timing)
        gc.collect()
    answers = peer.calculated(system, inputs, peer.BOOLEAN, timing)
    peak = peak_mb()
    sample = Sample(population, size.sample)
    said = np.array([answers[name][sample.rows] for name in effects()]).T.tolist()
    yield Figure(
        "openfisca_boolean",
        "OpenFisca-Core, idiomatic Boolean",
        "s",
        timing.wall,
        size.rows * len(effects()),
        min(timing.cpu),
        peak,
        compare(sample.truths, said),
        {"rows": size.rows},
    )


def members(name: str, bits: Array, suffix: str) -> Iterator[tuple[str, Array]]:
    """A set as one yes/no input for each member."""
    for n, member in enumerate(SETS[name]):
        yield f"{name}_{member}{suffix}", (bits & np.uint64(1 << n)) != 0


def or_default(drawn: Drawn) -> Array:
    """A fact as an input; where it is missing, the default OpenFisca would take."""
    values = drawn.values * ~drawn.missing
    if drawn.name in ENUMS:
        return peer.chosen(drawn.name, values)
    if drawn.name in NUMBERS:
        return values.astype(np.float32)  # what OpenFisca keeps
    return values.astype("datetime64[D]") if drawn.name in DATES else values


def _inputs(drawn: Drawn) -> Iterator[tuple[str, Array]]:
    if drawn.name in SETS:
        yield from members(drawn.name, drawn.values, peer.VALUE)
    else:
        yield drawn.name, or_default(drawn)
