"""Local priority profiles of Shenzhen and Beijing (CN M18)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.profiles import City, cosine, distance, local_profile
from tests.article.atlas import the_atlas

profiles = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([0.0, 1.0]))


def test_cn_m18_1() -> None:
    """Shenzhen and Beijing differ on at least four priorities."""
    answer = local_profile(the_atlas(), place=City.SHENZHEN, against=City.BEIJING)
    assert answer.distance > 0
    assert len(answer.differs_on) >= 4


def test_cn_m18_2() -> None:
    """A firm with a consumer product is sent to Shenzhen."""
    for product in ("smart phones", "AR/VR", "computers", "home appliances"):
        assert local_profile(the_atlas(), product=product).recommended == (City.SHENZHEN,)


def test_cn_m18_3() -> None:
    """Beijing stands nearer to national policy, by the cosine."""
    beijing = local_profile(the_atlas(), place=City.BEIJING, against=City.SHENZHEN)
    assert beijing.alignment > local_profile(the_atlas()).alignment


def test_public_security_is_sold_in_beijing() -> None:
    assert local_profile(the_atlas(), product="public security").recommended == (City.BEIJING,)


def test_commerce_goes_with_looser_oversight_and_security_with_the_centre() -> None:
    shenzhen = local_profile(the_atlas())
    beijing = local_profile(the_atlas(), place=City.BEIJING)
    assert "looser oversight" in shenzhen.style
    assert beijing.style == ("closer to national industrial policy",)


def test_what_is_not_stated_of_a_city_is_compared_with_nothing() -> None:
    answer = local_profile(the_atlas())
    assert "attract-international-investment" not in answer.compared_on
    assert "attract international investment in Beijing" in (answer.undetermined or "")


def test_a_city_is_like_itself() -> None:
    same = local_profile(the_atlas(), place=City.BEIJING, against=City.BEIJING)
    assert (same.distance, same.differs_on) == (0, ())


@given(profiles, profiles)
def test_distance_is_symmetric_and_from_zero_to_one(
    one: dict[str, float], other: dict[str, float]
) -> None:
    assert distance(one, other) == distance(other, one)
    assert 0 <= distance(one, other) <= 1
    assert distance(one, one) == 0


@given(profiles, profiles)
def test_cosine_is_symmetric_and_from_zero_to_one(
    one: dict[str, float], other: dict[str, float]
) -> None:
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert 0 <= cosine(one, other) <= 1
    assert cosine(one, one) == pytest.approx(float(any(one.values())))


def test_a_product_the_article_does_not_name_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        local_profile(the_atlas(), product="umbrellas")
