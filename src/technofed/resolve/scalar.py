"""The fast way to judge one matter: conditions written out as one Python function.

Kleene's values are 0 (no), 1 (unknown) and 2 (yes), so that *and* is ``min``, *or* is
``max`` and *not* is ``2 - x``. Tested equal to ``Condition.holds``.
"""

from collections.abc import Callable, Sequence

from technofed.law.atoms import Atom, Compare, Flag, OneOf
from technofed.law.conditions import AllOf, AnyOf, AtLeast, Condition, Leaf, NoneOf
from technofed.law.facts import Facts
from technofed.law.kleene import Truth

_TRUTHS: tuple[Truth, ...] = (False, None, True)
TOGETHER = 120
"""How many conditions share a function. One of thousands of variables has a frame so large
that CPython 3.11 maps fresh memory at every call it makes, at some depths of the stack."""

Compiled = Callable[[Facts], list[Truth]]


def compile_conditions(conditions: Sequence[Condition]) -> Compiled:
    """Write many conditions as a function from facts to their Kleene verdicts.

    The conditions must have no parameters left. The generated text holds only names
    the compiler made itself; constants are passed in, never written into the text.
    """
    starts = range(0, len(conditions), TOGETHER)
    parts = [_compile(conditions[start : start + TOGETHER]) for start in starts]
    return lambda facts: [_TRUTHS[value] for part in parts for value in part(facts)]


def _compile(conditions: Sequence[Condition]) -> Callable[[Facts], list[int]]:
    writer = _Writer()
    results = [writer.write(condition) for condition in conditions]
    body = "\n ".join([*writer.lines, f"return [{', '.join(results)}]"])
    source = f"def judged(given):\n {body}\n"
    scope: dict[str, object] = dict(writer.constants)
    exec(compile(source, "<rules>", "exec"), scope)  # noqa: S102 (our own text, see above)
    judged: Callable[[Facts], list[int]] = scope["judged"]  # type: ignore[assignment]
    return judged


class _Writer:
    """Writes the lines of the function; equal limbs are computed once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.constants: dict[str, object] = {"code": _code}
        self._known: dict[object, str] = {}

    def write(self, condition: Condition) -> str:
        """Write one condition; the name of the variable that holds its verdict."""
        if isinstance(condition, Leaf):
            value = self._atom(condition.atom)
            return self._named(f"2 - {value}") if condition.negated else value
        parts = [self.write(part) for part in condition.parts]
        if len(parts) == 1 and isinstance(condition, AllOf | AnyOf):
            return parts[0]
        joined = ", ".join(parts)
        match condition:
            case AllOf():
                return self._named(f"min({joined})" if parts else "2")
            case AnyOf():
                return self._named(f"max({joined})" if parts else "0")
            case NoneOf():
                return self._named(f"2 - max({joined}, 0)")
            case AtLeast(count=count):
                certain, possible = f"[{joined}].count(2)", f"[{joined}].count(0)"
                enough = f"2 if {certain} >= {count} else "
                return self._named(f"{enough}0 if {len(parts)} - {possible} < {count} else 1")

    def _atom(self, atom: Atom) -> str:
        if atom not in self._known:
            self._known[atom] = self._named(self._test(atom))
        return self._known[atom]

    def _test(self, atom: Atom) -> str:
        fact = self._fact(atom.fact)
        if isinstance(atom, Flag):
            return f"1 if {fact} is None else 2 if {fact} else 0"
        if isinstance(atom, OneOf):
            return f"1 if {fact} is None else 2 if {fact} in {self._constant(atom.values)} else 0"
        if isinstance(atom, Compare):
            bound = self._constant(atom.bound)
            return f"1 if {fact} is None else 2 if {fact} {atom.op} {bound} else 0"
        return f"code[{self._constant(atom)}.holds(given)]"

    def _fact(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = self._named(f"given.get({self._constant(name)})")
        return self._known[name]

    def _constant(self, value: object) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def _named(self, expression: str) -> str:
        name = f"v{len(self.lines)}"
        self.lines.append(f"{name} = {expression}")
        return name


_code: dict[Truth, int] = {False: 0, None: 1, True: 2}
