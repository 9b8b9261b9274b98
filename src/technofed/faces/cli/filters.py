"""Opening the atlas from the command line: filters by facet, and the line about its vintage."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from technofed import api
from technofed.faces.cli.options import days_options, json_option, laws_option

Command = TypeVar("Command", bound=Callable[..., Any])

_HELP = {
    "type": "Only records of this sort: instrument, actor, event, statistic …",
    "jurisdiction": "Only this place and its parts: US, US-CA, CN-GD/shenzhen.",
    "level": "Only this level: central, local, market.",
    "power": "Only this power: central, local, market, party, academia.",
    "dimension": "Only this dimension: software, hardware, infrastructure, cross.",
    "area": "Only this legal area.",
    "kind": "Only this kind: act, bill, decision, firm, court …",
    "stage": "Only what stands at this stage: in_force, vetoed, proposed …",
    "approach": "Only this approach: risk_based, registry, licensing …",
    "year": "Only what began in this year.",
}


def facet_options(command: Command) -> Command:
    """One option per facet; each may be given more than once."""
    return _options(command, list(_HELP))


def facet_options_of_one_type(command: Command) -> Command:
    """The same for lists of one sort of record."""
    return _options(command, [name for name in _HELP if name != "type"])


def _options(command: Command, names: list[str]) -> Command:
    for name in reversed(names):
        option = click.option(f"--{name}", name, multiple=True, metavar="VALUE", help=_HELP[name])
        command = option(command)
    return command


def filters_of(asked: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The filters asked for."""
    return {name: asked[name] for name in _HELP if asked.get(name)}


def library_options(command: Command) -> Command:
    """The options of every question to the atlas: days, laws folder, JSON."""
    return days_options(laws_option(json_option(command)))


def open_atlas(folder: Path | None) -> api.Library:
    """Open the atlas, and say of what vintage it is."""
    library = api.open_library(folder)
    known = api.versions(library.atlas.laws)
    if click.get_current_context().params.get("as_json"):
        return library  # the answer itself tells the vintage
    store = f", from {library.store}" if library.store else ""
    click.echo(
        f"data vintage {library.vintage} (newest source read); "
        f"laws {known.laws}, digest {library.digest[:12]}{store}",
        err=True,
    )
    return library


def vintage_of(library: api.Library) -> dict[str, Any]:
    """The same for programs."""
    known = api.versions(library.atlas.laws)
    return {"vintage": str(library.vintage), "laws": known.laws, "digest": library.digest}
