"""The days to watch: what happens to one law on one day is one row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from technofed._base.text import in_prose
from technofed.law.brief import Brief, CalendarEntry, Finding
from technofed.law.cases import Status
from technofed.law.words import Modality

_BINDS = (Status.APPLIES, Status.APPLIES_UNLESS)
_TAKES_EFFECT = re.compile(r"\btakes? effect\b")

Laws = Mapping[str, Finding]


@dataclass(frozen=True)
class Row:
    """What happens on one day to one law, or to the law that ends and the law that begins.

    Attributes:
        what: What happens, with the name of the law.
        more: What else happens to the same law on that day.
        entries: The entries of the calendar that are told here.
    """

    day: date
    what: str
    more: tuple[str, ...]
    entries: tuple[CalendarEntry, ...]


def rows(brief: Brief) -> list[Row]:
    """The calendar of a brief, one row for each law and day."""
    return _rows(brief, brief.calendar)


def next_day(brief: Brief) -> list[Row]:
    """What the next day brings on which a duty is due, or binding law begins, pauses or ends."""
    binding = {f"{f.instrument}#{f.provision}" for f in brief.findings if _binds(f)}
    entries = [entry for entry in brief.calendar if binding & set(entry.provisions)]
    return _rows(brief, [entry for entry in entries if entry.day == entries[0].day])


def _binds(finding: Finding) -> bool:
    """Whether it binds somebody, or will when it is in force."""
    status = finding.would or finding.status
    return status in _BINDS and finding.modality is not Modality.STATUS


def _rows(brief: Brief, entries: Sequence[CalendarEntry]) -> list[Row]:
    laws = {finding.instrument: finding for finding in brief.findings}
    pinpoints = {f"{f.instrument}#{f.provision}": f.pinpoint for f in brief.findings}
    named = [_Named.of(entry, laws, pinpoints) for entry in entries]
    successors = _successors(named, laws)
    found: dict[tuple[date, str], list[_Named]] = {}
    for one in named:
        key = (one.entry.day, one.entry.instrument)
        found.setdefault((one.entry.day, successors.get(key, key[1])), []).append(one)
    return [_row(together) for together in found.values()]


@dataclass(frozen=True)
class _Named:
    """An entry taken apart: the law, its pinpoints if not all of it is meant, what happens."""

    entry: CalendarEntry
    law: str
    pinpoints: str
    what: str

    @classmethod
    def of(cls, entry: CalendarEntry, laws: Laws, pinpoints: Mapping[str, str]) -> "_Named":
        """Take an entry apart."""
        known = laws.get(entry.instrument)
        law = known.short if known else entry.what.partition(": ")[0]
        mine = "; ".join(dict.fromkeys(pinpoints.get(one, "") for one in entry.provisions))
        if mine and entry.what.startswith(f"{law}, {mine}: "):
            return cls(entry, law, mine, entry.what.removeprefix(f"{law}, {mine}: "))
        return cls(entry, law, "", entry.what.removeprefix(f"{law}: "))

    @property
    def told(self) -> str:
        """What happens, with the pinpoints."""
        return f"{self.pinpoints}: {self.what}" if self.pinpoints else self.what


def _successors(named: Sequence[_Named], laws: Laws) -> dict[tuple[date, str], str]:
    """The law that takes effect as a whole on the day another one of its place ends as a whole."""
    whole = [one for one in named if not one.pinpoints and one.entry.instrument in laws]
    begun = [one.entry for one in whole if one.entry.kind == "in_force"]

    def field(entry: CalendarEntry) -> tuple[object, ...]:
        law = laws[entry.instrument]
        return (entry.day, law.jurisdiction, law.dimension)

    return {
        (one.entry.day, one.entry.instrument): next(
            new.instrument for new in begun if field(new) == field(one.entry)
        )
        for one in whole
        if one.entry.kind == "ends" and any(field(new) == field(one.entry) for new in begun)
    }


def _row(named: Sequence[_Named]) -> Row:
    first, *more = _parts(named)
    return Row(named[0].entry.day, first, tuple(more), tuple(one.entry for one in named))


def _parts(named: Sequence[_Named]) -> list[str]:
    """What happens, the change of the law itself first; only the first part names the law."""
    ends = [one for one in named if one.entry.kind == "ends"]
    begins = [one for one in named if one.entry.kind == "in_force"]
    change = _change(ends, begins)
    others = [one.told for one in named if one.entry.kind == "pause"]
    others += _duties([one for one in named if one.entry.kind == "duty"])
    for watch in (one for one in named if one.entry.kind == "watch"):
        clauses = watch.what.split("; ")
        said = [each for each in clauses if not (begins and _TAKES_EFFECT.search(each))]
        others += ["; ".join(said)] * bool(said)
    if change:
        return [*change, *others]
    law = named[0].law
    joint = ", " if _starts_with_pinpoint(others[0], named) else ": "
    return [f"{law}{joint}{others[0]}", *others[1:]]


def _starts_with_pinpoint(text: str, named: Sequence[_Named]) -> bool:
    return any(one.pinpoints and text.startswith(one.pinpoints) for one in named)


def _change(ends: Sequence[_Named], begins: Sequence[_Named]) -> list[str]:
    """What ends and what begins, as one sentence where the two belong together."""
    if not ends or not begins:
        return [_of_law(one) for one in (*ends, *begins)]
    old, new = list(dict.fromkeys(one.law for one in ends)), begins[0]
    if [new.law] != old:
        end = "ends" if len(old) == 1 else "end"
        return [f"{in_prose(old)} {end} and {new.law} takes effect the same day"]
    if {one.pinpoints for one in ends} == {one.pinpoints for one in begins}:
        where = f"{new.law}, {new.pinpoints}" if new.pinpoints else new.law
        return [f"{where}: the present version ends and the next one takes effect"]
    told = "; ".join(one.told for one in (*ends, *begins))
    return [f"{new.law}, {told}" if ends[0].pinpoints else f"{new.law}: {told}"]


def _of_law(one: _Named) -> str:
    return f"{one.law}, {one.told}" if one.pinpoints else f"{one.law}: {one.what}"


def _duties(named: Sequence[_Named]) -> list[str]:
    """Duties due; one that several provisions lay down is told once."""
    alike: dict[str, list[_Named]] = {}
    for one in named:
        alike.setdefault(one.what.partition(" must ")[2], []).append(one)
    said = []
    for do, mine in alike.items():
        who = list(dict.fromkeys(one.what.partition(" must ")[0] for one in mine))
        where = [one.pinpoints for one in mine if one.pinpoints]
        if len(who) > 1 and len(where) == len(mine):
            where = [f"{one.pinpoints} ({one.what.partition(' must ')[0]})" for one in mine]
            who = []
        lead = f"{in_prose(where)}: " if where else ""
        said.append(f"{lead}{' '.join(filter(None, (in_prose(who), 'must', do)))}")
    return said
