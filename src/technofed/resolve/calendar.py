"""What comes next: the days on which the law of an undertaking changes or something is due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from technofed.law.brief import CalendarEntry, DutyOut
from technofed.law.facts import Facts
from technofed.law.records import Duty, Instrument
from technofed.law.rules import Rule
from technofed.resolve.caseload import Judged


def calendar(judged: Sequence[Judged], as_of: date, known: date) -> list[CalendarEntry]:
    """The days from ``as_of`` on that bear on what applies, may apply or would apply.

    Args:
        judged: The judgements that are not plainly "does not apply".
        as_of: The day of the brief.
        known: The day of knowledge.
    """
    entries: dict[_Happening, dict[str, Rule]] = {}
    for one in judged:
        for happening in _happenings(one, known):
            if happening.day >= as_of:
                entries.setdefault(happening, {})[one.rule.id] = one.rule
    reached: dict[str, set[str]] = {}
    for one in judged:
        reached.setdefault(one.rule.instrument.id, set()).add(one.rule.id)
    found = [_entry(happening, rules, reached) for happening, rules in entries.items()]
    instruments = {one.rule.instrument.id: one.rule.instrument for one in judged}
    found += _watched(instruments.values(), as_of, known)
    return sorted(found, key=lambda entry: (entry.day, entry.instrument, entry.what))


class _Happening(NamedTuple):
    """Something that happens on a day to one or more provisions of an instrument."""

    day: date
    instrument: str
    what: str
    kind: Literal["in_force", "ends", "pause", "duty"]
    verify: str | None


def _entry(
    happening: _Happening, rules: Mapping[str, Rule], reached: Mapping[str, set[str]]
) -> CalendarEntry:
    """Name the instrument, and the provisions if it is not all of it that is reached."""
    first = next(iter(rules.values()))
    name = first.instrument.short
    if set(rules) != reached[happening.instrument]:
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
    for duty in one.rule.provision.duties:
        if day_due := due_day(duty, one.matter.facts):
            yield _Happening(day_due, instrument, f"{duty.who} must {duty.do}", "duty", None)


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
