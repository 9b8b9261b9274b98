"""Where an instrument stands in its life on a pair of days (the article's M26).

Bills: drafted, introduced, passed, signed, then in force, or vetoed, or expired with their
Congress. Guidance: issued, then reversed or rescinded, never enacted. Requests: requested,
then answered or not. Coded law also knows its days of effect, stays and ends.
"""

from collections.abc import Iterator
from datetime import date

from technofed.atlas.walk.view import known_from, when_of
from technofed.law.history import Event, Force, timeline
from technofed.law.moments import Days
from technofed.law.provenance import ARTICLE_DAY, Stage
from technofed.law.records import Instrument
from technofed.law.words import EventKind

_STAGES = {
    EventKind.DRAFTED: Stage.DRAFTED,
    EventKind.CIRCULATED: Stage.CIRCULATED,
    EventKind.REQUESTED: Stage.REQUESTED,
    EventKind.PROPOSED: Stage.PROPOSED,
    EventKind.INTRODUCED: Stage.INTRODUCED,
    EventKind.PASSED: Stage.PASSED,
    EventKind.SIGNED: Stage.SIGNED,
    EventKind.ENACTED: Stage.ENACTED,
    EventKind.ISSUED: Stage.ISSUED,
    EventKind.PUBLISHED: Stage.ISSUED,
    EventKind.DECIDED: Stage.DECIDED,
    EventKind.LAUNCHED: Stage.CURRENT,
    EventKind.CREATED: Stage.CURRENT,
    EventKind.STAYED: Stage.PAUSED,
    EventKind.SUSPENDED: Stage.PAUSED,
    EventKind.STAY_LIFTED: Stage.IN_FORCE,
    EventKind.VETOED: Stage.VETOED,
    EventKind.FAILED: Stage.FAILED,
    EventKind.REVERSED: Stage.REVERSED,
    EventKind.RESCINDED: Stage.RESCINDED,
    EventKind.REPEALED: Stage.ENDED,
    EventKind.SUPERSEDED: Stage.ENDED,
    EventKind.SUNSET: Stage.EXPIRED,
    EventKind.DISSOLVED: Stage.ENDED,
}
"""The stage an event puts an instrument in. Amendments and new names leave it where it was."""

_FORCES = {
    Force.IN_FORCE: Stage.IN_FORCE,
    Force.NOT_YET: Stage.ENACTED,
    Force.STAYED: Stage.PAUSED,
    Force.SUSPENDED: Stage.PAUSED,
    Force.ENDED: Stage.ENDED,
    Force.EXPIRED: Stage.EXPIRED,
    Force.VETOED: Stage.VETOED,
}

CONGRESS_ENDS = {
    115: date(2019, 1, 3),
    116: date(2021, 1, 3),
    117: date(2023, 1, 3),
    118: date(2025, 1, 3),
    119: date(2027, 1, 3),
}
"""The day a Congress ends (U.S. Const. amend. XX § 1): bills not enacted expire with it."""

_LIVING_BILL = {Stage.INTRODUCED, Stage.PASSED, Stage.PROPOSED}


def stage_on(instrument: Instrument, days: Days) -> Stage:
    """The stage of an instrument on a day, by what was known on another.

    Coded law speaks by its days of effect; where provisions carry dates of their own, the
    liveliest of them speaks for the whole. Otherwise the latest word counts: the last event
    of the history, the status in the article (as of its last day), or the status verified
    since. What has ended stays ended, whatever the article says of it later.
    """
    found = {_by_force(each, days) for each in _histories(instrument)}
    alive = next((stage for stage in _FORCES.values() if stage in found), None)
    return alive or _latest_word(instrument, days)


_OVER = {
    Stage.VETOED,
    Stage.FAILED,
    Stage.EXPIRED,
    Stage.REVERSED,
    Stage.RESCINDED,
    Stage.ENDED,
}


def _latest_word(instrument: Instrument, days: Days) -> Stage:
    if known_from(instrument) > days.known:
        return Stage.UNDETERMINED
    stage, said = _by_events(instrument, days)
    article, verified = instrument.status_article, instrument.status_verified
    if article and stage not in _OVER and said <= ARTICLE_DAY <= min(days.known, days.as_of):
        stage = article.stage if article.stage is not Stage.UNDETERMINED else stage
    open_end = verified and verified.stage is Stage.UNDETERMINED and stage in _OVER
    if verified and not open_end and said <= verified.day <= min(days.known, days.as_of):
        stage = verified.stage
    return stage or Stage.UNDETERMINED


def _histories(instrument: Instrument) -> Iterator[tuple[Event, ...]]:
    """The instrument's own history, and that of each provision with events of its own."""
    yield instrument.history
    yield from (instrument.events_of(each) for each in instrument.provisions if each.history)


def _counts(event: Event, days: Days) -> bool:
    return event.known <= days.known and when_of(event).start <= days.as_of


def _by_force(history: tuple[Event, ...], days: Days) -> Stage | None:
    """The stage by the days of effect that a history sets, if it sets any."""
    line = timeline(history, days.known)
    if not line.start or not any(_counts(each, days) for each in history):
        return None
    force = line.force(days.as_of)
    return None if force is Force.NOT_YET and line.dead else _FORCES.get(force)


def _by_events(instrument: Instrument, days: Days) -> tuple[Stage | None, date]:
    """The stage after the last event that counts, and the day of that event."""
    end = congress_end(instrument)
    last: Stage | None = None
    said = date.min
    events = (each for each in instrument.history if _counts(each, days))
    for event in sorted(events, key=lambda each: (when_of(each).start, each.known)):
        lapses = event.event is EventKind.FAILED and end and when_of(event).start >= end
        last = last if lapses else _STAGES.get(event.event, last)
        said = when_of(event).start
    if end and last in _LIVING_BILL and days.as_of >= end:
        return Stage.EXPIRED, end
    return last, said


def congress_end(instrument: Instrument) -> date | None:
    """The day a federal bill that is not enacted expires; ``None`` if it is no such bill."""
    congress = congress_of(instrument)
    return CONGRESS_ENDS[congress] if congress else None


def congress_of(instrument: Instrument) -> int | None:
    """The Congress a federal bill was introduced in, from the ending of its id.

    >>> from technofed.law.records import Instrument
    >>> fields = {"title": "A bill", "short": "A bill", "jurisdiction": "US", "level": "central",
    ...           "dimension": "cross", "area": "antitrust", "kind": "bill", "summary": "-",
    ...           "pins": ("III.C.1(ii) n.171",)}
    >>> congress_of(Instrument(id="us/s2597-118", **fields))
    118
    """
    number = instrument.id.rsplit("-", 1)[-1]
    known = number.isdigit() and int(number) in CONGRESS_ENDS
    return int(number) if known and instrument.kind == "bill" else None
