"""``technofed laws``: list, show, check and print the records."""

import json
from pathlib import Path

import click

from technofed import api
from technofed._base.errors import ChecksFailedError
from technofed.faces.cli.options import json_option, laws_option


@click.group()
def laws() -> None:
    """Look at the law records, and check them."""


@laws.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--only", metavar="ID", default="", help="Check only ids that begin so.")
@click.option("--mutate", metavar="ID|all", help="Also bend the records: does some case notice?")
@json_option
def check(folder: Path | None, only: str, mutate: str | None, as_json: bool) -> None:
    """Check law files: schema, cases, limb coverage and, if asked, mutants.

    \b
    technofed laws check                          everything but the mutants
    technofed laws check --only us-co             what begins with us-co
    technofed laws check --mutate us-co/sb26-189  one instrument, mutants too
    technofed laws check mylaws/ --mutate all     your own folder, everything
    """
    prefix = only or ("" if mutate in (None, "all") else str(mutate))
    loaded, found = api.survey(folder)
    faults = [fault for fault in found if f"/records/{prefix}" in fault.where]
    chosen = [id_ for id_ in sorted(loaded.instruments) if id_.startswith(prefix)]
    if not chosen and not faults:
        loaded.instrument(prefix)
    with click.progressbar(chosen, label="checking", file=click.get_text_stream("stderr")) as bar:
        results = [api.check_instrument(loaded, id_, mutate=bool(mutate)) for id_ in bar]
    if as_json:
        click.echo(json.dumps([_row(result) for result in results], ensure_ascii=False, indent=1))
    else:
        for result in results:
            click.echo(_line(result))
    if bad := [result for result in results if not result.good]:
        click.echo(f"{len(bad)} of {len(results)} instruments are not clean", err=True)
    if bad or faults:
        raise ChecksFailedError(
            "the law files are not clean",
            where=str(loaded.folder),
            fix="mend the records or cases named here",
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
