"""Judging one rule: corners that a tester once found wrong."""

from technofed.law.atoms import Compare, Contains, Flag, Relate
from technofed.law.cases import Status
from technofed.law.conditions import AllOf, Leaf, NoneOf
from technofed.law.facts import PartialSet
from technofed.resolve.judge import judge


def test_only_exceptions_that_hold_are_named_for_an_exemption() -> None:
    exceptions = [Leaf(Flag("licensed")), Leaf(Flag("notices_here"))]
    found = judge(Leaf(Flag("law_kiosk")), exceptions, {"licensed": True})
    assert found.status is Status.EXEMPT
    assert found.exceptions == (0,)


def test_nothing_counts_below_zero() -> None:
    assert judge(Leaf(Compare("employees", ">", -5)), [], {}).status is Status.APPLIES
    assert judge(Leaf(Compare("employees", "<=", -5)), [], {}).status is Status.NOT_APPLICABLE


def test_counts_have_nothing_between_neighbours() -> None:
    small, large = (
        Compare("employees", "<=", 14, whole=True),
        Compare("employees", ">=", 15, whole=True),
    )
    assert judge(NoneOf((Leaf(small), Leaf(large))), [], {}).status is Status.NOT_APPLICABLE


def test_two_unknown_days_may_be_exactly_a_year_apart() -> None:
    same = Relate("award_day", "==", "sold_day", "years", 1)
    assert judge(Leaf(same), [], {}).status is Status.MAY_APPLY


def test_a_leap_year_is_longer_than_365_days() -> None:
    both = AllOf(
        (
            Leaf(Relate("sold_day", "<=", "award_day", "years", 1)),
            Leaf(Relate("sold_day", ">", "award_day", "days", 365)),
        )
    )
    assert judge(both, [], {}).status is Status.MAY_APPLY


def test_a_half_known_set_stays_open_in_its_open_part() -> None:
    half = PartialSet(frozenset({"text"}), frozenset({"text", "voice"}))
    facts = {"inputs": half}
    assert (
        judge(Leaf(Contains("inputs", frozenset({"voice"}))), [], facts).status is Status.MAY_APPLY
    )
    assert (
        judge(Leaf(Contains("inputs", frozenset({"face"}))), [], facts).status
        is Status.NOT_APPLICABLE
    )
