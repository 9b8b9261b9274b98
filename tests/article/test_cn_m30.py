"""Differences between U.S. federalism and Chinese local power (CN M30)."""

import pytest

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.federalism import Country, federalism_differences
from tests.article.atlas import the_atlas

POINTS = [
    "source",
    "purpose-of-variety",
    "restraint-on-centre",
    "courts",
    "data-centres",
    "software-market",
    "hardware",
    "ai-copyright",
    "local-laboratory",
]


def test_cn_m30_1() -> None:
    """The U.S. system restrains the centre; the Chinese does not."""
    answer = federalism_differences(the_atlas())
    assert answer.holds("restrains-centre", Country.US) is True
    assert answer.holds("restrains-centre", Country.PRC) is False


def test_cn_m30_2() -> None:
    """In China the centre may suspend a local experiment."""
    answer = federalism_differences(the_atlas(), point="restraint-on-centre")
    assert answer.holds("centre-may-suspend", Country.PRC) is True


def test_every_cell_of_the_nine_differences_has_its_own_citation() -> None:
    answer = federalism_differences(the_atlas())
    assert [each.point for each in answer.points] == POINTS
    assert all(each.us and each.prc and each.us_pins and each.prc_pins for each in answer.points)


def test_what_the_article_does_not_say_of_a_country_is_undetermined() -> None:
    answer = federalism_differences(the_atlas())
    assert answer.holds("centre-may-suspend", Country.US) == "undetermined"


def test_a_point_or_check_nobody_made_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        federalism_differences(the_atlas(), point="cuisine")
    with pytest.raises(QuestionUnclearError, match="no check"):
        federalism_differences(the_atlas(), point="courts").holds("restrains-centre", Country.US)
