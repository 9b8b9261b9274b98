"""``technofed search | show | actors | events | statistics``: look things up in the atlas."""

import json
from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed._base.errors import UnknownIdError
from technofed._base.text import counted
from technofed.faces._render.cards import card, card_json, number
from technofed.faces._render.timeline import timeline_text
from technofed.faces.cli.filters import (
    facet_options,
    facet_options_of_one_type,
    filters_of,
    library_options,
    open_atlas,
    vintage_of,
)
from technofed.faces.cli.options import days_of
from technofed.law.atlas import Actor, Statistic

_SHOWN = (
    "type",
    "jurisdiction",
    "level",
    "power",
    "dimension",
    "kind",
    "stage",
    "approach",
    "year",
)


@click.command()
@click.argument("words", nargs=-1, required=True)
@facet_options
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="The most records to list; the counts are of all.",
)
@library_options
def search(words: tuple[str, ...], laws: Path | None, as_json: bool, **asked: Any) -> None:
    """Find records by their words, in English and Chinese, with counts by facet.

    All words must occur. "a phrase", begin* and -without work as elsewhere; put -- before
    the words if one begins with a dash.

    \b
    technofed search "algorithmic discrimination"
    technofed search 生成式
    technofed search -- algorithm* -hiring
    technofed search chips guardrails --jurisdiction US --type instrument
    technofed search moratorium --as-of 2025-06-01 --known 2025-06-01
    """
    library, days = open_atlas(laws), days_of(asked)
    found = library.search(" ".join(map(_quoted, words)), days, filters_of(asked), asked["limit"])
    if as_json:
        _echo_json(_found_json(library, found))
        return
    for hit in found.hits:
        zh = getattr(hit.record, "title_zh", None)
        click.echo(f"{hit.record.id}  {library.title(hit.record)}" + (f"  {zh}" if zh else ""))
    shown = f", {len(found.hits)} shown (see --limit)" if len(found.hits) < found.total else ""
    click.echo(f"\n{counted(found.total, 'record')}{shown}" + _facets_text(found))
    if found.out_of_view:
        click.echo(f"left out, not known or not begun on these days: {found.out_of_view}")


def _quoted(word: str) -> str:
    """An argument the shell took for one is a phrase."""
    return f'"{word}"' if " " in word and '"' not in word else word


def _echo_json(out: object) -> None:
    click.echo(json.dumps(out, ensure_ascii=False, indent=1))


def _facets_text(found: api.Found) -> str:
    lines = [""]
    for name in _SHOWN:
        if values := found.facets.get(name):
            said = ", ".join(f"{value} {n}" for value, n in list(values.items())[:8])
            lines.append(f"  {name}: {said}")
    return "\n".join(lines)


def _found_json(library: api.Library, found: api.Found) -> dict[str, Any]:
    hits = [
        {
            "id": hit.record.id,
            "title": library.title(hit.record),
            "title_zh": getattr(hit.record, "title_zh", None),
            "score": round(hit.score, 4),
            "facets": hit.facets,
        }
        for hit in found.hits
    ]
    counts = {"total": found.total, "out_of_view": found.out_of_view, "facets": found.facets}
    return {"hits": hits, **counts, **vintage_of(library)}


def _show(
    id_: str, laws: Path | None, as_json: bool, asked: dict[str, Any], kind: str = ""
) -> None:
    library, days = open_atlas(laws), days_of(asked)
    full = f"{kind}/{id_}"
    record = library.record(full if kind and full in library.atlas.entries else id_)
    if kind and not record.id.startswith(f"{kind}/"):
        raise UnknownIdError(f"{id_} is no {kind}", where=record.id, fix="use `technofed show ID`")
    if as_json:
        _echo_json(card_json(library, record, days) | vintage_of(library))
    else:
        click.echo(card(library, record, days))


