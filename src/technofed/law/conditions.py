"""Conditions: trees of *all*, *any*, *none* and *at least* over single comparisons.

``holds`` is the definition of what a condition means, in Kleene's logic. The fast back
ends (``resolve.scalar``, ``resolve.columns``) and the exact one (``resolve.diagrams``)
are tested against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from technofed.law import kleene
from technofed.law.atoms import Atom, Settings, settled
from technofed.law.facts import Facts
from technofed.law.kleene import Truth


@dataclass(frozen=True, slots=True)
class Label:
    """What a limb is called, where the law says it, and what it means in plain words."""

    id: str = ""
    cite: str = ""
    say: str = ""


NO_LABEL = Label()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One comparison, or its contrary."""

    atom: Atom
    negated: bool = False
    label: Label = NO_LABEL

    @property
    def parts(self) -> tuple["Condition", ...]:
        """None: a leaf has no parts."""
        return ()

    def holds(self, facts: Facts) -> Truth:
        """The comparison's verdict, turned round if negated."""
        truth = self.atom.holds(facts)
        return kleene.negate(truth) if self.negated else truth


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold."""

    parts: tuple["Condition", ...]
    label: Label = NO_LABEL

    def holds(self, facts: Facts) -> Truth:
        """No if any part is no; else unknown if any is unknown; else yes."""
        return kleene.every(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple["Condition", ...]
    label: Label = NO_LABEL

    def holds(self, facts: Facts) -> Truth:
        """Yes if any part is yes; else unknown if any is unknown; else no."""
        return kleene.some(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part may hold."""

    parts: tuple["Condition", ...]
    label: Label = NO_LABEL

    def holds(self, facts: Facts) -> Truth:
        """The contrary of "any of"."""
        return kleene.negate(kleene.some(part.holds(facts) for part in self.parts))


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many parts must hold."""

    count: int
    parts: tuple["Condition", ...]
    label: Label = NO_LABEL

    def holds(self, facts: Facts) -> Truth:
        """Yes once enough are certain; no once too few are possible."""
        return kleene.at_least(self.count, (part.holds(facts) for part in self.parts))


Condition = Leaf | AllOf | AnyOf | NoneOf | AtLeast


def leaves(condition: Condition) -> Iterator[Leaf]:
    """All leaves, in the order of the text."""
    if isinstance(condition, Leaf):
        yield condition
    for part in condition.parts:
        yield from leaves(part)


def with_settings(condition: Condition, settings: Settings) -> Condition:
    """The condition with every parameter replaced by its value on some day."""
    if isinstance(condition, Leaf):
        return replace(condition, atom=settled(condition.atom, settings))
    return replace(
        condition, parts=tuple(with_settings(part, settings) for part in condition.parts)
    )
