"""Reads a leaf: one comparison in Python's syntax, through a whitelist of its grammar.

Nothing is ever evaluated: the text becomes Python's own syntax tree, and the few shapes
allowed are turned into atoms. Anything else is refused, with the reason.
"""

import ast
from collections.abc import Callable, Container
from datetime import date

from technofed._base.dates import parse_day
from technofed._base.text import did_you_mean
from technofed.law.atoms import (
    Atom,
    Compare,
    Contains,
    Flag,
    OneOf,
    Operand,
    Parameter,
    Relate,
    Within,
)
from technofed.law.conditions import Label, Leaf
from technofed.law.facts import FactSpec, FactType, Vocabulary

LONGEST = 500
_OPERATORS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_ORDERED = (FactType.NUMBER, FactType.DATE)


class LeafError(ValueError):
    """A leaf is not one allowed comparison; the message says why and what would be."""


def parse_leaf(text: str, vocabulary: Vocabulary, parameters: Container[str], label: Label) -> Leaf:
    """Turn the text of a leaf into an atom over declared facts.

    Raises:
        LeafError: The text is not one comparison of the allowed kind.
    """
    if len(text) > LONGEST:
        raise LeafError(f"a leaf of {len(text)} characters is not one comparison")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise LeafError(f"“{text}” is not a comparison in Python's syntax") from None
    reader = _Reader(text, vocabulary, parameters)
    negated = isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not)
    atom, turned = reader.atom(tree.operand if isinstance(tree, ast.UnaryOp) and negated else tree)
    return Leaf(atom, negated != turned, label)


