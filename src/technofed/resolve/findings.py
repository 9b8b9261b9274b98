"""Findings: judgements gathered, one per provision and kind of answer, as a brief shows them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from technofed.law.brief import ExceptionOut, Finding, NearMiss, Reply
from technofed.law.cases import Status, Vouched
from technofed.law.facts import Vocabulary
from technofed.resolve.calendar import due_day, duty_out
from technofed.resolve.caseload import Judged
from technofed.resolve.explain import because
from technofed.resolve.judge import Answer
from technofed.resolve.near import near_misses

ORDER = tuple(Status)


def findings(
    judged: Iterable[Judged],
    vocabulary: Vocabulary,
    reviews: Mapping[str, Vouched],
    known: date,
) -> list[Finding]:
    """Gather judgements into findings.

    Matters with the same answer for the same reasons share a finding. Where a provision
    binds or may bind some matter, the matters it plainly does not reach are left out.

    Args:
        judged: Every rule on every matter, rule by rule.
        vocabulary: The declared facts.
        reviews: The review status and digest of each provision, by full id.
        known: The day of knowledge: later events leave no mark.
    """
    by_rule: dict[str, list[Judged]] = {}
    for one in judged:
        by_rule.setdefault(one.rule.id, []).append(one)
    found = []
    for mine in by_rule.values():
        groups = _groups(mine)
        reached = [group for group in groups if _status(group) is not Status.NOT_APPLICABLE]
        for group in reached or groups:
            missed = () if reached else near_misses(group, vocabulary)
            found.append(_finding(group, missed, reviews[group[0].rule.id], known))
    return sorted(found, key=lambda finding: ORDER.index(finding.status))


def _status(group: Sequence[Judged]) -> Status:
    return group[0].verdict.judgement.status


def _groups(judged: Sequence[Judged]) -> list[list[Judged]]:
    groups: dict[object, list[Judged]] = {}
    for one in judged:
        judgement = one.verdict.judgement
        answers = (judgement.shortest_yes, judgement.shortest_no)
        due = tuple(due_day(duty, one.matter.facts) for duty in one.rule.provision.duties)
        key = (judgement.status, judgement.exceptions, judgement.essential, answers, due)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _finding(
    group: Sequence[Judged], missed: tuple[NearMiss, ...], vouched: Vouched, known: date
) -> Finding:
    first = _nearest(group)
    rule, verdict, judgement = first.rule, first.verdict, first.verdict.judgement
    instrument, provision = rule.instrument, rule.provision
    limbs = because(
        rule, first.prepared.base, first.prepared.exceptions, first.matter.facts, judgement
    )
    excepting = judgement.exceptions if judgement.status is not Status.APPLIES else ()
    return Finding(
        instrument=instrument.id,
        provision=provision.id,
        short=instrument.short,
        title=provision.title,
        pinpoint=provision.pinpoint,
        citation=instrument.citation,
        jurisdiction=instrument.jurisdiction,
        level=instrument.level,
        dimension=instrument.dimension,
        area=instrument.area,
        kind=instrument.kind,
        modality=provision.modality,
        summary=provision.summary,
        status=verdict.status,
        reason=verdict.reason,
        would=judgement.status if verdict.reason else None,
        in_force_from=first.prepared.line.start,
        in_force_to=first.prepared.line.end,
        matters=tuple(one.matter.id for one in group),
        because=limbs,
        exceptions=tuple(_exception(first, n) for n in excepting),
        essential_facts=judgement.essential,
        shortest_yes=_replies(judgement.shortest_yes),
        shortest_no=_replies(judgement.shortest_no),
        near_misses=missed,
        duties=tuple(duty_out(rule, duty, first.matter.facts) for duty in provision.duties),
        confidence=provision.confidence,
        verify=_verify(first, known),
        review=vouched.status,
        digest=vouched.digest,
        expected=provision.expected,
        sources=tuple(f"{instrument.id}/{source}" for source in provision.sources),
    )


def _nearest(group: Sequence[Judged]) -> Judged:
    """The matter that shows best why: of those a rule misses, the one it misses least."""
    if _status(group) is not Status.NOT_APPLICABLE or not group[0].rule.provision.expected:
        return group[0]
    return min(group, key=_failing)


def _failing(one: Judged) -> int:
    parts = one.prepared.base.parts
    return sum(part.holds(one.matter.facts) is False for part in parts)


def _exception(one: Judged, n: int) -> ExceptionOut:
    exception = one.rule.exceptions[n]
    return ExceptionOut(
        id=exception.id, say=exception.say, cite=exception.cite, burden=exception.burden
    )


def _replies(answers: tuple[Answer, ...] | None) -> tuple[Reply, ...] | None:
    if answers is None:
        return None
    return tuple(Reply(facts=answer.facts, answer=answer.answer) for answer in answers)


def _verify(one: Judged, known: date) -> tuple[str, ...]:
    marks = [one.rule.provision.verify] if one.rule.provision.verify else []
    events = one.rule.instrument.events_of(one.rule.provision)
    marks += [
        f"{event.event} {event.known}: {event.verify}"
        for event in events
        if event.verify and event.known <= known
    ]
    return tuple(marks)
