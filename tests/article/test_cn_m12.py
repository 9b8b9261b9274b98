"""Automation of the administrative state (CN M12)."""

import pytest

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.automation import Automated, Body, automation
from tests.article.atlas import the_atlas


def function(name: str) -> Automated:
    (found,) = automation(the_atlas(), function=name).functions
    return found


def of(body: Body) -> set[str]:
    return {each.function for each in automation(the_atlas(), body=body).functions}


def test_cn_m12_1() -> None:
    """Mediation, filings and the rating of judges come from the Supreme People's Court."""
    assert of("SPC") == {"mediation", "procedural-filings", "rating-of-judges"}


def test_cn_m12_2() -> None:
    """Comments, misconduct reports and compliance come from the State Council."""
    names = {"analysis-of-comments-on-rules", "reports-of-misconduct", "compliance-management"}
    assert of("State Council") == names


def test_cn_m12_3() -> None:
    """Face recognition comes from the Cyberspace Administration."""
    assert of("CAC") == {"facial-recognition"}
    assert function("facial-recognition").actor == "actor/cn/cac"


def test_cn_m12_4() -> None:
    """Privacy counts as far as it serves legitimacy."""
    told = function("facial-recognition")
    assert told.privacy is not None
    assert "legitimacy" in told.privacy
    assert any("288" in pin for pin in told.pins)


def test_a_private_builder_gains_leverage_and_a_public_one_does_not() -> None:
    builders = {b.actor: b.gains_leverage for b in function("mediation").builders}
    assert builders["actor/cn/dibo"] is True
    assert builders["actor/cn/zju"] is False
    assert builders["actor/cn-zj/gov"] is False
    assert function("mediation").leverage == ("actor/cn/dibo",)


def test_rating_judges_gives_the_court_oversight() -> None:
    assert "guiding cases" in function("rating-of-judges").oversight


def test_who_builds_for_agencies_is_left_open() -> None:
    for name in of("State Council"):
        assert function(name).leverage == "undetermined"
        assert "who builds it" in (function(name).undetermined or "")


def test_a_function_of_another_body_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        automation(the_atlas(), function="mediation", body="CAC")
    with pytest.raises(QuestionUnclearError):
        automation(the_atlas(), function="gardening")
