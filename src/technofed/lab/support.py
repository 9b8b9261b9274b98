"""How far an inferred edge can be trusted: how often it is found again in other samples."""

import numpy as np

from technofed.lab.cascades import Cascades, Floats
from technofed.lab.delays import Delay
from technofed.lab.netinf import children, merge


def edge_support(
    cascades: Cascades,
    delay: Delay,
    replicates: int,
    rng: np.random.Generator,
    cutoff: float = 0.05,
) -> Floats:
    """The share of bootstrap samples of the policies in which each edge is inferred.

    Args:
        cascades: Who adopted what, when.
        delay: How long influence takes.
        replicates: How many samples to draw.
        rng: Draws the samples.
        cutoff: The p-value at which inference stops.

    Returns:
        ``(places, places)``: origin in the rows, destination in the columns.
    """
    size = len(cascades.policies)
    parents = children(cascades, delay)
    found = np.zeros((len(cascades.places), len(cascades.places)))
    for _ in range(replicates):
        weights = rng.multinomial(size, np.full(size, 1 / size)).astype(np.float64)
        for edge in merge(parents, weights, cutoff=cutoff):
            found[edge.origin, edge.destination] += 1
    return found / max(replicates, 1)
