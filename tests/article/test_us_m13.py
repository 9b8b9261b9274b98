"""Tactics of industry (US M13) and channels of market discipline (CN M33)."""

import pytest

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.tactics import Tactics, tactics
from technofed.law.words import Dimension
from tests.article.atlas import the_atlas

HORIZONTAL, VERTICAL = "regulatory-arbitrage-horizontal", "regulatory-arbitrage-vertical"
ABROAD = "regulatory-arbitrage-cross-border"


def by_case(act: str) -> Tactics:
    return tactics(the_atlas(), act=act)


def by_means(means: str) -> Tactics:
    return tactics(the_atlas(), means=means)


def test_t13_1() -> None:
    """Start-ups say they will leave: horizontal arbitrage, threatened."""
    found = by_case("us/startup-exit-threat")
    assert found == by_means("exit_threat")
    assert (found.tactics, found.strength) == ((HORIZONTAL,), "threatened")


def test_t13_2() -> None:
    """The bankers write to the Treasury: vertical arbitrage."""
    found = by_case("us/aba-joint-letter-2024")
    assert found == by_means("call_for_preemption")
    assert found.tactics == (VERTICAL,)


def test_t13_3() -> None:
    """A draft bill handed to law makers: norm-building and lobbying."""
    found = by_case("us/workday-model-bill")
    assert found == by_means("draft_bill")
    assert set(found.tactics) == {"norm-building", "corporate-lobbying"}


def test_t13_4() -> None:
    """TechNet testifies: lobbying."""
    found = by_case("us/technet-nj-objections")
    assert found == by_means("testimony")
    assert found.tactics == ("corporate-lobbying",)
    assert found.dominant_in == (Dimension.SOFTWARE,)


def test_t13_5() -> None:
    """Intel joins the Midwest consortium: coalition-building."""
    found = by_case("us/intel-mmec-partnership")
    assert found == by_means("joining_consortium")
    assert found.tactics == ("coalition-building",)
    assert found.dominant_in == (Dimension.HARDWARE,)


def test_t13_6() -> None:
    """A choice-of-law clause: arbitrage and legal engineering."""
    found = by_case("us/choice-of-law-clause")
    assert found == by_means("choice_of_law")
    assert set(found.tactics) == {HORIZONTAL, "legal-engineering"}


def test_cn_m33_1() -> None:
    """TaoBao's rules: norm-building."""
    assert by_case("cn/taobao-platform-rules").channels == ("norm_building",)


def test_cn_m33_2() -> None:
    """DiBo's court AI: alliance with local government."""
    found = by_case("cn-gd/shenzhen-ai-assisted-adjudication-2024")
    assert (found.channels, found.affects) == (("alliance",), ("local",))


def test_cn_m33_3() -> None:
    """Baidu and Shanxi: alliance with local government."""
    assert by_case("cn-sx/baidu-data-exchange").channels == ("alliance",)


def test_cn_m33_4() -> None:
    """Proxy entities: arbitrage."""
    found = by_case("actor/cn/proxy-entities")
    assert (found.channels, found.tactics) == (("arbitrage",), (ABROAD,))


def test_cn_m33_5() -> None:
    """Llama: a norm across the border."""
    found = by_case("us/meta-llama")
    assert (found.channels, found.tactics) == (("cross_border",), ("norm-building",))


def test_the_same_threat_to_go_abroad_is_arbitrage_across_the_border() -> None:
    assert tactics(the_atlas(), means="exit_threat", abroad=True).tactics == (ABROAD,)


def test_every_means_is_a_case_of_a_listed_tactic_and_every_case_is_a_record() -> None:
    for row in table(the_atlas(), "tactic-means").rows:
        assert by_means(row.id).because
        for case in row.cells["cases"]:
            assert by_case(case).means == row.id


@pytest.mark.parametrize(
    "asked", [{}, {"means": "bribe"}, {"means": "testimony", "act": "us/meta-llama"},
              {"act": "us/chips-act-2022"}]
)  # fmt: skip
def test_an_unclear_act_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(QuestionUnclearError):
        tactics(the_atlas(), means=asked.get("means"), act=asked.get("act"))


def test_the_channels_of_the_american_cases() -> None:
    assert by_means("exit_threat").channels == ("arbitrage",)
    assert by_means("call_for_preemption").channels == ("arbitrage",)
    assert by_means("joining_consortium").channels == ("alliance",)


def test_the_alliances_of_china_are_coalitions() -> None:
    for means in ("public_technology", "joint_venture"):
        assert by_means(means).tactics == ("coalition-building",)


def test_a_foreign_law_can_be_chosen_too() -> None:
    found = tactics(the_atlas(), means="choice_of_law", abroad=True)
    assert found.tactics == (ABROAD, "legal-engineering")
