"""The lab's commands, as a person would use them."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from click.testing import CliRunner, Result

from technofed.faces.cli import lab
from technofed.faces.cli.main import main
from tests.diffusion import invented, write_csv

DAY = ["--as-of", "2018-06-15"]
MINE = "statenam,policy,adopt_year\nOhio,mine,2016\nIndiana,mine,2017\nMichigan,mine,2018\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lab") / "policies.csv"
    write_csv(invented(np.random.default_rng(1), 60), path)
    return path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def forecast(data: Path, rows: str, *more: str) -> Result:
    mine = data.with_name("mine.csv")
    mine.write_text(rows, encoding="utf-8")
    return run("forecast", "--policy", str(mine), "--data", str(data), *DAY, *more)


def told(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_backtest_shows_ours_beside_its_rivals(data: Path) -> None:
    said = run("backtest", "--data", str(data), "--cut", "1995", "--replicates", "5").output
    for words in (
        "Fitted to 1995",
        "constant",
        "national momentum",
        "contiguity",
        "classic event history",
        "placebo network",
        "inferred network",
        "technofed over classic event history",
        "base rate",
    ):
        assert words in said, words


def test_a_backtest_as_data_has_every_score_with_its_interval(data: Path) -> None:
    found = told(
        run("backtest", "--data", str(data), "--cut", "1995", "--replicates", "5", "--json")
    )
    ours = found["origins"][0]["standings"][-1]
    assert ours["model"] == "technofed"
    for score in ours["scores"].values():
        assert score["low"] <= score["high"]
    assert found["origins"][0]["standings"][0]["scores"]["slope"]["value"] is None


def test_the_same_seed_gives_the_same_answer(data: Path) -> None:
    assert forecast(data, MINE).output == forecast(data, MINE).output


def test_a_forecast_gives_probabilities_that_only_rise_and_intervals_around_them(
    data: Path,
) -> None:
    found = told(forecast(data, MINE, "--horizon", "24", "--json"))
    assert found["first_month"] == "2018-07"
    assert found["adopted"] == ["US-IN", "US-MI", "US-OH"]
    assert len(found["places"]) == 47
    for place in found["places"]:
        chances = place["probability_by_month"]
        assert len(chances) == 24
        assert all(0 <= a <= b <= 1 for a, b in pairwise(chances))
        assert place["interval_90"][0] <= chances[-1] <= place["interval_90"][1]
        assert place["drivers"]
    more = found["new_adopters"]
    assert all(a <= b <= c for a, b, c in zip(*more.values(), strict=True))
    mean = sum(place["probability_by_month"][-1] for place in found["places"])
    assert more["low"][-1] <= mean <= more["high"][-1]


def test_neighbours_of_adopters_come_first_in_a_world_of_neighbours(data: Path) -> None:
    found = told(forecast(data, MINE, "--json"))
    chance = {place["place"]: place["probability_by_month"][-1] for place in found["places"]}
    near, far = ("US-KY", "US-IL", "US-WV", "US-PA", "US-WI"), ("US-HI", "US-AK", "US-ME", "US-FL")
    assert sum(chance[each] for each in near) / 5 > sum(chance[each] for each in far) / 4


def test_a_forecast_says_what_it_is_not_and_warns_of_few_adopters(data: Path) -> None:
    said = forecast(data, MINE, "--horizon", "60").output
    assert "MODEL CARD" in said
    assert "this is not a cause" in said
    assert "only 3 adopters" in said
    assert "60 months is far" in said


def test_a_policy_of_one_adopter_and_one_of_all_but_one_can_be_forecast(data: Path) -> None:
    one = told(forecast(data, "state,policy,year\nOhio,mine,2018\n", "--json"))
    assert len(one["places"]) == 49
    names = [place["place"] for place in one["places"]] + one["adopted"]
    rows = "state,policy,year\n" + "".join(f"{name},mine,2010\n" for name in sorted(names)[:-1])
    assert len(told(forecast(data, rows, "--json"))["places"]) == 1


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [
        (MINE + "Ohio,other,2016\n", (), "adoptions-invalid"),
        (MINE + "Narnia,mine,2016\n", (), "adoptions-invalid"),
        (MINE + "Utah,mine,2020\n", (), "adoptions-invalid"),
        (MINE + "District of Columbia,mine,2016\n", (), "adoptions-invalid"),
        (MINE, ("--horizon", "0"), "question-unclear"),
        (MINE, ("--horizon", "500"), "question-unclear"),
        (MINE, ("--what-if", "CA is nice"), "question-unclear"),
        (MINE, ("--what-if", "OH adopts 2019-01"), "question-unclear"),
        (MINE, ("--what-if", "CA adopts 2010-01"), "question-unclear"),
        (MINE, ("--what-if", "CA adopts 2019-13"), "question-unclear"),
    ],
)
def test_bad_questions_are_refused(data: Path, rows: str, more: tuple[str, ...], code: str) -> None:
    result = forecast(data, rows, *more)
    assert result.exit_code == 2
    assert result.stderr.startswith(code)


def test_a_backtest_needs_something_on_both_sides_of_the_cut(data: Path) -> None:
    result = run("backtest", "--data", str(data), "--cut", "2050")
    assert result.exit_code == 2
    assert result.stderr.startswith("question-unclear")


def test_without_its_extra_the_lab_says_what_to_install(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(lab, "import_module", absent)
    result = run("network", "--data", str(data))
    assert result.exit_code == 2
    assert result.stderr.startswith("extra-missing")
    assert "technofed[lab]" in result.stderr


@pytest.mark.parametrize("delay", ["exponential", "rayleigh", "lognormal"])
def test_a_network_is_a_table_and_graphml_with_the_same_edges(data: Path, delay: str) -> None:
    asked = ("network", "--data", str(data), "--delay", delay, "--replicates", "5")
    edges = told(run(*asked, "--json"))["edges"]
    assert edges
    assert all(0 <= edge["p_boot"] <= 1 and edge["p_value"] < 0.05 for edge in edges)
    tree = ElementTree.fromstring(run(*asked, "--format", "graphml").output)  # noqa: S314 (ours)
    drawn = tree.findall(".//{*}edge")
    assert [(e.get("source"), e.get("target")) for e in drawn] == [
        (edge["origin_node"], edge["destination_node"]) for edge in edges
    ]
    assert f"{len(edges)} edge" in run(*asked).output


def test_data_without_any_order_has_no_network(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("state,policy,year\nOhio,x,1990\nIowa,x,1990\n", encoding="utf-8")
    for command in ("network", "backtest"):
        result = run(command, "--data", str(path))
        assert result.exit_code == 2, command
        assert result.stderr.startswith("question-unclear")


def test_a_forecast_from_a_day_in_the_past_knows_nothing_of_what_came_after(
    data: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("state,policy,year\nOhio,mine,2001\n", encoding="utf-8")
    cut = tmp_path / "policies.csv"
    rows = data.read_text(encoding="utf-8").splitlines()
    known = [row for row in rows if not row[-4:].isdigit() or int(row[-4:]) < 2003]
    cut.write_text("\n".join(known) + "\n", encoding="utf-8")
    about = data.with_name("policies_metadata.csv").read_text(encoding="utf-8").splitlines()
    ended = ["policy,source,observed_until,description,majortopic"]
    for row in about[1:]:
        policy, source, *_, description, topic = row.split(",")
        ended.append(f"{policy},{source},2002,{description},{topic}")
    cut.with_name("policies_metadata.csv").write_text("\n".join(ended) + "\n", encoding="utf-8")
    asked = ("--policy", str(mine), "--as-of", "2003-03-01", "--json")
    whole = told(run("forecast", "--data", str(data), *asked))
    without = told(run("forecast", "--data", str(cut), *asked))
    assert whole["places"] == without["places"]


def test_a_forecast_before_anything_spread_is_refused(data: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("state,policy,year\nOhio,mine,1950\n", encoding="utf-8")
    result = run("forecast", "--policy", str(mine), "--data", str(data), "--as-of", "1955-01-01")
    assert result.exit_code == 2
    assert result.stderr.startswith("question-unclear")


def test_what_is_supposed_happens_then_and_moves_the_neighbours_later(data: Path) -> None:
    plain = told(forecast(data, MINE, "--horizon", "48", "--json"))
    supposed = told(
        forecast(data, MINE, "--horizon", "48", "--what-if", "CA adopts 2019-01", "--json")
    )
    before, after = (
        {place["place"]: place["probability_by_month"] for place in each["places"]}
        for each in (plain, supposed)
    )
    assert after["US-CA"] == [0.0] * 6 + [1.0] * 42
    near = ("US-NV", "US-OR", "US-AZ")
    assert sum(after[each][-1] for each in near) > sum(before[each][-1] for each in near)
    assert all(after[each][5] == before[each][5] for each in near)
    assert "supposing that CA adopts 2019-01" in " ".join(supposed["card"]["warnings"])
