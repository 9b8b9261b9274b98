"""Slips and odd wishes: each gets a clear answer, and nothing is lost by one."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import EXEMPLA
from tests.faces.test_atlas import DAY, LAWS, run


@pytest.mark.parametrize(
    ("option", "value"),
    [("--jurisdiction", "XC"), ("--kind", "bil"), ("--stage", "vetod"), ("--year", "1066")],
)
def test_a_value_nobody_has_is_no_empty_answer(option: str, value: str) -> None:
    result = run("records", option, value, *DAY, *LAWS)
    assert result.exit_code == 2
    assert f"no record has the {option.removeprefix('--')} {value}" in result.stderr


def test_build_refuses_to_replace_anything_but_a_store(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader", "utf-8")
    link = tmp_path / "link.sqlite"
    link.symlink_to(letter)
    for target in (letter, link):
        result = run("build", str(EXEMPLA), "-o", str(target))
        assert result.exit_code == 2
        assert "something else than a store" in result.stderr
    assert letter.read_text("utf-8") == "Dear reader"
    store = str(tmp_path / "a.sqlite")
    assert run("build", str(EXEMPLA), "-o", store).exit_code == 0
    assert run("build", str(EXEMPLA), "-o", store).exit_code == 0, "an older store is replaced"
    assert run("build", str(EXEMPLA), "-o", store, "--metadata", store).exit_code == 2


def test_what_would_never_be_read_is_a_fault(tmp_path: Path) -> None:
    mine = tmp_path / "laws"
    shutil.copytree(EXEMPLA, mine)
    (mine / "atlas/events").mkdir()
    result = run("stats", "--laws", str(mine))
    assert result.exit_code == 2
    assert "no kind of record is called events (did you mean event?)" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "--jurisdiction", "xa-1"], "did you mean XA-1?"),
        (["matrix", "--jurisdiction", "XQ"], "no record has the jurisdiction XQ"),
        (["timeline", "--from", "2031-01-02", "--to", "2031-01-01"], "after the last"),
        (["graph", "xa/hiring-bill", "--format", "dot", "--json"], "choose one"),
        (["timeline", "--format", "svg", "--json"], "choose one"),
        (["laws", "list", "--type", "actor"], "No such option"),
    ],
)
def test_slips_of_a_first_user(arguments: list[str], words: str) -> None:
    result = run(*arguments, *LAWS, *DAY)
    assert result.exit_code == 2
    assert words in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["search", "--", "-x"], 2, "question-unclear"),
        (["search", "a", "--laws", "nowhere"], 2, "file-unreadable"),
        (["show", "xa/nothing"], 2, "unknown-id"),
        (["graph", "xa/nothing"], 2, "unknown-id"),
        (["stats", "--by", "levle"], 2, "did you mean level?"),
        (["article", "tacticks"], 2, "question-unclear"),
        (["article", "tactics", "means"], 2, "write inputs as name=value"),
        (["article", "tactics", "meens=exit"], 2, "question-unclear"),
        (["timeline", "--format", "svg", "-o", "/nowhere/t.svg"], 2, "file-unwritable"),
        (["build", "-o", "/nowhere/x.sqlite"], 2, "file-unwritable"),
        (["build", "nowhere"], 2, "file-unreadable"),
    ],
)
def test_what_cannot_be_answered_says_why(arguments: list[str], code: int, words: str) -> None:
    laws = [] if arguments[0] == "build" or "--laws" in arguments else LAWS
    result = run(arguments[0], *laws, *arguments[1:])
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
