"""What to ask next: the question whose answer settles most of what is open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from technofed.law.brief import QuestionOut
from technofed.law.facts import FactType, Subject, Vocabulary
from technofed.law.history import Force
from technofed.law.undertakings import Place
from technofed.resolve.caseload import Judged

_WORTH_ASKING = {Force.IN_FORCE, Force.NOT_YET, Force.STAYED, Force.SUSPENDED}


@dataclass
class _Tally:
    """What one question would bring."""

    of: str = ""
    settles: float = 0.0
    bears_on: int = 0
    declined: bool = False
    provisions: dict[str, None] = field(default_factory=dict)


def questions_of_fact(judged: Iterable[Judged], vocabulary: Vocabulary) -> list[QuestionOut]:
    """Every fact that an open finding turns on, the most useful question first.

    A question is scored by the share of the fact's distinguishable answers that would
    settle each open (provision × matter), added up over all of them. Law that is dead or
    only proposed is not worth a question.
    """
    tallies: dict[tuple[str, Place], _Tally] = defaultdict(_Tally)
    shares: dict[tuple[object, ...], float] = {}
    for one in judged:
        if not one.unsettled or one.prepared.force not in _WORTH_ASKING:
            continue
        key = (one.rule.id, one.prepared.view(one.matter.facts))
        for fact in one.verdict.judgement.essential:
            subject = vocabulary[fact].subject
            if subject is Subject.LAW or _homeless(one, subject):
                continue
            if (*key, fact) not in shares:
                shares[(*key, fact)] = one.opened().settled_share(fact)
            bag = one.matter.bags.get(subject)
            tally = tallies[fact, bag.at if bag else ()]
            tally.of = bag.name if bag else one.matter.id
            tally.settles += shares[(*key, fact)]
            tally.bears_on += 1
            tally.declined |= one.matter.asked(fact, subject)
            tally.provisions[one.rule.id] = None
    found = [_question(fact, at, tally, vocabulary) for (fact, at), tally in tallies.items()]
    return sorted(found, key=lambda question: _order(question, vocabulary))


def _order(question: QuestionOut, vocabulary: Vocabulary) -> tuple[object, ...]:
    """The most useful first; among equals, what is answered with yes or no."""
    plain = vocabulary[question.fact or ""].type is FactType.BOOL
    settles = (-question.settles, -question.bears_on)
    return (question.declined, *settles, not plain, question.fact or "", str(question.at))


def _homeless(one: Judged, subject: Subject) -> bool:
    """Whether a fact is of a place nobody has named yet: then the place comes first."""
    return subject in (Subject.PRESENCE, Subject.LOCAL) and "?" in one.matter.id


def _question(fact: str, at: Place, tally: _Tally, vocabulary: Vocabulary) -> QuestionOut:
    spec = vocabulary[fact]
    return QuestionOut(
        kind="fact",
        fact=fact,
        of=tally.of,
        at=at,
        ask=spec.ask,
        why=spec.definition,
        settles=round(tally.settles, 3),
        bears_on=tally.bears_on,
        provisions=tuple(tally.provisions),
        declined=tally.declined,
    )


def questions_of_law(judged: Sequence[Judged], vocabulary: Vocabulary) -> list[QuestionOut]:
    """The open questions of law that bear on what applies or may apply."""
    live = {one.rule.id for one in judged}
    found: dict[str, QuestionOut] = {}
    for instrument in {one.rule.instrument.id: one.rule.instrument for one in judged}.values():
        mine = [f"{instrument.id}#{provision.id}" for provision in instrument.provisions]
        for question in instrument.questions:
            named = [f"{instrument.id}#{provision}" for provision in question.provisions] or mine
            bearing = tuple(provision for provision in named if provision in live)
            if bearing:
                found[f"{instrument.id}/{question.id}"] = QuestionOut(
                    kind="law",
                    fact=question.fact,
                    of=instrument.short,
                    at=(),
                    ask=question.ask,
                    why=question.why,
                    settles=0.0,
                    bears_on=len(bearing),
                    provisions=bearing,
                    taken_as=question.taken_as,
                )
    return list(found.values()) + _law_facts(judged, vocabulary, found)


def _law_facts(
    judged: Sequence[Judged], vocabulary: Vocabulary, found: dict[str, QuestionOut]
) -> list[QuestionOut]:
    named = {question.fact for question in found.values()}
    turning: dict[str, dict[str, None]] = defaultdict(dict)
    for one in judged:
        for fact in one.verdict.judgement.essential:
            if vocabulary[fact].subject is Subject.LAW and fact not in named:
                turning[fact][one.rule.id] = None
    return [
        QuestionOut(
            kind="law",
            fact=fact,
            of="open law",
            at=("assume",),
            ask=vocabulary[fact].ask,
            why=vocabulary[fact].definition,
            settles=0.0,
            bears_on=len(provisions),
            provisions=tuple(provisions),
        )
        for fact, provisions in turning.items()
    ]
