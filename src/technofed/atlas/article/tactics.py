"""Tactics of industry: what a firm's act is, which way it pushes, and what it does to a rule.

The article, III.D for the United States; IV.B.2 nn.327-328 and V.A.1 for China, where the same
means are channels of market discipline.
"""

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import in_prose
from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import chosen, one, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row
from technofed.law.words import Dimension, Level


class Tactics(Answer):
    """What an act of industry is.

    Attributes:
        means: The means it uses.
        tactics: The tactics it is a case of.
        channels: The channels by which the market disciplines rule makers.
        direction: Which way it pushes.
        strength: Whether it is said, threatened, or done.
        affects: The levels whose rule it bears on.
        effect: What it does to the rule.
        dominant_in: The dimensions where the article finds these tactics dominant.
    """

    means: str
    tactics: tuple[str, ...]
    channels: tuple[str, ...]
    direction: str
    strength: str
    affects: tuple[Level, ...]
    effect: str
    dominant_in: tuple[Dimension, ...]


@mechanism(
    "us-m13",
    "cn-m33",
    name="tactics",
    about="Which tactics of industry an act is",
    example={"means": "exit_threat"},
)
def tactics(
    atlas: Atlas, *, means: str | None = None, act: str | None = None, abroad: bool = False
) -> Tactics:
    """Sort an act of industry by the means it uses.

    Args:
        atlas: The records.
        means: A means of table/tactic-means.
        act: Id of a record that is one of the article's cases, instead of the means.
        abroad: Whether the act looks to another country rather than to another state.

    Raises:
        QuestionUnclearError: Neither or both are given, or one is not known.
        UnknownIdError: There is no such record.
    """
    row = _row(atlas, means, act)
    away = row.cells.get("abroad", ()) if abroad else ()
    names = away or row.cells["tactics"]
    listed = table(atlas, "tactics")
    kinds = [chosen(listed, name, where="tactic") for name in names]
    return Tactics(
        means=row.id,
        tactics=names,
        channels=row.cells["channel"],
        direction="from one country to another" if away else one(row, "direction"),
        strength=one(row, "strength"),
        affects=tuple(map(Level, row.cells["affects"])),
        effect=one(row, "effect"),
        dominant_in=tuple(
            each for each in Dimension if any(each in one(kind, "dimension") for kind in kinds)
        ),
        because=tuple(f"{kind.id}: {one(kind, 'definition')}" for kind in kinds),
        pins=pins_of(row),
    )


def _row(atlas: Atlas, means: str | None, act: str | None) -> Row:
    found = table(atlas, "tactic-means")
    if means and not act:
        return chosen(found, means, where="means")
    if not act or means:
        raise QuestionUnclearError(
            "an act is told by its means or by its record", where="means", fix="give one of them"
        )
    record = atlas.record(act).id
    for row in found.rows:
        if record in row.cells.get("cases", ()):
            return row
    raise QuestionUnclearError(
        f"the means of {record} are not coded",
        where="act",
        fix=f"name the means: {in_prose([row.id for row in found.rows], 'or')}",
    )
