"""Executive reversal (US M27), asked of the real records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.cells import number
from technofed.atlas.article.reversal import AXES, Reversal, angle_between, reversal
from tests.article.atlas import the_atlas

RIGHTS, PLAN = "us/ai-bill-of-rights-2022", "us/ai-action-plan-2025"

stances = st.dictionaries(st.sampled_from(AXES), st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0]))


def turned(first: str, second: str) -> Reversal:
    return reversal(the_atlas(), first=first, second=second)


def test_t27_1() -> None:
    """2022 against 2025: opposite, 180 degrees where both speak, 33 months apart."""
    found = turned(RIGHTS, PLAN)
    assert found.opposite
    assert (found.angle, found.months) == (180.0, 33)
    assert found.stability == 0
    assert found.angle_with_silence is not None
    assert 90 < found.angle_with_silence < 180


def test_t27_2() -> None:
    """Neither is binding, so there is no stable federal consensus."""
    found = turned(RIGHTS, PLAN)
    assert set(found.force.values()) == {"none"}
    assert not found.consensus
    assert "neither is binding law" in found.because
    assert not turned(RIGHTS, RIGHTS).consensus


def test_t27_3() -> None:
    """From EO 14110 to EO 14179 security rises even as oversight falls."""
    found = turned("us/eo-14110", "us/eo-14179")
    assert "security" in found.rises
    assert "oversight" in found.falls


@given(stances, stances)
def test_the_angle_is_symmetric_and_within_a_half_turn(
    first: dict[str, float], second: dict[str, float]
) -> None:
    angle = angle_between(first, second, AXES)
    assert angle == angle_between(second, first, AXES)
    assert angle is None or 0 <= angle <= 180


@given(stances)
def test_a_stance_stands_at_no_angle_to_itself(stance: dict[str, float]) -> None:
    assert angle_between(stance, stance, AXES) in {None, 0.0}


def test_stances_stay_within_their_scale() -> None:
    for row in table(the_atlas(), "stances").rows:
        assert the_atlas().laws.instrument(f"us/{row.id}").level == "central"
        assert all(-1 <= (number(row, axis) or 0) <= 1 for axis in AXES)


def test_an_instrument_without_a_coded_stance_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        turned(RIGHTS, "us/chips-act-2022")


def test_the_market_led_framework_of_1997_is_the_other_pole_too() -> None:
    found = turned("us/framework-global-ecommerce-1997", RIGHTS)
    assert found.opposite
    assert found.rises == ("oversight",)
    assert found.falls == ("deregulation", "self_regulation")
    same = turned("us/framework-global-ecommerce-1997", PLAN)
    assert (same.angle, same.opposite) == (0.0, False)


def test_what_is_silent_is_named_and_not_compared() -> None:
    found = turned("us/eo-14110", "us/eo-14179")
    assert found.rises == ("deregulation", "security")
    assert found.falls == ("oversight",)
    assert any("eo-14179 is silent on rights" in reason for reason in found.because)
