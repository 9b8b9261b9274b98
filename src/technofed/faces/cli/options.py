"""Options that several commands share."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from technofed import api
from technofed._base.dates import parse_day

Command = TypeVar("Command", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the day, or say what is wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


DAY = DayType()


def laws_option(command: Command) -> Command:
    """``--laws DIR``: another laws folder than the one shipped."""
    return click.option(
        "--laws",
        type=click.Path(path_type=Path),
        metavar="DIR|FILE",
        help="Use this laws folder, or this store, instead of the laws shipped.",
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: the answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def days_options(command: Command) -> Command:
    """``--as-of`` and ``--known``: the day the rules are applied to, the day of knowledge."""
    known = click.option(
        "--known", type=DAY, metavar="DAY", help="The day of knowledge [default: today]."
    )
    as_of = click.option(
        "--as-of",
        type=DAY,
        metavar="DAY",
        help="The day the rules are applied to [default: today].",
    )
    return as_of(known(command))


def today() -> date:
    """The day it is now, in UTC: the only clock of the command line."""
    return datetime.now(UTC).date()


def days_of(asked: dict[str, Any]) -> api.Days:
    """The pair of days asked for; today where nothing is said."""
    return api.Days(asked["as_of"] or today(), asked["known"] or today())


def deliver(text: str, output: Path | None) -> None:
    """Print an answer, or write it to a file and say where."""
    if output is None:
        click.echo(text, nl=False)
        return
    api.write(output, text)
    click.echo(f"written: {output.resolve()}", err=True)


def progress(items: Sequence[str], label: str) -> Iterator[str]:
    """Go through items with a progress bar on a terminal's stderr, and silently elsewhere."""
    stream = sys.stderr
    if not stream.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=stream) as bar:
        yield from bar
