"""Replaying events: every state an instrument can be in."""

from datetime import date

import pytest

from technofed.law.history import Event, Force, Sets, timeline

D = date.fromisoformat


def event(known: str, kind: str, **sets: str) -> Event:
    return Event.model_validate({"known": known, "event": kind, "by": "somebody", "sets": sets})


ACT = event("2031-01-01", "enacted", in_force_from="2031-06-01")


@pytest.mark.parametrize(
    ("events", "as_of", "expected"),
    [
        ([event("2030-01-01", "introduced")], "2031-01-01", Force.PENDING),
        ([ACT], "2031-05-31", Force.NOT_YET),
        ([ACT], "2031-06-01", Force.IN_FORCE),
        ([ACT, event("2031-02-01", "repealed", in_force_to="2032-01-01")], "2032-01-01", Force.ENDED),
        ([ACT, event("2031-02-01", "sunset", in_force_to="2032-01-01")], "2032-01-01", Force.EXPIRED),
        ([ACT, event("2031-02-01", "repealed", in_force_to="2031-06-01")], "2033-01-01", Force.NEVER_OPERATIVE),
        ([event("2030-01-01", "passed"), event("2030-02-01", "vetoed")], "2031-01-01", Force.VETOED),
        ([event("2030-01-01", "introduced"), event("2030-02-01", "failed")], "2031-01-01", Force.EXPIRED),
        ([ACT, event("2031-07-01", "stayed", paused_from="2031-07-01", paused_to="open")], "2040-01-01", Force.STAYED),
        ([ACT, event("2031-07-01", "suspended", paused_from="2031-07-01", paused_to="2031-08-01")], "2031-07-31", Force.SUSPENDED),
        ([ACT, event("2031-07-01", "suspended", paused_from="2031-07-01", paused_to="2031-08-01")], "2031-08-01", Force.IN_FORCE),
    ],
)  # fmt: skip
def test_force(events: list[Event], as_of: str, expected: Force) -> None:
    assert timeline(events, D("2050-01-01")).force(D(as_of)) is expected


def test_a_stay_is_lifted() -> None:
    events = [
        ACT,
        event("2031-07-01", "stayed", paused_from="2031-07-01", paused_to="open"),
        event("2031-09-01", "stay_lifted", paused_to="2031-09-02"),
    ]
    assert timeline(events, D("2031-08-01")).force(D("2031-10-01")) is Force.STAYED
    assert timeline(events, D("2031-09-01")).force(D("2031-10-01")) is Force.IN_FORCE
    assert timeline(events, D("2031-09-01")).force(D("2031-08-01")) is Force.STAYED


def test_a_second_stay_leaves_the_first_where_it_was() -> None:
    events = [
        ACT,
        event("2031-08-01", "stayed", paused_from="2031-08-01", paused_to="open"),
        event("2031-09-01", "stay_lifted", paused_to="2031-09-01"),
        event("2031-10-01", "stayed", paused_from="2031-10-01"),
    ]
    line = timeline(events, D("2031-12-01"))
    days = ("2031-07-31", "2031-08-15", "2031-09-15", "2031-11-01")
    stayed = [line.force(D(day)) is Force.STAYED for day in days]
    assert stayed == [False, True, False, True]


def test_a_pause_can_be_moved() -> None:
    events = [
        ACT,
        event("2031-08-01", "suspended", paused_from="2031-08-01", paused_to="2031-09-01"),
        event("2031-08-20", "suspended", paused_from="2031-08-01", paused_to="2031-12-01"),
    ]
    assert timeline(events, D("2031-08-20")).force(D("2031-11-01")) is Force.SUSPENDED
    assert timeline(events, D("2031-08-19")).force(D("2031-11-01")) is Force.IN_FORCE


def test_a_repeal_can_be_taken_back() -> None:
    events = [
        ACT,
        event("2031-02-01", "repealed", in_force_to="2032-01-01"),
        event("2031-03-01", "revived", in_force_to="open"),
    ]
    assert timeline(events, D("2031-02-15")).force(D("2032-06-01")) is Force.ENDED
    assert timeline(events, D("2031-03-01")).force(D("2032-06-01")) is Force.IN_FORCE


def test_an_event_counts_from_the_day_it_is_known() -> None:
    assert timeline([ACT], D("2030-12-31")).force(D("2031-07-01")) is Force.PENDING


def test_dates_tell_what_happens_on_them() -> None:
    line = timeline([ACT, event("2031-02-01", "sunset", in_force_to="2032-01-01")], D("2050-01-01"))
    assert line.dates() == [(D("2031-06-01"), "takes effect"), (D("2032-01-01"), "ends")]


def test_a_later_event_overrides_an_earlier_date() -> None:
    moved = event("2031-03-01", "amended", in_force_from="2031-09-01")
    assert timeline([moved, ACT], D("2031-03-01")).start == D("2031-09-01")
    assert Sets().in_force_from is None
