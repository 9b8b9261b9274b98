"""Platforms as co-regulators (CN M15)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.deference import ShareOf, court_deference
from technofed.atlas.article.platforms import platform_regulator, platform_rule, rule_package
from tests.article.atlas import the_atlas

PACKAGE = (
    "cn/taobao/market-management-rules",
    "cn/taobao/no-inventory-rules",
    "cn/taobao/store-opening-rules",
)


@pytest.mark.parametrize("rule", PACKAGE)
def test_cn_m15_1(rule: str) -> None:
    """March 2025: three rules get a new version at one date, because of fraud by empty stores."""
    package = rule_package(the_atlas(), rule=rule)
    assert package.rules == PACKAGE
    assert package.counted == len(package.versions) == 3
    assert package.same_date
    assert {each.when for each in package.versions} == {"2025-03"}
    assert "fraud by stores that hold no stock" in package.trigger


@pytest.mark.parametrize(
    "domain",
    [
        "data-collection",
        "storage-management",
        "products-liability",
        "content-promotion",
        "algorithmic-advertisement",
    ],
)
def test_cn_m15_2(domain: str) -> None:
    """Fields beyond contract are within the reach of the rules."""
    answer = platform_rule(the_atlas(), accepted=True, domain=domain)
    assert (answer.domain, answer.status) == (domain, "enforceable in court")


def test_cn_m15_3() -> None:
    """Without acceptance a platform rule does not bind, whatever courts recognise."""
    for recognised in (None, True, False):
        answer = platform_rule(the_atlas(), accepted=False, court_recognised=recognised)
        assert (answer.status, answer.basis) == ("not binding", ())


def test_cn_m15_4() -> None:
    """TaoBao performs all five functions of a regulator."""
    answer = platform_regulator(the_atlas())
    assert (answer.score, answer.out_of) == (5, 5)


def test_cn_m15_5() -> None:
    """Deference 98, liability 1 and concentration 94 percent come back from sample counts."""
    sample = court_deference(the_atlas(), cases=9400, national=10000, upheld=9250, liable=94)
    assert sample.source == "counts"
    assert {of: round(sample.share(of).percent) for of in ShareOf} == {
        ShareOf.CONCENTRATION: 94,
        ShareOf.LIABILITY: 1,
        ShareOf.DEFERENCE: 98,
    }
    assert all(each.agrees for each in sample.shares)


def test_cn_m15_6() -> None:
    """The steering of mask prices is an instance of price regulation."""
    answer = platform_rule(the_atlas(), accepted=True, domain="price-regulation")
    assert answer.instances == ("cn/taobao/mask-price-control",)


def test_cn_m15_7() -> None:
    """TaoBao is a semi-autonomous regulator."""
    assert platform_regulator(the_atlas()).label == "semi-autonomous regulator"


def test_cn_m15_guard() -> None:
    """The article's three shares have bases of their own and are not combined."""
    quoted = court_deference(the_atlas())
    assert not quoted.one_base
    assert quoted.undetermined
    assert [each.percent for each in quoted.shares] == [94, 1, 98]
    assert len({each.base for each in quoted.shares}) == 3
    assert all(each.caution for each in quoted.shares)


def test_shares_unlike_those_of_the_article_do_not_agree() -> None:
    sample = court_deference(the_atlas(), cases=500, national=1000, upheld=490, liable=100)
    assert not any(each.agrees for each in sample.shares)


def test_upheld_and_liable_may_overlap() -> None:
    both = court_deference(the_atlas(), cases=10, upheld=10, liable=10)
    assert [each.percent for each in both.shares] == [100, 100]
    assert both.one_base


@given(st.integers(1, 10**6), st.data())
def test_a_share_is_between_nothing_and_everything(cases: int, data: st.DataObject) -> None:
    upheld = data.draw(st.integers(0, cases))
    (share,) = court_deference(the_atlas(), cases=cases, upheld=upheld).shares
    assert 0 <= share.percent <= 100
    assert (share.percent == 100) == (upheld == cases)


@pytest.mark.parametrize(
    "counts", [{"cases": 3, "upheld": 4}, {"cases": 0, "liable": 0}, {"upheld": 4}]
)
def test_counts_that_make_no_share_are_refused(counts: dict[str, int]) -> None:
    with pytest.raises(QuestionUnclearError):
        court_deference(the_atlas(), **counts)


def test_acceptance_alone_binds_by_contract() -> None:
    answer = platform_rule(the_atlas(), accepted=True, court_recognised=False)
    assert answer.status == "binding by contract"
    assert answer.basis


def test_recognition_adds_the_e_commerce_law_to_the_basis() -> None:
    atlas = the_atlas()
    contract = platform_rule(atlas, accepted=True, court_recognised=False).basis
    court = platform_rule(atlas, accepted=True).basis
    added = set(court) - set(contract)
    assert [getattr(atlas.record(id_), "subject", "") for id_ in added] == [
        "cn/e-commerce-law-2018"
    ]


def test_no_lesser_set_of_functions_makes_a_regulator() -> None:
    names = [row.id for row in table(the_atlas(), "regulator-functions").rows]
    for kept in product([False, True], repeat=len(names)):
        some = tuple(name for name, keep in zip(names, kept, strict=True) if keep)
        answer = platform_regulator(the_atlas(), functions=some)
        assert answer.score == len(some)
        assert (answer.label == "semi-autonomous regulator") == all(kept)


def test_a_function_named_twice_counts_once() -> None:
    twice = platform_regulator(the_atlas(), functions=("legislative", "legislative"))
    assert twice.score == 1


def test_a_rule_changed_alone_has_no_trigger() -> None:
    alone = rule_package(the_atlas(), rule="cn/taobao/service-agreement")
    assert (alone.rules, alone.trigger) == (("cn/taobao/service-agreement",), "undetermined")
    assert alone.counted is None


def test_plans_of_two_years_are_not_of_one_date() -> None:
    plans = rule_package(the_atlas(), rule="cn-bj/ai-plus-action-plan-2024")
    assert len(plans.rules) == 2
    assert not plans.same_date


def test_unknown_fields_and_rules_without_history_are_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        platform_rule(the_atlas(), accepted=True, domain="weather")
    with pytest.raises(QuestionUnclearError):
        rule_package(the_atlas(), rule="cn/taobao/guidelines-standards")
