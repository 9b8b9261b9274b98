"""What counsel who read a brief asked for: each thing once, by its name, the urgent first."""

import re
from pathlib import Path

import pytest

from technofed import api
from technofed._base.dates import parse_day
from technofed.atlas.laws import Laws
from technofed.faces._render.brief import Format, render
from technofed.faces._render.days import next_day, rows
from technofed.faces._render.outline import outline
from technofed.law.brief import Brief
from tests.conftest import ROOT
from tests.faces.two_roles import (
    CUSTOM,
    FACTS,
    KIOSK_CODE,
    NEW_CODE,
    UNDERTAKING,
    brief_of,
)

WRITTEN: tuple[Format, ...] = ("text", "md", "html")
WIDTH = 100
DAY = parse_day("2026-11-22")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

ENDS = KIOSK_CODE.replace("provisions:", "  - {known: 2031-06-01, event: repealed, by: HB 20, source: act, sets: {in_force_to: 2032-01-01}}\nprovisions:")  # fmt: skip
CLOCK = ENDS.replace('do: enter the kiosk, cite: "§ 9-2"', 'do: enter the kiosk, cite: "§ 9-2", when: {within: P30D, anchor: after it opens}')  # fmt: skip
LICENSED = UNDERTAKING.replace("employees: 48", "employees: 48, licensed: yes")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """Two shops, one of them licensed; an old code that ends, a new one, and a custom."""
    return brief_of(tmp_path_factory.mktemp("kiosk"), LICENSED, CLOCK, NEW_CODE, CUSTOM)


def section(brief: Brief, form: Format, number: int) -> str:
    """A section of a brief as one line of text, without its markup."""
    page = re.sub(r"<style>.*?</style>", "", render(brief, form, FACTS), flags=re.DOTALL)
    page = page.split("WHO GOVERNS" if form == "text" else "1. Who governs", 1)[1]
    after = re.split(rf"(?:^|[>\s]){number}\. (?=[A-Z])", page, maxsplit=1)[1]
    mine = re.split(rf"[>\s]{number + 1}\. (?=[A-Z])", after, maxsplit=1)[0]
    plain = re.sub(r"<[^>]*>|\\|\*", "", mine.replace("<cite>", "[").replace("</cite>", "]"))
    return " ".join(plain.split())


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize(
    "said",
    [
        "A kiosk is announced before people meet it.",
        "deployer: tell the Inspector — by 2032-06-01 [",
        "§ 10-1(a)",
        "would then be: exempt",
        "would then be: applies unless exempt",
    ],
)
def test_coming_law_says_once_what_it_asks_and_by_when(
    brief: Brief, form: Format, said: str
) -> None:
    assert section(brief, form, 3).count(said) == 1


@pytest.mark.parametrize("form", WRITTEN)
def test_coming_law_has_one_entry_a_provision(brief: Brief, form: Format) -> None:
    assert sum(f.title == "Announcement" and bool(f.reason) for f in brief.findings) > 1
    told = re.sub(r"\(local, XA-1\)", "", section(brief, form, 3))
    assert len(re.findall(r"§ 10-1 ?: Announcement", told)) == 1


@pytest.mark.parametrize("form", WRITTEN)
def test_what_ends_and_what_takes_effect_is_one_row(brief: Brief, form: Format) -> None:
    told = section(brief, form, 3)
    assert sum(row.day == parse_day("2032-01-01") for row in rows(brief)) == 1
    assert "Kiosk Code ends and New Kiosk Code takes effect the same day" in told


def test_one_law_has_one_row_a_day(brief: Brief) -> None:
    told = rows(brief)
    assert len({(row.day, row.entries[0].instrument) for row in told}) == len(told)
    assert {entry.what for row in told for entry in row.entries} == {
        entry.what for entry in brief.calendar
    }


def test_a_day_to_watch_does_not_repeat_that_law_takes_effect(brief: Brief) -> None:
    row = next(row for row in rows(brief) if row.day == parse_day("2032-01-01"))
    assert row.more == ("stickers are handed out",)
    assert "the code takes effect" in " ".join(entry.what for entry in row.entries)


@pytest.mark.parametrize("form", WRITTEN)
def test_one_duty_of_two_provisions_is_told_once(brief: Brief, form: Format) -> None:
    told = section(brief, form, 3)
    assert "New Kiosk Code, § 10-1 (deployer) and § 10-2 (developer): must tell the" in told


@pytest.mark.parametrize("form", WRITTEN)
def test_only_sources_of_what_is_printed_are_listed(brief: Brief, form: Format) -> None:
    told = section(brief, form, 8)
    assert "Read in secondary sources on 2031-07-01 unless marked." in told
    assert told.count("New Kiosk Code") == 1
    assert "A note that nothing cites" not in told
    assert "1 more source of law that is not printed above: see --json." in told
    assert "xa-1/" not in told
    assert re.search(r"HB 20\..{0,30} \[official text read\]", told)


