"""NetInf as the paper tells it, edge by edge: the meaning :mod:`netinf` is tested against."""

from math import erf, log, sqrt

import numpy as np

from technofed.lab.cascades import NEVER, Cascades
from technofed.lab.delays import Delay
from technofed.lab.netinf import BETA, EPSILON, FLAT, Edge

Tree = dict[int, float]
"""The score of each adopter's present parent, in one cascade."""


def netinf_by_definition(cascades: Cascades, delay: Delay, edges: int) -> list[Edge]:
    """The first edges of the greedy path, each found by trying all that are left."""
    times = [
        {place: int(year) for place, year in enumerate(row) if year != NEVER}
        for row in cascades.years
    ]
    trees = [_first_tree(each, delay) for each in times]
    places = range(len(cascades.places))
    left = {(u, v) for u in places for v in places if u != v}
    found: list[Edge] = []
    while left and len(found) < edges:
        gains = {edge: _gains(*edge, times, trees, delay) for edge in sorted(left)}
        best = max(gains, key=lambda edge: sum(gains[edge]))
        gained = gains[best]
        if sum(gained) <= 1e-9:  # noqa: PLR2004 (nothing left to gain)
            break
        for tree, gain in zip(trees, gained, strict=True):
            if gain:
                tree[best[1]] += gain
        found.append(Edge(*best, sum(gained), _vuong(gained)))
        left.remove(best)
    return found


def _score(waited: int, prior: float, delay: Delay) -> float:
    return log(prior) + float(delay.log_density(np.array([float(waited)]))[0])


def _first_tree(times: dict[int, int], delay: Delay) -> Tree:
    """Each adopter's best parent when the network has no edge yet; first adopters have none."""
    tree = {}
    for child, year in times.items():
        waits = [year - earlier for earlier in times.values() if earlier < year]
        if waits:
            tree[child] = max(_score(waited, EPSILON, delay) for waited in waits)
    return tree


def _gains(
    u: int, v: int, times: list[dict[int, int]], trees: list[Tree], delay: Delay
) -> list[float]:
    """What the edge from u to v would add to each cascade."""
    gains = []
    for each, tree in zip(times, trees, strict=True):
        possible = u in each and v in each and each[u] < each[v]
        score = _score(each[v] - each[u], BETA, delay) if possible else 0.0
        gains.append(max(0.0, score - tree[v]) if possible else 0.0)
    return gains


def _vuong(gained: list[float]) -> float:
    """Vuong's test with a penalty of one parameter, shared out over the cascades."""
    n = len(gained)
    differences = [gain - 1 / n for gain in gained]
    mean = sum(differences) / n
    spread = sum((each - mean) ** 2 for each in differences)
    if n < 2 or spread <= FLAT * sum(gain**2 for gain in gained):  # noqa: PLR2004 (a spread needs two)
        return 1.0
    statistic = sum(differences) / (sqrt(spread / (n - 1)) * sqrt(n))
    return 1 - 0.5 * (1 + erf(statistic / sqrt(2)))
