"""Which things hang together, given the pairs that do."""

import numpy as np

from technofed.trace.tokens import Places


def components(size: int, one: Places, other: Places) -> Places:
    """Connected components by hooking and pointer jumping (Shiloach and Vishkin 1982).

    Args:
        size: How many things there are, numbered from 0.
        one: One end of each tie.
        other: The other end.

    Returns:
        For each thing, the least number in its component.

    >>> components(5, np.array([0, 3]), np.array([1, 4])).tolist()
    [0, 0, 2, 3, 3]
    """
    parent = np.arange(size, dtype=np.int64)
    while True:
        left, right = parent[one], parent[other]
        apart = left != right
        if not apart.any():
            return parent
        one, other = one[apart], other[apart]
        left, right = left[apart], right[apart]
        np.minimum.at(parent, np.maximum(left, right), np.minimum(left, right))
        while True:
            further = parent[parent]
            if np.array_equal(further, parent):
                break
            parent = further