class _Reader:
    """Reads one leaf; every method returns an atom and whether it is meant negated."""

    def __init__(self, text: str, vocabulary: Vocabulary, parameters: Container[str]) -> None:
        self.text, self.vocabulary, self.parameters = text, vocabulary, parameters

    def atom(self, node: ast.expr) -> tuple[Atom, bool]:
        """Read what stands at the top of a leaf."""
        if isinstance(node, ast.Name):
            return Flag(self.fact(node, FactType.BOOL)), False
        if isinstance(node, ast.Call):
            return self.test(node), False
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self.comparison(node.left, node.ops[0], node.comparators[0])
        raise self.refuse("write one comparison; join several with all, any, none")

    def test(self, node: ast.Call) -> Atom:
        """Read ``within(fact, place)`` or ``intersects(fact, [values])``."""
        name, (first, second) = self.call(node, ("within", "intersects"))
        if name == "within":
            fact = self.fact(first, FactType.PLACE)
            return Within(fact, tuple(self.place(code) for code in self.texts(second)))
        fact = self.fact(first, FactType.SET)
        return Contains(fact, self.allowed(self.vocabulary[fact], self.texts(second)))

    def comparison(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> tuple[Atom, bool]:
        """Read ``left op right``."""
        if isinstance(op, ast.In | ast.NotIn):
            return self.membership(left, right), isinstance(op, ast.NotIn)
        if type(op) not in _OPERATORS:
            raise self.refuse("use < <= > >= == != in, not in")
        sign = _OPERATORS[type(op)]
        if not self.is_fact(left):
            left, right, sign = right, left, _MIRRORED[sign]
        name = self.fact(left)
        spec = self.vocabulary[name]
        if spec.type in _ORDERED:
            return self.ordered(name, spec, sign, right), False
        if sign not in ("==", "!=") or spec.type in (FactType.BOOL, FactType.SET):
            raise self.refuse(f"{name} is a {spec.type} and cannot be compared with {sign}")
        return self.one_of(name, spec, self.texts(right)), sign == "!="

    def membership(self, left: ast.expr, right: ast.expr) -> Atom:
        """Read ``'value' in set_fact`` or ``fact in ['a', 'b']``."""
        if isinstance(left, ast.Constant):
            name = self.fact(right, FactType.SET)
            return Contains(name, self.allowed(self.vocabulary[name], self.texts(left)))
        name = self.fact(left)
        return self.one_of(name, self.vocabulary[name], self.texts(right))

    def one_of(self, name: str, spec: FactSpec, values: list[str]) -> Atom:
        """A one-of fact, or a place, against constants."""
        if spec.type is FactType.PLACE:
            return Within(name, tuple(self.place(code) for code in values))
        if spec.type is not FactType.ENUM:
            raise self.refuse(
                f"{name} is a {spec.type}; only one-of facts and places are listed so"
            )
        return OneOf(name, self.allowed(spec, values), frozenset(spec.values))

    def ordered(self, name: str, spec: FactSpec, sign: str, right: ast.expr) -> Atom:
        """A number or date against a constant, a parameter or another fact."""
        if isinstance(right, ast.Call):
            unit, (other, shift) = self.call(right, ("years_after", "days_after"))
            moved = self.fact(other, FactType.DATE)
            if spec.type is not FactType.DATE:
                raise self.refuse(f"{name} is not a date")
            return Relate(name, sign, moved, unit.removesuffix("_after"), self.operand(shift, True))
        if isinstance(right, ast.Name) and right.id in self.vocabulary:
            return Relate(name, sign, self.fact(right, spec.type), "days", 0)
        return Compare(name, sign, self.operand(right, spec.type is FactType.NUMBER), spec.whole)

    def operand(self, node: ast.expr, number: bool) -> Operand:
        """A constant or a parameter."""
        if isinstance(node, ast.Name):
            if node.id in self.parameters:
                return Parameter(node.id)
            raise self.unknown(node.id)
        value = node.value if isinstance(node, ast.Constant) else None
        if number and isinstance(value, int | float) and not isinstance(value, bool):
            return value
        if not number and isinstance(value, str):
            return self.day(value)
        raise self.refuse("compare with a number, a quoted day or a parameter")

    def day(self, value: str) -> date:
        """A day written in quotes."""
        try:
            return parse_day(value)
        except ValueError as error:
            raise self.refuse(str(error)) from None

    def call(self, node: ast.Call, names: tuple[str, ...]) -> tuple[str, tuple[ast.expr, ast.expr]]:
        """The name and the two arguments of an allowed function."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in names or node.keywords or len(node.args) != 2:  # noqa: PLR2004
            raise self.refuse(f"only {' and '.join(names)} with two arguments may be called here")
        return name, (node.args[0], node.args[1])

    def is_fact(self, node: ast.expr) -> bool:
        """Whether a node names a declared fact (or something that looks like one)."""
        return isinstance(node, ast.Name) and node.id not in self.parameters

    def fact(self, node: ast.expr, kind: FactType | None = None) -> str:
        """The name of a declared fact, of the kind that fits here."""
        if not isinstance(node, ast.Name):
            raise self.refuse("a fact was expected here")
        if node.id not in self.vocabulary:
            raise self.unknown(node.id)
        if kind and self.vocabulary[node.id].type is not kind:
            raise self.refuse(f"{node.id} is a {self.vocabulary[node.id].type}, not a {kind}")
        return node.id

    def texts(self, node: ast.expr) -> list[str]:
        """A quoted word, or a list of them."""
        items = node.elts if isinstance(node, ast.List | ast.Tuple) else [node]
        values = [item.value for item in items if isinstance(item, ast.Constant)]
        if len(values) != len(items) or not all(isinstance(value, str) for value in values):
            raise self.refuse("a quoted word or a list of quoted words was expected")
        return [str(value) for value in values]

    def allowed(self, spec: FactSpec, values: list[str]) -> frozenset[str]:
        """The values, each of which the fact must be able to take."""
        for value in values:
            if value not in spec.values:
                raise self.refuse(
                    f"“{value}” is no value of it. {did_you_mean(value, spec.values)}"
                )
        return frozenset(values)

    def place(self, code: str) -> str:
        """A declared jurisdiction."""
        return self._or_refuse(self.vocabulary.place, code)

    def _or_refuse(self, read: Callable[[str], str], value: str) -> str:
        try:
            return read(value)
        except ValueError as error:
            raise self.refuse(str(error)) from None

    def refuse(self, reason: str) -> LeafError:
        """The error that says why this leaf is not allowed."""
        return LeafError(f"“{self.text}”: {reason}")

    def unknown(self, name: str) -> LeafError:
        """The error for a name that is no fact and no parameter."""
        hint = did_you_mean(name, self.vocabulary) or "declare it in facts.yaml"
        return LeafError(f"“{self.text}”: no fact or parameter is called {name}; {hint}")
