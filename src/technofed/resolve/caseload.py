"""The caseload: every rule on every matter of its kind, judged once for a pair of days.

The fast scalar back end judges; only what it leaves open goes through a diagram, and
equal questions are asked once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from technofed.law.cases import Status
from technofed.law.conditions import Condition
from technofed.law.facts import Facts
from technofed.law.history import Force, Timeline
from technofed.law.kleene import Truth
from technofed.law.rules import Rule
from technofed.resolve.judge import Judgement, Open, judge_known
from technofed.resolve.matters import Matter
from technofed.resolve.scalar import compile_conditions
from technofed.resolve.status import Verdict, in_time, settings_day


@dataclass(frozen=True)
class Prepared:
    """A rule made ready for a pair of days."""

    rule: Rule
    line: Timeline
    force: Force
    base: Condition
    exceptions: tuple[Condition, ...]
    facts: tuple[str, ...]

    def view(self, facts: Facts) -> tuple[tuple[str, object], ...]:
        """The part of the facts the rule can see."""
        return tuple((name, facts[name]) for name in self.facts if name in facts)


@dataclass(frozen=True)
class Judged:
    """One rule on one matter."""

    prepared: Prepared
    matter: Matter
    verdict: Verdict

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.prepared.rule

    @property
    def unsettled(self) -> bool:
        """Whether its effect turns on facts nobody has given."""
        return self.verdict.judgement.status in (Status.MAY_APPLY, Status.APPLIES_UNLESS)

    def opened(self) -> Open:
        """The rule's diagram over the facts missing in this matter."""
        return Open(self.prepared.base, self.prepared.exceptions, self.matter.facts)


def prepare(rule: Rule, as_of: date, known: date) -> Prepared:
    """Make a rule ready for a pair of days."""
    line = rule.timeline(known)
    base, exceptions = rule.settled(settings_day(line, as_of))
    facts = tuple(sorted(rule.facts()))
    return Prepared(rule, line, line.force(as_of), base, exceptions, facts)


def judge_all(
    rules: Iterable[Rule], matters: Sequence[Matter], as_of: date, known: date
) -> list[Judged]:
    """Judge every rule on every matter of the kind it concerns, rule by rule."""
    prepared = [prepare(rule, as_of, known) for rule in rules]
    judged: list[Judged] = []
    for kind in dict.fromkeys(each.rule.provision.concerns for each in prepared):
        mine = [each for each in prepared if each.rule.provision.concerns == kind]
        judged += _judge_kind(mine, [matter for matter in matters if matter.kind == kind])
    order = {each.rule.id: n for n, each in enumerate(prepared)}
    return sorted(judged, key=lambda one: order[one.rule.id])


def _judge_kind(prepared: Sequence[Prepared], matters: Sequence[Matter]) -> list[Judged]:
    conditions = [c for each in prepared for c in (each.base, *each.exceptions)]
    compiled = compile_conditions(conditions)
    memo: dict[tuple[str, object], Judgement] = {}
    judged = []
    for matter in matters:
        truths = iter(compiled(matter.facts))
        for each in prepared:
            applies = next(truths)
            excepted = [next(truths) for _ in each.exceptions]
            judgement = _judgement(each, matter, applies, excepted, memo)
            judged.append(Judged(each, matter, in_time(each.force, judgement)))
    return judged


def _judgement(
    each: Prepared,
    matter: Matter,
    applies: Truth,
    excepted: Sequence[Truth],
    memo: dict[tuple[str, object], Judgement],
) -> Judgement:
    if applies is False:
        return _NOT_APPLICABLE
    key = (each.rule.id, each.view(matter.facts))
    if key not in memo:
        memo[key] = judge_known(each.base, each.exceptions, matter.facts, applies, excepted)
    return memo[key]


_NOT_APPLICABLE = Judgement(Status.NOT_APPLICABLE)
