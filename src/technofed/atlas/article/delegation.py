"""Federalism, Chinese style: the centre has the authority and lacks the capacity.

The article gives no numbers here, only orders (IV.C nn.329-349): the authority of the centre
is whole, its capacity is less than that, and so localities slip from its line.
"""

from enum import StrEnum
from typing import Literal

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import in_prose
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, one
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row

CASES, TIES = "delegation-cases", "delegation-ties"
WHOLE = 1.0
"""The whole authority of the centre, and the capacity at which nothing would slip (no unit)."""

Delegated = Literal["present", "implied", "none", "defied"]


class Raises(StrEnum):
    """What raises the slippage, by the article's notes 341 and 342."""

    LARGE_GEOGRAPHY = "large economic geography"
    INFORMATION_ASYMMETRY = "information asymmetry"


class LocalActor(StrEnum):
    """Who acts locally; the values are rows of the table of ties."""

    OFFICIAL = "official"
    COURT = "court"


class Delegation(Answer):
    """How a local act stands to the centre.

    Attributes:
        authority: Of the centre, 0 to 1: always whole.
        capacity: Of the centre to use it, 0 to 1; the article gives no number.
        capacity_short: Whether the capacity is less than the authority.
        slips: Whether localities slip from the line of the centre at all.
        slippage: How far; the article gives no number and no formula.
        raised_by: What raises it.
        legitimate: Whether the act draws legitimacy from the centre's delegation, the only
            source of it.
        options_of_centre: What the centre may do with a local experiment.
        answer_of_centre: What it did, where the article says so.
        tied_by: What ties the local actor.
    """

    authority: float = WHOLE
    capacity: float | Undetermined
    capacity_short: bool
    slips: bool
    slippage: float | Undetermined
    raised_by: tuple[str, ...]
    legitimate: bool | Undetermined
    options_of_centre: tuple[str, ...]
    answer_of_centre: str | None = None
    tied_by: tuple[str, ...]


@mechanism(
    "cn-m05",
    name="delegation",
    about="Whether Chinese localities slip from the centre, and what raises it",
    example={"case": "inflation"},
)
def delegation(
    atlas: Atlas,
    *,
    case: str | None = None,
    capacity: float | None = None,
    delegated: Delegated | None = None,
    raised_by: tuple[Raises, ...] = (),
    actor: LocalActor = LocalActor.OFFICIAL,
) -> Delegation:
    """Tell how a local act stands to the centre.

    Args:
        atlas: The records.
        case: One of the article's examples.
        capacity: Or the capacity of the centre in a case of your own, 0 to 1.
        delegated: Whether the centre delegated the power used, in a case of your own.
        raised_by: What raises the slippage, in a case of your own.
        actor: Who acts.

    Raises:
        QuestionUnclearError: There is neither an example nor a capacity, or both, or the
            capacity is not from 0 to 1.
    """
    found = table(atlas, CASES)
    if (case is None) == (capacity is None):
        known = in_prose([row.id for row in found.rows], "or")
        what = "name an example of the article, or give a capacity of the centre"
        raise QuestionUnclearError(what, where="case, capacity", fix=known)
    row = chosen(found, case, where="case") if case else _own(capacity, delegated, raised_by)
    ties = table(atlas, TIES)
    short = one(row, "capacity") == "short"
    return Delegation(
        capacity=UNDETERMINED if capacity is None else capacity,
        capacity_short=short,
        slips=short,
        slippage=UNDETERMINED if short else 0.0,
        raised_by=row.cells.get("raised_by", ()) if short else (),
        legitimate=_legitimate(one(row, "delegation")),
        options_of_centre=ties.cell("centre", "ties"),
        answer_of_centre=one(row, "answer_of_centre") or None,
        tied_by=ties.cell(actor, "ties"),
        because=_reasons(row, short=short),
        pins=row.pins or found.pins,
        undetermined="the article states the order only, no amount of slippage" if short else None,
    )


def _own(capacity: float | None, delegated: Delegated | None, raises: tuple[Raises, ...]) -> Row:
    """A case of the asker's own, as a row like those of the article."""
    if capacity is None or not 0 <= capacity <= WHOLE:
        raise QuestionUnclearError("a capacity is a share", where="capacity", fix="capacity=0.5")
    cells: dict[str, tuple[str, ...]] = {
        "capacity": ("short" if capacity < WHOLE else "full",),
        "raised_by": tuple(raises),
    }
    return Row(id="own-case", cells=cells | ({"delegation": (delegated,)} if delegated else {}))


def _legitimate(delegated: str) -> bool | Undetermined:
    return delegated in {"present", "implied"} if delegated else UNDETERMINED


def _reasons(row: Row, *, short: bool) -> tuple[str, ...]:
    act = one(row, "act")
    told = (f"{row.id.replace('-', ' ')}: {act}",) if act else ()
    if not short:
        return (*told, "the capacity of the centre is as whole as its authority: nothing slips")
    return (*told, "the centre has the authority and lacks the capacity, so localities slip")
