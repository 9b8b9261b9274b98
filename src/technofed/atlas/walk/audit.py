"""Where every field of every record comes from, how sure it is, and how old."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from technofed.atlas.walk.facets import type_of
from technofed.atlas.walk.view import Record
from technofed.law.provenance import ARTICLE_DAY
from technofed.law.records import Instrument
from technofed.law.words import Confidence

ARTICLE = "article"
"""The confidence of what rests on the article alone: it says so, nobody else was asked."""


@dataclass(frozen=True, slots=True)
class Backing:
    """What backs one field of a record.

    Attributes:
        field: The field.
        source: Pins into the article, or id, url or citation of a source.
        confidence: ``primary``, ``secondary``, ``unverified``, or ``article``.
        age: Days since it was read.
    """

    field: str
    source: str
    confidence: str
    age: int


@dataclass(frozen=True)
class Audited:
    """One record as the audit finds it.

    Attributes:
        record: Its id.
        type: The sort of record.
        fields: What backs each field.
        unverified: The share of fields that rest on memory or on the article alone.
        open: What is marked as still to be verified.
    """

    record: str
    type: str
    fields: tuple[Backing, ...]
    unverified: float
    open: tuple[str, ...] = ()

    @property
    def sourced(self) -> bool:
        """Whether anything at all backs it."""
        return bool(self.fields)


def audit_record(record: Record, day: date) -> Audited:
    """Look up what backs each field of a record.

    Args:
        record: The record.
        day: Today, to say how old the readings are.
    """
    backing = [*_article(record, day), *_sources(record, day)]
    if isinstance(record, Instrument):
        backing += _provisions(record, day)
    unsure = sum(each.confidence in (Confidence.UNVERIFIED, ARTICLE) for each in backing)
    return Audited(
        record.id,
        type_of(record),
        tuple(backing),
        round(unsure / len(backing), 3) if backing else 1.0,
        tuple(_open(record)),
    )


def _article(record: Record, day: date) -> Iterable[Backing]:
    if not record.pins:
        return
    pins, age = "; ".join(record.pins), (day - ARTICLE_DAY).days
    yield Backing("summary", pins, ARTICLE, age)
    if record.status_article:
        yield Backing("status_article", pins, ARTICLE, age)


def _sources(record: Record, day: date) -> Iterable[Backing]:
    verified = record.status_verified
    if verified:
        source = verified.source
        where = source.url or source.citation or source.id
        age = (day - verified.day).days
        yield Backing("status_verified", where, str(source.confidence), age)
    known = {source.id: source for source in record.sources}
    for source in record.sources:
        where = source.url or source.citation or source.id
        yield Backing("sources", where, str(source.confidence), (day - source.read).days)
    for n, event in enumerate(getattr(record, "history", ())):
        if event.source and event.source in known:
            source = known[event.source]
            age = (day - source.read).days
            yield Backing(f"history[{n}]", source.id, str(source.confidence), age)


def _provisions(record: Instrument, day: date) -> Iterable[Backing]:
    reads = {source.id: source.read for source in record.sources}
    for provision in record.provisions:
        age = (day - min(reads[id_] for id_ in provision.sources)).days
        said = ", ".join(provision.sources)
        yield Backing(f"provisions[{provision.id}]", said, str(provision.confidence), age)


def _open(record: Record) -> Iterable[str]:
    for event in getattr(record, "history", ()):
        if event.verify:
            yield event.verify
    if isinstance(record, Instrument):
        for provision in record.provisions:
            if provision.verify:
                yield f"{provision.id}: {provision.verify}"


@dataclass(frozen=True)
class Audit:
    """The audit of a whole atlas.

    Attributes:
        records: Every record as found.
        fields: How many fields rest on each confidence, by sort of record.
        unsourced: Ids of records nothing backs.
        oldest: Days since the oldest reading.
    """

    records: tuple[Audited, ...]
    fields: dict[str, dict[str, int]]
    unsourced: tuple[str, ...]
    oldest: int


def audit(records: Iterable[Record], day: date) -> Audit:
    """Audit records."""
    found = tuple(audit_record(record, day) for record in records)
    tallies: dict[str, Counter[str]] = {}
    for each in found:
        tally = tallies.setdefault(each.type, Counter())
        tally.update(backing.confidence for backing in each.fields)
    return Audit(
        found,
        {name: dict(sorted(tally.items())) for name, tally in sorted(tallies.items())},
        tuple(each.record for each in found if not each.sourced),
        max((backing.age for each in found for backing in each.fields), default=0),
    )
