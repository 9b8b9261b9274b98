"""Mega-platforms: what holds their users, and where the users' data go (IV.B.2 nn.322-326)."""

from pydantic import BaseModel, ConfigDict

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import in_prose
from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import chosen
from technofed.atlas.article.reading import links, statistic, value_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Actor, Link, Power
from technofed.law.provenance import Grade
from technofed.law.records import Instrument
from technofed.law.words import Level, RelationKind

PLATFORMS, USERS = "mega-platform", "cn-s17"
_FLOWS = (RelationKind.FEEDS, RelationKind.PART_OF)
_PUBLIC = {Power.CENTRAL, Power.LOCAL, Power.PARTY}


class Flow(BaseModel):
    """A way the data of users take.

    Attributes:
        source: Where the data come from.
        target: What they feed, or the system they are a part of.
        regulatory: Whether a public body runs one of the ends: such a flow is a function of
            government.
        inferred: Whether the link is drawn in the records.
        relation: Id of the relation.
    """

    model_config = ConfigDict(frozen=True)

    source: str
    target: str
    regulatory: bool
    inferred: bool
    relation: str


class LockIn(Answer):
    """What holds the users of a platform.

    Attributes:
        platform: The platform.
        functions: The areas of life it serves.
        without_exit: Those for which users have nothing else.
        lock_in: The lock-in index: functions served times the share of them without an exit,
            which is the number of functions without an exit. 0 is a platform one can leave.
        users: How many users it has, at least.
        held: Users times the index, in user-functions: it rises with both.
        comparators: U.S. services it is likened to.
        flows: Where the data of its users go.
    """

    platform: str
    functions: tuple[str, ...]
    without_exit: tuple[str, ...]
    lock_in: int
    users: float
    held: float
    comparators: tuple[str, ...]
    flows: tuple[Flow, ...]


@mechanism(
    "cn-m17",
    name="lock-in",
    about="How far a mega-platform locks its users in, and where their data go",
    example={"exits": "delivery,investment"},
)
def lock_in(
    atlas: Atlas,
    *,
    platform: str = "wechat",
    exits: tuple[str, ...] | None = None,
    users: int | None = None,
) -> LockIn:
    """Measure how far a platform holds its users.

    Args:
        atlas: The records.
        platform: A platform of the table.
        exits: Functions that users can have elsewhere; ``None`` for those the article names.
        users: How many users; ``None`` for the article's number.

    Raises:
        QuestionUnclearError: There is no such platform, or an exit is not one of its functions.
    """
    row = chosen(table(atlas, PLATFORMS), platform, where="platform")
    functions = row.cells["functions"]
    ways_out = row.cells.get("exits", ()) if exits is None else exits
    if strange := sorted(set(ways_out) - set(functions)):
        what = f"{in_prose(strange)} is no function of {platform}"
        raise QuestionUnclearError(what, where="exits", fix=in_prose(functions, "or"))
    stuck = tuple(function for function in functions if function not in ways_out)
    number = statistic(atlas, USERS)
    count = value_of(number) if users is None else users
    return LockIn(
        platform=platform,
        functions=functions,
        without_exit=stuck,
        lock_in=len(stuck),
        users=count,
        held=count * len(stuck),
        comparators=row.cells["comparators"],
        flows=flows_from(atlas, row.cells["system"][0]),
        because=(
            f"{len(functions)} areas of life, {len(stuck)} of them without a way out",
            *row.cells.get("cost_of_exit", ()),
            number.summary,
        ),
        pins=row.pins,
    )


def flows_from(atlas: Atlas, system: str) -> tuple[Flow, ...]:
    """The ways of the data: from the parts of a system, and on from what it feeds.

    Args:
        atlas: The records.
        system: Id of the system in which platform and government work together.
    """
    edge, seen, flows = [system], {system}, dict[str, Flow]()
    while edge:
        place = edge.pop(0)
        for link in links(atlas, *_FLOWS):
            part = link.predicate is RelationKind.PART_OF and link.object == place == system
            fed = link.predicate is RelationKind.FEEDS and link.subject == place
            if part or fed:
                flows[link.id] = _flow(atlas, link)
            if fed and link.object not in seen:
                seen.add(link.object)
                edge.append(link.object)
    return tuple(flows.values())


def _flow(atlas: Atlas, link: Link) -> Flow:
    return Flow(
        source=link.subject,
        target=link.object,
        regulatory=_is_public(atlas, link.subject) or _is_public(atlas, link.object),
        inferred=link.grade is Grade.INFERRED,
        relation=link.id,
    )


def _is_public(atlas: Atlas, id_: str) -> bool:
    found = atlas.record(id_)
    if isinstance(found, Instrument):
        return found.level is not Level.MARKET
    return isinstance(found, Actor) and found.power in _PUBLIC
