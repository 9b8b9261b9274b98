"""Judges one rule on the facts of one matter: the status, and what an unknown turns on.

Kleene's logic answers most questions at once. Where it says *unknown*, the rule is put
into a decision diagram over the missing facts, so that a question which no answer can
change is never called open. What the rule does (*bites*) is its base and none of its
exceptions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from technofed.law.atoms import Atom
from technofed.law.cases import Status
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf, leaves
from technofed.law.facts import Facts
from technofed.law.kleene import Truth
from technofed.resolve.cells import (
    Variable,
    build_variables,
    cells_in_words,
    cells_where,
    key_of,
    open_members,
)
from technofed.resolve.diagrams import NO, YES, Diagrams, Node


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact, and what somebody would have to answer.

    Attributes:
        facts: The fact (two, when two dates are compared with each other).
        answer: The answer in words.
        value: One value that is such an answer.
    """

    facts: tuple[str, ...]
    answer: str
    value: object


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one rule says of one matter, exceptions included.

    Attributes:
        status: Never ``not_in_force``: that is a question of time, asked elsewhere.
        exceptions: Indices of the exceptions that hold (exempt) or may hold (applies unless).
        essential: The facts on which it really turns; knowing all of them decides, and
            none can be left out.
        shortest_yes: The fewest answers after which the rule certainly binds.
        shortest_no: The fewest answers after which it certainly does not.
    """

    status: Status
    exceptions: tuple[int, ...] = ()
    essential: tuple[str, ...] = ()
    shortest_yes: tuple[Answer, ...] | None = None
    shortest_no: tuple[Answer, ...] | None = None


def judge(base: Condition, exceptions: Sequence[Condition], facts: Facts) -> Judgement:
    """Judge a rule whose parameters have been filled in."""
    truths = [exception.holds(facts) for exception in exceptions]
    return judge_known(base, exceptions, facts, base.holds(facts), truths)


def judge_known(
    base: Condition,
    exceptions: Sequence[Condition],
    facts: Facts,
    applies: Truth,
    excepted: Sequence[Truth],
) -> Judgement:
    """Judge a rule whose Kleene verdicts are known already (from the fast back end)."""
    if applies is False:
        return Judgement(Status.NOT_APPLICABLE)
    if applies and True in excepted:
        return Judgement(Status.EXEMPT, _indices(excepted, True))
    if applies and None not in excepted:
        return Judgement(Status.APPLIES)
    return Open(base, exceptions, facts).judgement()


def _indices(truths: Sequence[Truth], wanted: Truth) -> tuple[int, ...]:
    return tuple(i for i, truth in enumerate(truths) if truth is wanted)


def _status(base: Node, bites: Node) -> Status:
    """The status of a rule from the diagrams of its base and of its effect."""
    if base == NO:
        return Status.NOT_APPLICABLE
    if bites in (NO, YES):
        return Status.APPLIES if bites == YES else Status.EXEMPT
    return Status.APPLIES_UNLESS if base == YES else Status.MAY_APPLY


class Open:
    """A rule that Kleene's logic leaves open, as diagrams over the missing facts.

    Attributes:
        variables: The unknowns, in the order of the diagram.
        bites: The diagram of the rule's effect: its base and none of its exceptions.
    """

    def __init__(self, base: Condition, exceptions: Sequence[Condition], facts: Facts) -> None:
        self.facts = facts
        atoms = [leaf.atom for part in (base, *exceptions) for leaf in leaves(part)]
        unsettled = list(dict.fromkeys(atom for atom in atoms if atom.holds(facts) is None))
        keyed = build_variables(unsettled, facts)
        self.variables: list[Variable] = list(keyed.values())
        self._index = {key: n for n, key in enumerate(keyed)}
        self.diagrams = Diagrams([len(variable.cells) for variable in self.variables])
        self._base = self.diagram(base)
        self._exceptions = [self.diagram(exception) for exception in exceptions]
        self._excepted = self.diagrams.some(self._exceptions)
        spared = self.diagrams.negate(self._excepted)
        self.bites = self.diagrams.every((self._base, spared))

    def diagram(self, condition: Condition) -> Node:
        """The condition as a diagram."""
        build = self.diagrams
        if isinstance(condition, Leaf):
            node = self._atom(condition.atom)
            return build.negate(node) if condition.negated else node
        parts = [self.diagram(part) for part in condition.parts]
        match condition:
            case AllOf():
                return build.every(parts)
            case AnyOf():
                return build.some(parts)
            case NoneOf():
                return build.negate(build.some(parts))
            case AtLeast(count=count):
                return build.at_least(count, parts)

    def _atom(self, atom: Atom) -> Node:
        truth = atom.holds(self.facts)
        if truth is not None:
            return YES if truth else NO
        return self.diagrams.some(
            self.diagrams.literal(n, cells_where(atom, self.variables[n], self.facts))
            for n in self._variables_of(atom)
        )

    def _variables_of(self, atom: Atom) -> list[int]:
        members = open_members(atom, self.facts)
        keys = [key_of(atom, member) for member in members]
        known = [key for key in keys if key in self._index]
        if known:
            return [self._index[key] for key in known]
        return [n for n, v in enumerate(self.variables) if set(v.facts) <= set(keys[0][0])]

    def judgement(self) -> Judgement:
        """The exact status, and what it turns on."""
        status = _status(self._base, self.bites)
        if status is Status.EXEMPT:
            return Judgement(status, self._certain() or self._possible(self._exceptions))
        if status in (Status.NOT_APPLICABLE, Status.APPLIES):
            return Judgement(status)
        return Judgement(
            status,
            self._possible(self._exceptions),
            self.essential(),
            self._answers(self.diagrams.cheapest(self.bites, YES)),
            self._answers(self.diagrams.cheapest(self.bites, NO)),
        )

    def status_if(self, cells: Sequence[tuple[int, int]]) -> Status:
        """The status once some variables are known to lie in given cells."""
        base, bites = self._base, self.bites
        for variable, cell in cells:
            base = self.diagrams.restrict(base, variable, cell)
            bites = self.diagrams.restrict(bites, variable, cell)
        return _status(base, bites)

    def essential(self) -> tuple[str, ...]:
        """The facts on which the effect really depends, sorted."""
        needed = self.diagrams.support(self.bites)
        return tuple(sorted({fact for n in needed for fact in self.variables[n].facts}))

    def settled_share(self, fact: str) -> float:
        """How surely an answer to one fact would decide the rule, from 0 to 1.

        The share of the fact's cells (all members of a half-known set together) after
        which nothing is open; every cell counts the same.
        """
        mine = [n for n, variable in enumerate(self.variables) if fact in variable.facts]
        return self._share(self.bites, mine)

    def _share(self, node: Node, variables: list[int]) -> float:
        if node in (NO, YES):
            return 1.0
        if not variables:
            return 0.0
        first, *rest = variables
        cells = range(self.diagrams.sizes[first])
        shares = [self._share(self.diagrams.restrict(node, first, cell), rest) for cell in cells]
        return sum(shares) / len(shares)

    def _certain(self) -> tuple[int, ...]:
        """The exceptions that hold whatever the missing facts are, wherever the base does."""
        build = self.diagrams
        spared = [build.every((self._base, build.negate(node))) for node in self._exceptions]
        return tuple(n for n, node in enumerate(spared) if node == NO)

    def _possible(self, nodes: Sequence[Node]) -> tuple[int, ...]:
        return tuple(n for n, node in enumerate(nodes) if node != NO)

    def _answers(
        self, path: tuple[tuple[int, frozenset[int]], ...] | None
    ) -> tuple[Answer, ...] | None:
        if path is None:
            return None
        answers = []
        for n, cells in path:
            variable = self.variables[n]
            chosen = [variable.cells[i] for i in sorted(cells)]
            answers.append(Answer(variable.facts, cells_in_words(variable, cells), chosen[0].value))
        return tuple(answers)
