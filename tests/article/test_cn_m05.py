"""Authority without capacity: slippage of Chinese localities (CN M05)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.delegation import Delegation, LocalActor, Raises, delegation
from tests.article.atlas import the_atlas


def case(name: str) -> Delegation:
    answer = delegation(the_atlas(), case=name)
    assert answer.authority == 1
    assert answer.capacity_short
    assert answer.slips
    return answer


def test_cn_m05_1() -> None:
    """Fiscal stability and inflation are tasks of the centre, yet localities overinvest."""
    assert "overinvest" in case("fiscal-stability").because[0]
    assert "inflation" in case("inflation").because[0]


def test_cn_m05_2() -> None:
    """Localities at times run foreign policy, which nobody delegated to them."""
    assert case("foreign-policy").legitimate is False


def test_cn_m05_3() -> None:
    """Welfare goes astray and officials are bribed because the centre does not see it."""
    assert case("welfare").raised_by == (Raises.INFORMATION_ASYMMETRY,)


def test_cn_m05_4() -> None:
    """Localities invest in AI as they see fit, under national initiatives."""
    assert case("ai-investment").legitimate is True


def test_cn_m05_5() -> None:
    """Protectionism makes the centre tighten its control."""
    answer = case("protectionism")
    assert answer.answer_of_centre is not None
    assert "tighter" in answer.answer_of_centre


def test_cn_m05_6() -> None:
    """In every example authority is whole, capacity less, and so there is slippage."""
    rows = table(the_atlas(), "delegation-cases").rows
    assert len(rows) == 6
    for row in rows:
        answer = case(row.id)
        assert (answer.capacity, answer.slippage) == ("undetermined", "undetermined")
        assert answer.undetermined


@given(st.floats(0, 1))
def test_localities_slip_exactly_when_capacity_is_short_of_authority(capacity: float) -> None:
    answer = delegation(the_atlas(), capacity=capacity, raised_by=tuple(Raises))
    assert answer.slips == (capacity < answer.authority)
    assert bool(answer.raised_by) == answer.slips


def test_whole_capacity_leaves_nothing_to_slip() -> None:
    assert delegation(the_atlas(), capacity=1).slippage == 0


def test_courts_hang_on_local_money_and_on_the_party() -> None:
    ties = delegation(the_atlas(), capacity=0.5, actor=LocalActor.COURT).tied_by
    assert len(ties) == 4
    assert delegation(the_atlas(), capacity=0.5).tied_by != ties


def test_the_centre_may_review_suspend_amend_or_spread() -> None:
    assert case("protectionism").options_of_centre == ("review", "suspend", "amend", "spread")


@pytest.mark.parametrize("capacity", [-0.1, 1.1])
def test_a_capacity_outside_zero_and_one_is_refused(capacity: float) -> None:
    with pytest.raises(QuestionUnclearError):
        delegation(the_atlas(), capacity=capacity)


def test_an_unknown_example_or_none_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        delegation(the_atlas(), case="weather")
    with pytest.raises(QuestionUnclearError, match="name an example"):
        delegation(the_atlas())
