"""The outline of a brief: its findings sorted into the sections every format prints."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from technofed.faces._render.days import Row, next_day, rows
from technofed.faces._render.register import Day, Entry, Register, bearers
from technofed.law.brief import Brief, DutyOut, Finding, Limb, NearMiss, QuestionOut
from technofed.law.cases import Status
from technofed.law.history import Force
from technofed.law.words import Level, Modality

_BINDS = (Status.APPLIES, Status.APPLIES_UNLESS)
_REACHES = (*_BINDS, Status.MAY_APPLY, Status.EXEMPT)
_LEVELS = (Level.CENTRAL, Level.LOCAL, Level.MARKET)
_PERIOD = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|sixty|ninety)"
    r"(-| )((working|business|calendar) )?(hour|day|week|month|quarter|year)s?\b"
    r"|\b\d{4}\b|\b(daily|weekly|monthly|quarterly|yearly|annually|each (month|quarter|year))\b"
)
_GONE = (Force.ENDED, Force.NEVER_OPERATIVE, Force.VETOED, Force.EXPIRED, Force.PENDING)


@dataclass
class Bearer:
    """Somebody in a role, with what binds them."""

    name: str
    role: str
    entries: list[Entry]
    clocks: int

    @property
    def binds(self) -> int:
        """How many provisions bind."""
        return len(_keys(self.entries))

    @property
    def custom(self) -> int:
        """How many of them are made by the market."""
        return len(_keys(e for e in self.entries if e.finding.level is Level.MARKET))


@dataclass
class Bend:
    """One fact that, if it were otherwise, would bring a provision into play.

    Attributes:
        verdicts: What the provision would then be, and for which matters.
    """

    fact: str
    now: object
    answer: str
    verdicts: list[tuple[Status, tuple[str, ...]]] = field(default_factory=list)


@dataclass
class Missed:
    """A provision with the single facts that would bring it into play."""

    finding: Finding
    bends: list[Bend] = field(default_factory=list)


@dataclass
class Told:
    """A provision told once, with a finding for each case to be told apart."""

    entry: Entry
    cases: list[Finding]


@dataclass
class Outline:
    """The sections of a brief.

    Attributes:
        binding: What binds now.
        bearers: The same, by the one it binds.
        background: What is in force and only sets a status: it moves other law, for instance.
        coming: What is not in force yet (or is paused) but would reach the undertaking.
        calendar: The days to watch.
        next_day: What happens on the next of them on which a duty is due, or binding law begins
            or ends.
        ask: The facts worth asking for, the most useful first.
        possible: What may apply, for named places.
        elsewhere: What may apply if the undertaking reaches further places.
        missed: Provisions one different fact would bring into play.
        expected: What one might expect to apply, and does not.
        law: The open questions of law.
    """

    binding: list[Finding]
    bearers: list[Bearer]
    background: list[Entry]
    coming: list[Told]
    calendar: list[Day]
    next_day: list[Row]
    ask: list[QuestionOut]
    possible: list[Entry]
    elsewhere: list[Finding]
    missed: list[Missed]
    expected: list[Told]
    law: list[QuestionOut]


def outline(brief: Brief) -> Outline:
    """Sort a brief into its sections."""
    said = [f for f in brief.findings if f.modality is not Modality.STATUS]
    binding = [f for f in said if f.status in _BINDS]
    possible = [f for f in said if f.status is Status.MAY_APPLY]
    coming = [f for f in said if f.reason not in (None, *_GONE) and f.would in _REACHES]
    settled = {f.instrument for f in binding}
    away = [f for f in possible if _only_elsewhere(f)]
    printed = Register(brief)
    # The register wants them in the order in which the templates print them.
    return Outline(
        binding=binding,
        bearers=_by_bearer(brief, binding, printed),
        background=[
            printed.enter(f, "Also in force")
            for f in _once(f for f in brief.findings if f not in said and f.status in _BINDS)
        ],
        calendar=[printed.enter_day(row) for row in rows(brief)],
        next_day=next_day(brief),
        coming=_coming(coming, printed),
        ask=[q for q in brief.questions if q.kind == "fact" and q.fact not in ("place", "role")],
        possible=[printed.enter(f, "4. What may apply") for f in possible if f not in away],
        elsewhere=_once(f for f in away if f.instrument not in settled),
        missed=_missed(brief.findings),
        expected=_expected(brief.findings, printed),
        law=[q for q in brief.questions if q.kind == "law"],
    )


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The first finding of each provision."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        first.setdefault((finding.instrument, finding.provision), finding)
    return list(first.values())


def _only_elsewhere(finding: Finding) -> bool:
    """Whether a finding rests only on places nobody has named yet."""
    return all("?" in matter for matter in finding.matters)


def printed_in(sections: Outline, most_near_misses: int | None) -> list[Finding]:
    """The findings a brief prints, in the order of printing."""
    entries = [entry for bearer in sections.bearers for entry in bearer.entries]
    entries += sections.background + [told.entry for told in sections.coming] + sections.possible
    missed = [each.finding for each in sections.missed[:most_near_misses]]
    expected = [told.entry.finding for told in sections.expected]
    return [e.finding for e in entries] + sections.elsewhere + missed + expected


def _by_bearer(brief: Brief, binding: Sequence[Finding], printed: Register) -> list[Bearer]:
    names = {party.id: party.name for party in brief.undertaking.parties}
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in binding:
        for role, party in bearers(finding.matters):
            mine = tuple(m for m in finding.matters if bearers([m]) == [(role, party)])
            found.setdefault((role, party), []).append(finding.model_copy(update={"matters": mine}))
    return [
        _bearer(names.get(party, party), role, mine, printed)
        for (role, party), mine in found.items()
    ]


def _bearer(name: str, role: str, findings: Sequence[Finding], printed: Register) -> Bearer:
    """Somebody in a role: law before custom, what has a clock before what has none."""
    clocks = {
        (f.instrument, f.provision): _clock(printed.of_role(role, f.duties)) for f in findings
    }

    def order(finding: Finding) -> tuple[object, ...]:
        clock = clocks[finding.instrument, finding.provision]
        return (
            finding.level is Level.MARKET,
            clock is None,
            clock or date.max,
            _LEVELS.index(finding.level),
        )

    entries = [
        printed.enter(f, f"{name}, as {role.replace('_', ' ')}", role)
        for f in sorted(findings, key=order)
    ]
    return Bearer(name, role, entries, sum(clock is not None for clock in clocks.values()))


def _clock(duties: Iterable[DutyOut]) -> date | None:
    """The first day by which something is due; the last day of all if it is only a period.

    >>> _clock([])
    """
    found = [d.day or date.max for d in duties if d.day or _PERIOD.search(d.due)]
    return min(found, default=None)


def _keys(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    return {(entry.finding.instrument, entry.finding.provision) for entry in entries}


def _coming(findings: Sequence[Finding], printed: Register) -> list[Told]:
    """Coming law, each provision once with all of its duties."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.instrument, finding.provision), []).append(finding)
    told = []
    for mine in found.values():
        duties = tuple(dict.fromkeys(duty for finding in mine for duty in finding.duties))
        whole = mine[0].model_copy(update={"duties": duties})
        for other in mine[1:]:
            whole = _joined(whole, other)
        cases = _cases(mine, lambda f: (f.status, f.reason, f.would, f.exceptions))
        told.append(Told(printed.enter(whole, "3. What comes next"), cases))
    return told


