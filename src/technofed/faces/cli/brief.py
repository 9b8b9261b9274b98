"""``technofed brief``: the governance brief of an undertaking."""

from pathlib import Path
from typing import Any

import click

from technofed import api
from technofed.faces._render.brief import FORMATS, Format, render
from technofed.faces.cli.options import days_of, days_options, deliver, json_option, laws_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@days_options
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write it; --json is short for --format json.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@laws_option
@json_option
def brief(file: Path, form: Format, output: Path | None, laws: Path | None, **asked: Any) -> None:
    """Write the governance brief of an undertaking.

    Who governs it, what binds whom and by when, what comes next, what may apply and
    which answers would settle it, what does not apply although one would expect it.

    \b
    technofed brief examples/hiring.yaml
    technofed brief examples/hiring.yaml --format html -o hiring.html
    technofed brief examples/hiring.yaml --as-of 2027-01-01
    technofed brief examples/hiring.yaml --as-of 2026-03-01 --known 2025-01-15
    """
    if output and output.exists() and output.samefile(file):
        raise click.BadParameter("the brief would overwrite the undertaking", param_hint="-o")
    loaded = api.load(laws)
    undertaking = api.load_undertaking(file, loaded)
    answer = api.brief(undertaking, loaded, days_of(asked))
    text = render(answer, "json" if asked["as_json"] else form, loaded.vocabulary)
    deliver(text, output)
