"""Periods of U.S. technology policy (US M41), asked of the real records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.periods import PeriodOf, period
from technofed.law.atlas import Statistic
from tests.article.atlas import the_atlas

years = st.integers(1950, 2026)


def in_year(year: int) -> PeriodOf:
    return period(the_atlas(), year=year)


def test_t41_1() -> None:
    """1975: money at a low, between the Cold War and the neoliberal period."""
    found = in_year(1975)
    assert found.transition
    assert found.periods == ("cold-war", "neoliberal")
    assert (found.trend, found.turns) == ("falls", ("low-1975",))
    low = the_atlas().record("statistic/us-s32")
    assert isinstance(low, Statistic)
    assert low.when is not None
    assert low.when.year == 1975


def test_t41_2() -> None:
    """1997, the year of the framework on electronic commerce: neoliberal."""
    framework = the_atlas().laws.instrument("us/framework-global-ecommerce-1997")
    issued = framework.history[0].when
    assert issued is not None
    found = in_year(issued.year)
    assert found.periods == ("neoliberal",)
    assert found.neoliberal is True
    assert found.measures == 5


def test_t41_3() -> None:
    """2022, the CHIPS Act: re-engagement."""
    found = in_year(2022)
    assert found.re_engagement
    assert found.turns == ("chips-2022",)
    assert "techno-federal" in found.periods
    assert found.neoliberal is False
    assert not in_year(2021).re_engagement


def test_t41_4() -> None:
    """Is a stable equilibrium reached? No (n.242)."""
    assert in_year(2025).equilibrium == "no"
    assert in_year(1997).equilibrium == "undetermined"


@given(years)
def test_every_year_has_a_period_and_consistent_counts(year: int) -> None:
    found = in_year(year)
    assert found.periods
    assert found.transition == (len(found.periods) > 1)
    assert found.measures <= len(found.toolkit) == 5
    if found.neoliberal is True:
        assert found.measures >= 3
        assert found.trend == "falls"


@given(years, years)
def test_periods_follow_one_another(first: int, second: int) -> None:
    order = ["cold-war", "neoliberal", "legitimacy-crisis", "techno-federal"]
    early, late = sorted((first, second))
    assert order.index(in_year(early).periods[0]) <= order.index(in_year(late).periods[-1])


def test_a_year_outside_the_calendar_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        in_year(0)


def test_the_decade_of_the_platforms_and_the_turn_of_2022() -> None:
    assert in_year(2015).periods == ("neoliberal",)
    assert in_year(2021).periods == ("legitimacy-crisis",)
    assert in_year(2023).periods == ("legitimacy-crisis", "techno-federal")
