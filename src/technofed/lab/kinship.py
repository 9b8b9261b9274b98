"""How much policies resemble one another by source, topic and description."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from technofed.lab.cascades import Floats
from technofed.law.adoptions import Policy

STEM, SHORTEST = 6, 3
"""Words are cut to six letters, a crude stem, and left out below three."""


def _terms(policy: Policy) -> set[str]:
    words = re.findall(r"[a-z]+", policy.description.lower())
    stems = {word[:STEM] for word in words if len(word) >= SHORTEST}
    return stems | {f"source:{policy.source}", f"topic:{policy.topic}"}


def resemblance(policies: Sequence[Policy]) -> Floats:
    """Cosine of the weighted terms of each two policies, ``(policies, policies)`` in [0, 1].

    A term weighs the logarithm of how rare it is (tf-idf with a term counted once).
    """
    terms = [_terms(policy) for policy in policies]
    spread = Counter(term for each in terms for term in each)
    column = {term: n for n, term in enumerate(spread)}
    matrix = np.zeros((len(policies), len(column)))
    for row, each in enumerate(terms):
        for term in each:
            matrix[row, column[term]] = np.log(len(policies) / spread[term])
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(lengths > 0, lengths, 1.0)
    return np.asarray(unit @ unit.T, dtype=np.float64)


def same_source(policies: Sequence[Policy]) -> Floats:
    """1 where two policies were gathered by the same source, else 0."""
    sources = np.array([policy.source for policy in policies])
    return np.asarray(sources[:, None] == sources[None, :], dtype=np.float64)
