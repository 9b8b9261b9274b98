"""Small turns of phrase that all formats share."""

import textwrap
from collections.abc import Iterable
from datetime import date

from technofed._base.text import counted
from technofed.faces._render.outline import Bearer, Outline
from technofed.faces._render.register import Day, Entry
from technofed.law.brief import Brief, DutyOut, Finding, SourceOut
from technofed.law.cases import Status
from technofed.law.history import Force
from technofed.law.records import Duty

STATUS = {
    Status.APPLIES: "applies",
    Status.APPLIES_UNLESS: "applies unless exempt",
    Status.EXEMPT: "exempt",
    Status.MAY_APPLY: "may apply",
    Status.NOT_APPLICABLE: "does not apply",
    Status.NOT_IN_FORCE: "not in force",
}
REASON = {
    Force.PENDING: "pending: not law",
    Force.NOT_YET: "not yet in force",
    Force.STAYED: "stayed",
    Force.SUSPENDED: "suspended",
    Force.ENDED: "no longer in force",
    Force.NEVER_OPERATIVE: "never took effect",
    Force.VETOED: "vetoed",
    Force.EXPIRED: "expired",
}
CONFIDENCE = {
    "primary": "read in the official text",
    "secondary": "read in secondary sources",
    "unverified": "not verified",
}
EXCEPTION = {"primary": "official text read", "unverified": "not verified"}
READ = "Read in secondary sources on"
STANDING = "Unless marked otherwise: read in secondary sources, to be verified."
REVIEW = {
    "draft": "draft: nobody has checked the record yet",
    "lapsed": "the record changed since it was last checked",
    "doubtful": "the last reader had doubts",
    "drafter": "checked by its drafter only",
    "second-reader": "checked by a second reader (not a lawyer)",
    "lawyer": "checked by a lawyer",
    "second-lawyer": "checked by two lawyers",
}
HINDSIGHT = (
    "Seen from an earlier day: statuses, dates and marks are those known then; titles, summaries, "
    "numbers the law sets, open questions and sources are as the records stand now."
)
NOT_ADVICE = (
    "Not legal advice. This is information about the law that a program drew from records "
    "people wrote; it is no substitute for reading the sources."
)


def hindsight(brief: Brief) -> bool:
    """Whether the brief is seen from a day before its records were read."""
    return any(source.read > brief.known for source in brief.sources)


def status_in_words(finding: Finding) -> str:
    """The status of a finding, with the reason and dates where it is a matter of time."""
    if not finding.reason:
        return STATUS[finding.status]
    said = REASON[finding.reason]
    if finding.reason is Force.NOT_YET and finding.in_force_from:
        said = f"from {finding.in_force_from}"
    if finding.reason is Force.ENDED and finding.in_force_to:
        said += f" since {finding.in_force_to}"
    would = STATUS[finding.would] if finding.would else ""
    return f"{said}; would then be: {would}" if finding.reason is Force.NOT_YET else said


