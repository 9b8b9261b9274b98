"""What comes next: the days on which the law of an undertaking changes or something is due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from technofed.law.brief import CalendarEntry, DutyOut
from technofed.law.cases import Status
from technofed.law.facts import Facts
from technofed.law.history import Force
from technofed.law.records import Duty, Instrument
from technofed.law.rules import Rule
from technofed.resolve.caseload import Judged


def calendar(judged: Sequence[Judged], as_of: date, known: date) -> list[CalendarEntry]:
    """The days from ``as_of`` on that bear on what applies, may apply or would apply.

    Args:
        judged: Every rule on every matter; what plainly does not apply is left out.
        as_of: The day of the brief.
        known: The day of knowledge.
    """
    entries: dict[_Happening, dict[str, Rule]] = {}
    reached = [one for one in judged if one.verdict.judgement.status is not _NOT]
    for one in reached:
        for happening in _happenings(one, known):
            if happening.day >= as_of:
                entries.setdefault(happening, {})[one.rule.id] = one.rule
    shared = _shared_days(judged)
    found = [_entry(happening, rules, shared) for happening, rules in entries.items()]
    instruments = {one.rule.instrument.id: one.rule.instrument for one in reached}
    found += _watched(instruments.values(), as_of, known)
    return sorted(found, key=lambda entry: (entry.day, entry.instrument, entry.what))


_NOT = Status.NOT_APPLICABLE


class _Happening(NamedTuple):
    """Something that happens on a day to one or more provisions of an instrument."""

    day: date
    instrument: str
    what: str
    kind: Literal["in_force", "ends", "pause", "duty"]
    verify: str | None


def _entry(
    happening: _Happening, rules: Mapping[str, Rule], shared: set[tuple[str, date, str]]
) -> CalendarEntry:
    """Name the instrument, and the provisions if it does not happen to all of it."""
    first = next(iter(rules.values()))
    name = first.instrument.short
    if (happening.instrument, happening.day, happening.what) not in shared:
        pinpoints = dict.fromkeys(rule.provision.pinpoint for rule in rules.values())
        name = f"{name}, {'; '.join(pinpoints)}"
    return CalendarEntry(
        day=happening.day,
        what=f"{name}: {happening.what}",
        instrument=happening.instrument,
        provisions=tuple(rules),
        kind=happening.kind,
        verify=happening.verify,
    )


def _happenings(one: Judged, known: date) -> Iterator[_Happening]:
    instrument = one.rule.instrument.id
    marks = _marks(one, known)
    for day, what in one.prepared.line.dates():
        kind: Literal["in_force", "ends", "pause"] = "pause"
        if what in ("takes effect", "ends"):
            kind = "in_force" if what == "takes effect" else "ends"
        yield _Happening(day, instrument, what, kind, marks.get(day))
    if not _may_bind(one):
        return
    for duty in one.rule.provision.duties:
        if day_due := due_day(duty, one.matter.facts):
            yield _Happening(day_due, instrument, f"{duty.who} must {duty.do}", "duty", None)


def _may_bind(one: Judged) -> bool:
    """Whether its duties may fall due: it binds or may, now or once it is in force."""
    coming = one.prepared.force in (Force.IN_FORCE, Force.NOT_YET, Force.STAYED, Force.SUSPENDED)
    return coming and one.verdict.judgement.status is not Status.EXEMPT


def _shared_days(judged: Sequence[Judged]) -> set[tuple[str, date, str]]:
    """What happens on one day to every provision of an instrument."""
    days: dict[str, dict[str, set[tuple[date, str]]]] = {}
    for one in judged:
        mine = days.setdefault(one.rule.instrument.id, {})
        mine.setdefault(one.rule.id, set(one.prepared.line.dates()))
    return {
        (instrument, day, what)
        for instrument, provisions in days.items()
        for day, what in set.intersection(*provisions.values())
    }


def _marks(one: Judged, known: date) -> dict[date, str]:
    """What is still to be verified of the days that events set."""
    events = one.rule.instrument.events_of(one.rule.provision)
    return {
        day: event.verify
        for event in events
        if event.verify and event.known <= known
        for day in event.sets.model_dump(exclude_none=True).values()
        if isinstance(day, date)
    }


def _watched(instruments: Iterable[Instrument], as_of: date, known: date) -> list[CalendarEntry]:
    return [
        CalendarEntry(
            day=watch.day,
            what=f"{instrument.short}: {watch.what}",
            instrument=instrument.id,
            provisions=(),
            kind="watch",
            verify=watch.verify,
        )
        for instrument in instruments
        for watch in instrument.calendar
        if watch.day >= as_of and (watch.known or instrument.last_read) <= known
    ]


def due_day(duty: Duty, facts: Facts) -> date | None:
    """The day a duty is due, where the record or a known fact fixes one."""
    when = duty.when
    if not when:
        return None
    anchor = facts.get(when.anchor_fact or "")
    if isinstance(anchor, date) and when.within:
        return when.within.after(anchor)
    return when.by


def duty_out(rule: Rule, duty: Duty, facts: Facts) -> DutyOut:
    """A duty as a brief shows it."""
    return DutyOut(
        id=f"{rule.id}/{duty.id}",
        who=duty.who,
        do=duty.do,
        due=duty.when.in_words() if duty.when else "",
        day=due_day(duty, facts),
        cite=duty.cite,
        enforcer=duty.enforcer,
        penalty=duty.penalty,
        private_action=duty.private_action,
        note=duty.note,
    )
