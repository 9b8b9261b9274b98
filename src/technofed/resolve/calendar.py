"""What comes next: the days on which the law of an undertaking changes or something is due."""

from collections.abc import Iterable, Sequence
from datetime import date

from technofed.law.brief import CalendarEntry, DutyOut
from technofed.law.facts import Facts
from technofed.law.records import Duty, Instrument, When
from technofed.law.rules import Rule
from technofed.resolve.caseload import Judged


def calendar(judged: Sequence[Judged], as_of: date) -> list[CalendarEntry]:
    """The days from ``as_of`` on that bear on what applies, may apply or would apply.

    Args:
        judged: The judgements that are not plainly "does not apply".
        as_of: The day of the brief.
    """
    entries: dict[tuple[date, str, str, str], list[str]] = {}
    for one in judged:
        for day, what, kind in _days(one):
            if day >= as_of:
                key = (day, what, one.rule.instrument.id, kind)
                names = entries.setdefault(key, [])
                if one.rule.id not in names:
                    names.append(one.rule.id)
    found = [
        CalendarEntry(day=day, what=what, instrument=instrument, provisions=tuple(names), kind=kind)
        for (day, what, instrument, kind), names in entries.items()
    ]
    instruments = {one.rule.instrument.id: one.rule.instrument for one in judged}
    found += _watched(instruments.values(), as_of)
    return sorted(found, key=lambda entry: (entry.day, entry.instrument, entry.what))


def _days(one: Judged) -> Iterable[tuple[date, str, str]]:
    short = one.rule.instrument.short
    for day, what in one.prepared.line.dates():
        kind = "in_force" if what == "takes effect" else "ends" if what == "ends" else "pause"
        yield day, f"{short}: {what}", kind
    for duty in one.rule.provision.duties:
        if day_due := due_day(duty, one.matter.facts):
            yield day_due, f"{short}: {duty.who} must {duty.do}", "duty"


def _watched(instruments: Iterable[Instrument], as_of: date) -> list[CalendarEntry]:
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
        if watch.day >= as_of
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
        due=due_in_words(duty.when),
        day=due_day(duty, facts),
        cite=duty.cite,
        enforcer=duty.enforcer,
        penalty=duty.penalty,
        private_action=duty.private_action,
        note=duty.note,
    )


def due_in_words(when: When | None) -> str:
    """When a duty is due, in words."""
    if not when:
        return ""
    parts = []
    if when.by:
        parts.append(f"by {when.by}")
    if when.within:
        parts.append(f"within {when.within}")
    if when.every:
        parts.append(f"every {when.every}")
    if when.lasting:
        parts.append(f"for {when.lasting}")
    return ", ".join([*parts, *([when.anchor] if when.anchor else [])])
