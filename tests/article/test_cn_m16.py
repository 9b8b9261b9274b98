"""The health code (CN M16)."""

from datetime import date

from technofed.atlas.article.health_code import health_code
from technofed.law.moments import Days
from tests.article.atlas import the_atlas


def on(day: date) -> Days:
    return Days(day, date(2026, 11, 22))


def test_cn_m16_1() -> None:
    """A breach of quarantine warns local health officials."""
    assert health_code(the_atlas(), quarantine_breach=True).alert == (
        "actor/cn/local-health-officials",
    )
    assert health_code(the_atlas()).alert == ()


def test_cn_m16_2() -> None:
    """Without the app, public places and transport are closed."""
    assert health_code(the_atlas(), app=False).access == "denied"
    assert health_code(the_atlas(), app=True).access == "by status"


def test_cn_m16_3() -> None:
    """In two regions the status may differ, which is an inference."""
    two = health_code(the_atlas(), regions=("CN-ZJ", "CN-GD"))
    assert two.may_differ
    assert any("inference" in reason for reason in two.because)
    assert not health_code(the_atlas(), regions=("CN-ZJ", "CN-ZJ")).may_differ


def test_cn_m16_4() -> None:
    """After the pandemic the code is off, and what was built for it is in use."""
    after = health_code(the_atlas(), app=False, quarantine_breach=True, days=on(date(2024, 6, 1)))
    assert (after.code_active, after.stack_active) == (False, True)
    assert (after.access, after.alert) == ("free", ())


def test_cn_m16_5() -> None:
    """The colours are not listed in the article."""
    answer = health_code(the_atlas())
    assert answer.colour == "undetermined"
    assert "colours" in (answer.undetermined or "")


def test_before_the_pandemic_there_is_neither_code_nor_stack() -> None:
    before = health_code(the_atlas(), days=on(date(2019, 6, 1)))
    assert (before.code_active, before.stack_active) == (False, False)


def test_in_the_pandemic_both_are_there() -> None:
    during = health_code(the_atlas(), app=False, days=on(date(2021, 6, 1)))
    assert (during.code_active, during.stack_active, during.access) == (True, True, "denied")


def test_a_risk_category_serves_predictive_policing() -> None:
    assert health_code(the_atlas(), risk_category=True).predictive_policing
    assert not health_code(the_atlas()).predictive_policing
