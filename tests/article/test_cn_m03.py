"""Types of federalism and the centralisation profile (CN M03)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.federalism import (
    Country,
    Feature,
    FederalismType,
    Held,
    federalism_type,
)
from tests.article.atlas import the_atlas

TRAITS = (Feature.LOCAL_AUTONOMY, Feature.DECENTRALISED_INNOVATION)


def in_prc(dimension: str) -> Held:
    answer = federalism_type(the_atlas(), country=Country.PRC)
    return next(held for held in answer.profile if held.dimension == dimension)


def test_cn_m03_1() -> None:
    """The United States: formal federalism with both traits."""
    answer = federalism_type(the_atlas(), country=Country.US)
    assert (answer.type, answer.traits) == (FederalismType.FORMAL, TRAITS)


def test_cn_m03_2() -> None:
    """China: informal federalism with both traits; experiments thrive under the centre's eye."""
    answer = federalism_type(the_atlas(), country=Country.PRC)
    assert (answer.type, answer.traits) == (FederalismType.INFORMAL, TRAITS)
    assert answer.local_experiments_thrive is True


def test_cn_m03_3() -> None:
    """Chinese software: autonomy is granted to developers and platforms."""
    software = in_prc("software")
    assert software.centralisation == "low"
    assert software.held_by == ("developers", "platforms")
    assert "autonomy" in software.here[0]


def test_cn_m03_4() -> None:
    """Chinese hardware: the centre intervenes strongly, though its hold loosens."""
    hardware = in_prc("hardware")
    assert hardware.centralisation == "high"
    assert hardware.trend.startswith("loosening")
    assert "central intervention" in hardware.here[0]


def test_cn_m03_5() -> None:
    """Chinese infrastructure: locally owned, with a licence of the centre."""
    ownership, licence = in_prc("infrastructure").here
    assert "local" in ownership
    assert "ownership" in ownership
    assert "central licence" in licence


def test_infrastructure_is_more_fragmented_than_hardware_and_software_is_not_ranked() -> None:
    ranks = {
        h.dimension: h.fragmentation_rank
        for h in federalism_type(the_atlas(), country=Country.US).profile
    }
    assert ranks == {"software": "undetermined", "hardware": 1, "infrastructure": 2}


def test_what_the_article_leaves_open_of_the_united_states_is_undetermined() -> None:
    answer = federalism_type(the_atlas(), country=Country.US)
    assert answer.local_experiments_thrive == "undetermined"
    assert answer.undetermined


@given(st.sets(st.sampled_from(Feature), min_size=1))
def test_a_system_is_unitary_exactly_when_it_lacks_a_trait(features: set[Feature]) -> None:
    answer = federalism_type(the_atlas(), features=tuple(features))
    assert (answer.type is FederalismType.UNITARY) == (not set(TRAITS) <= features)


@given(st.sets(st.sampled_from(Feature), min_size=1))
def test_a_constitution_never_changes_the_traits(features: set[Feature]) -> None:
    divided = features | {Feature.CONSTITUTIONAL_DIVISION}
    plain = federalism_type(the_atlas(), features=tuple(features))
    formal = federalism_type(the_atlas(), features=tuple(divided))
    assert plain.traits == formal.traits
    assert formal.type is not FederalismType.INFORMAL


def test_private_support_without_both_traits_lets_no_experiment_thrive() -> None:
    some = (Feature.LOCAL_AUTONOMY, Feature.PRIVATE_SUPPORT)
    assert federalism_type(the_atlas(), features=some).local_experiments_thrive is False
    both = (*TRAITS, Feature.PRIVATE_SUPPORT, Feature.CENTRAL_OVERSIGHT)
    assert federalism_type(the_atlas(), features=both).local_experiments_thrive is True


def test_a_country_and_features_at_once_are_no_question() -> None:
    with pytest.raises(QuestionUnclearError):
        federalism_type(the_atlas(), country=Country.US, features=TRAITS)
    with pytest.raises(QuestionUnclearError):
        federalism_type(the_atlas())
