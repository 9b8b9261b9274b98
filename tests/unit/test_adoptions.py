"""Reading adoptions: what is right, what is mended and told, what is refused."""

from pathlib import Path

import pytest

from technofed._base.errors import AdoptionsError
from technofed.atlas.imports.adoptions import load_adoptions
from technofed.law.adoptions import AdoptionTable
from tests.diffusion import states

HEAD = "statenam,policy,adopt_year\n"
META = "policy,source,first_year,last_year,description,majortopic\n"


def read(folder: Path, rows: str, meta: str = "", *, last: int = 2026) -> AdoptionTable:
    (folder / "p.csv").write_text(rows, encoding="utf-8")
    if meta:
        (folder / "p_metadata.csv").write_text(META + meta, encoding="utf-8")
    return load_adoptions(folder / "p.csv", states(), last)


def test_a_place_may_be_named_coded_or_abbreviated_and_a_year_may_be_a_day(tmp_path: Path) -> None:
    table = read(tmp_path, "state,policy,date\nOhio,x,1990\nUS-TX,x,1991-05-02\nny,x,1992.0\n")
    assert [(each.place, each.year) for each in table.adoptions] == [
        ("US-OH", 1990),
        ("US-TX", 1991),
        ("US-NY", 1992),
    ]


def test_a_policy_is_observed_as_long_as_its_source(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        HEAD + "Ohio,x,1990\nIowa,y,2001\nUtah,z,1950\n",
        "x,A,1990,1990,,\ny,A,2001,2001,,\nz,B,1950,1950,,\nhidden,A,1999,2004,,\n",
    )
    assert {policy.id: policy.observed_until for policy in table.policies} == {
        "x": 2004,
        "y": 2004,
        "z": 1950,
    }


def test_no_end_of_observation_lies_before_an_adoption(tmp_path: Path) -> None:
    rows = HEAD + "Ohio,x,1990\n"
    (tmp_path / "p_metadata.csv").write_text("policy,source,observed_until\nx,A,1980\n", "utf-8")
    assert read(tmp_path, rows).policies[0].observed_until == 1990


def test_duplicates_keep_the_first_adoption_and_are_told(tmp_path: Path) -> None:
    table = read(tmp_path, HEAD + "Ohio,x,1992\nOhio,x,1990\nIowa,x,1991\nIowa,x,1991\n")
    assert [(each.place, each.year) for each in table.adoptions] == [
        ("US-OH", 1990),
        ("US-IA", 1991),
    ]
    assert any("2 adoptions given more than once, 1 of them" in said for said in table.remarks)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (HEAD + "Ohoi,x,1990\n", "did you mean Ohio"),
        (HEAD + "Ohio,x,soon\n", "“soon” is not a year"),
        (HEAD + "Ohio,x,1990-02-30\n", "is not a year, nor a day"),
        (HEAD + "Ohio,x,2031\n", "2031 lies in the future"),
        (HEAD + "Ohio,x,12\n", "before 1600"),
        (HEAD + "Ohio,,1990\n", "the policy has no name"),
        (HEAD, "no adoptions"),
        ("a,b,c\n1,2,3\n", "no column statenam"),
        ("", "no adoptions"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(
    tmp_path: Path, rows: str, said: str
) -> None:
    with pytest.raises(AdoptionsError, match=said):
        read(tmp_path, rows)


def test_all_faults_are_told_together_with_their_lines(tmp_path: Path) -> None:
    with pytest.raises(AdoptionsError) as raised:
        read(tmp_path, HEAD + "Ohoi,x,1990\nOhio,x,1990\nOhio,y,9000\n")
    assert [fault.where for fault in raised.value.faults] == ["p.csv, line 2", "p.csv, line 4"]


@pytest.mark.parametrize(
    ("rows", "meta", "said"),
    [
        ("Ohio,x,1990\n", "x,A,1995,1999,,\n", "before the policy's first year"),
        ("Alaska,x,1950\n", "x,A,1950,1999,,\n", "not yet states"),
        ("Ohio,x,1990\n", "x,A,1990,1990,,\n", "with one adopter"),
        ("Ohio,x,1990\nIowa,x,1990\n", "x,A,1990,1990,,\n", "adopted by all in one year"),
        ("Ohio,x,1990\n", "", "without metadata"),
        ("Ohio,x,1990\n", "x,A,1990,1990,,\n", "left out: Alaska"),
    ],
)
def test_what_weakens_the_data_is_told(tmp_path: Path, rows: str, meta: str, said: str) -> None:
    assert any(said in remark for remark in read(tmp_path, HEAD + rows, meta).remarks)


def test_neighbours_are_mutual_and_islands_have_none() -> None:
    places = {place.code: place for place in states()}
    for place in places.values():
        for code in place.neighbours:
            assert code == "US-DC" or place.code in places[code].neighbours
    assert places["US-HI"].neighbours == places["US-AK"].neighbours == ()
    assert places["US-ME"].neighbours == ("US-NH",)
