"""Phases of Chinese technology policy (CN M09)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed.atlas.article.phases import cn_phase, cn_phases
from tests.article.atlas import the_atlas


def phase(year: int) -> int | None:
    return cn_phase(the_atlas(), year=year).phase


def test_cn_m09_1() -> None:
    """1955 lies in the first phase."""
    assert phase(1955) == 1


def test_cn_m09_2() -> None:
    """1970 lies in the second phase."""
    assert phase(1970) == 2


def test_cn_m09_3() -> None:
    """1990 lies in the third phase."""
    assert phase(1990) == 3


def test_cn_m09_4() -> None:
    """2008 lies in the fourth phase."""
    assert phase(2008) == 4


def test_cn_m09_5() -> None:
    """2020 lies in the fifth phase."""
    assert phase(2020) == 5


def test_cn_m09_6() -> None:
    """1977 lies in none."""
    answer = cn_phase(the_atlas(), year=1977)
    assert answer.phase is None
    assert answer.undetermined


@pytest.mark.parametrize(("year", "later"), [(1959, 2), (2001, 4), (2013, 5)])
def test_a_year_printed_in_two_phases_counts_for_the_later(year: int, later: int) -> None:
    assert (phase(year - 1), phase(year)) == (later - 1, later)


def test_years_before_the_first_phase_have_none() -> None:
    assert phase(1948) is None


@given(st.integers(1949, 2100))
def test_every_year_but_one_lies_in_exactly_one_phase(year: int) -> None:
    covering = [each.phase for each in cn_phases(the_atlas()) if each.covers(year)]
    assert len(covering) == (year != 1977)
    assert covering == [phase(year)] * len(covering)


def test_phases_are_half_open() -> None:
    for each in cn_phases(the_atlas()):
        assert each.first_year is not None
        assert each.covers(each.first_year)
        assert each.end_year is None or not each.covers(each.end_year)
