"""Small turns of phrase that all formats share."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from technofed._base.text import counted, in_prose
from technofed.faces._render.outline import Bend, Outline
from technofed.faces._render.register import Entry, bearers
from technofed.law.brief import Brief, DutyOut, Finding, Limb, Reply
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


def short_matters(matters: Sequence[str], most: int = 14) -> str:
    """Matters in brief: those that differ only by place are joined.

    >>> short_matters(["screen/r/US-CO/deployer:e", "screen/r/US-IL/deployer:e"])
    'screen (r), deployer e: US-CO, US-IL'
    """
    joined: dict[tuple[str, str], list[str]] = {}
    for matter in matters:
        parts = matter.split("/")
        if len(parts) < 4:  # noqa: PLR2004 (deals and entities have no place)
            joined.setdefault((matter.replace("/", ", ").replace(":", " "), ""), [])
            continue
        first, second, *place, role = parts
        head = f"{first} ({second}), {role.replace(':', ' ')}"
        joined.setdefault((head, "place"), []).append("/".join(place))
    said = []
    for (head, _), places in joined.items():
        shown = ", ".join(places[:most])
        rest = f" and {len(places) - most} more" if len(places) > most else ""
        said.append(f"{head}: {shown}{rest}" if places else head)
    return "; ".join(said)


def replies_in_words(replies: tuple[Reply, ...] | None) -> str:
    """A shortest yes or no, in words."""
    if replies is None:
        return "nothing a fact could change"
    answers: dict[str, list[str]] = {}
    for reply in replies:
        answers.setdefault(" and ".join(reply.facts), []).append(reply.answer)
    return "; ".join(f"{facts}: {_together(said)}" for facts, said in answers.items())


def _together(answers: Sequence[str]) -> str:
    """Answers to one question; several about the members of a set share their verb."""
    for verb in ("does not include", "includes"):
        mine = [answer.removeprefix(f"{verb} ") for answer in answers if answer.startswith(verb)]
        if len(mine) == len(answers):
            return f"{verb} {in_prose(mine, 'or' if verb.startswith('does') else 'and')}"
    return " and ".join(answers)


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


def limb_in_words(limb: Limb) -> str:
    """A limb with what was found of it and where the law says it."""
    mark = {True: "holds", False: "does not hold", None: "not known"}[limb.truth]
    known = "; ".join(f"{name}: {value_in_words(value)}" for name, value in limb.facts.items())
    prefix = f"[{limb.exception}] " if limb.exception else ""
    return f"{prefix}{limb.say} — {mark}" + (f" ({known})" if known else "") + f" [{limb.cite}]"


def marks(finding: Finding) -> str:
    """The cautions a reader must see with a finding."""
    said = [] if finding.confidence == "primary" else [CONFIDENCE[finding.confidence]]
    said += [REVIEW[finding.review]] * (finding.review in ("draft", "lapsed", "doubtful"))
    said += ["to be verified"] * bool(finding.verify)
    return "; ".join(said)


def pointer(entry: Entry) -> str:
    """The words before the places where the rest of what is to be verified was said."""
    return "see also above," if entry.marks else "see above,"


def cautions(entry: Entry) -> str:
    """The cautions with an entry, and where the marks that were said before stand."""
    places = "; ".join(place.name for place in entry.marked)
    return marks(entry.finding) + (f" ({pointer(entry)} {places})" if places else "")


def above(entry: Entry) -> str:
    """The words before the place where the provision of an entry stands in full."""
    finding = entry.finding
    rest = "for the rest " if entry.duties or not entry.alike else ""
    told = finding.status is Status.APPLIES_UNLESS or not entry.alike
    return f"{STATUS[finding.status]}; {rest}as above, under" if told else f"{rest}as above, under"


def consequences(duty: Duty | DutyOut) -> str:
    """Who enforces a duty, and what follows from a breach."""
    said = [
        duty.enforcer and f"enforced by {duty.enforcer}",
        duty.penalty and f"penalty: {duty.penalty}",
        duty.private_action and f"private action: {duty.private_action}",
        duty.note,
    ]
    return "; ".join(part for part in said if part)


def who(matters: Iterable[str]) -> str:
    """Whose matters they are, role by role.

    >>> who(["land/buyer:spe", "hall/tenant:north", "hall/tenant:valle"])
    'buyer spe; tenant north, valle'
    """
    roles: dict[str, list[str]] = {}
    for role, party in bearers(matters):
        roles.setdefault(role, []).append(party)
    return "; ".join(f"{role} {', '.join(parties)}" for role, parties in roles.items())


def for_whom(finding: Finding) -> str:
    """Whom an exemption frees, or more than one whom dead law would have reached."""
    if finding.status is Status.EXEMPT:
        return f" ({who(finding.matters)})"
    would = finding.would not in (None, Status.NOT_APPLICABLE)
    return f" (for {who(finding.matters)})" if would and len(bearers(finding.matters)) > 1 else ""


def verdicts(bend: Bend) -> str:
    """What a provision would be with another answer, and for whom."""
    return ", ".join(f"{STATUS[status]} ({who(matters)})" for status, matters in bend.verdicts)


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
    if sections.calendar:
        first = sections.calendar[0].entry
        said.append(f"Next day to watch: {first.day} ({first.what.rstrip('.')}).")
    if sections.ask:
        first_ask = sections.ask[0]
        said.append(f"Most useful question: {first_ask.ask} ({first_ask.of})")
    return " ".join(said)
