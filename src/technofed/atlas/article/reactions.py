"""How the two countries answer each other: links, lags, and the way the contest goes.

Each country answers the other's measures (the article, I.B nn.40-42, IV.C.2), while supply
chains that tie the two together stand against a full break (V.A intro). A link is stated
where the article says that one measure answers another; that one came after another is no
more than a sequence.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise, product
from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed._base.dates import EARLIEST
from technofed._base.text import counted
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, one, pins_of
from technofed.atlas.article.reading import links
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import visible, when_of
from technofed.law.atlas import Actor, Link, Row
from technofed.law.history import Event
from technofed.law.moments import Days, Moment
from technofed.law.provenance import Grade
from technofed.law.records import Instrument
from technofed.law.words import EventKind, RelationKind

MEASURES = "contest-measures"
_ANSWERS = (RelationKind.RESPONDS_TO, RelationKind.AT_REQUEST_OF)
"""The subject answers the object."""
_CAUSES = (RelationKind.LEADS_TO,)
"""The object answers the subject."""
_EASES = (RelationKind.SUSPENDS, RelationKind.RESCINDS, RelationKind.RELAXES)
"""The subject takes back something of the object."""


Dated = tuple[Moment, Row]
"""A measure with its first date."""


class Direction(StrEnum):
    """What a measure does to the contest."""

    ESCALATION = "escalation"
    DE_ESCALATION = "de-escalation"
    COUNTERMEASURE = "countermeasure"


class Lag(BaseModel):
    """Days from one measure to another, as exact as their dates.

    Attributes:
        least: At least so many days; ``None`` if a date says only *by then*.
        most: At most so many.
    """

    model_config = ConfigDict(frozen=True)

    least: int | None
    most: int | None

    def __str__(self) -> str:
        """In words.

        >>> str(Lag(least=69, most=69)), str(Lag(least=None, most=389))
        ('69 days', 'at most 389 days')
        """
        if self.least is None:
            return f"at most {self.most} days"
        if self.most is None:
            return f"at least {self.least} days"
        if self.least == self.most:
            return f"{self.least} days"
        return f"{self.least} to {self.most} days"


class Reaction(BaseModel):
    """A measure that answers another, or comes after it.

    Attributes:
        measure: The later measure.
        answers: What came before: a measure, or what the article names without a record.
        how: Whether the later measure answers the earlier, eases it, or only comes after it.
        support: Whether the article states the link, the records infer it, or the article
            gives no more than a sequence.
        direction: What the later measure does to the contest.
        lag: Days between the first dated events of the two; undetermined without two dates.
        relation: Id of the relation, if one joins them.
        pins: Where the article says so.
    """

    model_config = ConfigDict(frozen=True)

    measure: str
    answers: str
    how: Literal["answers", "eases", "comes after"]
    support: Literal["stated", "inferred", "sequence only"]
    direction: Direction | None
    lag: Lag | Undetermined
    relation: str | None = None
    pins: tuple[str, ...] = ()


class Reactions(Answer):
    """The reactions in the contest.

    Attributes:
        reactions: Stated and inferred links, then sequences.
        directions: How many measures go each way.
        eased_for_china: Measures that ease limits on China.
        kept_for_china: Easings that leave the limits on China as they are.
    """

    reactions: tuple[Reaction, ...]
    directions: dict[Direction, int]
    eased_for_china: tuple[str, ...]
    kept_for_china: tuple[str, ...]


@mechanism(
    "cn-m26",
    name="reactions",
    about="How the United States and China answer each other's measures",
    example={"measure": "anti-bottleneck-policies"},
)
def reactions(atlas: Atlas, *, measure: str | None = None, days: Days | None = None) -> Reactions:
    """List who answers whom, and how fast.

    Args:
        atlas: The records.
        measure: Only reactions of or to this measure, a row of the table of measures.
        days: The day asked about and the day of knowledge; ``None`` for all that is recorded.

    Raises:
        QuestionUnclearError: There is no such measure.
    """
    found = table(atlas, MEASURES)
    asked = chosen(found, measure, where="measure").cells["record"][0] if measure else None
    rows = [row for row in found.rows if _seen(atlas, row, days)]
    all_of_them = (*_linked(atlas, rows, days), *_unrecorded(rows), *_sequence(atlas, rows, days))
    kept = tuple(each for each in all_of_them if asked in {None, each.measure, each.answers})
    ways = [Direction(way) for row in rows if (way := one(row, "direction"))]
    easing = [row for row in rows if one(row, "direction") == Direction.DE_ESCALATION]
    return Reactions(
        reactions=kept,
        directions={way: ways.count(way) for way in Direction},
        eased_for_china=tuple(_record(row) for row in easing if "CN" in row.cells.get("at", ())),
        kept_for_china=tuple(_record(row) for row in easing if "CN" in row.cells.get("spares", ())),
        because=tuple(_in_words(each) for each in kept),
        pins=tuple(dict.fromkeys(pin for each in kept for pin in each.pins)) or found.pins,
        undetermined=_undated(kept),
    )


def _record(row: Row) -> str:
    return row.cells["record"][0]


def _seen(atlas: Atlas, row: Row, days: Days | None) -> bool:
    return days is None or visible(atlas.record(_record(row)), days)


def _linked(atlas: Atlas, rows: list[Row], days: Days | None) -> Iterator[Reaction]:
    """What the relation records join."""
    by_record = {_record(row): row for row in rows}
    for link in links(atlas, *_ANSWERS, *_CAUSES, *_EASES):
        later, earlier = link.subject, link.object
        if link.predicate in _CAUSES:
            later, earlier = earlier, later
        if {later, earlier} <= by_record.keys() and (days is None or visible(link, days)):
            yield Reaction(
                measure=later,
                answers=earlier,
                how="eases" if link.predicate in _EASES else "answers",
                support="inferred" if link.grade is Grade.INFERRED else "stated",
                direction=_direction(by_record[later]),
                lag=_lag(atlas, link, (earlier, later), days),
                relation=link.id,
                pins=link.pins,
            )


def _unrecorded(rows: list[Row]) -> Iterator[Reaction]:
    """What the article says a measure answers, where no record stands for it."""
    for row in rows:
        for stimulus in row.cells.get("answers", ()):
            yield Reaction(
                measure=_record(row),
                answers=stimulus,
                how="answers",
                support="stated",
                direction=_direction(row),
                lag=UNDETERMINED,
                pins=row.pins,
            )


def _sequence(atlas: Atlas, rows: list[Row], days: Days | None) -> Iterator[Reaction]:
    """New limits of one country on another, in order of time: the article states no cause."""
    limits = [row for row in rows if _direction(row) is Direction.ESCALATION]
    for sides in sorted({_sides(row) for row in limits}):
        mine = [row for row in limits if _sides(row) == sides]
        for earlier, later in pairwise(_steps(atlas, mine, days)):
            yield from (_after(*pair) for pair in product(earlier, later))


def _steps(atlas: Atlas, limits: list[Row], days: Days | None) -> list[list[Dated]]:
    """The dated ones of some limits, those of one date together, in order of time."""
    dated = [
        (when, row)
        for row in limits
        if (when := _begins(atlas, _record(row), days)) and _is_bounded(when)
    ]
    dated.sort(key=_date)
    return [list(step) for _, step in groupby(dated, key=_date)]


def _date(each: Dated) -> tuple[date, date]:
    return each[0].first, each[0].last


def _after(before: Dated, after: Dated) -> Reaction:
    return Reaction(
        measure=_record(after[1]),
        answers=_record(before[1]),
        how="comes after",
        support="sequence only",
        direction=Direction.ESCALATION,
        lag=_between(before[0], after[0]),
        pins=pins_of(before[1], after[1]),
    )


def _sides(row: Row) -> tuple[str, ...]:
    return (*row.cells.get("by", ()), *row.cells.get("at", ()))


def _direction(row: Row) -> Direction | None:
    way = one(row, "direction")
    return Direction(way) if way else None


def _begins(atlas: Atlas, id_: str, days: Days | None) -> Moment | None:
    """When a measure began, by what was known: a publication only tells that it had by then."""
    found = atlas.record(id_)
    events = found.history if isinstance(found, Instrument | Actor) else ()
    moments = [_begun(event) for event in events if days is None or event.known <= days.known]
    return min(moments, key=lambda moment: moment.last, default=None)


def _begun(event: Event) -> Moment:
    when = when_of(event)
    by_then = Moment(f"../{when.last}", EARLIEST, when.last)
    return by_then if event.event is EventKind.PUBLISHED else when


def _is_bounded(when: Moment) -> bool:
    return when.first != EARLIEST and not when.open_ended


def _lag(atlas: Atlas, link: Link, ends: tuple[str, str], days: Days | None) -> Lag | Undetermined:
    before, after = (_begins(atlas, end, days) for end in ends)
    after = after or link.when
    return _between(before, after) if before and after else UNDETERMINED


def _between(before: Moment, after: Moment) -> Lag | Undetermined:
    least = (after.first - before.last).days if _is_bounded(after) else None
    most = (after.last - before.first).days if _is_bounded(before) else None
    says_nothing = most is None and (least is None or least < 0)
    return UNDETERMINED if says_nothing else Lag(least=least, most=most)


def _in_words(each: Reaction) -> str:
    support = "" if each.support == "stated" else f" ({each.support})"
    lag = f", {each.lag} later" if isinstance(each.lag, Lag) else ""
    return f"{each.measure} {each.how} {each.answers}{support}{lag}"


def _undated(kept: tuple[Reaction, ...]) -> str | None:
    open_ = sum(each.lag == UNDETERMINED for each in kept)
    links_ = counted(open_, "reaction")
    return f"no lag for {links_}: a date is missing" if open_ else None
