"""``technofed laws``: list, show, check and print the records."""

import json
from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed._base.errors import ChecksFailedError
from technofed._base.text import counted
from technofed.faces._render.cards import card, card_json, ties_of
from technofed.faces._render.laws import listed, sheet_html, sheet_text
from technofed.faces.cli.filters import (
    facet_options_of_one_type,
    filters_of,
    library_options,
    open_atlas,
    vintage_of,
)
from technofed.faces.cli.options import days_of, deliver, json_option, laws_option, progress
from technofed.law.records import Instrument


@click.group()
def laws() -> None:
    """Look at the law records, and check them."""


@laws.command("list")
@facet_options_of_one_type
@click.option("--coded", is_flag=True, help="Only those with provisions that can be applied.")
@library_options
def list_laws(coded: bool, laws: Path | None, as_json: bool, **asked: Any) -> None:
    """List the instruments.

    \b
    technofed laws list
    technofed laws list --jurisdiction US-CO --coded
    technofed laws list --level market --stage in_force --json
    technofed laws list --kind bill --as-of 2024-06-01 --known 2024-06-01
    """
    library = open_atlas(laws)
    filters = {**filters_of(asked), "type": ("instrument",)}
    found = [
        each
        for each in library.records(days_of(asked), filters)
        if isinstance(each, Instrument) and (each.provisions or not coded)
    ]
    if as_json:
        rows = [each.model_dump(mode="json", include=_SHORT) for each in found]
        out = {"instruments": rows, **vintage_of(library)}
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
    else:
        click.echo(listed(found))
        click.echo(counted(len(found), "instrument"), err=True)


_SHORT = {"id", "title", "title_zh", "short", "jurisdiction", "level", "dimension", "area", "kind"}


@laws.command("show")
@click.argument("id_", metavar="ID")
@library_options
def show_law(id_: str, laws: Path | None, as_json: bool, **asked: Any) -> None:
    """Show one instrument with its provisions, history, sources, open points and threads.

    \b
    technofed laws show us-co/sb26-189
    technofed laws show us/case/printz-1997
    technofed laws show us-co/sb26-189 --json
    """
    library, days = open_atlas(laws), days_of(asked)
    record = library.record(id_)
    sheet = api.sheet(library.atlas.laws, record.id)
    if as_json:
        ties = card_json(library, record, days)
        click.echo(_as_json(library.atlas.laws, sheet, ties))
    elif sheet.instrument.provisions:
        click.echo(sheet_text(sheet).rstrip("\n"))
        click.echo("\n".join(ties_of(library, record, days)))
    else:
        click.echo(card(library, record, days))


def _as_json(loaded: api.Laws, sheet: api.Sheet, ties: dict[str, Any] | None = None) -> str:
    record: dict[str, Any] = {
        key: (ties or {})[key] for key in ("stage", "threads", "open_points") if key in (ties or {})
    }
    record |= sheet.instrument.model_dump(mode="json", by_alias=True, exclude_none=True)
    record["reviews"] = {
        part.rule.provision.id: {"digest": part.digest, "status": part.review}
        for part in sheet.parts
    }
    record["versions"] = api.versions(loaded).model_dump(mode="json")
    return json.dumps(record, ensure_ascii=False, indent=1)


@laws.command("sheet")
@click.argument("id_", metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the HTML here.")
@laws_option
@json_option
def sheet_law(id_: str, output: Path | None, laws: Path | None, as_json: bool) -> None:
    """Write the sheet a lawyer can read and sign: the record in words, its cases, its digest.

    \b
    technofed laws sheet us-co/sb26-189 -o sheet.html
    """
    loaded = open_atlas(laws).atlas.laws
    sheet = api.sheet(loaded, id_)
    page = _as_json(loaded, sheet) + "\n" if as_json else sheet_html(sheet)
    deliver(page, output)


@laws.command("schema")
@click.argument("name", metavar="NAME")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write it to this file.")
@laws_option
def schema_of(name: str, output: Path | None, laws: Path | None) -> None:
    """Print the JSON Schema of a kind of file, for editors and programs.

    NAME is brief, instrument, cases, reviews, facts, jurisdictions, undertaking, or a sort of
    atlas record: actor, artefact, event, point, relation, statistic, table.

    \b
    technofed laws schema undertaking -o undertaking.schema.json
    """
    if name not in api.SCHEMA_NAMES:
        raise click.BadParameter(f"choose one of {', '.join(api.SCHEMA_NAMES)}")
    found = api.schema(name, api.load(laws).vocabulary)
    deliver(json.dumps(found, ensure_ascii=False, indent=1) + "\n", output)


@laws.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--only", metavar="ID", default="", help="Check only ids that begin so.")
@click.option("--mutate", metavar="ID|all", help="Also bend the records: does some case notice?")
@json_option
def check_laws(folder: Path | None, only: str, mutate: str | None, as_json: bool) -> None:
    """Check law files: schema, cases, limb coverage and, if asked, mutants.

    \b
    technofed laws check                          everything but the mutants
    technofed laws check --only us-co             what begins with us-co
    technofed laws check --mutate us-co/sb26-189  one instrument, mutants too
    technofed laws check mylaws/ --mutate all     your own folder, everything
    """
    prefix = only or ("" if mutate in (None, "all") else str(mutate))
    loaded, found = api.survey(folder)
    faults = [f for f in found if not prefix or f"/records/{prefix}" in f.where]
    named = [id_ for id_ in sorted(loaded.instruments) if id_.startswith(prefix)]
    chosen = [id_ for id_ in named if loaded.instruments[id_].provisions]
    if not named and not faults:
        loaded.instrument(prefix)
    results = [
        api.check_instrument(loaded, id_, mutate=bool(mutate))
        for id_ in progress(chosen, "checking")
    ]
    if as_json:
        click.echo(json.dumps([_row(result) for result in results], ensure_ascii=False, indent=1))
    else:
        for result in results:
            click.echo(_line(result))
        if uncoded := len(named) - len(chosen):
            click.echo(
                f"ok   {counted(uncoded, 'record')} without provisions: read, nothing to run"
            )
    known = api.versions(loaded)
    if not as_json:
        click.echo(f"checked: laws {known.laws}, digest {known.laws_digest[:12]}", err=True)
    if bad := [result for result in results if not result.good]:
        click.echo(f"not clean: {len(bad)} of {counted(len(results), 'instrument')}", err=True)
    if bad or faults:
        raise ChecksFailedError(
            "the law files are not clean",
            where=str(loaded.folder),
            fix="mend the records or cases that are named with FAIL, or below",
            faults=faults,
        )


def _row(result: api.Checked) -> dict[str, object]:
    return {
        "instrument": result.instrument,
        "good": result.good,
        "cases": result.cases,
        "faults": [str(fault) for fault in result.faults],
        "mutants": result.mutants,
        "score": round(result.score, 4),
        "unnoticed": result.unnoticed,
        "explained": result.explained,
    }


def _line(result: api.Checked) -> str:
    mutants = f", {result.score:.1%} of {result.mutants} mutants noticed" if result.mutants else ""
    mark = "ok  " if result.good else "FAIL"
    lines = [f"{mark} {result.instrument}: {result.cases} cases{mutants}"]
    lines += [f"     - {fault}" for fault in result.faults]
    lines += [f"     - unnoticed: {name}" for name in result.unnoticed]
    return "\n".join(lines)
