"""The outline of a brief: its findings sorted into the sections every format prints."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from technofed.law.brief import Brief, CalendarEntry, Finding, NearMiss, QuestionOut, SourceOut
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
    findings: list[Finding] = field(default_factory=list)


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
    background: list[Finding]
    coming: list[Finding]
    calendar: Sequence[CalendarEntry]
    ask: list[QuestionOut]
    possible: list[Finding]
    elsewhere: list[Finding]
    missed: list[tuple[Finding, NearMiss]]
    expected: list[Finding]
    law: list[QuestionOut]
    sources: Sequence[SourceOut]


def outline(brief: Brief) -> Outline:
    """Sort a brief into its sections."""
    said = [f for f in brief.findings if f.modality is not Modality.STATUS]
    binding = [f for f in said if f.status in _BINDS]
    possible = [f for f in said if f.status is Status.MAY_APPLY]
    settled = {f.instrument for f in binding}
    away = [f for f in possible if _only_elsewhere(f)]
    return Outline(
        binding=binding,
        bearers=_by_bearer(brief, binding),
        background=[
            f for f in brief.findings if f.modality is Modality.STATUS and f.status in _BINDS
        ],
        coming=[f for f in said if f.reason not in (None, *_GONE) and f.would in _REACHES],
        calendar=brief.calendar,
        ask=[q for q in brief.questions if q.kind == "fact" and q.fact not in ("place", "role")],
        possible=[f for f in possible if f not in away],
        elsewhere=[f for f in away if f.instrument not in settled],
        missed=_missed(brief.findings),
        expected=_expected(brief.findings),
        law=[q for q in brief.questions if q.kind == "law"],
        sources=brief.sources,
    )


def _only_elsewhere(finding: Finding) -> bool:
    """Whether a finding rests only on places nobody has named yet."""
    return all("?" in matter for matter in finding.matters)


def bearers(finding: Finding) -> list[tuple[str, str]]:
    """The (role, party id) pairs of a finding's matters, each once."""
    tails = [matter.rsplit("/", 1)[-1].split(":", 1) for matter in finding.matters]
    return list(dict.fromkeys((tail[0], tail[1]) for tail in tails if len(tail) > 1))


def _by_bearer(brief: Brief, binding: Sequence[Finding]) -> list[Bearer]:
    names = {party.id: party.name for party in brief.undertaking.parties}
    found: dict[tuple[str, str], Bearer] = {}
    for finding in binding:
        for role, party in bearers(finding):
            known = found.setdefault((role, party), Bearer(names.get(party, party), role))
            mine = tuple(m for m in finding.matters if m.endswith(f"{role}:{party}"))
            known.findings.append(finding.model_copy(update={"matters": mine}))
    return list(found.values())


def _missed(findings: Sequence[Finding]) -> list[tuple[Finding, NearMiss]]:
    """Near misses of law that counts, numbers near a threshold first."""
    pairs = [
        (finding, near)
        for finding in findings
        if finding.reason not in _GONE
        for near in finding.near_misses
    ]
    return sorted(pairs, key=lambda pair: not _is_number(pair[1].now))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _expected(findings: Sequence[Finding]) -> list[Finding]:
    """Exemptions, dead law that would have reached it, and famous law that does not.

    Nobody expects the law of a place the undertaking does not touch.
    """
    found = []
    for finding in findings:
        gone = finding.reason in _GONE and finding.would in _REACHES
        famous = (
            finding.expected
            and finding.status in (Status.NOT_APPLICABLE, Status.NOT_IN_FORCE)
            and not any("place" in limb.facts for limb in finding.because if limb.truth is False)
        )
        waiting = finding.reason in (Force.NOT_YET, Force.STAYED, Force.SUSPENDED)
        if finding.status is Status.EXEMPT or gone or (famous and not waiting):
            found.append(finding)
    return found
