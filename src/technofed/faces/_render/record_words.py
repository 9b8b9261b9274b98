"""Turns of phrase for the sheet of a record: dates, duties, cases."""

from technofed.faces._render.words import STATUS, value_in_words
from technofed.law.cases import Case
from technofed.law.history import Sets
from technofed.law.records import Duty


def sets_in_words(sets: Sets) -> str:
    """The dates an event sets, in words.

    >>> sets_in_words(Sets(in_force_from="2027-01-01"))
    ' → in force from 2027-01-01'
    """
    given = sets.model_dump(exclude_none=True)
    said = [f"{name.replace('_', ' ')} {value}" for name, value in given.items()]
    return f" → {', '.join(said)}" if said else ""


def due(duty: Duty) -> str:
    """When a duty is due, in words; nothing if the record does not say."""
    return duty.when.in_words() if duty.when else ""


def case_in_words(case: Case) -> str:
    """A case: what is given beyond its starting point, the day, and the answer demanded."""
    given = [f"{name}: {value_in_words(value)}" for name, value in case.facts.items()]
    given += [f"{name}: not known" for name in case.drop]
    start = [case.base] if case.base else []
    known = f", known {case.known}" if case.known else ""
    want = STATUS[case.expect.status] + (f" ({case.expect.reason})" if case.expect.reason else "")
    would = f", else {STATUS[case.expect.would]}" if case.expect.would else ""
    facts = "; ".join([*start, *given])
    return f"{case.name} [{facts}] on {case.as_of}{known} → {want}{would}."