@pytest.mark.parametrize("form", WRITTEN)
def test_the_usual_standing_is_said_once_and_exceptions_are_marked(
    brief: Brief, form: Format
) -> None:
    for number in (2, 3):
        told = section(brief, form, number)
        assert told.count("read in secondary sources") == 1
    assert "official text read" in section(brief, form, 2)
    assert "not verified" in section(brief, form, 3)


def test_no_line_of_text_is_longer_than_the_width(tmp_path: Path) -> None:
    long = "Labels on every side of a kiosk that people of the First State may meet " * 2
    code = CLOCK.replace("title: Labels", f"title: {long}")
    page = render(brief_of(tmp_path, LICENSED, code, NEW_CODE, CUSTOM), "text", FACTS)
    assert max(map(len, page.splitlines())) <= WIDTH


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.stem))
def test_only_words_that_cannot_be_broken_pass_the_width(laws: Laws, path: Path) -> None:
    brief = api.brief(api.load_undertaking(path, laws), laws, api.Days(DAY, DAY))
    page = render(brief, "text", laws.vocabulary)
    assert [one for one in page.splitlines() if len(one) > WIDTH and " " in one.strip()] == []


@pytest.mark.parametrize("form", WRITTEN)
def test_parties_and_facts_go_by_their_names(brief: Brief, form: Format) -> None:
    page = render(brief, form, FACTS)
    assert "Shop as deployer" in section(brief, form, 3)
    assert "How many people does it employ?" in section(brief, form, 5)
    assert not re.search(r"deployer:? shop|employees is|law_kiosk", page)


@pytest.mark.parametrize("form", WRITTEN)
def test_a_question_of_law_is_not_put_to_the_client(brief: Brief, form: Format) -> None:
    told = section(brief, form, 4).replace("&#34;", '"').replace("Turns on", "turns on")
    assert re.search(r'[Oo]pen question of law \(section 7\): Is a kiosk a "system"\?', told)
    assert "turns on" not in told
    assert "hortest yes" not in told
    assert "Is a kiosk a" in section(brief, form, 7)


def test_names_of_facts_in_the_prose_of_records_are_questions(brief: Brief) -> None:
    asked = brief.questions[-1].model_copy(update={"taken_as": "no: see law_kiosk"})
    told = render(brief.model_copy(update={"questions": (asked,)}), "text", FACTS)
    assert "no: see “Is a kiosk a" in " ".join(told.split())


def test_the_next_day_is_one_on_which_the_law_changes(brief: Brief) -> None:
    early = brief.calendar[0].model_copy(
        update={"day": parse_day("2031-08-02"), "kind": "watch", "provisions": (), "what": "a talk"}
    )
    told = render(brief.model_copy(update={"calendar": (early, *brief.calendar)}), "text", FACTS)
    short = " ".join(told.split("In short: ")[1].split("1. WHO")[0].split())
    assert "Next day to watch: 2032-01-01 (Kiosk Code ends and New Kiosk Code takes" in short


def test_without_such_a_day_the_brief_says_so(brief: Brief) -> None:
    watch = brief.calendar[0].model_copy(update={"kind": "watch", "provisions": ()})
    bare = brief.model_copy(update={"calendar": (watch,)})
    assert next_day(bare) == []
    assert "No day is recorded on which a duty falls due" in " ".join(render(bare, "text").split())


def test_law_that_may_apply_does_not_set_the_next_day(brief: Brief) -> None:
    open_law = next(f for f in brief.findings if f.status == "may_apply")
    entry = brief.calendar[0].model_copy(
        update={
            "day": parse_day("2031-08-02"),
            "kind": "ends",
            "instrument": open_law.instrument,
            "provisions": (f"{open_law.instrument}#{open_law.provision}",),
        }
    )
    other = brief.model_copy(update={"calendar": (entry, *brief.calendar)})
    assert next_day(other) == next_day(brief)


def test_what_has_a_clock_comes_first_and_custom_last(brief: Brief) -> None:
    shop = next(b for b in outline(brief).bearers if (b.name, b.role) == ("Shop", "deployer"))
    assert [e.finding.title for e in shop.entries] == ["Register", "Labels", "Cleaning"]


def test_without_a_clock_the_centre_comes_before_the_states(tmp_path: Path) -> None:
    centre = CUSTOM.replace("level: market", "level: central").replace(", when: {every: P30D}", "")
    brief = brief_of(tmp_path, UNDERTAKING, KIOSK_CODE, centre)
    mixed = brief.model_copy(update={"findings": brief.findings[::-1]})
    bearers = {(each.name, each.role): each for each in outline(mixed).bearers}
    told = [entry.finding.title for entry in bearers["Shop", "deployer"].entries]
    assert told == ["Cleaning", "Register", "Labels"]


@pytest.mark.parametrize("form", WRITTEN)
def test_each_bearer_has_one_line_of_counts(brief: Brief, form: Format) -> None:
    told = section(brief, form, 2)
    custom = "1 of them market custom, after the law."
    assert told.count(f"3 provisions bind, 2 with a deadline or period; {custom}") == 2
    assert told.count(f"3 provisions bind, 1 with a deadline or period; {custom}") == 1
