"""Diffusion of the software industry (CN M19)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.industry import Concentration, concentration, herfindahl
from technofed.atlas.article.reading import statistic, value_of
from tests.article.atlas import the_atlas


def ends(answer: Concentration) -> tuple[float, float]:
    assert isinstance(answer.low, float)
    assert isinstance(answer.high, float)
    return answer.low, answer.high


def prc() -> float:
    return ends(concentration(the_atlas(), case="prc"))[1]


def test_cn_m19_1() -> None:
    """About 50 firms in China against a handful: the Chinese index is the lower."""
    assert prc() == pytest.approx(1 / value_of(statistic(the_atlas(), "cn-s18")))
    for handful in (3, 5, 8):
        american, _ = ends(concentration(the_atlas(), case="us", firms=handful))
        assert prc() < american


def test_cn_m19_2() -> None:
    """With the two or three models that Robin Li thinks enough, the index would rise."""
    low, high = ends(concentration(the_atlas(), case="robin-li"))
    assert prc() < low < high
    assert (low, high) == pytest.approx((1 / 3, 1 / 2))


def test_a_handful_is_no_number() -> None:
    answer = concentration(the_atlas(), case="us")
    assert (answer.low, answer.high) == ("undetermined", "undetermined")
    assert answer.undetermined


def test_thin_capital_starves_firms_and_a_downturn_hurries_them() -> None:
    strains = concentration(the_atlas(), case="prc", thin_capital=True, downturn=True).strains
    assert "computing power" in strains[0]
    assert "before the technology is ripe" in strains[1]
    assert concentration(the_atlas(), case="prc").strains == ()


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=60))
def test_the_index_lies_between_equal_shares_and_a_monopoly(sizes: list[float]) -> None:
    index = herfindahl(tuple(sizes))
    assert 1 / len(sizes) - 1e-9 <= index <= 1 + 1e-9


@given(st.lists(st.floats(0.01, 1e3), min_size=2, max_size=20), st.floats(0.1, 10))
def test_the_unit_of_the_sizes_does_not_matter(sizes: list[float], unit: float) -> None:
    scaled = tuple(size * unit for size in sizes)
    assert herfindahl(scaled) == pytest.approx(herfindahl(tuple(sizes)))


def test_shares_given_are_squared_and_summed() -> None:
    assert ends(concentration(the_atlas(), shares=(2, 1, 1))) == (0.375, 0.375)


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"case": "prc", "firms": 3},
        {"firms": 0},
        {"shares": (-1.0, 2.0)},
        {"firms": 2, "shares": (1.0,)},
    ],
)
def test_questions_that_count_nothing_or_twice_are_refused(question: dict[str, Any]) -> None:
    with pytest.raises(QuestionUnclearError):
        concentration(the_atlas(), **question)
