"""``technofed trace | compare``: where a law's words came from."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from technofed._base.errors import QuestionUnclearError
from technofed.api import trace as asked
from technofed.faces._render.reuse import graphml, hits_text, rows_of, summary_text
from technofed.faces._render.sides import Pair, sides_html, sides_text
from technofed.faces.cli.options import deliver, json_option, today

_PATH = click.Path(path_type=Path)


class _Default(click.Group):
    """A group whose first word may be a corpus instead of a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``trace CORPUS`` as ``trace corpus CORPUS``."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["corpus", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Default)
def trace() -> None:
    """Find passages that documents share: who has them, since when, how likely copied.

    A corpus is JSONL (also .gz), CSV or Parquet with columns id, text, date, jurisdiction
    and series, or a folder of .txt and .md files. Offsets count characters of the original
    text. Translations share no words with their originals: they are not matched.

    \b
    technofed trace bills.jsonl.gz -o found/
    technofed trace query model-bill.txt bills.jsonl.gz
    """


def _columns(said: Iterable[str]) -> dict[str, str]:
    out = {}
    for each in said:
        name, equals, column = each.partition("=")
        if not (name and equals and column):
            raise QuestionUnclearError(
                f"“{each}” names no column", where="--column", fix="write --column text=FULL_TEXT"
            )
        out[name] = column
    return out


_column_option = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="The column that holds id, text, series, date or jurisdiction. Repeatable.",
)


def _watch(items: Iterable[int], total: int) -> Iterator[int]:
    """A progress bar on a terminal's stderr, silence elsewhere."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=total, label="aligning", file=sys.stderr) as bar:
        yield from bar


@trace.command("corpus")
@click.argument("corpus", type=_PATH)
@click.option("-o", "--output", type=_PATH, help="Write the tables into this folder.")
@_column_option
@json_option
def trace_corpus(
    corpus: Path, output: Path | None, columns: tuple[str, ...], as_json: bool
) -> None:
    """Find every passage that two documents of a corpus share.

    Nothing is dropped for being common: match strength and commonness are two columns, and
    what is likely boilerplate is marked so, with the reason.

    The folder gets passages, clusters, members, pairs and same as .parquet and .csv,
    pairs.graphml, and summary.txt.

    \b
    technofed trace corpus bills.jsonl.gz -o found/
    technofed trace corpus bills.csv --column text=BODY --column date=FILED -o found/
    """
    read = asked.read(corpus, today(), _columns(columns))
    traced = asked.trace(read.documents, watch=_watch)
    said = summary_text(traced.tables, traced.corpus.size, read.warnings())
    if output is not None:
        days = {each.id: str(each.day or "") for each in traced.corpus.documents}
        texts = {"pairs.graphml": graphml(traced.tables["pairs"], days), "summary.txt": said}
        asked.write(traced, output, texts)
        click.echo(f"written: {output.resolve()}", err=True)
    if as_json:
        click.echo(_json(traced.tables, read.warnings()))
    else:
        click.echo(said, nl=False)


@trace.command("query")
@click.argument("file", type=_PATH)
@click.argument("corpus", type=_PATH)
@_column_option
@json_option
def trace_query(file: Path, corpus: Path, columns: tuple[str, ...], as_json: bool) -> None:
    """Say where the passages of one text occur in a corpus.

    Each line gives the document with the characters there, and the characters in the file.

    \b
    technofed trace query model-bill.txt bills.jsonl.gz
    technofed trace query section.md laws/ --json
    """
    text = asked.read_one(file, today())
    read = asked.read(corpus, today(), _columns(columns))
    for warning in read.warnings():
        click.echo(f"⚠ {warning}", err=True)
    traced = asked.query(text, read.documents)
    if as_json:
        click.echo(_json({"passages": traced.tables["passages"]}, read.warnings()))
    else:
        click.echo(hits_text(traced.tables["passages"]), nl=False)


def _json(tables: dict[str, dict[str, list[Any]]], warnings: list[str]) -> str:
    out: dict[str, Any] = {name: rows_of(table) for name, table in tables.items()}
    return json.dumps(out | {"warnings": warnings}, ensure_ascii=False, indent=1, default=str)


@click.command()
@click.argument("first", type=_PATH)
@click.argument("second", type=_PATH)
@click.option(
    "--format", "form", type=click.Choice(["text", "html"]), default="text", help="How to print it."
)
@click.option("-o", "--output", type=_PATH, help="Write to this file.")
@json_option
def compare(first: Path, second: Path, form: str, output: Path | None, as_json: bool) -> None:
    """Show what two texts share, aligned word by word, with the places in both.

    \b
    technofed compare ab331.txt hb5116.txt
    technofed compare 法一.txt 法二.txt --format html -o side-by-side.html
    """
    one, other, found = asked.compare_files(first, second, today())
    pair = Pair((one.id, other.id), (one.text, other.text))
    if as_json:
        rows = [
            {
                "first": each.first,
                "second": each.second,
                "matched": each.matched,
                "edits": each.edits,
                "moved": each.moved,
                "pieces": [[piece.kind, piece.first, piece.second] for piece in each.pieces],
            }
            for each in found
        ]
        deliver(json.dumps({"passages": rows}, ensure_ascii=False, indent=1) + "\n", output)
    else:
        deliver(sides_html(pair, found) if form == "html" else sides_text(pair, found), output)
