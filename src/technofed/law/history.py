"""Time: what an instrument's events, as known on one day, say of any other day.

Two clocks run: ``as_of`` is the day the rules are applied to, ``known`` the day of
knowledge. An event becomes part of the picture on the day it is known, and may set
dates long before or after.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from technofed._base.dates import Interval, parse_day
from technofed.law.moments import When
from technofed.law.words import EventKind


def _day(raw: object) -> object:
    return parse_day(raw) if isinstance(raw, str) else raw


Day = Annotated[date, BeforeValidator(_day)]


def _day_or_open(raw: object) -> object:
    return raw if raw == "open" else _day(raw)


DayOrOpen = Annotated[date | Literal["open"], BeforeValidator(_day_or_open)]


class Force(StrEnum):
    """Whether a provision binds on a day, and if not, why not."""

    IN_FORCE = "in_force"
    PENDING = "pending"
    NOT_YET = "not_yet"
    STAYED = "stayed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    NEVER_OPERATIVE = "never_operative"
    VETOED = "vetoed"
    EXPIRED = "expired"


class Sets(BaseModel):
    """The dates an event fixes. ``open`` takes an end date away again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    in_force_from: Day | None = None
    in_force_to: DayOrOpen | None = None
    paused_from: Day | None = None
    paused_to: DayOrOpen | None = None


class Event(BaseModel):
    """Something that happened to an instrument, and the day it became known.

    Attributes:
        known: The day it became public knowledge.
        event: What happened.
        when: When it happened, as exact as the source; the day it became known if absent.
        by: The act, order or decision.
        source: Id of the source it was read in.
        sets: The dates it fixes.
        verify: What is still to be verified, if anything.
        note: A remark for the reader.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    known: Day
    event: EventKind
    when: When | None = None
    by: str
    source: str | None = None
    sets: Sets = Sets()
    verify: str | None = None
    note: str | None = None


_DEAD = {EventKind.VETOED: Force.VETOED, EventKind.FAILED: Force.EXPIRED}
_ALIVE = {EventKind.ENACTED, EventKind.ISSUED, EventKind.PUBLISHED, EventKind.REVIVED}
_STAYS = {EventKind.STAYED, EventKind.STAY_LIFTED}


@dataclass
class Timeline:
    """The dates of a provision, as its events known so far have set them.

    Attributes:
        start: First day it binds.
        end: First day it no longer binds.
        end_reason: What ending means here: ``ended`` or ``expired``.
        pauses: Every stay and suspension, as intervals, in the order they became known.
        dead: Set while the bill is vetoed or has failed.
    """

    start: date | None = None
    end: date | None = None
    end_reason: Force = Force.ENDED
    pauses: list[tuple[Force, Interval]] = field(default_factory=list)
    dead: Force | None = None

    def take(self, event: Event) -> None:
        """Let one more event have its effect."""
        sets = event.sets
        self.dead = None if event.event in _ALIVE else _DEAD.get(event.event, self.dead)
        self.start = sets.in_force_from or self.start
        if sets.in_force_to is not None:
            self.end = None if sets.in_force_to == "open" else sets.in_force_to
            sunset = event.event is EventKind.SUNSET
            self.end_reason = Force.EXPIRED if sunset else Force.ENDED
        if sets.paused_from or sets.paused_to:
            self._pause(Force.STAYED if event.event in _STAYS else Force.SUSPENDED, sets)

    def _pause(self, kind: Force, sets: Sets) -> None:
        """A new pause, or a new end for the last one of its kind.

        The same first day, or none, means that the last pause is meant.
        """
        mine = [n for n, (known, _) in enumerate(self.pauses) if known is kind]
        last = self.pauses[mine[-1]][1] if mine else None
        again = last is not None and sets.paused_from in (None, last.start)
        until = last.end if again and last and sets.paused_to is None else sets.paused_to
        start = last.start if again and last else sets.paused_from
        pause = (kind, Interval(start, None if until == "open" else until))
        if again:
            self.pauses[mine[-1]] = pause
        else:
            self.pauses.append(pause)

    def force(self, as_of: date) -> Force:
        """Whether the provision binds on ``as_of``."""
        if self.dead:
            return self.dead
        if self.start is None:
            return Force.PENDING
        if self.end and self.end <= self.start:
            return Force.NEVER_OPERATIVE
        if as_of < self.start:
            return Force.NOT_YET
        if self.end and as_of >= self.end:
            return self.end_reason
        paused = (kind for kind, days in self.pauses if as_of in days)
        return next(paused, Force.IN_FORCE)

    def dates(self) -> list[tuple[date, str]]:
        """Every day on which the answer changes, with what happens on it."""
        found = [(self.start, "takes effect"), (self.end, "ends")]
        for kind, days in self.pauses:
            found += [(days.start, f"is {kind}"), (days.end, f"is no longer {kind}, binds again")]
        if self.dead or (self.start and self.end and self.end <= self.start):
            return []
        return sorted((day, what) for day, what in found if day)


def timeline(events: Iterable[Event], known: date) -> Timeline:
    """Replay the events known on a day, in the order they became known."""
    line = Timeline()
    for event in sorted(events, key=lambda event: event.known):
        if event.known <= known:
            line.take(event)
    return line