def value_in_words(value: object) -> str:
    """A fact's value as people write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {value_in_words(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(value_in_words, value)) or "none"
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def marks(finding: Finding) -> str:
    """What sets the standing of a finding apart from that of its section."""
    said = [EXCEPTION[finding.confidence]] if finding.confidence in EXCEPTION else []
    said += [REVIEW[finding.review]] * (finding.review in ("draft", "lapsed", "doubtful"))
    return "; ".join(said)


def title(finding: Finding) -> str:
    """The title line of a provision: law, pinpoint, maker, title and special standing."""
    maker = f"({finding.level}, {finding.jurisdiction})"
    return f"{finding.short}, {finding.pinpoint} {maker}: {finding.title}{marked(finding)}"


def marked(finding: Finding) -> str:
    """The special standing of a finding, in brackets."""
    said = marks(finding)
    return f" [{said}]" if said else ""


def pointer(entry: Entry) -> str:
    """The words before the places where the rest of what is to be verified was said."""
    return "see also above," if entry.marks else "see above,"


def cautions(entry: Entry) -> str:
    """Where the marks that were said before stand."""
    places = "; ".join(place.name for place in entry.marked)
    return f"to be verified: {pointer(entry)} {places}" if places else ""


def day_cautions(day: Day) -> str:
    """Where the marks of a day that were said before stand."""
    return f"to be verified (see above, {'; '.join(place.name for place in day.marked)})"


def source(source: SourceOut) -> str:
    """The title of a source, and its citation if that says more."""
    said = (source.title, source.citation)
    return ". ".join(part.rstrip(".") for part in dict.fromkeys(said) if part) + "."


def more_sources(number: int) -> str:
    """The line for the sources that are not listed."""
    return f"{counted(number, 'more source')} of law that is not printed above: see --json."


def above_law(entry: Entry) -> str:
    """The same for coming and possible law, whose status is told apart."""
    return "for the rest as above, under" if entry.duties else "as above, under"


def above(entry: Entry) -> str:
    """The words before the place where the provision of an entry stands in full."""
    finding = entry.finding
    rest = "for the rest " if entry.duties or not entry.alike else ""
    told = finding.status is Status.APPLIES_UNLESS or not entry.alike
    return f"{STATUS[finding.status]}; {rest}as above, under" if told else f"{rest}as above, under"


def day_apart(duty: DutyOut) -> bool:
    """Whether the day a duty is due is not said by its words already."""
    return duty.day is not None and str(duty.day) not in duty.due


def consequences(duty: Duty | DutyOut) -> str:
    """Who enforces a duty, and what follows from a breach."""
    said = [
        duty.enforcer and f"enforced by {duty.enforcer}",
        duty.penalty and f"penalty: {duty.penalty}",
        duty.private_action and f"private action: {duty.private_action}",
        duty.note,
    ]
    return "; ".join(part for part in said if part)


def by_day(days: Iterable[date]) -> str:
    """Days in order, joined."""
    return ", ".join(str(day) for day in sorted(days))


def wrapped(text: str, indent: int, width: int = 100) -> str:
    """Text broken into lines, every line but the first indented."""
    return textwrap.fill(
        " ".join(text.split()), width - indent, break_long_words=False, break_on_hyphens=False
    ).replace("\n", "\n" + " " * indent)


def sentence(text: str) -> str:
    """A text with one full stop at its end.

    >>> sentence("no"), sentence("Acme, Inc.")
    ('no.', 'Acme, Inc.')
    """
    return f"{text.rstrip('. ')}." if text else ""


def line(lead: str, text: str, indent: int, width: int = 100) -> str:
    """Text after a lead, broken into lines no longer than the width.

    >>> print(line("  • ", "one two three", 4, width=12))
      • one two
        three
    """
    return textwrap.fill(
        " ".join(text.split()),
        width,
        initial_indent=lead,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def head(bearer: Bearer) -> str:
    """How many provisions bind somebody, how many have a clock, how many are custom."""
    binds = f"{counted(bearer.binds, 'provision')} {'binds' if bearer.binds == 1 else 'bind'}"
    clocks = f"{bearer.clocks or 'none'} with a deadline or period"
    custom = f"; {bearer.custom} of them market custom, after the law" if bearer.custom else ""
    return f"{binds}, {clocks}{custom}."


def in_short(sections: Outline) -> str:
    """The brief in two or three sentences."""
    binding = {(f.instrument, f.provision) for f in sections.binding}
    possible = {(e.finding.instrument, e.finding.provision) for e in sections.possible}
    makers = {f.instrument for f in sections.binding}
    of = f"{counted(len(binding), 'provision')} of {counted(len(makers), 'instrument')}"
    binds = (
        f"{of} {'binds' if len(binding) == 1 else 'bind'} now" if binding else "Nothing binds now"
    )
    said = [f"{binds}; {len(possible) or 'none'} more may apply for want of facts."]
    if sections.next_day:
        first, *others = sections.next_day
        also = f"; and {counted(len(others), 'more law')} that day" if others else ""
        said.append(f"Next day to watch: {first.day} ({first.what.rstrip('.')}{also}).")
    elif sections.calendar:
        said.append("No day is recorded on which a duty falls due or binding law begins or ends.")
    if sections.ask:
        first_ask = sections.ask[0]
        said.append(f"Most useful question: {first_ask.ask} ({first_ask.of})")
    return " ".join(said)