def _missed(findings: Sequence[Finding]) -> list[Missed]:
    """Near misses of law that counts, each provision once, numbers near a threshold first."""
    pairs = [
        (finding, near)
        for finding in findings
        if finding.reason not in _GONE
        for near in finding.near_misses
    ]
    found: dict[tuple[str, str], Missed] = {}
    for finding, near in sorted(pairs, key=lambda pair: not _is_number(pair[1].now)):
        missed = found.setdefault((finding.instrument, finding.provision), Missed(finding))
        _bend(missed, near).verdicts.append((near.status, near.matters))
    return list(found.values())


def _bend(missed: Missed, near: NearMiss) -> Bend:
    """The bend that a near miss is one verdict of."""
    for bend in missed.bends:
        if (bend.fact, bend.now, bend.answer) == (near.fact, near.now, near.answer):
            return bend
    missed.bends.append(Bend(near.fact, near.now, near.answer))
    return missed.bends[-1]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _expected(findings: Sequence[Finding], printed: Register) -> list[Told]:
    """Exemptions, dead law that would have reached it, and famous law that does not.

    Nobody expects the law of a place the undertaking does not touch.
    """
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        gone = finding.reason in _GONE and finding.would in _REACHES
        famous = (
            finding.expected
            and finding.status in (Status.NOT_APPLICABLE, Status.NOT_IN_FORCE)
            and not any("place" in limb.facts for limb in finding.because if limb.truth is False)
        )
        waiting = finding.reason in (Force.NOT_YET, Force.STAYED, Force.SUSPENDED)
        if finding.status is Status.EXEMPT or gone or (famous and not waiting):
            found.setdefault((finding.instrument, finding.provision), []).append(finding)
    return [
        Told(printed.enter(mine[0], "6. What one might expect to apply"), _cases(mine, _why_not))
        for mine in found.values()
    ]


def _cases(findings: Iterable[Finding], said: Callable[[Finding], object]) -> list[Finding]:
    """Findings of one provision, those joined of which the same is said."""
    joined: dict[object, Finding] = {}
    for finding in findings:
        known = joined.get(said(finding))
        joined[said(finding)] = _joined(known, finding) if known else finding
    return list(joined.values())


def _why_not(finding: Finding) -> object:
    return (finding.status, finding.exceptions if _excepts(finding) else ())


def _excepts(finding: Finding) -> bool:
    """Whether an exception is why it does not apply."""
    return (finding.would or finding.status) is Status.EXEMPT


def _joined(one: Finding, other: Finding) -> Finding:
    limbs: list[Limb] = [limb for limb in other.because if limb not in one.because]
    return one.model_copy(
        update={"matters": one.matters + other.matters, "because": (*one.because, *limbs)}
    )
