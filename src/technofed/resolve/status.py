"""Status in two times: is the provision in force, and if so, does it bind?"""

from dataclasses import dataclass
from datetime import date, timedelta

from technofed.law.cases import Status
from technofed.law.facts import Facts
from technofed.law.history import Force, Timeline
from technofed.law.rules import Rule
from technofed.resolve.judge import Judgement, judge

FAR = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says on one day, as known on another.

    Attributes:
        status: The answer.
        reason: Why it is not in force, if it is not.
        judgement: What it says, or would say if it were in force.
    """

    status: Status
    reason: Force | None
    judgement: Judgement


def settings_day(line: Timeline, as_of: date) -> date:
    """The day whose parameters count: the day asked, kept within the provision's life."""
    if line.start and as_of < line.start:
        return line.start
    if line.end and as_of >= line.end:
        return line.end - timedelta(days=1)
    return as_of


def verdict(rule: Rule, facts: Facts, as_of: date, known: date = FAR) -> Verdict:
    """Judge one rule on one matter's facts for a pair of days: the readable definition."""
    line = rule.timeline(known)
    base, exceptions = rule.settled(settings_day(line, as_of))
    return in_time(line.force(as_of), judge(base, exceptions, facts))


def in_time(force: Force, judgement: Judgement) -> Verdict:
    """Put a judgement under the condition of being in force."""
    if force is Force.IN_FORCE:
        return Verdict(judgement.status, None, judgement)
    return Verdict(Status.NOT_IN_FORCE, force, judgement)
