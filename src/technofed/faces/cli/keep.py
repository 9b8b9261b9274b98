"""``technofed build | cite | audit | article``: keep the atlas, cite it, ask the article."""

import json
from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed._base.errors import ChecksFailedError, QuestionUnclearError
from technofed._base.text import counted
from technofed.faces._render.answers import answer_text, question
from technofed.faces.cli.filters import library_options, open_atlas, vintage_of
from technofed.faces.cli.options import days_of, deliver, json_option, laws_option, today


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the file here.")
@click.option(
    "--metadata", type=click.Path(path_type=Path), help="Write Datasette's metadata here, too."
)
@json_option
def build(folder: Path | None, output: Path | None, metadata: Path | None, as_json: bool) -> None:
    """Build the atlas as one SQLite file, byte for byte the same for the same records.

    Without -o the file goes where every command finds it, and is used as long as it is
    current. With -o it goes where you say: open it in Datasette or sqlite3, or give it to
    any command as --laws FILE.

    \b
    technofed build
    technofed build -o atlas.sqlite --metadata atlas.json
    technofed build mylaws/ -o mine.sqlite
    """
    if metadata and output and metadata.resolve() == output.resolve():
        raise click.BadParameter("the metadata would overwrite the store", param_hint="--metadata")
    written = api.build_store(folder, output)
    if metadata:
        told = json.dumps(api.store_metadata(written), ensure_ascii=False, indent=1)
        deliver(told + "\n", metadata)
    size = written.stat().st_size
    if as_json:
        click.echo(json.dumps({"written": str(written.resolve()), "bytes": size}))
    else:
        click.echo(f"written: {written.resolve()} ({size:,} bytes)")


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--style",
    type=click.Choice([str(style) for style in api.Style]),
    default="bluebook",
    show_default=True,
    help="The form of the citation.",
)
@laws_option
@json_option
def cite(id_: str, style: str, laws: Path | None, as_json: bool) -> None:
    """Cite a record: a Bluebook-style string, CSL-JSON, BibTeX or RIS.

    \b
    technofed cite us/case/printz-1997
    technofed cite us/eo-14179 --style csl
    technofed cite statistic/us-s01 --style bibtex
    """
    library = open_atlas(laws)
    if as_json:
        every = {str(each): library.cite(id_, each) for each in api.Style}
        click.echo(json.dumps(every | vintage_of(library), ensure_ascii=False, indent=1))
    else:
        click.echo(library.cite(id_, api.Style(style)))


@click.command()
@click.option("--record", "id_", metavar="ID", help="Only this record, field by field.")
@laws_option
@json_option
def audit(id_: str | None, laws: Path | None, as_json: bool) -> None:
    """Report what backs every record: source, confidence, age, unverified share.

    Fails (exit code 1) if a record has no source.

    \b
    technofed audit
    technofed audit --record us-ca/sb1047
    """
    library = open_atlas(laws)
    found = library.audit(today())
    chosen = [each for each in found.records if not id_ or each.record == library.record(id_).id]
    if as_json:
        out = {"fields": found.fields, "records": [_audited(each) for each in chosen]}
        click.echo(json.dumps(out | vintage_of(library), ensure_ascii=False, indent=1))
    elif id_:
        for each in chosen:
            click.echo(f"{each.record}: {each.unverified:.0%} of its fields unverified")
            for backing in each.fields:
                click.echo(
                    f"  {backing.field}: {backing.confidence}, {backing.age} days old, "
                    f"{backing.source}"
                )
            for mark in each.open:
                click.echo(f"  to be verified: {mark}")
    else:
        _summary(found)
    if found.unsourced:
        raise ChecksFailedError(
            f"{counted(len(found.unsourced), 'record')} without a source",
            where=", ".join(found.unsourced[:5]),
            fix="give each a pin into the article or a source",
        )


def _audited(each: api.Audited) -> dict[str, Any]:
    fields = [
        {"field": b.field, "source": b.source, "confidence": b.confidence, "age_days": b.age}
        for b in each.fields
    ]
    return {
        "record": each.record,
        "type": each.type,
        "unverified": each.unverified,
        "to_be_verified": each.open,
        "fields": fields,
    }


def _summary(found: api.Audit) -> None:
    names = ("primary", "secondary", "article", "unverified")
    click.echo("fields by what backs them:")
    click.echo(f"  {'':<12}" + "".join(f"{name:>12}" for name in names) + f"{'unverified':>14}")
    for kind, counts in found.fields.items():
        total = sum(counts.values())
        unsure = counts.get("unverified", 0) + counts.get("article", 0)
        cells = "".join(f"{counts.get(name, 0):>12}" for name in names)
        click.echo(f"  {kind:<12}{cells}{unsure / total if total else 0:>14.0%}")
    click.echo(f"{counted(len(found.records), 'record')}, oldest reading {found.oldest} days ago")
    click.echo("(article: the article says so, nobody else was asked; it counts as unverified)")


@click.command()
@click.argument("name", required=False)
@click.argument("given", nargs=-1, metavar="[INPUT=VALUE]...")
@library_options
def article(
    name: str | None, given: tuple[str, ...], laws: Path | None, as_json: bool, **asked: Any
) -> None:
    """Ask one of the article's mechanisms; without a NAME, list them.

    \b
    technofed article
    technofed article tactics means=exit_threat
    technofed article figure entry=zoning --json
    """
    if not name:
        _list(as_json)
        return
    library = open_atlas(laws)
    answer = api.ask_article(library.atlas, name, dict(map(_pair, given)), days_of(asked))
    if as_json:
        out = answer.model_dump(mode="json", exclude_none=True) | vintage_of(library)
        click.echo(json.dumps(out, ensure_ascii=False, indent=1))
    else:
        click.echo(answer_text(answer))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise QuestionUnclearError(
            f"“{text}” is no input", where=text, fix="write inputs as name=value"
        )
    return name, value


def _list(as_json: bool) -> None:
    rows = [
        {
            "name": each.name,
            "ids": each.ids,
            "about": each.about,
            "inputs": list(api.inputs_of(each)),
            "example": dict(each.example),
        }
        for each in api.list_mechanisms().values()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for each in api.list_mechanisms().values():
        click.echo(f"{each.name} ({', '.join(each.ids)}): {each.about}")
        click.echo(f"    {question(each)}")
