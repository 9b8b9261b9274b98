"""Influence networks from cascades: NetInf, one child at a time.

Gomez-Rodriguez, Leskovec and Krause (2010), "Inferring Networks of Diffusion and
Influence". The choices are those of the R package NetworkInference (Linder, Desmarais
and others): a network edge scores ``log(beta * f(delay))``, any other parent
``log(epsilon * f(delay))``, with beta 0.5 and epsilon 1e-9; a parent must be strictly
earlier (ties carry no influence); an edge is tested by Vuong's statistic over all
cascades with one parameter's penalty.

The gain of an edge depends only on the other edges into the same child. So the greedy
path of each child stands alone, and the path of the whole network is their merge by gain:
exact, and fast without compiling anything.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from technofed.lab.cascades import NEVER, Cascades, Floats
from technofed.lab.delays import Delay

BETA, EPSILON = 0.5, 1e-9
_LEAST_GAIN = 1e-9
FLAT = 1e-9
"""Gains that differ less than this, as a share of their squares, are all alike: no test."""


@dataclass(frozen=True)
class Edge:
    """That one place tends to follow another.

    Attributes:
        origin: The column of the place followed.
        destination: The column of the follower.
        improvement: What the edge adds to the log-likelihood of the cascades.
        p_value: Of Vuong's test that it adds nothing.
    """

    origin: int
    destination: int
    improvement: float
    p_value: float


@dataclass(frozen=True)
class Child:
    """What one place's adoptions could owe to each other place.

    Attributes:
        place: Its column.
        rows: The cascades in which somebody came before it.
        margin: How much better each parent explains each adoption as a network edge than the
            best parent outside the network does, ``(cascades, places)``; 0 if no better.
    """

    place: int
    rows: NDArray[np.intp]
    margin: Floats


def children(cascades: Cascades, delay: Delay) -> list[Child]:
    """Every place with its possible parents."""
    years = cascades.years.astype(np.float64)
    years[cascades.years == NEVER] = np.inf
    found = []
    for place in range(years.shape[1]):
        own = years[:, place]
        rows = np.flatnonzero(np.isfinite(own) & (years.min(axis=1) < own))
        waited = own[rows, None] - years[rows]
        possible = waited > 0
        scores = np.full(waited.shape, -np.inf)
        scores[possible] = delay.log_density(waited[possible])
        outside = scores.max(axis=1, initial=-np.inf) + np.log(EPSILON)
        margin = np.maximum(scores + np.log(BETA) - outside[:, None], 0.0)
        found.append(Child(place, rows, margin))
    return found


def netinf(
    cascades: Cascades, delay: Delay, *, most_edges: int = 0, cutoff: float = 0.05
) -> list[Edge]:
    """The edges of greatest improvement, in the order they are found.

    Args:
        cascades: Who adopted what, when.
        delay: How long influence takes.
        most_edges: Stop after so many edges; 0 stops at the cut-off instead.
        cutoff: Stop before the first edge whose p-value is not below it. (The R package
            stops after it, and so gives one edge more.)
    """
    weights = np.ones(len(cascades.policies))
    return merge(children(cascades, delay), weights, most_edges, cutoff)


def merge(
    parents: list[Child], weights: Floats, most_edges: int = 0, cutoff: float = 0.05
) -> list[Edge]:
    """The children's greedy paths, merged by improvement.

    Args:
        parents: What :func:`children` found.
        weights: How often each cascade counts, ``(cascades,)``; ones, or a bootstrap's draw.
        most_edges: As in :func:`netinf`.
        cutoff: As in :func:`netinf`.
    """
    paths = (greedy_path(child, weights) for child in parents)
    edges = heapq.merge(*paths, key=lambda edge: -edge.improvement)
    if most_edges:
        return list(islice(edges, most_edges))
    return list(takewhile(lambda edge: edge.p_value < cutoff, edges))


def greedy_path(child: Child, weights: Floats) -> Iterator[Edge]:
    """The best edges into one child, each best given those before it.

    Args:
        child: The follower.
        weights: How often each cascade counts.
    """
    own = weights[child.rows]
    kept = own > 0
    margin, own, total = child.margin[kept], own[kept], float(weights.sum())
    gains = own @ margin
    while gains.size:
        best = int(gains.argmax())
        if gains[best] <= _LEAST_GAIN:
            return
        gained = margin[:, best].copy()
        yield Edge(best, child.place, float(own @ gained), vuong(own, gained, total))
        moved = np.flatnonzero(gained)
        before = margin[moved]
        after = np.maximum(before - gained[moved, None], 0.0)
        gains -= own[moved] @ (before - after)
        gains[best] = 0.0
        margin[moved] = after


def vuong(weights: Floats, gained: Floats, total: float) -> float:
    """The p-value that an edge improves the fit by no more than chance (Vuong 1989).

    Args:
        weights: How often each cascade counts.
        gained: What the edge adds to each cascade's log-likelihood.
        total: The number of all cascades, also those the edge cannot touch; they gain 0.
    """
    gain, squares = float(weights @ gained), float(weights @ gained**2)
    spread = squares - gain**2 / total
    if total < 2 or spread <= FLAT * squares:  # noqa: PLR2004 (a spread needs two)
        return 1.0
    statistic = (gain - 1.0) / sqrt(spread / (total - 1.0) * total)
    return 0.5 * erfc(statistic / sqrt(2.0))
