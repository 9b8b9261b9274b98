"""What happened when: events, and the histories of instruments and actors, in one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import Record, events_of, known_from, when_of
from technofed.law.atlas import Actor, Happening
from technofed.law.moments import Days, Moment
from technofed.law.places import lies_within
from technofed.law.records import Instrument
from technofed.law.words import Dimension


@dataclass(frozen=True, slots=True)
class Happened:
    """One dated thing.

    Attributes:
        when: As exact as the source.
        known: The day it was public knowledge.
        record: The record that tells it.
        title: What it concerns.
        what: What happened.
        jurisdiction: Where.
        dimension: Software, hardware, infrastructure, or across them.
        pins: Where the article says so.
    """

    when: Moment
    known: date
    record: str
    title: str
    what: str
    jurisdiction: str
    dimension: Dimension
    pins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """Which part of the line is asked for; ``None`` is no limit."""

    jurisdiction: str | None = None
    dimension: Dimension | None = None
    start: date | None = None
    end: date | None = None

    def takes(self, each: Happened) -> bool:
        """Whether a dated thing is asked for; what crosses all dimensions is in each."""
        here = not self.jurisdiction or lies_within(each.jurisdiction, self.jurisdiction)
        sides = {None, each.dimension}
        fits = self.dimension in sides or each.dimension is Dimension.CROSS
        begun = self.end is None or each.when.start <= self.end
        return here and fits and begun and each.when.touches(self.start, self.end)


def chronicle(atlas: Atlas, days: Days, wanted: Wanted | None = None) -> list[Happened]:
    """Everything dated that was known and had begun, in order of time."""
    chosen = wanted or Wanted()
    told = list(_told(atlas))
    said = {(id_, each.when.start) for each, about in told for id_ in about}
    found = [each for each, _ in told] + [
        each
        for record in atlas.records()
        for each in _history(record)
        if (each.record, each.when.start) not in said
    ]
    kept = [
        each
        for each in found
        if each.known <= days.known and each.when.start <= days.as_of and chosen.takes(each)
    ]
    return sorted(kept, key=lambda each: (each.when.start, each.when.last, each.record))


def _told(atlas: Atlas) -> Iterator[tuple[Happened, tuple[str, ...]]]:
    for record in atlas.records():
        if isinstance(record, Happening):
            yield (
                Happened(
                    record.when,
                    known_from(record),
                    record.id,
                    record.title,
                    record.summary,
                    record.jurisdiction,
                    record.dimension,
                    record.pins,
                ),
                record.about,
            )


def _history(record: Record) -> Iterator[Happened]:
    if not isinstance(record, Instrument | Actor):
        return
    title = record.short if isinstance(record, Instrument) else record.title
    dimension = record.dimension if isinstance(record, Instrument) else Dimension.CROSS
    for event in events_of(record):
        yield Happened(
            when_of(event),
            event.known,
            record.id,
            title,
            f"{str(event.event).replace('_', ' ')}: {event.by}",
            record.jurisdiction,
            dimension,
            record.pins,
        )
