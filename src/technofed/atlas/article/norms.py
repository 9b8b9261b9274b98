"""What is AI governance: hard rules of the state and soft norms that coordinate firms.

The article, II.A nn.64-68: AI is treated as a thing of its own kind, so a norm need fit no
older area of law to count; what counts is that it shapes how AI is made, exchanged or used.
"""

from typing import Literal

from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import one
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.graph import threads
from technofed.law.atlas import Actor, Power, Row
from technofed.law.moments import Days
from technofed.law.records import Instrument
from technofed.law.words import InstrumentKind, Level, RelationKind

Side = Literal["state", "market"]
Hardness = Literal["hard", "soft"]
Shapes = Literal["development", "exchange", "use"]

_RECOGNISES = {
    RelationKind.AFFIRMS,
    RelationKind.GIVES_EFFECT_TO,
    RelationKind.LEGAL_BASIS_FOR,
}
"""By what a state body lifts a private norm: it upholds it, carries it out, or is its basis."""


class InScope(Answer):
    """Whether a norm is part of AI governance, and how it binds.

    Attributes:
        in_scope: Whether it shapes how AI is made, exchanged or used.
        origin: Hard if the state made it binding; soft if private or not binding.
        effect: Hard also where a state body has recognised a private norm.
    """

    in_scope: bool | Undetermined
    origin: Hardness
    effect: Hardness


@mechanism(
    "us-m03",
    "cn-m02",
    name="ai-governance",
    about="Whether a norm is part of AI governance, and whether it is hard or soft",
    example={"issuer": "market", "binding": "yes", "shapes": "exchange", "recognised": "yes"},
)
def ai_governance(
    atlas: Atlas,
    *,
    issuer: Side,
    binding: bool,
    shapes: tuple[Shapes, ...] = (),
    recognised: bool = False,
) -> InScope:
    """Sort a norm by who made it and what it does (II.A nn.64-68).

    AI is taken as a thing of its own kind, so a norm need fit no older area of law to count.

    Args:
        atlas: The records.
        issuer: Whether a state body or a private one made it.
        binding: Whether it binds those it addresses.
        shapes: What it shapes: how AI is made, exchanged or used.
        recognised: Whether a court or another state body treats a private norm as binding.
    """
    origin: Hardness = "hard" if issuer == "state" and binding else "soft"
    lifted = origin == "soft" and recognised
    reasons = [f"made by {'a state body' if issuer == 'state' else 'private hands'}"]
    reasons += [f"it shapes the {' and '.join(shapes)} of AI"] if shapes else []
    reasons += ["a state body has recognised it"] if lifted else []
    return InScope(
        in_scope=True if shapes else UNDETERMINED,
        origin=origin,
        effect="hard" if lifted else origin,
        because=tuple(reasons),
        pins=table(atlas, "ai-feature-sets").pins[:1],
        undetermined=None if shapes else "it is not said what of AI the norm shapes",
    )


@mechanism(
    "cn-m02",
    name="norm",
    about="Whether a recorded norm is hard or soft, in origin and in effect",
    example={"norm": "cn/taobao-platform-rules"},
)
def norm(atlas: Atlas, *, norm: str, days: Days) -> InScope:
    """Sort a recorded norm: its level says who made it, its kind whether it binds.

    A private norm is hard in effect once a law or a court of the records has recognised it.

    Args:
        atlas: The records.
        norm: Id of an instrument.
        days: The day asked about, and the day of knowledge.

    Raises:
        UnknownIdError: There is no such instrument.
    """
    record = atlas.laws.instrument(norm)
    force = legal_force(atlas, record)
    lifts = _recognised(atlas, record, days)
    hard = record.level is not Level.MARKET and force.id == "binding"
    lifted = not hard and bool(lifts)
    made = "private hands" if record.level is Level.MARKET else "a state body"
    return InScope(
        in_scope=True if record.pins else UNDETERMINED,
        origin="hard" if hard else "soft",
        effect="hard" if hard or lifted else "soft",
        because=(f"made by {made}", f"{_said(record.kind)}: {one(force, 'means')}", *lifts),
        pins=record.pins,
        undetermined=None if record.pins else "the article does not speak of it",
    )


def legal_force(atlas: Atlas, instrument: Instrument) -> Row:
    """The row of table/legal-force that tells what a kind of instrument binds."""
    rows = table(atlas, "legal-force").rows
    return next(row for row in rows if instrument.kind in row.cells["kinds"])


def _recognised(atlas: Atlas, record: Instrument, days: Days) -> tuple[str, ...]:
    """Laws and courts that recognise a private norm, in words."""
    if record.level is not Level.MARKET:
        return ()
    return tuple(
        f"{thread.source}: {_said(thread.predicate)} {record.id}"
        for thread in threads(atlas, days)
        if thread.target == record.id and thread.predicate in _RECOGNISES
        if _public(atlas, thread.source)
    )


def _public(atlas: Atlas, id_: str) -> bool:
    match atlas.record(id_):
        case Instrument(level=level):
            return level is not Level.MARKET
        case Actor(power=power):
            return power in {Power.CENTRAL, Power.LOCAL, Power.PARTY}
    return False


def _said(word: InstrumentKind | str) -> str:
    return str(word).replace("_", " ")
