"""Invented adoptions: policies that spread over real borders by a known rule."""

from pathlib import Path

import numpy as np

import technofed_laws
from technofed.atlas.imports.states import load_states
from technofed.lab.cascades import NEVER, Cascades
from technofed.law.adoptions import Place, Policy

FIRST, LAST = 1960, 2017


def states() -> tuple[Place, ...]:
    """The real states but for the District."""
    every = load_states(technofed_laws.path())
    return tuple(place for place in every if place.code != "US-DC")


def invented(
    rng: np.random.Generator, policies: int, places: int = 50, pull: float = 3.0
) -> Cascades:
    """Policies that spread the faster to a place the more of its neighbours have them.

    Args:
        rng: Draws them.
        policies: How many.
        places: The first so many states.
        pull: Log-odds that all neighbours together add; 0 leaves no reason who is next.
    """
    chosen = states()[:places]
    borders = Cascades((), chosen, np.empty((0, places), np.int32), np.empty(0, np.int32)).borders
    near = borders / np.maximum(borders.sum(axis=0), 1)
    eager = rng.normal(0.0, 0.6 if pull else 0.0, places)
    years = np.full((policies, places), NEVER, dtype=np.int32)
    for row in years:
        begin = int(rng.integers(FIRST, LAST - 5))
        row[rng.integers(places)] = begin
        for year in range(begin + 1, LAST + 1):
            odds = -3.2 + pull * ((row < year) @ near) + eager
            joins = (rng.random(places) < 1 / (1 + np.exp(-odds))) & (row >= year)
            row[joins] = year
    records = tuple(
        Policy(f"p{n:03}", f"source {n % 3}", LAST, f"topic {n % 4}", f"invented rule {n % 5}")
        for n in range(policies)
    )
    return Cascades(records, chosen, years, np.full(policies, LAST, dtype=np.int32))


def write_csv(cascades: Cascades, path: Path) -> None:
    """Write adoptions and metadata in the shape of SPID."""
    rows, about = ["statenam,policy,adopt_year"], []
    about.append("policy,source,first_year,last_year,adopt_count,description,majortopic")
    for n, policy in enumerate(cascades.policies):
        row = cascades.years[n]
        known = row[row != NEVER]
        for place, year in zip(cascades.places, row, strict=True):
            if year != NEVER:
                rows.append(f"{place.name},{policy.id},{year}")
        about.append(
            f"{policy.id},{policy.source},{known.min()},{known.max()},{len(known)},"
            f"{policy.description},{policy.topic}"
        )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    meta = path.with_name(f"{path.stem}_metadata.csv")
    meta.write_text("\n".join(about) + "\n", encoding="utf-8")