@click.command()
@click.argument("id_", metavar="ID")
@library_options
def show(id_: str, laws: Path | None, as_json: bool, **asked: Any) -> None:
    """Show any record of the atlas, by its id or an alias: what it is and what it is tied to.

    \b
    technofed show us-ca/sb1047
    technofed show actor/market/workday
    technofed show point/us-q16 --json
    """
    _show(id_, laws, as_json, asked)


@click.command()
@facet_options
@library_options
def records(laws: Path | None, as_json: bool, **asked: Any) -> None:
    """List records of any sort: those that pass all filters.

    \b
    technofed records --type point
    technofed records --type table
    technofed records --type relation --kind verbatim_from
    technofed records --jurisdiction US-CA --year 2024
    """
    library = open_atlas(laws)
    found = library.records(days_of(asked), filters_of(asked))
    if as_json:
        rows = [{"id": each.id, "title": library.title(each)} for each in found]
        _echo_json({"records": rows, **vintage_of(library)})
        return
    for each in found:
        click.echo(f"{each.id}  {library.title(each)}")
    click.echo(counted(len(found), "record"))


@click.group()
def actors() -> None:
    """Bodies, courts, firms, platforms, associations, universities, Party organs, persons."""


@actors.command("list")
@facet_options_of_one_type
@library_options
def list_actors(laws: Path | None, as_json: bool, **asked: Any) -> None:
    """List the actors.

    \b
    technofed actors list --power party
    technofed actors list --jurisdiction CN --kind court
    """
    library = open_atlas(laws)
    filters = {**filters_of(asked), "type": ("actor",)}
    found = [a for a in library.records(days_of(asked), filters) if isinstance(a, Actor)]
    if as_json:
        rows = [a.model_dump(mode="json", exclude_defaults=True) for a in found]
        _echo_json({"actors": rows, **vintage_of(library)})
        return
    for actor in found:
        click.echo(
            f"{actor.id}  {actor.title}  ({actor.kind}, {actor.power}, {actor.jurisdiction})"
        )
    click.echo(counted(len(found), "actor"))


@actors.command("show")
@click.argument("id_", metavar="ID")
@library_options
def show_actor(id_: str, laws: Path | None, as_json: bool, **asked: Any) -> None:
    """Show one actor, with the instruments, events and other actors it is tied to.

    \b
    technofed actors show market/workday
    technofed actors show us/bis
    """
    _show(id_, laws, as_json, asked, "actor")


@click.command()
@facet_options_of_one_type
@library_options
def events(laws: Path | None, as_json: bool, **asked: Any) -> None:
    """List the dated events, in order of time.

    \b
    technofed events --jurisdiction US --year 2024
    technofed events --dimension hardware
    """
    library, days = open_atlas(laws), days_of(asked)
    filters = {**filters_of(asked), "type": ("event",)}
    wanted = {record.id for record in library.records(days, filters)}
    found = [each for each in library.chronicle(days) if each.record in wanted]
    if as_json:
        rows = [card_json(library, library.record(each.record), days) for each in found]
        _echo_json({"events": rows, **vintage_of(library)})
        return
    click.echo(timeline_text(found))
    click.echo(counted(len(found), "event"))


@click.command()
@facet_options_of_one_type
@library_options
def statistics(laws: Path | None, as_json: bool, **asked: Any) -> None:
    """List the numbers of the article, with their dates, bases and cautions.

    \b
    technofed statistics
    technofed statistics --jurisdiction CN --json
    """
    library = open_atlas(laws)
    filters = {**filters_of(asked), "type": ("statistic",)}
    found = [s for s in library.records(days_of(asked), filters) if isinstance(s, Statistic)]
    if as_json:
        rows = [s.model_dump(mode="json", exclude_defaults=True) for s in found]
        _echo_json({"statistics": rows, **vintage_of(library)})
        return
    for each in found:
        when = f", {each.when}" if each.when else ""
        click.echo(f"{each.id}  {each.title}: {number(each)}{when}")
        if each.caution:
            click.echo(f"    caution: {each.caution}")
    click.echo(counted(len(found), "statistic"))
