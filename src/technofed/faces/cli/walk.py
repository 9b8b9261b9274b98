"""``technofed timeline | graph | matrix | stats``: follow threads through the atlas."""

import json
from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed._base.text import counted
from technofed.faces._render.grids import counts_text, matrix_json, matrix_text
from technofed.faces._render.timeline import timeline_svg, timeline_text
from technofed.faces._render.webs import FORMATS, web_as, web_json
from technofed.faces.cli.filters import (
    facet_options,
    filters_of,
    library_options,
    open_atlas,
    vintage_of,
)
from technofed.faces.cli.options import DAY, days_of, deliver
from technofed.law.words import Dimension

_DIMENSIONS = [str(dimension) for dimension in Dimension]


@click.command()
@click.option("--jurisdiction", metavar="CODE", help="Only this place and its parts.")
@click.option("--dimension", type=click.Choice(_DIMENSIONS), help="Only this dimension.")
@click.option("--from", "start", type=DAY, metavar="DAY", help="From this day on.")
@click.option("--to", "end", type=DAY, metavar="DAY", help="Up to this day.")
@click.option(
    "--format", "form", type=click.Choice(["text", "svg"]), default="text", help="How to write it."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@library_options
def timeline(
    form: str, output: Path | None, laws: Path | None, as_json: bool, **asked: Any
) -> None:
    """What happened when: events, and the histories of instruments and actors.

    \b
    technofed timeline --jurisdiction US-CA
    technofed timeline --dimension hardware --from 2022-01-01 --to 2025-12-31
    technofed timeline --jurisdiction CN --format svg -o china.svg
    """
    library, days = open_atlas(laws), days_of(asked)
    dimension = Dimension(asked["dimension"]) if asked["dimension"] else None
    start, end = asked["start"], asked["end"]
    if start and end and start > end:
        raise click.BadParameter("the first day is after the last", param_hint="--from")
    _check_place(library, asked["jurisdiction"], days)
    _only_one_form(as_json, form)
    wanted = api.Wanted(asked["jurisdiction"], dimension, start, end)
    found = library.chronicle(days, wanted)
    if as_json:
        rows = [_row(each) for each in found]
        out = json.dumps({"timeline": rows, **vintage_of(library)}, ensure_ascii=False, indent=1)
        deliver(out + "\n", output)
    elif form == "svg":
        deliver(timeline_svg(found, asked["start"], asked["end"] or days.as_of), output)
    else:
        deliver(f"{timeline_text(found)}\n{counted(len(found), 'dated thing')}\n", output)


def _check_place(library: api.Library, code: str | None, days: api.Days) -> None:
    if code:
        library.check_filters({"jurisdiction": [code]}, days)


def _only_one_form(as_json: bool, form: str) -> None:
    if as_json and form not in ("text", "json"):
        raise click.UsageError(f"--json and --format {form} ask for two things; choose one")


def _row(each: api.Happened) -> dict[str, Any]:
    return {
        "when": each.when.text,
        "known": str(each.known),
        "record": each.record,
        "title": each.title,
        "what": each.what,
        "jurisdiction": each.jurisdiction,
        "dimension": each.dimension,
        "pins": each.pins,
    }


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="How many steps."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "json"]),
    default="text",
    help="How to write it.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@library_options
def graph(
    id_: str,
    depth: int,
    form: str,
    output: Path | None,
    laws: Path | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Everything within some steps of a record, and what ties it together.

    \b
    technofed graph us-ca/sb1047
    technofed graph us/chips-guardrails --depth 2 --format dot | dot -Tsvg > guardrails.svg
    technofed graph actor/market/workday --format graphml -o workday.graphml
    """
    library = open_atlas(laws)
    _only_one_form(as_json, form)
    web = library.web(id_, depth, days_of(asked))
    if as_json or form == "json":
        out = web_json(library, web) | vintage_of(library)
        deliver(json.dumps(out, ensure_ascii=False, indent=1) + "\n", output)
    else:
        deliver(web_as(library, web, form), output)


@click.command()
@click.option("--jurisdiction", metavar="CODE", help="Only this place and its parts.")
@click.option("--full", is_flag=True, help="List every instrument.")
@library_options
def matrix(
    jurisdiction: str | None, full: bool, laws: Path | None, as_json: bool, **asked: Any
) -> None:
    """Figure 1 filled: each area of law with its instruments by level.

    \b
    technofed matrix
    technofed matrix --jurisdiction US-CA --full
    technofed matrix --jurisdiction CN --as-of 2023-01-01
    """
    library = open_atlas(laws)
    days = days_of(asked)
    _check_place(library, jurisdiction, days)
    found = library.matrix(jurisdiction, days)
    if as_json:
        out = matrix_json(found) | vintage_of(library)
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
    else:
        click.echo(matrix_text(found, full=full))


@click.command()
@click.option("--by", default="type", show_default=True, help="The facet of the rows.")
@click.option("--across", default="power", show_default=True, help="The facet of the columns.")
@facet_options
@library_options
def stats(by: str, across: str, laws: Path | None, as_json: bool, **asked: Any) -> None:
    """Count records by anything by anything.

    Facets: type, jurisdiction, country, level, power, dimension, area, kind, stage, approach,
    year, grade.

    \b
    technofed stats --by level --across dimension --type instrument
    technofed stats --by year --across country --type event
    technofed stats --by kind --across power --type actor --jurisdiction CN
    """
    library, days = open_atlas(laws), days_of(asked)
    table = library.stats(by, across, days, filters_of(asked))
    if as_json:
        out = {"by": by, "across": across, "counts": table, **vintage_of(library)}
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
        return
    click.echo(counts_text(table, by, across))
    undated = counted(library.undated(), "record")
    click.echo(f"{undated} without a date cannot be placed in time", err=True)
