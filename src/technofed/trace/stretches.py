"""The best stretches of a line of gains and losses."""

from collections.abc import Sequence


def maximal_stretches(gains: Sequence[float]) -> list[tuple[int, int, float]]:
    """All maximal scoring stretches in linear time (Ruzzo and Tompa 1999).

    Args:
        gains: What each place adds, negative for a loss.

    Returns:
        First place, the place after the last, and the sum, in order of place.

    >>> maximal_stretches([4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5])
    [(0, 1, 4.0), (2, 3, 3.0), (4, 11, 7.0)]
    """
    held: list[tuple[int, int, float, float]] = []  # first, end, sum before, sum at the end
    total = 0.0
    for at, gain in enumerate(gains):
        before, total = total, total + gain
        if gain <= 0:
            continue
        first, low, high = at, before, total
        while True:
            n = len(held) - 1
            while n >= 0 and held[n][2] >= low:
                n -= 1
            if n < 0 or held[n][3] >= high:
                break
            first, low = held[n][0], held[n][2]
            del held[n:]
        held.append((first, at + 1, low, high))
    return [(first, end, high - low) for first, end, low, high in held]
