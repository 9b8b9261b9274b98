"""The ``technofed`` command. Commands are loaded only when they are called."""

import errno
import gc
import json
import sys
from importlib import import_module

import click

from technofed._base.errors import ChecksFailedError, FileUnwritableError, TechnofedError

FOUND_PROBLEMS, USAGE = 1, 2
_LOOK, _WALK, _KEEP = (f"technofed.faces.cli.{name}" for name in ("look", "walk", "keep"))
_CLI = "technofed.faces.cli"
_COMMANDS = {
    "actors": (_LOOK, "Bodies, courts, firms, platforms, associations, persons."),
    "article": (_KEEP, "Ask one of the article's mechanisms."),
    "ask": (f"{_CLI}.ask", "Interview: ask the best next question until all is settled."),
    "audit": (_KEEP, "Report what backs every record; fail if one has no source."),
    "backtest": (f"{_CLI}.lab", "Measure how well who adopts next would have been forecast."),
    "brief": (f"{_CLI}.brief", "Write the governance brief of an undertaking."),
    "build": (_KEEP, "Build the atlas as one SQLite file."),
    "cite": (_KEEP, "Cite a record: Bluebook, CSL-JSON, BibTeX, RIS."),
    "compare": (f"{_CLI}.trace", "Show what two texts share, side by side."),
    "completion": (f"{_CLI}.completion", "Print shell completion for bash, zsh or fish."),
    "doctor": (f"{_CLI}.doctor", "Check this installation and the laws it would use."),
    "events": (_LOOK, "List the dated events."),
    "forecast": (f"{_CLI}.lab", "Forecast who adopts a policy next, month by month."),
    "graph": (_WALK, "Everything within some steps of a record."),
    "laws": (f"{_CLI}.laws", "List, show, check and print the law records."),
    "matrix": (_WALK, "Figure 1 filled: areas of law with their instruments by level."),
    "network": (f"{_CLI}.lab", "Infer who follows whom from many cascades."),
    "records": (_LOOK, "List records of any sort."),
    "search": (_LOOK, "Find records by their words, in English and Chinese."),
    "show": (_LOOK, "Show any record of the atlas."),
    "statistics": (_LOOK, "List the article's numbers with bases and cautions."),
    "stats": (_WALK, "Count records by anything by anything."),
    "timeline": (_WALK, "What happened when, as text or SVG."),
    "trace": (f"{_CLI}.trace", "Find passages that documents share: where words came from."),
}


class Lazy(click.Group):
    """A group that knows its commands by name and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in order."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        """Run; our own errors become a message and an exit code. Anything else is a bug."""
        # Loading the laws makes a million small objects that all stay: looking through them
        # again and again for rubbish would cost a tenth of the whole command.
        gc.set_threshold(1_000_000, 20, 20)
        try:
            return super().invoke(ctx)
        except TechnofedError as error:
            _report(error)
            sys.exit(FOUND_PROBLEMS if isinstance(error, ChecksFailedError) else USAGE)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            what = f"the answer cannot be written: {error.strerror}"
            _report(FileUnwritableError(what, where="standard output", fix="make room there"))
            sys.exit(USAGE)


def _report(error: TechnofedError) -> None:
    if "--json" in sys.argv:
        faults = [{"where": f.where, "what": f.what, "fix": f.fix} for f in error.faults]
        said = {"code": error.code, "what": error.what, "where": error.where, "fix": error.fix}
        click.echo(json.dumps({"error": said | {"faults": faults}}, ensure_ascii=False), err=True)
    else:
        click.echo(str(error), err=True)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="technofed")
def main() -> None:
    """Say who governs an AI undertaking, by which rules, and from when.

    Start with:  technofed brief examples/hiring.yaml

    \b
    Exit codes: 0 answered, 1 a check found problems, 2 the question or a file is wrong.
    """
