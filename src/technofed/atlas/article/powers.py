"""Three powers: who has a hand in a norm, and whether the market has.

The article, I.B nn.46-54: federalism between centre and states is traditional; it is
techno-federalism where a market actor drafts, conditions or enforces the norm.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed._base.dates import LATEST
from technofed._base.errors import QuestionUnclearError
from technofed._base.text import counted
from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import number, one
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.graph import Thread, threads
from technofed.law.atlas import Actor, Power
from technofed.law.moments import Days
from technofed.law.records import Instrument
from technofed.law.words import Dimension, Level, RelationKind

SIDES = {
    Power.CENTRAL: Level.CENTRAL,
    Power.PARTY: Level.CENTRAL,
    Power.LOCAL: Level.LOCAL,
    Power.MARKET: Level.MARKET,
}
"""Which of the three powers an actor speaks for; academia is none of them."""

_DEEDS = {RelationKind.DRAFTS, RelationKind.CONDITIONS, RelationKind.BUILDS}
_ALWAYS = Days(LATEST, LATEST)


class Weights(BaseModel):
    """The shares of the three powers; together 1.

    Attributes:
        central: The centre's share.
        local: The share of states, provinces and cities.
        market: The share of firms and their associations.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    central: float
    local: float
    market: float


class Hand(BaseModel):
    """One hand in a norm.

    Attributes:
        record: The norm.
        power: Whose hand.
        deed: What it does: issues, drafts, conditions, holds (its level), delegates to.
        by: The actor, or the instrument it works through.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    record: str
    power: Level
    deed: str
    by: str


class Balance(Answer):
    """Who has a hand in norms.

    Attributes:
        classification: Techno if the market has a hand in one of them, otherwise traditional.
        by_delegation: Whether its only hand is that the state leaves the matter to it.
        weights: The share of each power among the hands.
        by_dimension: The same in each dimension of the norms.
        uncertainty: The largest number of actors with a hand in one norm.
        hands: Every hand.
    """

    classification: Literal["traditional", "techno"]
    by_delegation: bool
    weights: Weights
    by_dimension: dict[Dimension, Weights]
    uncertainty: int
    hands: tuple[Hand, ...]


def shares(weighed: Iterable[tuple[Level, float]]) -> Weights:
    """Divide 1 between the powers by weight; a third each if nothing weighs anything."""
    sums: Counter[Level] = Counter()
    for power, weight in weighed:
        sums[power] += weight  # type: ignore[assignment]  # a Counter holds any number
    total = sum(sums.values())
    if not total:
        return Weights(central=1 / 3, local=1 / 3, market=1 / 3)
    return Weights(**{str(level): sums[level] / total for level in Level})


@mechanism(
    "us-m02",
    name="powers",
    about="Which powers have a hand in norms, and whether that is techno-federalism",
    example={"records": "us-ca/workday-text-bill,us-il/workday-text-bill"},
)
def powers(atlas: Atlas, *, records: tuple[str, ...]) -> Balance:
    """Weigh the hands of centre, localities and market in norms.

    Every hand counts the same: who issues a norm, drafts it, sets conditions on it, whose
    text it copies word for word, on which level it stands.

    Args:
        atlas: The records.
        records: Ids of instruments.

    Raises:
        QuestionUnclearError: No instrument is named.
        UnknownIdError: There is no such instrument.
    """
    if not records:
        raise QuestionUnclearError("no norm is named", where="records", fix="name instruments")
    norms = [atlas.laws.instrument(id_) for id_ in dict.fromkeys(records)]
    every = [each for each in threads(atlas, _ALWAYS) if each.predicate in _ASKED]
    hands = [hand for norm in norms for hand in hands_in(atlas, norm, every)]
    market = [hand for hand in hands if hand.power is Level.MARKET]
    dimensions = {norm.id: norm.dimension for norm in norms}
    return Balance(
        classification="techno" if market else "traditional",
        by_delegation=bool(market) and all(hand.deed == _DELEGATES for hand in market),
        weights=_weights(hands),
        by_dimension={
            dimension: _weights(hand for hand in hands if dimensions[hand.record] is dimension)
            for dimension in dict.fromkeys(dimensions.values())
        },
        uncertainty=max(len({h.by for h in hands if h.record == norm.id}) for norm in norms),
        hands=tuple(hands),
        because=tuple(_reasons(market)),
        pins=tuple(dict.fromkeys(pin for norm in norms for pin in norm.pins)),
    )


_ASKED = {str(kind) for kind in (*_DEEDS, RelationKind.VERBATIM_FROM)}
_DELEGATES = "is left to"


def _weights(hands: Iterable[Hand]) -> Weights:
    return shares((hand.power, 1.0) for hand in hands)


def _reasons(market: list[Hand]) -> Iterator[str]:
    if not market:
        yield "no market actor drafts, conditions or enforces any of them"
    for hand in market:
        yield f"{hand.record}: {hand.deed} {hand.by}"
    if market:
        yield counted(len(market), "hand of the market", "hands of the market")


def hands_in(atlas: Atlas, norm: Instrument, every: Iterable[Thread]) -> list[Hand]:
    """Every hand in one norm, each actor or instrument once."""
    found = [*_issuing(atlas, norm), *_working(atlas, norm, every), *_left_to_itself(atlas, norm)]
    held = {hand.power for hand in found}
    levels = (norm.level, *norm.also_levels)
    found += [
        Hand(record=norm.id, power=level, deed=f"stands on the {level} level as", by=norm.id)
        for level in levels
        if level not in held
    ]
    return list({(hand.by, hand.power): hand for hand in reversed(found)}.values())[::-1]


def _issuing(atlas: Atlas, norm: Instrument) -> Iterator[Hand]:
    for issuer in norm.issuers:
        power = _side(atlas, issuer)
        if power:
            yield Hand(record=norm.id, power=power, deed="issued by", by=issuer)


def _working(atlas: Atlas, norm: Instrument, every: Iterable[Thread]) -> Iterator[Hand]:
    """Who drafts, conditions or builds it, and whose text it copies."""
    for thread in every:
        copied = thread.predicate == RelationKind.VERBATIM_FROM
        here, there = (thread.source, thread.target) if copied else (thread.target, thread.source)
        power = _side(atlas, there) if here == norm.id else None
        if power:
            deed = "copied word for word from" if copied else f"{_PASSIVE[thread.predicate]} by"
            yield Hand(record=norm.id, power=power, deed=deed, by=there)


_PASSIVE = {"drafts": "drafted", "conditions": "conditioned", "builds": "built"}


def _left_to_itself(atlas: Atlas, norm: Instrument) -> Iterator[Hand]:
    """A norm that calls for self-regulation leaves the matter to industry (table/stances)."""
    for row in table(atlas, "stances").rows:
        if f"us/{row.id}" == norm.id and (number(row, "self_regulation") or 0) > 0:
            by = f"industry ({one(row, 'reason')})"
            yield Hand(record=norm.id, power=Level.MARKET, deed=_DELEGATES, by=by)


def _side(atlas: Atlas, id_: str) -> Level | None:
    """Which power an actor, or an instrument by its level, speaks for."""
    record = atlas.record(id_) if "/" in id_ else None
    if isinstance(record, Actor):
        return SIDES.get(record.power)
    return record.level if isinstance(record, Instrument) else None
