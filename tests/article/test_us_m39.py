"""Frames of the debate (US M39), rhetoric and practice (CN M34)."""

from hypothesis import given
from hypothesis import strategies as st

from technofed.atlas.article.answers import UNDETERMINED, table
from technofed.atlas.article.frames import Framed, Gap, Rhetoric, frames, rhetoric
from technofed.law.words import Level
from tests.article.atlas import the_atlas

ALLISON = (
    "China leverages AI to advance its “authoritarian model of governance” and claim "
    "“superiority to today’s dysfunctional democracy.”"
)
PLAN = (
    "Winning the AI race: market-led innovation secures a geostrategic advantage over China, "
    "with little said of risks for democratic governance."
)


def framed(statement: str) -> Framed:
    return frames(the_atlas(), statement=statement)


def gap(country: str, id_: str) -> Gap:
    return next(each for each in said(country).gaps if each.id == id_)


def said(country: str) -> Rhetoric:
    return rhetoric(the_atlas(), country="CN" if country == "CN" else "US")


def test_t39_1() -> None:
    """Allison and Schmidt: a battle of values, without states and firms."""
    found = framed(ALLISON)
    assert found.frame == "democracy-v-autocracy"
    assert found.missing == (Level.LOCAL, Level.MARKET)
    assert "false choice" in found.criticism


def test_t39_2() -> None:
    """The Action Plan: a geostrategic contest more than values; official rhetoric stays."""
    found = framed(PLAN)
    assert found.frame == "geostrategic-contest"
    assert found.scores["geostrategic-contest"] > found.scores["democracy-v-autocracy"] > 0
    assert Level.MARKET in found.actors
    assert gap("US", "us-threat").rhetoric == 1


def test_cn_m34_1() -> None:
    """Chinese discourse on regime resilience and humiliation: one line, while practice mixes."""
    found = gap("CN", "prc-regime-resilience")
    assert (found.rhetoric, found.gap > 0) == (1, True)
    assert "humiliation" in found.statement


def test_cn_m34_2() -> None:
    """Foreign comment sees state and business fused; firms also bet against the centre."""
    assert gap("CN", "prc-state-business-fusion").gap > 0


def test_cn_m34_3() -> None:
    """The United States portrays Chinese AI as a threat to liberal democracy."""
    found = gap("US", "us-threat")
    assert framed(found.statement).frame == "democracy-v-autocracy"
    assert found.gap > 0


def test_cn_m34_4() -> None:
    """China: an answer to containment and a source of trust."""
    assert gap("CN", "prc-containment").rhetoric == 1


def test_cn_m34_5() -> None:
    """Targets are aspirational: the widest gap."""
    found = gap("CN", "prc-targets")
    assert found.aspirational
    assert found.gap == max(each.gap for each in said("CN").gaps)


def test_both_countries_keep_their_lines_while_practice_mixes() -> None:
    for country in ("US", "CN"):
        found = said(country)
        assert found.divergence > 0
        assert found.rhetoric > found.practice


def test_a_statement_without_cues_is_left_open() -> None:
    found = framed("The weather is fine.")
    assert (found.frame, found.missing) == (UNDETERMINED, tuple(Level))
    assert found.undetermined


def test_every_frame_is_known_by_its_own_words() -> None:
    cues = {row.id: row.cells["cues"] for row in table(the_atlas(), "frame-cues").rows}
    for row in table(the_atlas(), "frames").rows:
        assert framed(". ".join(cues[row.id])).frame == row.id


@given(st.text())
def test_any_text_gets_one_frame_or_none(statement: str) -> None:
    found = framed(statement)
    assert (found.frame == UNDETERMINED) == bool(found.undetermined)
    assert set(found.missing) | set(found.actors) >= set(Level)


def test_only_the_targets_are_coded_as_the_widest_gap() -> None:
    gaps = {each.id: each.gap for each in (*said("CN").gaps, *said("US").gaps)}
    assert gaps.pop("prc-targets") == 1
    assert set(gaps.values()) == {0.5}
