"""Turns records into the rows of the store's tables (``schema.sql`` says what each means)."""

from collections.abc import Iterator, Mapping
from typing import Any

from technofed.atlas.shelf import Atlas, references
from technofed.atlas.walk.facets import type_of
from technofed.atlas.walk.titles import title_of
from technofed.atlas.walk.view import Record, begins, events_of, known_from, when_of
from technofed.law.atlas import Actor, Happening, Link, OpenPoint, Statistic, Table
from technofed.law.cases import Vouched
from technofed.law.provenance import Told
from technofed.law.records import Instrument
from technofed.law.rules import Rule

Row = tuple[str, dict[str, Any]]


def rows_of(record: Record, atlas: Atlas) -> Iterator[Row]:
    """Every row a record has, each with the name of its table."""
    yield "records", _record(record, title_of(record, atlas))
    for n, pin in enumerate(record.pins):
        yield "pins", {"record": record.id, "n": n, "pin": pin}
    for alias in sorted(set(record.aliases)):
        yield "aliases", {"record": record.id, "alias": alias}
    for source in record.sources:
        kept = source.model_dump(mode="json", exclude={"note"})
        yield "sources", {"record": record.id, **kept}
    mentioned = {(str(role), other) for (role, *_), other in references(record)}
    if not isinstance(record, Link):
        for role, other in sorted(mentioned):
            yield "mentions", {"record": record.id, "role": role, "other": other}
    yield from _history(record)
    yield from _own(record)


def _record(record: Record, title: str) -> dict[str, Any]:
    start = begins(record)
    return {
        "id": record.id,
        "type": type_of(record),
        "title": title,
        "title_zh": getattr(record, "title_zh", None),
        "summary": getattr(record, "summary", None) or title,
        "grade": record.grade,
        "known_from": known_from(record).isoformat(),
        "begins": start.isoformat() if start else None,
        **_status(record),
        "json": record.model_dump_json(by_alias=True, exclude_defaults=True),
    }


def _status(record: Told) -> dict[str, Any]:
    told, verified = record.status_article, record.status_verified
    return {
        "status_article": told.says if told else None,
        "stage_article": told.stage if told else None,
        "status_verified": verified.says if verified else None,
        "stage_verified": verified.stage if verified else None,
        "verified_day": verified.day.isoformat() if verified else None,
        "verified_source": (verified.source.url or verified.source.citation) if verified else None,
    }


def _history(record: Record) -> Iterator[Row]:
    if not isinstance(record, Instrument | Actor):
        return
    for n, event in enumerate(events_of(record)):
        yield (
            "history",
            {
                "record": record.id,
                "n": n,
                "known": event.known.isoformat(),
                "date": when_of(event).text,
                "start": when_of(event).start.isoformat(),
                "event": event.event,
                "by": event.by,
                **{name: str(value) if value else None for name, value in dict(event.sets).items()},
            },
        )


_KEPT: dict[type, tuple[str, str]] = {
    Instrument: (
        "instruments",
        "id short jurisdiction level dimension area kind approach citation collective named",
    ),
    Link: ("relations", "id subject predicate object qualifier"),
    Actor: ("actors", "id kind power jurisdiction parent"),
    Happening: ("events", "id jurisdiction dimension"),
    Statistic: ("statistics", "id value high unit operator base caution jurisdiction"),
    OpenPoint: ("open_points", "id basis handling"),
}
"""The table of each sort of record, and the fields it keeps as they are."""


def _own(record: Record) -> Iterator[Row]:
    if kept := _KEPT.get(type(record)):
        table, names = kept
        yield table, {name: getattr(record, name) for name in names.split()} | _more(record)
    if isinstance(record, Instrument):
        for relation in record.relations:
            ends = {"subject": record.id, "predicate": relation.kind, "object": relation.to}
            extra = {"date": None, "qualifier": relation.note, "inferred": False}
            yield "relations", {"id": record.id, **ends, **extra}
    elif isinstance(record, Table):
        yield from _cells(record)


def _more(record: Record) -> dict[str, Any]:
    match record:
        case Instrument():
            return {"coded": bool(record.provisions)}
        case Link():
            date = record.when.text if record.when else None
            return {"date": date, "inferred": record.grade == "inferred"}
        case Happening():
            first, last = record.when.first.isoformat(), record.when.last.isoformat()
            start = record.when.start.isoformat()
            return {"date": record.when.text, "start": start, "first": first, "last": last}
        case Statistic():
            return {"date": record.when.text if record.when else None}
    return {}


def _cells(table: Table) -> Iterator[Row]:
    for row_n, row in enumerate(table.rows):
        for column, entries in row.cells.items():
            for n, entry in enumerate(entries):
                place = {"table_id": table.id, "row": row.id, "column": column, "n": n}
                order = {"row_n": row_n, "column_n": table.columns.index(column)}
                yield "cells", {**place, "entry": entry, **order}


def rows_of_rule(rule: Rule, vouched: Mapping[str, Vouched]) -> Iterator[Row]:
    """The rows of a provision and its duties."""
    provision = rule.provision
    names = ["title", "pinpoint", "concerns", "modality", "summary", "confidence", "verify"]
    yield (
        "provisions",
        {
            "id": rule.id,
            "instrument": rule.instrument.id,
            **{name: getattr(provision, name) for name in names},
            "digest": vouched[rule.id].digest,
            "review": vouched[rule.id].status,
        },
    )
    for duty in provision.duties:
        kept = duty.model_dump(mode="json", exclude={"when", "note"})
        due = duty.when.in_words() if duty.when else None
        yield "duties", {"provision": rule.id, **kept, "due": due}


def text_of(record: Record, atlas: Atlas) -> dict[str, str]:
    """The words by which a record is found."""
    title = title_of(record, atlas)
    names = [title, getattr(record, "title_zh", None), *record.aliases]
    body = [getattr(record, "summary", None)]
    body += [status.says for status in (record.status_article, record.status_verified) if status]
    duties: list[str] = []
    match record:
        case Instrument():
            names += [record.short, record.citation]
            for provision in record.provisions:
                body += [provision.title, provision.pinpoint, provision.summary]
                duties += [f"{duty.who}: {duty.do}" for duty in provision.duties]
            body += [question.ask for question in record.questions]
        case Link():  # a relation must not stand before the records it ties
            names, body = [*record.aliases], [title, record.qualifier]
        case Statistic():
            body += [record.base, record.caution]
        case OpenPoint():
            body.append(record.handling)
        case Table():
            body += [entry for row in record.rows for cell in row.cells.values() for entry in cell]
    return {
        "names": " · ".join(filter(None, names)),
        "body": " · ".join(filter(None, body)),
        "duties": " · ".join(duties),
    }
