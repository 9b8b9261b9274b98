"""Runs the cases lawyers wrote, and asks whether every limb was once the deciding one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from technofed.law.cases import Case, Status
from technofed.law.conditions import AllOf, AnyOf, Condition, Leaf, leaves
from technofed.law.facts import Facts
from technofed.law.history import Force
from technofed.law.rules import Rule
from technofed.resolve.judge import judge
from technofed.resolve.status import FAR, Verdict, settings_day, verdict


@dataclass(frozen=True, slots=True)
class Posed:
    """A case with its facts typed, ready to be put to a rule."""

    case: Case
    facts: Facts


def answer(rule: Rule, posed: Posed) -> Verdict:
    """The resolver's answer to a case."""
    return verdict(rule, posed.facts, posed.case.as_of, posed.case.known or FAR)


def mismatch(rule: Rule, posed: Posed) -> str:
    """How the resolver's answer differs from the lawyer's; nothing if it does not."""
    got, want = answer(rule, posed), posed.case.expect
    named = tuple(rule.exceptions[i].id for i in got.judgement.exceptions)
    in_force = got.status is not Status.NOT_IN_FORCE or want.would is not None
    differences = []
    if got.status != want.status:
        differences.append(f"status is {got.status}" + (f" ({got.reason})" if got.reason else ""))
    elif want.reason is not None and got.reason != want.reason:
        differences.append(f"reason is {got.reason}")
    if want.would is not None and got.judgement.status != want.would:
        differences.append(f"if in force it would be {got.judgement.status}")
    if in_force and want.exception is not None and want.exception not in named:
        differences.append(f"exceptions are {list(named)}")
    if in_force and want.essential is not None:
        essential = got.judgement.essential
        if set(essential) != set(want.essential):
            differences.append(f"essential facts are {list(essential)}")
    return "; ".join(differences)


def idle_limbs(rule: Rule, cases: Sequence[Posed]) -> list[str]:
    """The limbs that never decided a case: turning them round changed no answer.

    Each limb is named by what it says, with the exception it stands in.
    """
    places = [*_places(rule)]
    live = [
        (posed, line)
        for posed in cases
        for line in [rule.timeline(posed.case.known or FAR)]
        if line.force(posed.case.as_of) is Force.IN_FORCE or posed.case.expect.would
    ]
    idle = dict(enumerate(places))
    for posed, line in live:
        base, exceptions = rule.settled(settings_day(line, posed.case.as_of))
        parts = (base, *exceptions)
        before = judge(base, exceptions, posed.facts)
        for n in list(idle):
            part, leaf = places[n]
            turned = _turned(parts[part], leaf, posed.facts)
            if turned is None:
                continue
            changed = [*parts[:part], turned, *parts[part + 1 :]]
            if judge(changed[0], changed[1:], posed.facts) != before:
                del idle[n]
    return [_name(rule, part, leaf) for part, leaf in idle.values()]


def _places(rule: Rule) -> Iterator[tuple[int, int]]:
    for part, condition in enumerate(rule.conditions()):
        yield from ((part, n) for n, _ in enumerate(leaves(condition)))


def _name(rule: Rule, part: int, leaf: int) -> str:
    condition = list(rule.conditions())[part]
    label = list(leaves(condition))[leaf].label
    prefix = f"{rule.exceptions[part - 1].id}: " if part else ""
    return f"{prefix}{label.say} ({label.cite})"


def _turned(condition: Condition, n: int, facts: Facts) -> Condition | None:
    """The condition with its n-th leaf turned round, or None if that leaf is unknown."""
    leaf = list(leaves(condition))[n]
    truth = leaf.holds(facts)
    if truth is None:
        return None
    fixed: Condition = AnyOf(()) if truth else AllOf(())
    counter = iter(range(n + 1))
    return _replaced(condition, counter, n, fixed)


def _replaced(condition: Condition, counter: Iterator[int], n: int, fixed: Condition) -> Condition:
    if isinstance(condition, Leaf):
        return fixed if next(counter, None) == n else condition
    parts = tuple(_replaced(part, counter, n, fixed) for part in condition.parts)
    return replace(condition, parts=parts)
