"""The life of bills and instruments (US M26), asked of the real records."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from technofed.atlas.article.bills import Life, life
from technofed.law.moments import Days
from technofed.law.provenance import Stage
from tests.article.atlas import the_atlas

TODAY = date(2026, 11, 22)


def on(instrument: str, day: date = TODAY, known: date = TODAY) -> Life:
    return life(the_atlas(), instrument=instrument, days=Days(day, known))


def steps(found: Life) -> list[tuple[str, str]]:
    return [(str(step.what), step.when) for step in found.steps]


def test_t26_1() -> None:
    """S. 2597 expired on 3 January 2025."""
    found = on("us/s2597-118")
    assert (found.stage, found.ended) == (Stage.EXPIRED, "2025-01-03")
    assert on("us/s2597-118", date(2025, 1, 2)).stage is Stage.INTRODUCED
    assert not found.enacted
    assert not found.contradicts_article


def test_t26_2() -> None:
    """S. 3205 and S. 3312 expired by the same rule, though the article calls them pending."""
    for bill in ("us/s3205-118", "us/s3312-118"):
        found = on(bill)
        assert (found.stage, found.ended) == (Stage.EXPIRED, "2025-01-03")
        assert found.contradicts_article


def test_t26_3() -> None:
    """SB 1047 was vetoed."""
    found = on("us-ca/sb1047")
    assert (found.stage, found.ended) == (Stage.VETOED, "2024-09-29")
    assert [what for what, _ in steps(found)] == ["introduced", "passed", "vetoed"]


def test_t26_4() -> None:
    """The Utah act was enacted on 13 March 2024."""
    found = on("us-ut/ai-policy-act", date(2024, 4, 1))
    assert ("enacted", "2024-03-13") in steps(found)
    assert (found.branch, found.stage, found.enacted) == ("bill", Stage.ENACTED, True)
    assert on("us-ut/ai-policy-act", date(2024, 5, 1)).stage is Stage.IN_FORCE


def test_t26_5() -> None:
    """The AI Bill of Rights was issued in October 2022, reversed in July 2025, never enacted."""
    found = on("us/ai-bill-of-rights-2022")
    assert found.branch == "guidance"
    assert steps(found) == [("issued", "2022-10"), ("reversed", "2025-07")]
    assert (found.stage, found.enacted, found.ended) == (Stage.REVERSED, False, "2025-07")


def test_a_request_is_answered_or_not() -> None:
    """The branch for requests: the bankers answered the Treasury; nobody answered the bankers."""
    assert on("us/treasury-rfi-ai-finance").answered is True
    assert on("us/aba-joint-letter-2024").answered is False
    assert on("us/s2597-118").answered is None


@given(st.dates(date(2023, 1, 1), TODAY), st.dates(date(2023, 1, 1), TODAY))
def test_no_step_is_told_before_it_is_known(day: date, known: date) -> None:
    """Nothing that became known later is used, and only what had begun."""
    later = on("us-ca/sb1047", TODAY, TODAY)
    seen = on("us-ca/sb1047", day, known)
    assert set(seen.steps) <= set(later.steps)
    assert all(date.fromisoformat(step.when) <= min(day, known) for step in seen.steps)
