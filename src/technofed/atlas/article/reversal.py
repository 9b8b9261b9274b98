"""Executive reversal: how far successive stances turn, how soon, and with what legal force.

The article, III.C.1 nn.141-145: the AI Action Plan of 2025 turns the AI Bill of Rights of 2022
round, and as neither binds anybody there is no stable federal consensus.
"""

from math import acos, degrees, hypot

from technofed._base.text import in_prose
from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import chosen, number, one, pins_of
from technofed.atlas.article.norms import legal_force
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import when_of
from technofed.law.atlas import Row
from technofed.law.moments import Moment
from technofed.law.words import EventKind

AXES = ("oversight", "rights", "deregulation", "self_regulation", "security")
"""The axes of a stance, each from -1 (against) to 1 (for)."""

RIGHT_ANGLE = 90.0
_BEGINS = {EventKind.ISSUED, EventKind.PUBLISHED, EventKind.ENACTED, EventKind.SIGNED}

Stance = dict[str, float]


class Reversal(Answer):
    """How far a later stance turns from an earlier one.

    Attributes:
        angle: Degrees between the stances on the axes on which both speak: 0 is the same
            direction, 180 the opposite; ``None`` if there is no such axis.
        angle_with_silence: The same on all axes, silence counted as 0.
        opposite: Whether they point against each other on every axis on which both speak.
        months: Calendar months between them.
        stability: One minus the angle as a share of 180 degrees.
        rises: Axes on which the later stance is higher.
        falls: Axes on which it is lower.
        force: What each binds: binding, agencies, agreed, none or open.
        consensus: Whether there is a stable consensus: the stances agree, and one of them binds.
    """

    angle: float | None
    angle_with_silence: float | None
    opposite: bool
    months: int
    stability: float | None
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    force: dict[str, str]
    consensus: bool


@mechanism(
    "us-m27",
    name="reversal",
    about="How far one executive instrument turns from another",
    example={"first": "us/ai-bill-of-rights-2022", "second": "us/ai-action-plan-2025"},
)
def reversal(atlas: Atlas, *, first: str, second: str) -> Reversal:
    """Compare the stances of two federal executive instruments.

    Args:
        atlas: The records.
        first: Id of the earlier instrument, as in ``us/eo-14110``.
        second: Id of the later one.

    Raises:
        QuestionUnclearError: The stance of one of them is not coded.
        UnknownIdError: There is no such instrument.
    """
    rows = [_row(atlas, each) for each in (first, second)]
    old, new = map(_stance, rows)
    both = [axis for axis in AXES if axis in old and axis in new]
    angle = angle_between(old, new, both)
    force = {id_: legal_force(atlas, atlas.laws.instrument(id_)).id for id_ in (first, second)}
    binds = any(kind == "binding" for kind in force.values())
    return Reversal(
        angle=angle,
        angle_with_silence=angle_between(old, new, AXES),
        opposite=bool(both) and all(old[axis] * new[axis] < 0 for axis in both),
        months=months_between(_begins(atlas, first), _begins(atlas, second)),
        stability=None if angle is None else round(1 - angle / 180, 3),
        rises=tuple(axis for axis in both if new[axis] > old[axis]),
        falls=tuple(axis for axis in both if new[axis] < old[axis]),
        force=force,
        consensus=binds and angle is not None and angle < RIGHT_ANGLE,
        because=(*_reasons(rows), *([] if binds else ["neither is binding law"]), *_silent(rows)),
        pins=pins_of(*rows),
        undetermined=None if both else "there is no axis on which both speak",
    )


def _row(atlas: Atlas, id_: str) -> Row:
    stances = table(atlas, "stances")
    return chosen(stances, id_.removeprefix("us/"), where="instrument with a stance")


def _stance(row: Row) -> Stance:
    """The axes on which an instrument speaks."""
    values = ((axis, number(row, axis)) for axis in AXES)
    return {axis: value for axis, value in values if value is not None}


def angle_between(first: Stance, second: Stance, axes: tuple[str, ...] | list[str]) -> float | None:
    """The angle between two stances in degrees, to a tenth; ``None`` if one has no length.

    >>> angle_between({"oversight": 1, "rights": 1}, {"oversight": -1, "rights": -1}, AXES)
    180.0
    """
    one_side = [first.get(axis, 0.0) for axis in axes]
    other = [second.get(axis, 0.0) for axis in axes]
    length = hypot(*one_side) * hypot(*other)
    if not length:
        return None
    cosine = sum(a * b for a, b in zip(one_side, other, strict=True)) / length
    return round(degrees(acos(max(-1.0, min(1.0, cosine)))), 1)


def _begins(atlas: Atlas, id_: str) -> Moment:
    history = atlas.laws.instrument(id_).history
    return when_of(next((each for each in history if each.event in _BEGINS), history[0]))


def months_between(first: Moment, second: Moment) -> int:
    """Calendar months from one moment to another.

    >>> months_between(Moment.parse("2022-10"), Moment.parse("2025-07-23"))
    33
    """
    years = second.start.year - first.start.year
    return 12 * years + second.start.month - first.start.month


def _reasons(rows: list[Row]) -> list[str]:
    return [f"{row.id}: {one(row, 'reason')}" for row in rows]


def _silent(rows: list[Row]) -> list[str]:
    """On which axes an instrument is silent, in words."""
    quiet = {row.id: [axis for axis in AXES if axis not in _stance(row)] for row in rows}
    return [f"{id_} is silent on {in_prose(axes)}" for id_, axes in quiet.items() if axes]
