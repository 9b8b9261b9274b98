"""``technofed doctor``: is the installation sound?"""

import json
from pathlib import Path

import click

from technofed import api
from technofed._base.errors import ChecksFailedError
from technofed.faces.cli.options import json_option, laws_option, today


@click.command()
@laws_option
@json_option
def doctor(laws: Path | None, as_json: bool) -> None:
    """Check this installation, and say which laws it would use and how fresh they are."""
    found = api.examine(laws, today())
    if as_json:
        rows = [{"what": each.what, "good": each.good, "said": each.said} for each in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(f"{'ok  ' if each.good else 'BAD '} {each.what}: {each.said}")
    if bad := [each.what for each in found if not each.good]:
        raise ChecksFailedError(f"not sound: {', '.join(bad)}", fix="reinstall, or mend the laws")
