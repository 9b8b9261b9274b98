"""A brief says a thing once, in full, and points back to it afterwards."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from technofed import api
from technofed._base.dates import parse_day
from technofed.atlas.laws import Laws
from technofed.faces._render import brief as templates
from technofed.faces._render import words
from technofed.faces._render.brief import Format, render
from technofed.faces._render.days import Row
from technofed.faces._render.laws import sheet_text
from technofed.faces._render.outline import outline
from technofed.faces._render.register import Entry, Register
from technofed.law.brief import Brief, CalendarEntry, Finding
from technofed.law.cases import Status
from tests.conftest import ROOT
from tests.faces.two_roles import BEARERS, DEAD_BILL, FACTS, KIOSK_CODE, UNDERTAKING, brief_of

WRITTEN: tuple[Format, ...] = ("text", "md", "html")
DAY = parse_day("2026-11-22")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_of(tmp_path_factory.mktemp("kiosk"))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: str(path.stem))
def example(request: pytest.FixtureRequest, laws: Laws) -> Brief:
    return api.brief(api.load_undertaking(request.param, laws), laws, api.Days(DAY, DAY))


def under(page: str, bearer: str) -> str:
    """What stands under a bearer, up to the next heading."""
    after = page.split(f"{bearer}\n", 1)[1]
    return re.split(r"\n\n", after.lstrip("\n"), maxsplit=1)[0]


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize(
    "said",
    [
        "Each kiosk bears a label.",
        "Each kiosk stands in the register.",
        "300 a day",
        "the size of the label was not read",
        "the day is from memory",
        "put the label on",
        "enter the kiosk",
    ],
)
def test_a_provision_is_told_once(brief: Brief, form: Format, said: str) -> None:
    assert render(brief, form).count(said) == 1


@pytest.mark.parametrize("bearer", BEARERS)
def test_each_bearer_sees_everything_that_binds_it(brief: Brief, bearer: str) -> None:
    mine = under(render(brief, "text"), bearer)
    assert "Kiosk Code, § 9-1 (local, XA-1): Labels" in mine
    assert "Kiosk Code, § 9-2 (local, XA-1): Register" in mine
    assert mine.count("    hiring (kiosk): XA-1\n") == 2


def test_the_same_role_is_led_to_the_place_above(brief: Brief) -> None:
    mine = under(render(brief, "text"), "Mall, as deployer")
    assert mine.count("    as above, under Shop, as deployer") == 2
    assert "→" not in mine


def test_another_role_sees_its_own_duties_and_no_others(brief: Brief) -> None:
    mine = under(render(brief, "text"), "Maker, as developer")
    assert "→ developer: supply the label [§ 9-1(b)]\n    for the rest as above, under Shop" in mine
    assert mine.count("→") == 1
    assert mine.count("    as above, under Shop, as deployer") == 1


def test_markdown_names_the_place_too(brief: Brief) -> None:
    mine = render(brief, "md").split("### Maker, as developer\n")[1].split("\n## ")[0].rstrip()
    assert "\n  - for the rest as above, under Shop, as deployer\n" in mine
    assert mine.endswith("\n  - as above, under Shop, as deployer")


def test_html_leads_to_the_place(brief: Brief) -> None:
    page = render(brief, "html")
    assert '<a href="#xa-1:kiosk-code:1">Shop, as deployer</a>' in page
    assert '<article class="finding" id="xa-1:kiosk-code:1">' in page


def test_a_mark_of_the_instrument_is_said_once_and_pointed_to(brief: Brief) -> None:
    page = render(brief, "text")
    assert "    ⚠ verify: the size of the label" in page
    assert "⚠ to be verified: see above, § 9-1" in page
    link = '<a href="#xa-1:kiosk-code:1">§ 9-1</a>'
    assert f"<strong>To be verified:</strong> see above, {link}" in render(brief, "html")


def test_two_provisions_with_one_pinpoint_are_told_apart_by_title(tmp_path: Path) -> None:
    code = KIOSK_CODE.replace('pinpoint: "§ 9-2"', 'pinpoint: "§ 9-1"')
    assert "see above, “Labels”" in render(brief_of(tmp_path, code=code), "text")


def test_json_keeps_everything(brief: Brief) -> None:
    found = json.loads(render(brief, "json"))["findings"]
    marked = [f for f in found if "enacted 2031-01-01: the day is from memory" in f["verify"]]
    assert {f["provision"] for f in marked} == {"1", "2"}
    assert all(len(f["matters"]) == 3 for f in marked)


def test_every_link_in_a_page_leads_to_one_place(example: Brief) -> None:
    page = render(example, "html")
    places = Counter(re.findall(r'\bid="([^"]*)"', page))
    assert {name for name, count in places.items() if count > 1} == set()
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(places)


def letters(text: str) -> str:
    """The letters and digits of a text, however it is broken into lines and escaped."""
    return "".join(re.split(r"[\W_]+", text.replace("&#39;", "'").replace("&#34;", '"')))


@pytest.mark.parametrize("form", WRITTEN)
def test_no_mark_is_lost_and_none_is_said_twice(example: Brief, form: Format) -> None:
    page = letters(render(example, form))
    sections = outline(example)
    entries = [entry for bearer in sections.bearers for entry in bearer.entries]
    entries += sections.background + sections.possible
    entries += [told.entry for told in sections.coming + sections.expected]
    marks = {(e.finding.instrument, mark) for e in entries for mark in e.finding.verify}
    days = {(c.instrument, c.verify) for c in example.calendar if c.verify}
    for instrument, mark in marks:
        bare = re.sub(r"^[a-z_]+ \d{4}-\d\d-\d\d: ", "", mark)
        as_said = letters(bare if (instrument, bare) in days else mark)
        others = sum(as_said in letters(other) for _, other in marks | days)
        assert 1 <= page.count(as_said) <= others, mark


def test_two_events_with_one_doubt_keep_each_its_mark(tmp_path: Path) -> None:
    more = "verify: the day is from memory, sets: {in_force_from: 2031-02-01}}"
    amended = "  - {known: 2031-05-01, event: amended, by: HB 10, verify: the day is from memory}"
    page = render(brief_of(tmp_path, code=KIOSK_CODE.replace(more, f"{more}\n{amended}")), "text")
    assert page.count("⚠ verify: enacted 2031-01-01: the day is from memory") == 1
    assert page.count("⚠ verify: amended 2031-05-01: the day is from memory") == 1


def test_a_day_to_watch_does_not_repeat_what_was_said(brief: Brief) -> None:
    law = next(f for f in brief.findings if f.provision == "1" and "kiosk-code" in f.instrument)
    printed = Register(brief)
    day = CalendarEntry(
        day=DAY,
        what="ends",
        instrument=law.instrument,
        provisions=(),
        kind="ends",
        verify="the day is from memory",
    )
    row = Row(DAY, "ends", (), (day,))
    first, second = printed.enter_day(row), printed.enter_day(row)
    assert (first.marks, first.marked) == (("the day is from memory",), ())
    assert second.marks == ()
    assert [(place.name, place.anchor) for place in second.marked] == [("2026-11-22", first.anchor)]
    entry = printed.enter(law, "3. What comes next")
    assert entry.marks == ("the size of the label was not read",)
    assert [place.name for place in entry.marked] == ["2026-11-22"]
    assert words.cautions(entry) == "to be verified: see also above, 2026-11-22"


def label_law(brief: Brief) -> Finding:
    return next(f for f in brief.findings if f.title == "Labels")


def again(brief: Brief, role: str = "deployer", **other: object) -> Entry:
    """What is printed where the law comes up again, with something else about it."""
    printed = Register(brief)
    printed.enter(label_law(brief), "Shop, as deployer", "deployer")
    return printed.enter(label_law(brief).model_copy(update=other), "Mall", role)


def test_what_differs_from_the_place_above_is_said(brief: Brief) -> None:
    assert again(brief).alike
    other = again(brief, status=Status.APPLIES_UNLESS)
    assert not other.alike
    assert words.above(other) == "applies unless exempt; for the rest as above, under"


def test_duties_with_another_day_are_all_printed(brief: Brief) -> None:
    moved = tuple(duty.model_copy(update={"day": DAY}) for duty in label_law(brief).duties)
    assert again(brief, duties=moved).duties == moved
    assert again(brief).duties == ()


def test_the_owner_of_the_data_is_not_the_owner(brief: Brief) -> None:
    first, second = label_law(brief).duties
    duties = (first, second.model_copy(update={"who": "deployer of the data"}))
    printed = Register(brief)
    law = label_law(brief).model_copy(update={"duties": duties})
    printed.enter(law, "Shop, as deployer", "deployer")
    assert printed.enter(law, "Maker, as developer", "developer").duties == duties[1:]


def test_a_party_in_two_roles_of_like_name_keeps_them_apart(brief: Brief) -> None:
    matters = ("lot/exporter:maker", "lot/reexporter:maker")
    law = label_law(brief).model_copy(update={"matters": matters})
    told = brief.undertaking.model_copy(update={"matters": matters})
    sections = outline(brief.model_copy(update={"undertaking": told, "findings": (law,)}))
    assert [bearer.entries[0].finding.matters for bearer in sections.bearers] == [
        ("lot/exporter:maker",),
        ("lot/reexporter:maker",),
    ]


@pytest.mark.parametrize("name", ["brief.txt.j2", "brief.md.j2", "brief.html.j2", "sheet.txt.j2", "sheet.html.j2"])  # fmt: skip
def test_one_function_says_what_follows_from_a_breach(name: str) -> None:
    environment = templates.environment()
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, name)
    assert "words.consequences(d)" in source
    assert not re.search(r"enforcer|private_action|d\.penalty", source)


def test_a_brief_and_a_sheet_say_the_same_of_a_breach(laws: Laws) -> None:
    path = ROOT / "examples/hiring.yaml"
    brief = api.brief(api.load_undertaking(path, laws), laws, api.Days(DAY, DAY))
    duty = next(d for f in brief.findings for d in f.duties if f.status == "applies" and d.note)
    instrument = duty.id.split("#")[0]
    said = words.consequences(duty)
    assert said.endswith(str(duty.note))
    assert said in " ".join(sheet_text(api.sheet(laws, instrument)).split())
    assert said in " ".join(render(brief, "text").split())
    assert said in render(brief, "md").replace("\\", "")


@pytest.mark.parametrize("form", WRITTEN)
def test_a_near_miss_of_two_roles_is_listed_once_and_names_both(
    tmp_path: Path, form: Format
) -> None:
    text = UNDERTAKING.replace("employees: 48", "employees: 30")
    page = " ".join(render(brief_of(tmp_path, text), form, FACTS).split())
    said = "§ 7-2: How many people does it employ? Now 30; answered “at least 50” it applies unless"
    assert f"{said} exempt (Shop and Mall as deployer)" in page
    assert page.count(said) == 1


@pytest.mark.parametrize("form", WRITTEN)
def test_a_near_miss_by_two_facts_is_listed_once(brief: Brief, form: Format) -> None:
    page = " ".join(render(brief, form, FACTS).split())
    asked = "How many people does it employ? Now"
    assert page.count(f"Fair Hiring Act, § 7-2: {asked}") == 1
    assert "it applies unless exempt (Shop as deployer)" in page
    assert (
        f"or {asked} 30; answered “at least 50” it applies unless exempt (Mall as deployer" in page
    )


@pytest.mark.parametrize("form", WRITTEN)
def test_two_verdicts_on_one_answer_are_told_by_role(brief: Brief, form: Format) -> None:
    law = next(f for f in brief.findings if f.near_misses)
    near = law.near_misses[0]
    other = {"matters": ("hiring/kiosk/XA-1/developer:maker",), "status": Status.MAY_APPLY}
    both = law.model_copy(update={"near_misses": (near, near.model_copy(update=other))})
    page = " ".join(render(brief.model_copy(update={"findings": (both,)}), form).split())
    assert "it applies unless exempt (Shop as deployer), may apply (Maker as developer)" in page


@pytest.mark.parametrize("form", WRITTEN)
def test_dead_law_that_two_would_have_met_is_listed_once_and_names_both(
    tmp_path: Path, form: Format
) -> None:
    text = UNDERTAKING.replace(", employees: 30", "")
    brief = brief_of(tmp_path, text)
    assert sum(f.title == "No kiosks in large shops" for f in brief.findings) == 2
    page = render(brief, form)
    assert page.count("No kiosks in large shops") == 1
    assert "(for Shop and Mall as deployer)" in " ".join(page.split())


@pytest.mark.parametrize("form", WRITTEN)
def test_an_exemption_says_whom_it_frees(tmp_path: Path, form: Format) -> None:
    text = UNDERTAKING.replace("employees: 48", "employees: 60, licensed: yes")
    page = " ".join(render(brief_of(tmp_path, text), form).split())
    section = page.split("6. ", 1)[1].split("7. ", 1)[0]
    assert "(Shop as deployer)" in section
    assert "a licence of the centre covers it" in section


def test_the_invented_records_are_as_told() -> None:
    assert KIOSK_CODE.count("verify:") == 2
    assert "vetoed" in DEAD_BILL
