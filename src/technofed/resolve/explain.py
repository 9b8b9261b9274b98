"""Why: the limbs on which an answer rests, with their pinpoints and the facts they read."""

from collections.abc import Iterator
from datetime import date

from technofed.law.atoms import facts_of
from technofed.law.brief import Limb
from technofed.law.cases import Status
from technofed.law.conditions import AllOf, AnyOf, Condition, Leaf, NoneOf
from technofed.law.facts import Facts, PartialPlace, PartialSet
from technofed.law.kleene import Truth
from technofed.law.rules import Rule
from technofed.resolve.judge import Judgement


def because(
    rule: Rule,
    base: Condition,
    exceptions: tuple[Condition, ...],
    facts: Facts,
    judgement: Judgement,
) -> tuple[Limb, ...]:
    """The deciding limbs of the base, then of the exceptions that hold or may hold.

    An answer *no* rests on the limbs that fail, an answer *yes* on those that hold, an
    open answer on both those that hold and those that are open.
    """
    limbs = list(_deciding(base, facts, None))
    if judgement.status is not Status.NOT_APPLICABLE:
        for n in judgement.exceptions:
            limbs += _deciding(exceptions[n], facts, rule.exceptions[n].id)
    return tuple(limb for n, limb in enumerate(limbs) if limb not in limbs[:n])


def _deciding(condition: Condition, facts: Facts, exception: str | None) -> Iterator[Limb]:
    """The leaves that make a condition what it is."""
    truth = condition.holds(facts)
    if isinstance(condition, Leaf):
        yield _limb(condition, facts, truth, exception)
        return
    for part in condition.parts:
        if _matters(condition, truth, part.holds(facts)):
            yield from _deciding(part, facts, exception)


def _matters(group: Condition, whole: Truth, part: Truth) -> bool:
    """Whether a part helps to make the group what it is."""
    if isinstance(group, AllOf):
        return part is False if whole is False else True
    if isinstance(group, AnyOf):
        return part is True if whole is True else part is None if whole is None else True
    if isinstance(group, NoneOf):
        return part is True if whole is False else True
    return True


def _limb(leaf: Leaf, facts: Facts, truth: Truth, exception: str | None) -> Limb:
    read = {name: plain(facts[name]) for name in facts_of(leaf.atom) if name in facts}
    return Limb(
        say=leaf.label.say, cite=leaf.label.cite, truth=truth, facts=read, exception=exception
    )


def plain(value: object) -> object:
    """A fact's value as JSON can hold it."""
    if isinstance(value, PartialSet):
        known = sorted(value.must)
        if value.may == value.must:
            return known
        return {"so_far": known} | ({"perhaps": sorted(value.may)} if value.may is not None else {})
    if isinstance(value, PartialPlace):
        if value.among is None:
            inside = {"within": value.inside} if value.inside else {}
            return inside | {"elsewhere_than": sorted(value.outside)}
        return {"perhaps": sorted(code for code in value.among if code)}
    return value.isoformat() if isinstance(value, date) else value
