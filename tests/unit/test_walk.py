"""Threads, lines of time, facets, the matrix and audits, on the invented federation."""

from datetime import date

import pytest

from technofed import api
from technofed._base.errors import QuestionUnclearError, UnknownIdError
from technofed.api import Days, Wanted
from technofed.law.atlas import Link, Statistic
from technofed.law.words import Dimension

DAYS = Days(date(2031, 8, 1), date(2031, 8, 1))


def test_an_alias_finds_its_record(small: api.Library) -> None:
    assert small.record("us/h7").id == "xa/hiring-bill"
    assert small.record("the Senate").id == "actor/xa/senate"


def test_an_unknown_id_gets_a_hint(small: api.Library) -> None:
    with pytest.raises(UnknownIdError, match="actor/xa/senate"):
        small.record("actor/xa/senat")


def test_a_web_reaches_both_ways_along_every_kind_of_thread(small: api.Library) -> None:
    web = small.web("xa/hiring-bill", 1, DAYS)
    said = {(t.source, t.predicate, t.target, t.inferred) for t in web.threads}
    assert said == {
        ("actor/xa/senate", "issued", "xa/hiring-bill", False),
        ("actor/market/kiosk-inc", "drafts", "xa/hiring-bill", False),
        ("xa-1/fair-hiring", "contrasts_with", "xa/hiring-bill", True),
        ("event/e1", "concerns", "xa/hiring-bill", False),
        ("event/e1", "concerns", "actor/market/kiosk-inc", False),
        ("point/q1", "concerns", "xa/hiring-bill", False),
    }
    assert web.distance["actor/xa/senate"] == 1


def test_depth_two_goes_one_step_further(small: api.Library) -> None:
    near = small.web("actor/xa/robot-office", 1, DAYS)
    far = small.web("actor/xa/robot-office", 2, DAYS)
    assert set(near.nodes) == {"actor/xa/robot-office", "actor/xa/senate"}
    assert far.distance["xa/hiring-bill"] == 2


def test_no_thread_shows_before_it_was_known(small: api.Library) -> None:
    early = Days(date(2031, 8, 1), date(2030, 3, 15))
    assert small.web("actor/market/kiosk-inc", 3, early).threads == []


def test_the_line_of_time_tells_each_thing_once(small: api.Library) -> None:
    told = [(str(each.when), each.record) for each in small.chronicle(DAYS)]
    assert told == [
        ("from the 2020s", "event/e2"),
        ("2030-01-01", "xa/award-guard"),
        ("2030-02-01", "actor/xa/robot-office"),
        ("2030-03", "event/e1"),  # tells the bill's introduction, too
        ("2030-09-29", "xa/hiring-bill"),
        ("2031-03-04", "xa-1/fair-hiring"),
        ("2031-06-01", "xa-1/fair-hiring"),
        ("2031-06", "actor/xa/robot-office"),
    ]


def test_the_line_of_time_can_be_cut(small: api.Library) -> None:
    only = small.chronicle(DAYS, Wanted("XA-1", None, date(2031, 1, 1), date(2031, 5, 1)))
    assert [each.record for each in only] == ["xa-1/fair-hiring"]
    assert small.chronicle(DAYS, Wanted("XB")) == []
    hardware = {each.record for each in small.chronicle(DAYS, Wanted(dimension=Dimension.HARDWARE))}
    assert "event/e1" not in hardware
    assert "event/e2" in hardware, "what crosses all dimensions is in each"


def test_what_was_not_known_is_not_told(small: api.Library) -> None:
    days = Days(date(2031, 8, 1), date(2030, 9, 28))
    assert "vetoed" not in " ".join(each.what for each in small.chronicle(days))


def test_counts_by_anything_by_anything(small: api.Library) -> None:
    table = small.stats("type", "jurisdiction", DAYS)
    assert table["actor"] == {"XA": 2, "XA-1": 1}
    by_level = small.stats("level", "stage", DAYS, {"type": ["instrument"]})
    assert by_level["market"] == {"vetoed": 1}
    assert by_level["central"]["vetoed"] == 1
    with pytest.raises(QuestionUnclearError, match="level"):
        small.stats("levle", "stage", DAYS)


def test_the_matrix_keeps_the_figure_and_says_where_the_body_disagrees(small: api.Library) -> None:
    found = small.matrix(None, DAYS)
    cells = {cell.area: cell for cell in found.cells if cell.holder != "unlisted"}
    anti = cells["anti-discrimination"]
    assert (anti.holder, anti.body) == ("federal", "Yet a state acts.")
    assert anti.instruments["local"] == ("xa-1/fair-hiring",)
    assert anti.gone == ("xa/hiring-bill",), "a vetoed bill is not alive"
    assert found.other_rows["building-blocks"]["hardware"] == ("boxes", "screens")
    elsewhere = small.matrix("XB", DAYS)
    assert all(cell.count == 0 for cell in elsewhere.cells)


def test_the_audit_tells_what_backs_each_field(small: api.Library) -> None:
    found = {each.record: each for each in small.audit(date(2031, 8, 11)).records}
    bill = found["xa/hiring-bill"]
    backed = {(b.field, b.confidence, b.age) for b in bill.fields}
    assert ("status_verified", "primary", 10) in backed
    assert ("status_article", "article", 2134) in backed
    assert bill.unverified == pytest.approx(2 / 3, abs=1e-3)
    act = found["xa-1/fair-hiring"]
    assert any("paragraph (c) was not read" in mark for mark in act.open)


def test_a_number_is_kept_from_what_it_must_not_be_compared_with(small: api.Library) -> None:
    mine = small.record("statistic/s1")
    assert isinstance(mine, Statistic)
    assert mine.not_comparable_with == ("statistic/s2",)


def test_a_relation_is_titled_by_its_sentence(small: api.Library) -> None:
    link = small.record("relation/r1")
    assert isinstance(link, Link)
    assert small.title(link) == "Kiosk, Inc. drafts Robot Hiring Bill"
