"""Who ordered which use of AI in Chinese courts and agencies, and who gains by it.

The centre that mandates a use gains oversight; a private firm that builds the system gains
leverage over the body that uses it (the article, IV.A(ii) nn.283-288, IV.B.1 last paragraph).
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import in_prose
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, one, pins_of
from technofed.atlas.article.reading import links
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Actor, Power, Row
from technofed.law.provenance import Grade
from technofed.law.words import RelationKind

REGISTER = "administrative-automation"
_CARRIES_OUT = (RelationKind.IMPLEMENTS, RelationKind.INSTANCE_OF)
"""How a system hangs on the mandate it serves."""

Body = Literal["SPC", "State Council", "CAC"]


class Builder(BaseModel):
    """Who builds a system that serves a mandate.

    Attributes:
        actor: The builder.
        system: What it builds.
        gains_leverage: Whether it is a private firm: that gives it leverage over the user.
        inferred: Whether the link from the system to the mandate is drawn in the records.
    """

    model_config = ConfigDict(frozen=True)

    actor: str
    system: str
    gains_leverage: bool
    inferred: bool


class Automated(Answer):
    """One function given to AI.

    Attributes:
        function: The function.
        mandated_by: The body it comes from.
        actor: The record of that body.
        instrument: The order, or the programme.
        builders: Who builds systems that serve the order; the article does not match builders
            to single functions.
        oversight: What the centre comes to see or hold by it.
        leverage: Who gains leverage over the body that uses it.
        privacy: How far privacy stands against it, where the article says so.
    """

    function: str
    mandated_by: str
    actor: str
    instrument: str
    builders: tuple[Builder, ...]
    oversight: str | Undetermined
    leverage: tuple[str, ...] | Undetermined
    privacy: str | None = None


class Register(Answer):
    """The functions of the state that are given to AI.

    Attributes:
        functions: Each with its mandate and builders.
    """

    functions: tuple[Automated, ...]


@mechanism(
    "cn-m12",
    name="automation",
    about="Who mandates and who builds the AI of Chinese courts and agencies",
    example={"body": "SPC"},
)
def automation(atlas: Atlas, *, function: str | None = None, body: Body | None = None) -> Register:
    """List the functions that were given to AI.

    Args:
        atlas: The records.
        function: Only this function.
        body: Only what this body ordered.

    Raises:
        QuestionUnclearError: There is no such function, or this body did not order it.
    """
    found = table(atlas, REGISTER)
    rows = (chosen(found, function, where="function"),) if function else found.rows
    ordered = [row for row in rows if body in {None, one(row, "mandated_by")}]
    if not ordered:
        what = f"{function} was not ordered by {body}"
        raise QuestionUnclearError(what, where="function, body", fix="ask without the body")
    functions = tuple(_automated(atlas, row) for row in ordered)
    return Register(
        functions=functions,
        because=tuple(reason for each in functions for reason in each.because),
        pins=pins_of(*ordered),
    )


def _automated(atlas: Atlas, row: Row) -> Automated:
    instrument, mandate = row.cells["instrument"][0], row.cells["mandated_by"][0]
    name, oversight = row.id.replace("-", " "), one(row, "oversight")
    builders = builders_of(atlas, instrument)
    firms = tuple(dict.fromkeys(each.actor for each in builders if each.gains_leverage))
    silent = ([] if oversight else ["what the centre sees by it"]) + (
        [] if builders else ["who builds it"]
    )
    gains = f"; leverage goes to {in_prose(firms)}" if firms else ""
    return Automated(
        function=row.id,
        mandated_by=mandate,
        actor=row.cells["actor"][0],
        instrument=instrument,
        builders=builders,
        oversight=oversight or UNDETERMINED,
        leverage=firms if builders else UNDETERMINED,
        privacy=one(row, "privacy") or None,
        because=(f"{name}: comes from {mandate} ({instrument}){gains}",),
        pins=row.pins,
        undetermined=f"the article does not say {in_prose(silent)}" if silent else None,
    )


def builders_of(atlas: Atlas, instrument: str) -> tuple[Builder, ...]:
    """Who builds an instrument, or the systems that implement it or are instances of those.

    Args:
        atlas: The records.
        instrument: Id of the mandate.
    """
    serves = _systems(atlas, instrument)
    return tuple(
        Builder(
            actor=link.subject,
            system=link.object,
            gains_leverage=_private(atlas, link.subject),
            inferred=serves[link.object] or link.grade is Grade.INFERRED,
        )
        for link in links(atlas, RelationKind.BUILDS)
        if link.object in serves
    )


def _systems(atlas: Atlas, instrument: str) -> dict[str, bool]:
    """What serves a mandate, each with whether some step to it is inferred."""
    serves = {instrument: False}
    edge = [instrument]
    while edge:
        target = edge.pop(0)
        for link in links(atlas, *_CARRIES_OUT):
            if link.object == target and link.subject not in serves:
                serves[link.subject] = serves[target] or link.grade is Grade.INFERRED
                edge.append(link.subject)
    return serves


def _private(atlas: Atlas, id_: str) -> bool:
    actor = atlas.record(id_)
    return isinstance(actor, Actor) and actor.power is Power.MARKET
