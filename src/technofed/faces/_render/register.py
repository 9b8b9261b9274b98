"""The register of a brief: what stands where, so that nothing is printed twice.

A provision stands in full where it first comes up, and so does each ``verify`` mark. Whatever
comes later points back to that place. Things are entered in the order of printing.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from technofed.faces._render.days import Row
from technofed.law.brief import Brief, DutyOut, Finding

_EVENT = re.compile(r"^[a-z_]+ \d{4}-\d\d-\d\d: ")


@dataclass(frozen=True)
class Place:
    """A place in the brief that later ones point back to: its name, and its anchor in HTML."""

    name: str
    anchor: str


@dataclass(frozen=True)
class Entry:
    """A finding as a brief prints it.

    Attributes:
        finding: What is printed.
        anchor: The anchor of its provision.
        above: Where the provision stands in full; nothing if that is here.
        alike: Whether what is said there holds here too, word for word.
        duties: The duties to print: all of them; later, what this bearer must do.
        marks: What is to be verified and was not said before.
        marked: Where the rest of what is to be verified was said.
    """

    finding: Finding
    anchor: str
    above: Place | None
    alike: bool
    duties: tuple[DutyOut, ...]
    marks: tuple[str, ...]
    marked: tuple[Place, ...]


@dataclass(frozen=True)
class Day:
    """A day to watch as a brief prints it; fields as in :class:`Entry`."""

    row: Row
    anchor: str
    marks: tuple[str, ...]
    marked: tuple[Place, ...]


@dataclass(frozen=True)
class _First:
    place: Place
    finding: Finding
    role: str


def bearers(matters: Iterable[str]) -> list[tuple[str, str]]:
    """The (role, party id) pairs of matters, each once."""
    tails = [matter.rsplit("/", 1)[-1].split(":", 1) for matter in matters]
    return list(dict.fromkeys((tail[0], tail[1]) for tail in tails if len(tail) > 1))


class Register:
    """What has been printed so far."""

    def __init__(self, brief: Brief) -> None:
        """Start with an empty page.

        Args:
            brief: What is to be printed. Its duties name their bearer by the roles in it.
        """
        self._roles = {
            role: re.compile(rf"\b{re.escape(role)}\b(?! of\b)")
            for role, _ in bearers(brief.undertaking.matters)
        }
        marks = {(f.instrument, mark) for f in brief.findings for mark in f.verify}
        self._events = Counter((instrument, _bare(mark)) for instrument, mark in marks)
        self._first: dict[tuple[str, str], _First] = {}
        self._marks: dict[tuple[str, str], Place] = {}
        self._titles: dict[str, str] = {}
        self._days = 0

    def enter(self, finding: Finding, under: str, role: str = "") -> Entry:
        """Print a finding.

        Args:
            finding: The finding, with the matters to be named here.
            under: What it stands under, as a reader finds it.
            role: The role of the bearer it stands under, if it stands under one.
        """
        key = (finding.instrument, finding.provision)
        anchor = ":".join(key).replace("/", ":")
        mine = _First(Place(under, anchor), finding, role)
        first = self._first.setdefault(key, mine)
        self._titles[anchor] = finding.title
        marks, marked = self._split(finding, Place(finding.pinpoint, anchor))
        return Entry(
            finding=finding,
            anchor=anchor,
            above=None if first is mine else first.place,
            alike=_said(finding) == _said(first.finding),
            duties=finding.duties if first is mine else self._left(finding, role, first),
            marks=marks,
            marked=marked,
        )

    def enter_day(self, row: Row) -> Day:
        """Print a day to watch."""
        self._days += 1
        here = Place(str(row.day), f"day-{self._days}")
        places = {
            entry.verify: self._marks.setdefault((entry.instrument, entry.verify), here)
            for entry in row.entries
            if entry.verify
        }
        return Day(
            row=row,
            anchor=here.anchor,
            marks=tuple(mark for mark, place in places.items() if place is here),
            marked=tuple(dict.fromkeys(p for p in places.values() if p is not here)),
        )

    def _left(self, finding: Finding, role: str, first: _First) -> tuple[DutyOut, ...]:
        """The duties to print where the provision comes up again."""
        if finding.duties != first.finding.duties:
            return finding.duties
        mine = self.of_role(role, finding.duties)
        return () if mine == self.of_role(first.role, finding.duties) else mine

    def of_role(self, role: str, duties: Iterable[DutyOut]) -> tuple[DutyOut, ...]:
        """The duties of a role, with those that name none of the roles."""
        named = {duty: self._named(duty.who) for duty in duties}
        return tuple(duty for duty, roles in named.items() if role in roles or not roles)

    def _named(self, who: str) -> set[str]:
        """The roles named; "owner of the data" is not the owner."""
        return {role for role, word in self._roles.items() if word.search(who)}

    def _split(self, finding: Finding, here: Place) -> tuple[tuple[str, ...], tuple[Place, ...]]:
        """The marks said here for the first time, and the places of the others."""
        places = {
            mark: self._marks.setdefault(self._key(finding.instrument, mark), here)
            for mark in finding.verify
        }
        marks = tuple(mark for mark, place in places.items() if place is here)
        before = {place for place in places.values() if place is not here}
        in_order = (place for place in dict.fromkeys(self._marks.values()) if place in before)
        return marks, tuple(self._told_apart(place, here) for place in in_order)

    def _key(self, instrument: str, mark: str) -> tuple[str, str]:
        """A mark without its event, as in the calendar, if no other event has the same."""
        bare = (instrument, _bare(mark))
        return bare if self._events[bare] == 1 else (instrument, mark)

    def _told_apart(self, there: Place, here: Place) -> Place:
        """A place under its title if another provision has the same pinpoint."""
        if there.name != here.name or there.anchor == here.anchor:
            return there
        return Place(f"“{self._titles[there.anchor]}”", there.anchor)


def _bare(mark: str) -> str:
    """A mark without the event it hangs on.

    >>> _bare("enacted 2031-01-01: the day is from memory")
    'the day is from memory'
    """
    return _EVENT.sub("", mark, count=1)


def _said(finding: Finding) -> tuple[object, ...]:
    """What a brief says of a finding's matters, its marks and the matters themselves apart."""
    return (finding.status, finding.reason, finding.exceptions, finding.duties, finding.because)
