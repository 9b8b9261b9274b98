"""Dates as exact as their source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.dates import EARLIEST, LATEST
from technofed.law.moments import Moment


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("1959/1976", date(1959, 1, 1), date(1976, 12, 31)),
        ("197X/201X", date(1970, 1, 1), date(2019, 12, 31)),
        ("2013/..", date(2013, 1, 1), LATEST),
        ("../2022-12-20", EARLIEST, date(2022, 12, 20)),
        ("2018~", date(2018, 1, 1), date(2018, 12, 31)),
    ],
)
def test_a_moment_means_every_day_it_can_mean(text: str, first: date, last: date) -> None:
    moment = Moment.parse(text)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "May 2024", "2024-13", "2024-02-30", "24", "1976/1959", "2024-5", "202X-05", "../"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Moment.parse(text)


def test_by_a_day_counts_from_that_day() -> None:
    assert Moment.parse("../1980").start == date(1980, 12, 31)
    assert Moment.parse("1980").start == date(1980, 1, 1)


@given(st.dates(EARLIEST, LATEST))
def test_a_day_is_itself(day: date) -> None:
    moment = Moment.parse(day.isoformat())
    assert moment.is_day
    assert moment.first == day == moment.last
    assert moment.touches(day, day)


@given(st.dates(date(1700, 1, 1), date(2900, 1, 1)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_less_exact_means_more_days(day: date, form: str) -> None:
    moment = Moment.parse(day.strftime(form))
    assert moment.first <= day <= moment.last
