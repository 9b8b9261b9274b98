"""Mega-platform lock-in and data feed (CN M17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.lock_in import lock_in
from technofed.atlas.article.reading import statistic
from tests.article.atlas import the_atlas

FUNCTIONS = lock_in(the_atlas()).functions


def test_cn_m17_1() -> None:
    """WeChat serves eight areas of life, as the article counts them."""
    assert len(FUNCTIONS) == statistic(the_atlas(), "cn-s46").value == 8
    assert {"social media", "banking", "government services"} <= set(FUNCTIONS)


def test_cn_m17_2() -> None:
    """It has more than 1.1 billion users."""
    assert lock_in(the_atlas()).users == 1_100_000_000
    assert statistic(the_atlas(), "cn-s17").operator == ">"


def test_cn_m17_3() -> None:
    """It is likened to eight U.S. services."""
    comparators = lock_in(the_atlas()).comparators
    assert len(comparators) == statistic(the_atlas(), "cn-s46-a").value == 8


def test_cn_m17_4() -> None:
    """To leave is to lose social and daily life: no function has a way out."""
    answer = lock_in(the_atlas())
    assert (answer.lock_in, answer.without_exit) == (8, answer.functions)
    assert any("social and daily life" in reason for reason in answer.because)


def test_cn_m17_5() -> None:
    """The data flow into censorship, face recognition and social credit, as government does."""
    flows = lock_in(the_atlas()).flows
    ends = {end for flow in flows for end in (flow.source, flow.target)}
    assert {
        "cn/wechat/ai-censorship",
        "cn/facial-recognition-enforcement",
        "cn/social-credit-system",
        "actor/cn/financial-authorities",
    } <= ends
    assert all(flow.regulatory for flow in flows)


@given(st.sets(st.sampled_from(FUNCTIONS)), st.sampled_from(FUNCTIONS), st.integers(0, 10**9))
def test_a_way_out_never_locks_anyone_in(exits: set[str], more: str, users: int) -> None:
    fewer = lock_in(the_atlas(), exits=tuple(exits | {more}), users=users)
    before = lock_in(the_atlas(), exits=tuple(exits), users=users)
    assert fewer.lock_in <= before.lock_in
    assert fewer.held <= before.held


def test_a_platform_one_can_leave_has_no_lock_in() -> None:
    free = lock_in(the_atlas(), exits=FUNCTIONS)
    assert (free.lock_in, free.held) == (0, 0)


def test_more_users_hold_more() -> None:
    assert lock_in(the_atlas(), users=10).held < lock_in(the_atlas(), users=11).held


def test_a_way_out_of_nothing_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        lock_in(the_atlas(), exits=("astrology",))
    with pytest.raises(QuestionUnclearError):
        lock_in(the_atlas(), platform="carrier-pigeon")
