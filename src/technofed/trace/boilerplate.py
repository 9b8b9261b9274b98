"""Boilerplate or substance: a probability that a passage is substantive copying, with reasons.

A logistic regression over what an alignment shows: how long it is, how rare its words are,
how much was edited, whether it speaks as enacting, severability or effective-date clauses
do; and, in a corpus, how it is spread. Commonness alone cannot tell a model bill that went
everywhere from a clause that every bill has. What tells them apart is that a model bill has
a beginning: it was nowhere before its first day, and it is adapted on its way. A clause is
there from the start, everywhere, word for word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

CUES = {
    "severability": r"severab|held (to be )?(invalid|unconstitutional)|invalidity (of|does|shall)",
    "effective date": r"takes? effect|in (full )?force|effective (date|immediately|on)",
    "enacting clause": r"be it (enacted|resolved)|enacted by|an act (relating|to|concerning)",
    "repealer": r"in conflict (with|herewith)|(are|is) (hereby )?repealed",
    "emergency clause": r"emergency|immediate preservation|public peace",
    "amending formula": r"(is|are) (hereby )?amended|as (amended|follows)|(shall|to) read",
    "citation of code": r"united states code|revised statutes|pursuant to (section|chapter)",
    "short title": r"may be cited|shall be known|short title",
    "rulemaking formula": r"adopt rules|promulgate|rules (and regulations )?necessary",
    "fiscal formula": r"appropriat|fiscal (year|impact|note)|reimbursement",
    "penalty formula": r"upon conviction|guilty of|misdemeanor|felony|fined? not|imprison",
}
"""Words by which kinds of sections are known that most bills have."""

_CUES = {name: re.compile(rf"\b({pattern})", re.IGNORECASE) for name, pattern in CUES.items()}


def cues_of(text: str) -> list[str]:
    """The kinds of boilerplate whose words stand in a text.

    >>> cues_of("This act takes effect July 1.")
    ['effective date']
    """
    return [name for name, pattern in _CUES.items() if pattern.search(text)]


_FORMULAS = ("severability", "effective date", "repealer", "emergency clause", "short title")

USUAL = 24.0
"""What a text loses in log odds for the share of it, above one half, that is usual sections: a
severability clause loses 12. Set by hand: the labelled alignments at hand say nothing of it."""


def formula_share(text: str) -> float:
    """The share of a text that stands in sentences of severability, effective date and the like.

    >>> formula_share("This act takes effect July 1. A baker shall ring.") > 0.5
    True
    """
    sentences = [each for each in re.split(r"[.;]\s", text) if each.strip()]
    usual = [each for each in sentences if any(_CUES[name].search(each) for name in _FORMULAS)]
    return sum(map(len, usual)) / max(sum(map(len, sentences)), 1)


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over standardised features.

    Attributes:
        names: The features.
        mean: What is taken off each.
        scale: What it is then divided by.
        weights: The weight of each, and last the intercept.
    """

    names: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]

    def parts(self, features: Floats) -> Floats:
        """What each feature adds to the log odds; shape (rows, features)."""
        standard = (features - np.array(self.mean)) / np.array(self.scale)
        return np.asarray(standard * np.array(self.weights[:-1]), dtype=np.float64)

    def probability(self, features: Floats) -> Floats:
        """The probability of each row."""
        return sigmoid(self.parts(features).sum(axis=1) + self.weights[-1])


def sigmoid(x: Floats) -> Floats:
    """The logistic function, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(x / 2)), dtype=np.float64)


def fit_logistic(
    names: Sequence[str], features: Floats, labels: Floats, ridge: float = 1.0
) -> Logistic:
    """Fit by iteratively reweighted least squares (McCullagh and Nelder 1989, § 2.5).

    Args:
        names: The features.
        features: Shape (rows, features).
        labels: 1 for substance, 0 for boilerplate.
        ridge: Weight of the squared size of the weights, the intercept's left out, so that
            the fit exists even where the features separate the labels.

    Returns:
        The model.
    """
    mean = features.mean(axis=0)
    scale = np.where(features.std(axis=0) > 0, features.std(axis=0), 1.0)
    design = np.column_stack([(features - mean) / scale, np.ones(len(features))])
    penalty = np.diag([ridge] * features.shape[1] + [1e-9])
    weights = np.zeros(design.shape[1])
    for _ in range(100):
        chance = sigmoid(design @ weights)
        weight = np.maximum(chance * (1 - chance), 1e-9)
        gradient = design.T @ (labels - chance) - penalty @ weights
        step = np.linalg.solve((design * weight[:, None]).T @ design + penalty, gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-10:  # noqa: PLR2004 (machine precision, nearly)
            break
    return Logistic(
        tuple(names),
        *(tuple(float(x) for x in np.round(values, 6)) for values in (mean, scale, weights)),
    )
