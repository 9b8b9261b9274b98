"""Decision diagrams: Boolean functions of a few many-valued unknowns, in canonical form.

An ordered, reduced diagram (Bryant 1986; many-valued as in Kam et al. 1998). With two
cells per variable it is a plain BDD. Because the form is canonical, a function that is
always true *is* the terminal ``YES``: a question that is decided already can never look
open. Checked against the ``dd`` package in the tests.
"""

from collections.abc import Iterable, Sequence
from functools import reduce

NO, YES = 0, 1
Node = int
Choice = tuple[int, frozenset[int]]


class Diagrams:
    """A family of diagrams over the same variables.

    Args:
        sizes: How many cells each variable has, in the order of the diagram.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        last = len(self.sizes)
        self._nodes: list[tuple[int, tuple[Node, ...]]] = [(last, ()), (last, ())]
        self._unique: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._joined: dict[tuple[str, Node, Node], Node] = {}
        self._cheapest: dict[tuple[Node, Node], tuple[Choice, ...] | None] = {}

    def variable(self, node: Node) -> int:
        """The variable a node asks about; terminals ask about none."""
        return self._nodes[node][0]

    def children(self, node: Node) -> tuple[Node, ...]:
        """Where each cell of the node's variable leads."""
        return self._nodes[node][1]

    def literal(self, variable: int, cells: Iterable[int]) -> Node:
        """The function that is yes exactly when the variable lies in these cells."""
        chosen = set(cells)
        return self._make(variable, tuple(int(i in chosen) for i in range(self.sizes[variable])))

    def negate(self, node: Node) -> Node:
        """Yes where ``node`` is no."""
        return self._join("xor", node, YES)

    def every(self, nodes: Iterable[Node]) -> Node:
        """Yes where all are yes."""
        return reduce(lambda f, g: self._join("and", f, g), nodes, YES)

    def some(self, nodes: Iterable[Node]) -> Node:
        """Yes where any is yes."""
        return reduce(lambda f, g: self._join("or", f, g), nodes, NO)

    def at_least(self, count: int, nodes: Sequence[Node]) -> Node:
        """Yes where at least ``count`` are yes."""
        reached = [YES] + [NO] * count
        for node in nodes:
            for n in range(count, 0, -1):
                reached[n] = self.some((reached[n], self.every((reached[n - 1], node))))
        return reached[count]

    def support(self, node: Node) -> set[int]:
        """The variables on which the function really depends."""
        found: set[int] = set()
        seen = {NO, YES}
        waiting = [node]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                found.add(self.variable(at))
                waiting += self.children(at)
        return found

    def restrict(self, node: Node, variable: int, cell: int) -> Node:
        """The function once the variable is known to lie in a cell."""
        here = self.variable(node)
        if here > variable:
            return node
        if here == variable:
            return self.children(node)[cell]
        kept = tuple(self.restrict(child, variable, cell) for child in self.children(node))
        return self._make(here, kept)

    def cheapest(self, node: Node, target: Node) -> tuple[Choice, ...] | None:
        """The fewest variables whose cells force the function to ``target``.

        A minimum prime implicant, after Coudert and Madre (1992): either the first
        variable does not matter, and what holds for all its cells must hold; or it
        is fixed to the cells that lead to one child.

        Returns:
            Pairs of variable and cells, or None if the target cannot be forced.
        """
        if node in (NO, YES):
            return () if node == target else None
        key = (node, target)
        if key not in self._cheapest:
            self._cheapest[key] = self._search(node, target)
        return self._cheapest[key]

    def _search(self, node: Node, target: Node) -> tuple[Choice, ...] | None:
        children = self.children(node)
        whatever = self.every(children) if target == YES else self.some(children)
        found = [self.cheapest(whatever, target)]
        for child in dict.fromkeys(children):
            rest = self.cheapest(child, target)
            if rest is not None:
                cells = frozenset(i for i, to in enumerate(children) if to == child)
                found.append(((self.variable(node), cells), *rest))
        return min((path for path in found if path is not None), key=len, default=None)

    def _make(self, variable: int, children: tuple[Node, ...]) -> Node:
        if len(set(children)) == 1:
            return children[0]
        key = (variable, children)
        if key not in self._unique:
            self._unique[key] = len(self._nodes)
            self._nodes.append(key)
        return self._unique[key]

    def _join(self, op: str, f: Node, g: Node) -> Node:
        ready = _trivial(op, f, g)
        if ready is not None:
            return ready
        key = (op, min(f, g), max(f, g))
        if key not in self._joined:
            top = min(self.variable(f), self.variable(g))
            pairs = zip(self._spread(f, top), self._spread(g, top), strict=True)
            self._joined[key] = self._make(top, tuple(self._join(op, a, b) for a, b in pairs))
        return self._joined[key]

    def _spread(self, node: Node, variable: int) -> tuple[Node, ...]:
        if self.variable(node) == variable:
            return self.children(node)
        return (node,) * self.sizes[variable]


def _trivial(op: str, f: Node, g: Node) -> Node | None:
    """The result where one side decides or both are terminals; None if work is needed."""
    low, high = min(f, g), max(f, g)
    if op == "xor":
        return low ^ high if high <= YES else high if low == NO else None
    neutral, decisive = (YES, NO) if op == "and" else (NO, YES)
    if decisive in (low, high):
        return decisive
    if neutral in (low, high):
        return high if low == neutral else low
    return low if low == high else None
