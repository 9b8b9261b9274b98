"""clingo as a peer: Kleene's logic in pairs of atoms, ``t`` for yes and ``f`` for no.

What is neither ``t`` nor ``f`` is unknown. Comparisons are made outside and handed over as
facts (integers in clingo have 32 bits, so 1e26 could not be compared inside); making and
writing them is not counted. Reading them, grounding, solving and reading the answer are.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import clingo

from benchmarks.measure import Figure, Timing, peak_mb
from benchmarks.resolve.compare import compare
from benchmarks.resolve.plan import Size
from benchmarks.resolve.population import Given, Population, Sample
from benchmarks.resolve.provisions import effects
from technofed.law.atoms import Atom
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf
from technofed.law.kleene import Truth

BATCHES = (1, 20, 100, 1000)
"""Profiles to a call that are tried; the whole is measured with the quickest of these."""
Answers = dict[tuple[int, int], Truth]
Literal = tuple[int, bool]


def measure(size: Size) -> Iterator[Figure]:
    """Judge some of the sampled profiles, and check them all."""
    conditions = effects()
    sample = Sample(Population(size.rows), size.sample)
    profiles = sample.facts[: size.profiles]
    program = Program()
    wanted = [program.node(condition) for condition in conditions.values()]
    text = program.text(wanted)
    tried = {batch: _tried(text, program, profiles[:batch]) for batch in BATCHES}
    batch = min(tried, key=lambda batch: tried[batch])
    calls = [program.facts(profiles[n : n + batch], n) for n in range(0, len(profiles), batch)]
    timing = Timing()
    for _ in range(size.rounds):
        answers = timing.run(lambda: _judged(text, calls))
    said = [[answers.get((node, n)) for node in wanted] for n in range(len(profiles))]
    yield Figure(
        "clingo",
        "clingo, t/f pairs",
        "ms",
        [run / len(profiles) * 1000 for run in timing.wall],
        len(conditions),
        min(timing.cpu),
        peak_mb(),
        compare(sample.truths[: len(profiles)], said),
        {"profiles": len(profiles), "profiles_in_a_call": batch, "ms_per_profile_tried": tried},
    )


class Program:
    """The provisions as rules; equal groups and equal comparisons are written once."""

    def __init__(self) -> None:
        self.rules: list[str] = []
        self._nodes: dict[Atom | Condition, int] = {}

    def node(self, condition: Condition) -> int:
        """Write a condition; the number of its node."""
        if isinstance(condition, Leaf):
            condition = AllOf((condition,))
        if condition not in self._nodes:
            parts = [self._literal(part) for part in condition.parts]
            self._nodes[condition] = len(self._nodes)
            self._define(self._nodes[condition], condition, parts)
        return self._nodes[condition]

    def text(self, wanted: Sequence[int]) -> str:
        """All rules, and which nodes to show."""
        shown = [f"wanted({node})." for node in wanted]
        show = [f"#show {sign}(N,P) : {sign}(N,P), wanted(N)." for sign in "tf"]
        return "\n".join([*self.rules, *shown, "#show.", *show])

    def facts(self, profiles: Sequence[Given], first: int) -> str:
        """What the comparisons say of some profiles, numbered from ``first``."""
        atoms = [(each, n) for each, n in self._nodes.items() if isinstance(each, Atom)]
        signs = {True: "t", False: "f"}
        said = [
            f"{signs[truth]}({node},{n})."
            for n, profile in enumerate(profiles, first)
            for atom, node in atoms
            if (truth := atom.holds(profile)) is not None
        ]
        return "\n".join(said)

    def _literal(self, condition: Condition) -> Literal:
        if not isinstance(condition, Leaf):
            return self.node(condition), True
        node = self._nodes.setdefault(condition.atom, len(self._nodes))
        return node, not condition.negated

    def _define(self, head: int, condition: Condition, parts: Sequence[Literal]) -> None:
        match condition:
            case AllOf():
                self._at_least(head, len(parts), parts)
            case AnyOf():
                self._at_least(head, 1, parts)
            case NoneOf():
                self._at_least(head, len(parts), [(node, not holds) for node, holds in parts])
            case AtLeast(count=count):
                self._at_least(head, count, parts)

    def _at_least(self, head: int, count: int, parts: Sequence[Literal]) -> None:
        """Yes by any ``count`` parts that are yes; no by enough that are no."""
        for some in combinations(parts, count):
            self._rule("t", head, some)
        for some in combinations(parts, len(parts) - count + 1):
            self._rule("f", head, [(node, not holds) for node, holds in some])

    def _rule(self, sign: str, head: int, body: Sequence[Literal]) -> None:
        said = ", ".join(f"{'t' if holds else 'f'}({node},P)" for node, holds in body)
        self.rules.append(f"{sign}({head},P) :- {said}.")


def _judged(text: str, calls: Sequence[str]) -> Answers:
    answers: Answers = {}
    for facts in calls:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], text + facts)
        control.ground([("base", [])])
        control.solve(on_model=lambda model: _read(model, answers))
    return answers


def _read(model: clingo.Model, answers: Answers) -> None:
    for symbol in model.symbols(shown=True):
        node, profile = symbol.arguments
        answers[node.number, profile.number] = symbol.name == "t"


def _tried(text: str, program: Program, profiles: Sequence[Given]) -> float:
    """Milliseconds a profile, when one call takes these."""
    timing = Timing()
    facts = program.facts(profiles, 0)
    timing.run(lambda: _judged(text, [facts]))
    return round(timing.wall[0] / len(profiles) * 1000, 1)
