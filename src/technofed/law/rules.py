"""Rules: provisions whose conditions have been read, ready to be judged.

Reading gathers every fault instead of stopping at the first, since a lawyer who
mends a file wants to mend it once.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from technofed._base import ids
from technofed._base.text import did_you_mean
from technofed.law.atoms import Relate, Settings, facts_of, parameter_of
from technofed.law.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Label,
    NoneOf,
    leaves,
    with_settings,
)
from technofed.law.facts import Subject, Vocabulary
from technofed.law.history import Timeline, timeline
from technofed.law.leaves import LeafError, parse_leaf
from technofed.law.records import Instrument, Node, Provision
from technofed.law.words import Concerns

Place = tuple[str | int, ...]

_ENTITY = {Subject.MATTER, Subject.PARTY, Subject.LAW}
SUBJECTS = {
    Concerns.USE: _ENTITY | {Subject.PRESENCE, Subject.SYSTEM, Subject.USE, Subject.LOCAL},
    Concerns.SITE: _ENTITY | {Subject.PRESENCE, Subject.SITE, Subject.STAGE},
    Concerns.TRANSACTION: _ENTITY | {Subject.TRANSACTION},
    Concerns.ENTITY: _ENTITY,
}
"""Of whom the facts may be told that a provision of each kind turns on."""


@dataclass(frozen=True, slots=True)
class Carveout:
    """A named exception of a rule, ready to be judged."""

    id: str
    cite: str
    say: str
    burden: str
    condition: Condition


@dataclass(frozen=True)
class Rule:
    """A provision with its conditions read.

    Attributes:
        instrument: The instrument it stands in.
        provision: The record as written.
        base: When it applies, exceptions aside.
        exceptions: The named exceptions.
    """

    instrument: Instrument
    provision: Provision
    base: Condition
    exceptions: tuple[Carveout, ...]

    @property
    def id(self) -> str:
        """The full id, such as ``us-co/sb26-189#1704-1``."""
        return ids.join(self.instrument.id, self.provision.id)

    def timeline(self, known: date) -> Timeline:
        """The provision's dates as known on a day."""
        return timeline(self.instrument.events_of(self.provision), known)

    def settings(self, as_of: date) -> Settings:
        """The value of every parameter of the instrument on a day."""
        return {name: spec.value_on(as_of) for name, spec in self.instrument.parameters.items()}

    def settled(self, as_of: date) -> tuple[Condition, tuple[Condition, ...]]:
        """Base and exceptions with the parameters of a day filled in."""
        settings = self.settings(as_of)
        exceptions = tuple(with_settings(each.condition, settings) for each in self.exceptions)
        return with_settings(self.base, settings), exceptions

    def conditions(self) -> Iterator[Condition]:
        """The base, then each exception."""
        yield self.base
        yield from (exception.condition for exception in self.exceptions)

    def facts(self) -> set[str]:
        """All facts the rule turns on."""
        found = (leaf.atom for condition in self.conditions() for leaf in leaves(condition))
        return {fact for atom in found for fact in facts_of(atom)}


class RuleReader:
    """Reads the rules of one instrument and gathers the faults it meets.

    Attributes:
        faults: Place in the file and message of every fault, after ``read``.
    """

    def __init__(self, instrument: Instrument, vocabulary: Vocabulary) -> None:
        self.instrument, self.vocabulary = instrument, vocabulary
        self.faults: list[tuple[Place, str]] = []
        self._open: list[str] = []

    def read(self) -> list[Rule]:
        """Read every provision; look at ``faults`` before using the result."""
        rules = []
        for i, provision in enumerate(self.instrument.provisions):
            at: Place = ("provisions", i)
            base = self._condition(provision.applies_if, (*at, "applies_if"))
            exceptions = tuple(
                Carveout(
                    node.id,
                    node.cite,
                    node.say,
                    node.burden,
                    self._condition(node, (*at, "unless", n)),
                )
                for n, node in enumerate(provision.unless)
            )
            rule = Rule(self.instrument, provision, base, exceptions)
            self._check_subjects(rule, at)
            self._check_pairs(rule, at)
            rules.append(rule)
        for name, node in self.instrument.terms.items():
            self._condition(node, ("terms", name))
        self.faults = list(dict.fromkeys(self.faults))
        return rules

    def _condition(self, node: Node, at: Place) -> Condition:
        label = Label(node.id or "", node.cite, node.say)
        if node.if_ is not None:
            return self._leaf(node.if_, label, (*at, "if"))
        if node.term is not None:
            return self._term(node, label, at)
        groups = (("all", AllOf), ("any", AnyOf), ("none", NoneOf))
        for name, group in groups:
            parts = getattr(node, name)
            if parts is not None:
                return group(self._parts(parts, (*at, name)), label)
        return AtLeast(node.at_least or 1, self._parts(node.of or (), (*at, "of")), label)

    def _parts(self, nodes: tuple[Node, ...], at: Place) -> tuple[Condition, ...]:
        return tuple(self._condition(node, (*at, i)) for i, node in enumerate(nodes))

    def _leaf(self, text: str, label: Label, at: Place) -> Condition:
        try:
            return parse_leaf(text, self.vocabulary, self.instrument.parameters, label)
        except LeafError as error:
            self.faults.append((at, str(error)))
            return AllOf((), label)

    def _term(self, node: Node, label: Label, at: Place) -> Condition:
        name = node.term or ""
        if name not in self.instrument.terms or name in self._open:
            why = "refers to itself" if name in self._open else "is not declared under terms"
            hint = did_you_mean(name, self.instrument.terms)
            self.faults.append(((*at, "term"), f"the term {name} {why}. {hint}".strip()))
            return AllOf((), label)
        self._open.append(name)
        inner = self._condition(self.instrument.terms[name], ("terms", name))
        self._open.pop()
        term = self.instrument.terms[name]
        known = Label(node.id or name, node.cite or term.cite, node.say or term.say)
        return AllOf((inner,), known)

    def _check_subjects(self, rule: Rule, at: Place) -> None:
        concerns = rule.provision.concerns
        for fact in sorted(rule.facts()):
            subject = self.vocabulary[fact].subject
            if subject not in SUBJECTS[concerns]:
                why = f"{fact} is a fact of a {subject}; a matter of kind {concerns} has none"
                self.faults.append(((*at, "applies_if"), why))

    def _check_pairs(self, rule: Rule, at: Place) -> None:
        """Two facts compared with each other are one unknown: keep them so (see diagrams)."""
        atoms = [leaf.atom for condition in rule.conditions() for leaf in leaves(condition)]
        pairs = {frozenset((atom.fact, atom.other)) for atom in atoms if isinstance(atom, Relate)}
        alone = {atom.fact for atom in atoms if not isinstance(atom, Relate)}
        uses = Counter(fact for pair in pairs for fact in pair)
        for fact, count in sorted(uses.items()):
            if fact in alone or count > 1:
                why = f"{fact} is compared with another fact and must not be compared with more"
                self.faults.append(((*at, "applies_if"), why))


def unused_parameters(instrument: Instrument, rules: list[Rule]) -> set[str]:
    """Parameters no condition reads: probably a slip."""
    found = (leaf for rule in rules for cond in rule.conditions() for leaf in leaves(cond))
    return set(instrument.parameters) - {parameter_of(leaf.atom) for leaf in found}
