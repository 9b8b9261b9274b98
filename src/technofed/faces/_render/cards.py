"""A record of the atlas as a card: what it is, where it stands, what it is tied to."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from technofed import api
from technofed._base.text import counted
from technofed.law.atlas import Actor, Artefact, Happening, Link, OpenPoint, Statistic, Table
from technofed.law.provenance import Source
from technofed.law.records import Instrument

_WIDTH = 100


def card(library: api.Library, record: api.Record, days: api.Days) -> str:
    """A record as text, as it was known on a day."""
    seen = library.seen(record, days)
    if seen is None:
        return f"{record.id}\n{_unseen(days)}"
    record = seen
    lines = [*_head(library, record, days), *_body(record), *ties_of(library, record, days)]
    if record.sources:
        lines += ["", "Sources:", *(f"  - {_source(source)}" for source in record.sources)]
    return "\n".join(lines)


def _unseen(days: api.Days) -> str:
    return f"Nothing of it was known on {days.known}, or it had not begun on {days.as_of}."


def ties_of(library: api.Library, record: api.Record, days: api.Days) -> list[str]:
    """What the article says of a record, what was verified, its threads and open points."""
    lines = [*_told(record), *_tied(library, record, days)]
    for point in library.points_on(record.id):
        lines += ["", _wrap(f"Open point {point.id}: {point.summary} — {point.handling}")]
    return lines


def card_json(library: api.Library, record: api.Record, days: api.Days) -> dict[str, Any]:
    """A record as data, as it was known on a day, with its stage, threads and open points."""
    seen = library.seen(record, days)
    if seen is None:
        return {"id": record.id, "in_view": False, "why": _unseen(days)}
    web, record = library.web(record.id, 1, days), seen
    out = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(record, Instrument):
        out["stage"] = str(library.stage(record, days))
    out["threads"] = [
        {"subject": t.source, "predicate": t.predicate, "object": t.target, "record": t.record}
        for t in web.threads
        if record.id in (t.source, t.target)
    ]
    out["open_points"] = [
        point.model_dump(mode="json", include={"id", "title", "summary", "basis", "handling"})
        for point in library.points_on(record.id)
    ]
    return out


def _head(library: api.Library, record: api.Record, days: api.Days) -> Iterator[str]:
    title = library.title(record)
    zh = getattr(record, "title_zh", None)
    yield f"{title}" + (f"  {zh}" if zh else "")
    yield f"{record.id}  ({'; '.join(_marks(library, record, days))})"
    yield ""
    if summary := getattr(record, "summary", None):
        yield _wrap(summary)


def _marks(library: api.Library, record: api.Record, days: api.Days) -> list[str]:
    match record:
        case Instrument():
            levels = [record.level, *record.also_levels]
            return [
                str(record.kind).replace("_", " "),
                record.jurisdiction,
                " + ".join(levels),
                f"{record.dimension}, {record.area}",
                f"stage on {days.as_of}: {str(library.stage(record, days)).replace('_', ' ')}",
            ]
        case Actor():
            powers = " + ".join([record.power, *record.also_powers])
            return [str(record.kind).replace("_", " "), record.jurisdiction, f"power: {powers}"]
        case Happening():
            return [f"event, {record.when}", record.jurisdiction, str(record.dimension)]
        case Artefact():
            return [record.kind, *([f"of {record.owner}"] if record.owner else [])]
    return [record.id.partition("/")[0]]


def _body(record: api.Record) -> Iterator[str]:
    match record:
        case Statistic():
            yield from _named(
                value=number(record),
                date=record.when,
                base=record.base,
                caution=record.caution,
                not_comparable_with=", ".join(record.not_comparable_with),
            )
        case OpenPoint():
            yield _wrap(f"What the records do: {record.handling}")
        case Link():
            yield from _named(
                subject=record.subject,
                predicate=str(record.predicate).replace("_", " "),
                object=record.object,
                date=record.when,
                until=record.until,
                qualifier=record.qualifier,
            )
        case Table():
            for row in record.rows:
                yield f"  {row.id}"
                yield from (f"    {name}: {'; '.join(cell)}" for name, cell in row.cells.items())
    for event in getattr(record, "history", ()):
        when = event.when or event.known
        yield f"  {when}: {str(event.event).replace('_', ' ')}, {event.by}"
    if isinstance(record, Instrument) and record.provisions:
        yield f"  coded law: {counted(len(record.provisions), 'provision')}"


def _named(**values: object) -> Iterator[str]:
    """Fields with their names, wrapped under themselves."""
    for name, value in values.items():
        if value:
            said = f"{name.replace('_', ' ')}: {value}"
            yield fill(said, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def number(record: Statistic) -> str:
    """The number of a statistic as people write it."""
    if record.value is None:
        return "none given"
    sign = {"=": "", "~": "about ", ">": "more than ", "<": "less than "}.get(record.operator)
    sign = sign if sign is not None else f"{'at least' if record.operator == '>=' else 'at most'} "
    top = f" to {record.high:,g}" if record.high is not None else ""
    whole = record.value == int(record.value)
    if record.unit == "year":
        return f"{sign}{record.value:.0f}"
    value = f"{record.value:,.0f}" if whole else f"{record.value:g}"
    return f"{sign}{value}{top} {record.unit}"


def _told(record: api.Record) -> Iterator[str]:
    if record.status_article:
        yield ""
        yield _wrap(f"Status in the article: {record.status_article.says}")
    if record.status_verified:
        status = record.status_verified
        said = f"Status verified on {status.day}: {status.says} ({_source(status.source)})"
        yield _wrap(said)
    if record.pins:
        grade = str(record.grade or "body").replace("_", " ")
        yield _wrap(f"In the article: {'; '.join(record.pins)} ({grade})")


def _tied(library: api.Library, record: api.Record, days: api.Days) -> Iterator[str]:
    threads = [
        thread
        for thread in library.web(record.id, 1, days).threads
        if record.id == thread.source
        or (record.id == thread.target and not thread.source.startswith("point/"))
    ]  # open points on the record follow with their whole text
    if not threads:
        return
    yield ""
    yield "Tied to:"
    for thread in threads:
        doubt = " (inferred)" if thread.inferred else ""
        yield f"  - {sentence(library, thread)}{doubt}"


def sentence(library: api.Library, thread: api.Thread) -> str:
    """A thread as a sentence, with the ids to follow."""
    ends = [f"{_name(library, id_)} [{id_}]" for id_ in (thread.source, thread.target)]
    return f"{ends[0]} {thread.predicate.replace('_', ' ')} {ends[1]}"


def _name(library: api.Library, id_: str) -> str:
    record = library.record(id_)
    return record.short if isinstance(record, Instrument) else library.title(record)


def _source(source: Source) -> str:
    where = source.url or source.citation or ""
    return f"{source.title}, {where} (read {source.read}, {source.confidence})"


def _wrap(text: str) -> str:
    return fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
