"""Every mechanism of the article, asked from the command line and from Python."""

import inspect
import json

import pytest
from click.testing import CliRunner

import technofed_laws
from technofed import api
from technofed.api import mechanisms
from technofed.faces._render.answers import question
from technofed.faces.cli.main import main

EVERY = api.list_mechanisms()
DAYS = ["--as-of", "2026-11-22", "--known", "2026-11-22"]
WANTED = {
    *(f"us-m{n}" for n in ("01", "02", "03", "13", "24", "26", "27", "39", "41")),
    *(
        f"cn-m{n}"
        for n in (
            "01", "02", "03", "04", "05", "09", "12", "15", "16", "17", "18", "19", "26", "30",
            "32", "33", "34",
        )
    ),
}  # fmt: skip


def test_every_mechanism_of_the_atlas_is_there() -> None:
    assert {id_ for each in EVERY.values() for id_ in each.ids} >= WANTED


def test_every_mechanism_is_a_named_function_of_the_api() -> None:
    named = {getattr(mechanisms, name) for name in mechanisms.__all__}
    assert named == {each.ask for each in EVERY.values()}
    for function in named:
        assert inspect.getdoc(function), function.__name__


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The shipped laws as a store, since a store is opened much faster than a folder."""
    path = api.build_store(technofed_laws.path(), tmp_path_factory.mktemp("store") / "laws.sqlite")
    return ["--laws", str(path)]


@pytest.mark.parametrize("name", EVERY)
def test_the_example_of_each_mechanism_answers(name: str, laws: list[str]) -> None:
    pairs = [f"{key}={value}" for key, value in EVERY[name].example.items()]
    text = CliRunner().invoke(main, ["article", name, *pairs, *DAYS, *laws])
    assert text.exit_code == 0, text.stderr
    assert "data vintage" in text.stderr
    assert "pins:" in text.stdout
    answer = CliRunner().invoke(main, ["article", name, *pairs, *DAYS, *laws, "--json"])
    found = json.loads(answer.stdout)
    assert found["because"] or found.get("undetermined")
    assert found["vintage"]


def test_without_a_name_they_are_listed_with_commands_to_paste() -> None:
    listed = CliRunner().invoke(main, ["article"]).stdout
    for each in EVERY.values():
        assert question(each) in listed
    assert "'entry=export controls'" in listed, "what has spaces is quoted"
    rows = json.loads(CliRunner().invoke(main, ["article", "--json"]).stdout)
    assert len(rows) == len(EVERY)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["cn-phase"], "Field required"),
        (["cn-phase", "year=soon"], "valid integer"),
        (["tactics", "means=exit_threats"], "exit_threat"),
        (["life", "instrument=us/nothing"], "unknown-id"),
        (["influence", "issue=weather"], "question-unclear"),
    ],
)
def test_a_wrong_input_says_what_would_be_right(
    arguments: list[str], words: str, laws: list[str]
) -> None:
    result = CliRunner().invoke(main, ["article", *arguments, *laws])
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_mechanism_knows_only_what_was_known(laws: list[str]) -> None:
    """Before Workday's model bill was known to be copied, the bills look traditional."""

    def asked(day: str) -> str:
        days = ["--as-of", day, "--known", day]
        ask = ["article", "powers", "records=us-il/workday-text-bill", "--json", *days, *laws]
        found: str = json.loads(CliRunner().invoke(main, ask).stdout)["classification"]
        return found

    assert asked("2026-11-22") == "techno"
    assert asked("2023-01-01") == "traditional"
