"""What of the atlas is in the picture on a pair of days.

A record shows once it was public knowledge (``known``) and once it had begun (``as_of``).
A record without any date cannot be placed: it shows from the day of the article on, and
answers about earlier knowledge say how many such records they left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from technofed.atlas.shelf import AnyEntry
from technofed.law.atlas import Actor, Artefact, Happening, Link, OpenPoint, Statistic, Table
from technofed.law.history import Event
from technofed.law.moments import Days, Moment
from technofed.law.provenance import ARTICLE_DAY
from technofed.law.records import Instrument

Record = Instrument | AnyEntry


def when_of(event: Event) -> Moment:
    """When an event of a history happened: as told, else the day it became known."""
    return event.when or Moment.parse(event.known.isoformat())


def known_from(record: Record) -> date:
    """The first day of knowledge on which an answer may use a record."""
    if isinstance(record, Instrument):
        return min((event.known for event in events_of(record)), default=ARTICLE_DAY)
    return record.known_from


def begins(record: Record) -> date | None:
    """The first day a record can have begun; ``None`` if nobody says."""
    match record:
        case Instrument() | Actor():
            return min((when_of(event).start for event in events_of(record)), default=None)
        case Happening():
            return record.when.start
        case Statistic() | Link():
            return record.when.start if record.when else None
        case Artefact() | OpenPoint() | Table():
            return None
    raise TypeError(type(record))  # pragma: no cover (a new kind of record belongs above)


def is_dated(record: Record) -> bool:
    """Whether a record can be placed in time."""
    return begins(record) is not None


def visible(record: Record, days: Days) -> bool:
    """Whether a record is in the picture on a pair of days."""
    start = begins(record)
    if isinstance(record, Link) and record.until and record.until.last < days.as_of:
        return False
    begun = start <= days.as_of if start else _undated_shows(record, days)
    return known_from(record) <= days.known and begun


def _undated_shows(record: Record, days: Days) -> bool:
    """Actors are there before anybody dates them; other undated records since the article."""
    return isinstance(record, Actor) or days.as_of >= ARTICLE_DAY


def events_of(record: Instrument | Actor) -> tuple[Event, ...]:
    """The history of a record and of its provisions, each event once."""
    parts = record.provisions if isinstance(record, Instrument) else ()
    every = (*record.history, *(event for part in parts for event in part.history))
    return tuple({(each.event, when_of(each).start): each for each in reversed(every)}.values())[
        ::-1
    ]


def as_known(record: Record, days: Days) -> Record:
    """The record without what was not known, or had not happened, on a pair of days.

    The words of title and summary are those of today.
    """
    kept: dict[str, object] = {}
    if isinstance(record, Instrument | Actor):
        kept["history"] = tuple(
            event
            for event in record.history
            if event.known <= days.known and when_of(event).start <= days.as_of
        )
    if days.known < ARTICLE_DAY:
        kept["status_article"] = None
    if record.status_verified and record.status_verified.day > days.known:
        kept["status_verified"] = None
    return record.model_copy(update=kept)


def in_view(records: Iterable[Record], days: Days) -> Iterator[Record]:
    """The records in the picture on a pair of days."""
    return (record for record in records if visible(record, days))
