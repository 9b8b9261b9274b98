"""What counts as AI, and how far two definitions of it stand apart.

The article, II.A nn.55-66 and III.C.2 n.191: engineers say machine learning where policy says
AI, classic tools are sold as AI, and many acts do not set simple methods apart.
"""

from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import chosen, known, one, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row, Table


class Covered(Answer):
    """Whether a definition of AI reaches a system.

    Attributes:
        family: The family of technique the system belongs to.
        covered: Whether the definition reaches it.
        over_inclusive: Whether it sweeps in what engineers would not count as machine learning.
        under_inclusive: Whether it leaves out what engineers would count.
        definitional_risk: Whether a classic tool is sold as AI.
    """

    family: str
    covered: bool
    over_inclusive: bool
    under_inclusive: bool
    definitional_risk: bool


class Apart(Answer):
    """How far two definitions of AI stand apart.

    Attributes:
        distance: From 0 (they reach the same) to 1 (nothing in common): one minus the share of
            families reached by both among those reached by either (Jaccard).
        differently: Families that one reaches and the other does not.
    """

    distance: float
    differently: tuple[str, ...]


@mechanism(
    "us-m03",
    "cn-m02",
    name="ai-definition",
    about="Whether a definition of AI reaches a system",
    example={"covers": "statistics,machine-learning", "technique": "logistic regression"},
)
def ai_definition(
    atlas: Atlas, *, covers: tuple[str, ...], technique: str, sold_as_ai: bool = False
) -> Covered:
    """Hold a system's technique against a definition.

    Args:
        atlas: The records.
        covers: The families the definition names; each brings those it includes.
        technique: The system's technique: a family, or an example such as logistic regression.
        sold_as_ai: Whether the system is marketed as AI.

    Raises:
        QuestionUnclearError: A family or the technique is not known.
    """
    features = table(atlas, "ai-feature-sets")
    family = _family(features, technique)
    reached = family.id in _reach(features, covers)
    core = one(family, "core")
    risk = sold_as_ai and core == "no"
    reasons = [f"{technique} is {one(family, 'technique')}", *family.cells.get("note", ())]
    reasons.append(f"the definition {'reaches' if reached else 'does not reach'} it")
    if risk:
        reasons.append("it is sold as AI although engineers would not call it machine learning")
    return Covered(
        family=family.id,
        covered=reached,
        over_inclusive=reached and core == "no",
        under_inclusive=not reached and core == "yes",
        definitional_risk=risk,
        because=tuple(reasons),
        pins=family.pins,
        undetermined=f"whether {family.id} is AI yet is open" if core == "open" else None,
    )


def _family(features: Table, technique: str) -> Row:
    word = technique.lower()
    for row in features.rows:
        if word in (row.id, one(row, "technique"), *row.cells.get("examples", ())):
            return row
    listed = [word for row in features.rows for word in (row.id, *row.cells.get("examples", ()))]
    known(technique, listed, where="technique")
    raise AssertionError(technique)  # pragma: no cover (known has raised)


def _reach(features: Table, covers: tuple[str, ...]) -> frozenset[str]:
    """The families a definition reaches: those it names and those they include."""
    named = [chosen(features, name.replace("_", "-"), where="covers") for name in covers]
    return frozenset(id_ for row in named for id_ in (row.id, *row.cells.get("includes", ())))


@mechanism(
    "us-m03",
    name="ai-distance",
    about="How far two definitions of AI stand apart",
    example={"first": "statistics,machine-learning", "second": "deep-learning"},
)
def ai_distance(atlas: Atlas, *, first: tuple[str, ...], second: tuple[str, ...]) -> Apart:
    """Compare what two definitions reach.

    Args:
        atlas: The records.
        first: The families one definition names.
        second: The families the other names.

    Raises:
        QuestionUnclearError: A family is not known.
    """
    features = table(atlas, "ai-feature-sets")
    one_side, other = _reach(features, first), _reach(features, second)
    either = one_side | other
    apart = [row for row in features.rows if row.id in one_side ^ other]
    return Apart(
        distance=len(one_side ^ other) / len(either) if either else 0.0,
        differently=tuple(row.id for row in apart),
        because=tuple(f"only one of them reaches {row.id}" for row in apart),
        pins=pins_of(*apart) or features.pins,
    )
