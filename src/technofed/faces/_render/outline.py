"""The outline of a brief: its findings sorted into the sections every format prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from technofed.faces._render.register import Day, Entry, Register, bearers
from technofed.law.brief import Brief, Finding, Limb, NearMiss, QuestionOut, SourceOut
from technofed.law.cases import Status
from technofed.law.history import Force
from technofed.law.words import Modality

_BINDS = (Status.APPLIES, Status.APPLIES_UNLESS)
_REACHES = (*_BINDS, Status.MAY_APPLY, Status.EXEMPT)
_GONE = (Force.ENDED, Force.NEVER_OPERATIVE, Force.VETOED, Force.EXPIRED, Force.PENDING)


@dataclass
class Bearer:
    """Somebody in a role, with what binds them."""

    name: str
    role: str
    entries: list[Entry] = field(default_factory=list)


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
class Absent:
    """A provision that does not apply, with a finding for each reason to be told apart."""

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
        ask: The facts worth asking for, the most useful first.
        possible: What may apply, for named places.
        elsewhere: What may apply if the undertaking reaches further places.
        missed: Provisions one different fact would bring into play.
        expected: What one might expect to apply, and does not.
        law: The open questions of law.
        sources: Where the records were read.
    """

    binding: list[Finding]
    bearers: list[Bearer]
    background: list[Entry]
    coming: list[Entry]
    calendar: list[Day]
    ask: list[QuestionOut]
    possible: list[Entry]
    elsewhere: list[Finding]
    missed: list[Missed]
    expected: list[Absent]
    law: list[QuestionOut]
    sources: Sequence[SourceOut]


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
        calendar=[printed.enter_day(entry) for entry in brief.calendar],
        coming=[printed.enter(f, "3. What comes next") for f in coming],
        ask=[q for q in brief.questions if q.kind == "fact" and q.fact not in ("place", "role")],
        possible=[printed.enter(f, "4. What may apply") for f in possible if f not in away],
        elsewhere=_once(f for f in away if f.instrument not in settled),
        missed=_missed(brief.findings),
        expected=_expected(brief.findings, printed),
        law=[q for q in brief.questions if q.kind == "law"],
        sources=brief.sources,
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


def _by_bearer(brief: Brief, binding: Sequence[Finding], printed: Register) -> list[Bearer]:
    names = {party.id: party.name for party in brief.undertaking.parties}
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in binding:
        for role, party in bearers(finding.matters):
            mine = tuple(m for m in finding.matters if bearers([m]) == [(role, party)])
            found.setdefault((role, party), []).append(finding.model_copy(update={"matters": mine}))
    return [
        Bearer(
            name := names.get(party, party),
            role,
            [printed.enter(finding, f"{name}, as {role}", role) for finding in findings],
        )
        for (role, party), findings in found.items()
    ]


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


def _expected(findings: Sequence[Finding], printed: Register) -> list[Absent]:
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
        Absent(printed.enter(mine[0], "6. What one might expect to apply"), _cases(mine))
        for mine in found.values()
    ]


def _cases(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one provision, those joined that are excepted alike."""
    joined: dict[object, Finding] = {}
    for finding in findings:
        said = (finding.status, finding.exceptions if _excepts(finding) else ())
        known = joined.get(said)
        joined[said] = _joined(known, finding) if known else finding
    return list(joined.values())


def _excepts(finding: Finding) -> bool:
    """Whether an exception is why it does not apply."""
    return (finding.would or finding.status) is Status.EXEMPT


def _joined(one: Finding, other: Finding) -> Finding:
    limbs: list[Limb] = [limb for limb in other.because if limb not in one.because]
    return one.model_copy(
        update={"matters": one.matters + other.matters, "because": (*one.because, *limbs)}
    )
