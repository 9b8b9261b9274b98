"""Three powers (US M02) and the influence triple (CN M04), asked of the real records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.cells import one
from technofed.atlas.article.influence import Influence, influence
from technofed.atlas.article.powers import Balance, Weights, powers, shares
from technofed.law.words import Dimension, Level
from tests.article.atlas import the_atlas

WORKDAY = tuple(f"us-{state}/workday-text-bill" for state in ("ca", "il", "ri", "ct", "ny", "wa"))


def balance(*records: str) -> Balance:
    return powers(the_atlas(), records=records)


def shared(issue: str) -> Influence:
    return influence(the_atlas(), issue=issue)


def total(weights: Weights) -> float:
    return weights.central + weights.local + weights.market


def test_t02_1() -> None:
    """The Colorado AI Act alone is traditional federalism."""
    found = balance("us-co/sb24-205")
    assert found.classification == "traditional"
    assert found.weights.market == 0


def test_t02_2() -> None:
    """Six bills with Workday's text are techno-federalism."""
    found = balance(*WORKDAY)
    assert found.classification == "techno"
    copied = {hand.record for hand in found.hands if hand.by == "us/workday-model-bill"}
    assert copied == set(WORKDAY)
    assert found.weights.market > 0
    assert found.weights.local > 0


def test_t02_3() -> None:
    """A CHIPS award contract with guardrails is techno-federalism, in hardware."""
    found = balance("us/chips-award-intel")
    assert found.classification == "techno"
    assert set(found.by_dimension) == {Dimension.HARDWARE}
    assert any(hand.by == "us/chips-guardrails" for hand in found.hands)


def test_t02_4() -> None:
    """The data-tenancy lease on the terms of big tenants is techno-federalism, infrastructure."""
    found = balance("us/data-tenancy-lease")
    assert found.classification == "techno"
    assert set(found.by_dimension) == {Dimension.INFRASTRUCTURE}
    assert not found.by_delegation


def test_t02_5() -> None:
    """The AI Action Plan, which calls for self-regulation, is techno by delegation."""
    found = balance("us/ai-action-plan-2025")
    assert (found.classification, found.by_delegation) == ("techno", True)
    assert balance("us/ai-bill-of-rights-2022").classification == "traditional"


def test_uncertainty_counts_the_actors_with_a_hand_in_one_norm() -> None:
    alone, award = balance("us-co/sb24-205"), balance("us/chips-award-intel")
    assert alone.uncertainty >= 1
    assert award.uncertainty == len({hand.by for hand in award.hands}) > alone.uncertainty


def test_no_norm_is_no_question() -> None:
    with pytest.raises(QuestionUnclearError):
        balance()


def test_cn_m04_1() -> None:
    """TaoBao courts: market high, the court defers, the centre is low where it is decided."""
    found = shared("taobao-courts")
    assert found.triple.market > 0.5
    assert found.triple.local < found.triple.market
    assert found.point_of_decision == (Level.MARKET,)
    assert any(reason.startswith("local defers") for reason in found.because)
    assert found.co_regulator


def test_cn_m04_2() -> None:
    """The smart court of Shenzhen: market and local."""
    found = shared("smart-court-shenzhen")
    assert found.triple.central < min(found.triple.market, found.triple.local)
    assert found.market_norms
    assert found.blurred


def test_cn_m04_3() -> None:
    """Party cells: the centre is high."""
    found = shared("party-cells")
    assert found.triple.central > 0.5
    assert not found.market_norms


def test_cn_m04_4() -> None:
    """The pilot of the ministry: begun locally, taken up by the centre, foreign firms filtered."""
    found = shared("miit-pilot")
    assert found.triple.central > found.triple.local > found.triple.market == 0
    acts = [reason.partition(":")[0] for reason in found.because]
    assert acts == ["local starts", "central takes up", "central filters", "market is let in"]
    assert found.label == "bilateral"
    assert not found.co_regulator


def test_one_firm_is_target_and_enforcer_at_once() -> None:
    """II.B before n.84: two flags, not one."""
    roles = shared("chip-supply-chain").roles
    assert {"target", "enforcer"} <= set(roles["actor/market/nvidia"])
    assert roles["actor/cn/huawei"] == ("target",)


def test_every_issue_shares_out_the_whole() -> None:
    issues = {one(row, "issue") for row in table(the_atlas(), "power-cases").rows}
    for issue in issues:
        assert total(shared(issue).triple) == pytest.approx(1)


def test_every_instrument_shares_out_the_whole() -> None:
    norms = sorted(the_atlas().laws.instruments)[::12]
    found = balance(*norms)
    assert total(found.weights) == pytest.approx(1)
    assert all(total(each) == pytest.approx(1) for each in found.by_dimension.values())


weights = st.lists(st.tuples(st.sampled_from(Level), st.floats(0, 100)))


@given(weights)
def test_shares_sum_to_one(weighed: list[tuple[Level, float]]) -> None:
    found = shares(weighed)
    assert total(found) == pytest.approx(1)
    assert min(found.central, found.local, found.market) >= 0


def test_an_unknown_issue_is_named() -> None:
    with pytest.raises(QuestionUnclearError, match="no issue is called taobao"):
        shared("taobao")


@pytest.mark.parametrize(
    ("issue", "label", "triple"),
    [
        ("taobao-courts", "tripartite", (1 / 7, 1 / 7, 5 / 7)),
        ("smart-court-shenzhen", "tripartite", (1 / 7, 3 / 7, 3 / 7)),
        ("party-cells", "bilateral", (5 / 6, 0, 1 / 6)),
        ("miit-pilot", "bilateral", (5 / 7, 2 / 7, 0)),
        ("chip-supply-chain", "bilateral", (3 / 5, 0, 2 / 5)),
    ],
)
def test_the_acts_add_up_as_coded(
    issue: str, label: str, triple: tuple[float, float, float]
) -> None:
    found = shared(issue)
    assert found.label == label
    shares_found = (found.triple.central, found.triple.local, found.triple.market)
    assert shares_found == pytest.approx(triple)
