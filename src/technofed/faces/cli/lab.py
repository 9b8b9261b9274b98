"""``technofed backtest | forecast | network``: who adopts next, how surely, who follows whom."""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from technofed._base.errors import ExtraMissingError
from technofed.faces._render.diffusion import (
    forecast_json,
    forecast_text,
    network_as,
    network_json,
    skill_json,
    skill_text,
)
from technofed.faces.cli.options import DAY, deliver, json_option, today

_SEED = 20261122
_DELAYS = ("exponential", "rayleigh", "lognormal")


def _lab() -> Any:
    """The questions of the lab, or a word on what to install."""
    # Fifty places make small matrices: sharing one among cores costs more than it saves, and
    # NumPy reads this only when it is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        return import_module("technofed.api.lab")
    except ModuleNotFoundError as error:
        raise ExtraMissingError(
            f"this needs the package {error.name}",
            where="technofed backtest, forecast, network",
            fix="install the extra: pip install 'technofed[lab]'",
        ) from error


def _data_option(command: Any) -> Any:
    metadata = click.option(
        "--metadata",
        type=click.Path(path_type=Path),
        metavar="CSV",
        help="The policies [default: NAME_metadata.csv beside the data].",
    )
    data = click.option(
        "--data",
        type=click.Path(path_type=Path),
        required=True,
        metavar="CSV",
        help="Adoptions to learn from: statenam,policy,adopt_year.",
    )
    return data(metadata(command))


def _seed_option(command: Any) -> Any:
    return click.option(
        "--seed", type=int, default=_SEED, show_default=True, help="Of the random draws."
    )(command)


def _say(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"{text} …", err=True)


@click.command()
@_data_option
@click.option("--cut", "cuts", type=int, multiple=True, help="Last year fitted to; repeatable.")
@click.option(
    "--replicates",
    type=click.IntRange(1, 10_000),
    default=200,
    show_default=True,
    help="Bootstrap samples of the policies, for the intervals.",
)
@_seed_option
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
def backtest(
    data: Path, metadata: Path | None, as_json: bool, output: Path | None, **asked: Any
) -> None:
    """How well would it have forecast who adopts next?

    Models are fitted to the years up to each cut-off (1990, 1995 and 2000, unless you say
    otherwise), then forecast one year ahead the policies first adopted after it.

    \b
    technofed backtest --data policies.csv
    technofed backtest --data policies.csv --cut 2005 --replicates 1000 --json
    """
    lab = _lab()
    corpus = lab.open_corpus(data, today(), metadata)
    trial = lab.Trial(replicates=asked["replicates"])
    if asked["cuts"]:
        trial = lab.Trial(tuple(asked["cuts"]), asked["replicates"])
    origins = lab.measure_skill(corpus, trial, asked["seed"], _say)
    if as_json:
        out = json.dumps(skill_json(origins, corpus, trial, asked["seed"]), ensure_ascii=False)
        deliver(out + "\n", output)
    else:
        deliver(skill_text(origins, corpus), output)


@click.command()
@click.option(
    "--policy",
    type=click.Path(path_type=Path),
    required=True,
    metavar="CSV",
    help="The adoptions so far of the policy to forecast.",
)
@_data_option
@click.option(
    "--horizon", type=int, default=24, show_default=True, metavar="MONTHS", help="How far."
)
@click.option(
    "--as-of", "as_of", type=DAY, metavar="DAY", help="Forecast from here [default: today]."
)
@click.option(
    "--what-if",
    multiple=True,
    metavar="TEXT",
    help="Suppose an adoption, as “CA adopts 2027-01”; repeatable.",
)
@click.option("--full", is_flag=True, help="List every place.")
@_seed_option
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
def forecast(
    data: Path,
    metadata: Path | None,
    policy: Path,
    as_json: bool,
    output: Path | None,
    **asked: Any,
) -> None:
    """Who adopts a policy next, and when?

    Learns from many policies how they spread, and plays the futures of yours: for each
    place the probability by month, how many adopt by when, what drives it, and a card that
    says what the forecast is not.

    \b
    technofed forecast --policy mine.csv --data policies.csv --horizon 24
    technofed forecast --policy mine.csv --data policies.csv --as-of 2026-01-31 --json
    technofed forecast --policy mine.csv --data policies.csv --what-if "CA adopts 2027-01"
    """
    lab = _lab()
    corpus = lab.open_corpus(data, today(), metadata)
    day = asked["as_of"] or today()
    question = lab.Asked(asked["horizon"], tuple(asked["what_if"]))
    found = lab.forecast_policy(corpus, policy, day, question, asked["seed"])
    if as_json:
        deliver(json.dumps(forecast_json(found), ensure_ascii=False) + "\n", output)
    else:
        deliver(forecast_text(found, full=asked["full"]), output)


@click.command()
@_data_option
@click.option(
    "--delay",
    type=click.Choice(_DELAYS),
    default="exponential",
    show_default=True,
    help="How long influence takes.",
)
@click.option(
    "--cutoff",
    type=click.FloatRange(0, 1, min_open=True),
    default=0.05,
    show_default=True,
    help="Stop at this p-value.",
)
@click.option(
    "--replicates",
    type=click.IntRange(0, 10_000),
    default=100,
    show_default=True,
    help="Bootstrap samples of the policies, for each edge's support.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "graphml"]), default="text", help="Form."
)
@_seed_option
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
def network(
    data: Path,
    metadata: Path | None,
    as_json: bool,
    output: Path | None,
    **asked: Any,
) -> None:
    """Who follows whom: the influence network of many cascades.

    Inferred by NetInf. Each edge comes with its support: the share of bootstrap samples of
    the policies in which it is found again. Many edges have little.

    \b
    technofed network --data policies.csv
    technofed network --data policies.csv --delay rayleigh --replicates 1000
    technofed network --data policies.csv --format graphml -o influence.graphml
    """
    lab = _lab()
    corpus = lab.open_corpus(data, today(), metadata)
    found = lab.infer_network(
        corpus, asked["delay"], asked["cutoff"], asked["replicates"], asked["seed"]
    )
    if as_json:
        deliver(json.dumps(network_json(found, corpus), ensure_ascii=False) + "\n", output)
    else:
        deliver(network_as(found, corpus, asked["form"]), output)
