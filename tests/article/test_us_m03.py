"""What counts as AI (US M03) and as AI governance (CN M02), asked of the real records."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import UNDETERMINED, table
from technofed.atlas.article.definitions import ai_definition, ai_distance
from technofed.atlas.article.norms import ai_governance, norm
from technofed.law.moments import Days
from technofed.law.words import InstrumentKind
from tests.article.atlas import the_atlas

BROAD = ("statistics", "machine-learning", "deep-learning", "generative")
DEEP = ("deep-learning",)
TODAY = Days(date(2026, 11, 22), date(2026, 11, 22))
FAMILIES = ("statistics", "machine-learning", "deep-learning", "generative", "superintelligence")

definitions = st.frozensets(st.sampled_from(FAMILIES)).map(lambda found: tuple(sorted(found)))


def distance(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    return ai_distance(the_atlas(), first=first, second=second).distance


def test_t03_1() -> None:
    """Logistic regression sold as AI under a broad definition: covered, over-inclusive."""
    found = ai_definition(
        the_atlas(), covers=BROAD, technique="logistic regression", sold_as_ai=True
    )
    assert (found.covered, found.over_inclusive) == (True, True)


def test_t03_2() -> None:
    """The same tool under a definition of deep learning only: not covered."""
    found = ai_definition(
        the_atlas(), covers=DEEP, technique="logistic regression", sold_as_ai=True
    )
    assert (found.covered, found.over_inclusive, found.under_inclusive) == (False, False, False)


def test_t03_3() -> None:
    """Two states with different definitions: apart, and one system treated differently."""
    found = ai_distance(the_atlas(), first=BROAD, second=DEEP)
    assert found.distance > 0
    treated = {
        ai_definition(the_atlas(), covers=covers, technique="logistic regression").covered
        for covers in (BROAD, DEEP)
    }
    assert treated == {True, False}
    assert "statistics" in found.differently


def test_cn_m02_1() -> None:
    """The party-cell duty of the Company Law is hard."""
    found = norm(the_atlas(), norm="cn/company-law-party", days=TODAY)
    assert (found.in_scope, found.origin, found.effect) == (True, "hard", "hard")


def test_cn_m02_2() -> None:
    """TaoBao's rules are soft in origin and hard in effect once the law and courts take them."""
    found = norm(the_atlas(), norm="cn/taobao-platform-rules", days=TODAY)
    assert (found.origin, found.effect) == ("soft", "hard")
    assert any("hangzhou-internet" in reason for reason in found.because)
    asked = ai_governance(
        the_atlas(), issuer="market", binding=True, shapes=("exchange",), recognised=True
    )
    assert (asked.in_scope, asked.origin, asked.effect) == (True, "soft", "hard")


def test_cn_m02_3() -> None:
    """Classic statistics sold as AI: the risk in the definition is flagged."""
    risky = ai_definition(the_atlas(), covers=DEEP, technique="statistics", sold_as_ai=True)
    plain = ai_definition(the_atlas(), covers=DEEP, technique="generative", sold_as_ai=True)
    assert (risky.definitional_risk, plain.definitional_risk) == (True, False)


def test_a_private_norm_stays_soft_until_somebody_recognises_it() -> None:
    found = norm(the_atlas(), norm="us/meta-llama", days=TODAY)
    assert (found.origin, found.effect) == ("soft", "soft")


def test_what_a_norm_shapes_must_be_said() -> None:
    found = ai_governance(the_atlas(), issuer="state", binding=True)
    assert found.in_scope == UNDETERMINED
    assert found.undetermined


def test_leaving_out_generative_ai_is_under_inclusive() -> None:
    found = ai_definition(the_atlas(), covers=("statistics",), technique="large language model")
    assert (found.covered, found.under_inclusive) == (False, True)


def test_whether_superintelligence_is_ai_is_open() -> None:
    found = ai_definition(the_atlas(), covers=BROAD, technique="superintelligence")
    assert found.undetermined
    assert not found.under_inclusive


@given(definitions, definitions)
def test_distance_is_symmetric_and_a_share(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert distance(first, second) == distance(second, first)
    assert 0 <= distance(first, second) <= 1


@given(definitions)
def test_a_definition_is_at_no_distance_from_itself(covers: tuple[str, ...]) -> None:
    assert distance(covers, covers) == 0


@given(definitions, definitions)
def test_apart_means_that_some_family_is_treated_differently(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    found = ai_distance(the_atlas(), first=first, second=second)
    assert (found.distance > 0) == bool(found.differently)
    for family in FAMILIES:
        reached = {
            ai_definition(the_atlas(), covers=covers, technique=family).covered
            for covers in (first, second)
        }
        assert (len(reached) > 1) == (family in found.differently)


def test_unknown_techniques_are_named() -> None:
    with pytest.raises(QuestionUnclearError, match="logistic regresion"):
        ai_definition(the_atlas(), covers=BROAD, technique="logistic regresion")


def test_every_kind_of_instrument_has_one_force() -> None:
    rows = table(the_atlas(), "legal-force").rows
    kinds = [kind for row in rows for kind in row.cells["kinds"]]
    assert sorted(kinds) == sorted(InstrumentKind)


def test_a_definition_of_machine_learning_reaches_what_it_includes() -> None:
    for technique in ("image classifier", "large language model"):
        found = ai_definition(the_atlas(), covers=("machine_learning",), technique=technique)
        assert found.covered
    plain = ai_definition(the_atlas(), covers=("machine_learning",), technique="statistics")
    assert not plain.covered
