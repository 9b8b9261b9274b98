"""The commands, as a person would use them."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from technofed.faces.cli.main import main
from tests.conftest import EXEMPLA

UNDERTAKING = str(EXEMPLA / "undertaking.yaml")
DAY = ["--as-of", "2031-08-01", "--known", "2031-08-01"]
LAWS = ["--laws", str(EXEMPLA)]


def run(*arguments: str, typed: str | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments), input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_brief_says_who_what_when_and_why() -> None:
    said = run("brief", UNDERTAKING, *DAY, *LAWS).output
    for words in (
        "GOVERNANCE BRIEF: A kiosk",
        "Rules applied to 2031-08-01, as known on 2031-08-01",
        "1. WHO GOVERNS",
        "2. WHAT BINDS NOW",
        "2031-09-01  Fair Hiring Act: is stayed",
        "2032-06-01  Fair Hiring Act: the Attorney General's rules are due",
        "How many people does it employ? Now 48; answered “at least 50” it",
        "turns on: When was it sold?",
        "shortest yes: on or after 2031-05-05 and before 2041-05-05",
        'Is a kiosk a "system"?',
        "⚠ verify: paragraph (c) was not read",
        "Not legal advice.",
    ):
        assert words in said, words


def test_the_perhaps_place_is_kept_apart() -> None:
    found = json.loads(run("brief", UNDERTAKING, *DAY, *LAWS, "--json").output)["findings"]
    matters = {m for f in found for m in f["matters"]}
    assert "hiring/kiosk/XA-1/deployer:shop" in matters
    notice = [f for f in found if f["provision"] == "7-3"]
    assert all("XA-2" not in m for f in notice for m in f["matters"])


def test_json_has_the_published_shape() -> None:
    brief = json.loads(run("brief", UNDERTAKING, *DAY, *LAWS, "--format", "json").output)
    assert list(brief) == [
        "undertaking", "as_of", "known", "versions", "balance",
        "findings", "questions", "calendar", "sources",
    ]  # fmt: skip
    needed = {
        "instrument", "provision", "pinpoint", "jurisdiction", "level", "dimension", "status", "matters",
        "because", "essential_facts", "shortest_yes", "shortest_no", "duties", "confidence",
    }  # fmt: skip
    assert all(needed <= set(finding) for finding in brief["findings"])


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_every_format_is_written_whole(tmp_path: Path, form: str) -> None:
    out = tmp_path / "brief"
    result = run("brief", UNDERTAKING, *DAY, *LAWS, "--format", form, "-o", str(out))
    assert result.exit_code == 0
    assert str(out) in result.stderr
    assert out.read_text(encoding="utf-8").endswith("\n")
    assert [file.name for file in tmp_path.iterdir()] == ["brief"]


def test_before_anything_was_known_nothing_is_found() -> None:
    brief = run(
        "brief", UNDERTAKING, "--as-of", "2031-08-01", "--known", "2029-01-01", *LAWS, "--json"
    )
    assert json.loads(brief.output)["findings"] == []


def test_the_day_of_knowledge_changes_the_answer() -> None:
    days = ["--as-of", "2031-09-15"]
    before = run("brief", UNDERTAKING, *days, "--known", "2031-05-01", *LAWS, "--json").output
    after = run("brief", UNDERTAKING, *days, "--known", "2031-06-01", *LAWS, "--json").output
    reasons = [{f["reason"] for f in json.loads(text)["findings"]} for text in (before, after)]
    assert "stayed" not in reasons[0]
    assert "stayed" in reasons[1]


def test_ask_asks_the_question_that_settles_most_and_writes_the_answers(tmp_path: Path) -> None:
    out = tmp_path / "done.yaml"
    typed = "why\nnose\nface, voice\n2031-06-01\n\n"
    result = run("ask", UNDERTAKING, *DAY, *LAWS, "-o", str(out), typed=typed)
    assert result.exit_code == 0, result.output
    assert "It bears on" in result.output
    assert "That is no answer" in result.output
    again = run("ask", str(out), *DAY, *LAWS, "--json")
    asked = {question["fact"] for question in json.loads(again.output)}
    first = json.loads(run("ask", UNDERTAKING, *DAY, *LAWS, "--json").output)
    assert asked < {question["fact"] for question in first}


def test_ask_takes_dont_know_and_does_not_ask_again(tmp_path: Path) -> None:
    out = tmp_path / "done.yaml"
    run("ask", UNDERTAKING, *DAY, *LAWS, "-o", str(out), "--most", "1", typed="don't know\n")
    text = out.read_text(encoding="utf-8")
    assert ": unknown" in text
    brief = json.loads(run("brief", str(out), *DAY, *LAWS, "--json").output)
    assert any(question["declined"] for question in brief["questions"])


def test_ask_without_answers_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "done.yaml"
    result = run("ask", UNDERTAKING, *DAY, *LAWS, "-o", str(out), typed="stop\n")
    assert "nothing is written" in result.output
    assert not out.exists()


def test_laws_list_show_sheet_check(tmp_path: Path) -> None:
    assert "xa-1/fair-hiring" in run("laws", "list", *LAWS, *DAY).stdout
    central = run("laws", "list", *LAWS, *DAY, "--level", "central").stdout
    assert central.startswith("xa/award-guard")
    every = json.loads(run("laws", "list", *LAWS, *DAY, "--json").stdout)["instruments"]
    coded = run("laws", "list", *LAWS, *DAY, "--json", "--coded").stdout
    assert len(every) == 4
    assert len(json.loads(coded)["instruments"]) == 2
    assert (
        "it is no small employer [§ 7-1(3)]"
        in run("laws", "show", "xa-1/fair-hiring", *LAWS).output
    )
    shown = json.loads(run("laws", "show", "xa-1/fair-hiring", *LAWS, "--json").output)
    assert len(shown["reviews"]["7-2"]["digest"]) == 64
    page = tmp_path / "sheet.html"
    assert run("laws", "sheet", "xa-1/fair-hiring", *LAWS, "-o", str(page)).exit_code == 0
    assert "Signed ____" in page.read_text(encoding="utf-8")
    checked = json.loads(run("laws", "check", str(EXEMPLA), "--mutate", "all", "--json").output)
    assert [row["score"] for row in checked] == [1.0, 1.0]


def test_a_check_that_finds_something_exits_with_1(tmp_path: Path) -> None:
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    path = laws / "records/xa-1/fair-hiring/cases.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("expect: {status: exempt", "expect: {status: applies", 1), encoding="utf-8"
    )
    result = run("laws", "check", str(laws))
    assert result.exit_code == 1
    assert "case “licensed”" in result.output


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            "{provision: 7-9, digest: x, by: y, role: lawyer, day: 2031-09-01, outcome: confirmed}",
            "no provision is called 7-9",
        ),
        (
            "{provision: 7-2, digest: x, by: y, role: reader, day: 2031-09-01, outcome: confirmed}",
            "“reader” is not one of",
        ),
    ],
)
def test_a_review_that_is_wrong_is_found(tmp_path: Path, entry: str, words: str) -> None:
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    path = laws / "records/xa-1/fair-hiring/reviews.yaml"
    path.write_text(f"reviews:\n  - {entry}\n", encoding="utf-8")
    result = run("laws", "check", str(laws))
    assert result.exit_code == 1
    assert words in result.output


def test_seen_from_an_earlier_day_nothing_later_shows() -> None:
    said = run("brief", UNDERTAKING, "--as-of", "2031-08-01", "--known", "2031-05-01", *LAWS).output
    assert "Seen from an earlier day" in said
    assert "is stayed" not in said
    assert "rules are due" not in said
    later = run("brief", UNDERTAKING, *DAY, *LAWS).output
    assert "Seen from an earlier day" not in later
    assert "rules are due" in later


def test_an_id_may_name_a_provision_too() -> None:
    assert "Fair Hiring" in run("laws", "show", "xa-1/fair-hiring#7-2", *LAWS).output


def test_a_case_that_is_dropped_lets_a_slip_through(tmp_path: Path) -> None:
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    path = laws / "records/xa-1/fair-hiring/cases.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "forty-nine" not in line and "the day before, " not in line]
    path.write_text(
        "".join(line for line in kept if "fifty is enough" not in line), encoding="utf-8"
    )
    result = run("laws", "check", str(laws), "--mutate", "xa-1/fair-hiring")
    assert result.exit_code == 1
    assert "unnoticed: parameter small" in result.output


@pytest.mark.parametrize("id_", ["xa-1/fair-hirin", "nothing"])
def test_an_id_nobody_has(id_: str) -> None:
    result = run("laws", "show", id_, *LAWS)
    assert result.exit_code == 2
    assert "unknown-id: " in result.stderr


def test_doctor_finds_the_laws() -> None:
    result = run("doctor", *LAWS)
    assert result.exit_code == 0
    assert "laws: own folder exempla: 4 instruments, 3 provisions" in result.output
    assert all(row["good"] for row in json.loads(run("doctor", *LAWS, "--json").output))


def test_doctor_says_what_is_wrong(tmp_path: Path) -> None:
    result = run("doctor", "--laws", str(tmp_path))
    assert result.exit_code == 1
    assert "BAD  laws" in result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_TECHNOFED_COMPLETE" in run("completion", shell).output


@pytest.mark.parametrize(
    "command", [[], ["brief"], ["ask"], ["laws"], ["laws", "check"], ["doctor"]]
)
def test_help_has_examples_or_commands(command: list[str]) -> None:
    assert run(*command, "--help").exit_code == 0
