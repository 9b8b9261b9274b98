"""Writes docs/reference/cli.md from the commands themselves; a test keeps the two equal."""

from collections.abc import Iterator
from pathlib import Path

import click

from technofed.faces.cli.main import main

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"
HEAD = """# Commands

This page is written by `scripts/write_cli_reference.py` from the commands' own help.

Every command prints its answer to standard output and everything else to standard error.
Exit codes: 0 answered, 1 a check found problems, 2 the question or a file is wrong
(see [errors](../errors)).
"""


def walk(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """The full name and help text of a command and all below it."""
    context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found:
                yield from walk(found, f"{name} {inner}")


def page() -> str:
    """The whole page."""
    parts = [
        f"## {name}\n\n```text\n{text.strip()}\n```\n" for name, text in walk(main, "technofed")
    ]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
