"""Our decision diagrams against the ``dd`` package, on random Boolean functions."""

import itertools

from dd import autoref
from hypothesis import given
from hypothesis import strategies as st

from technofed.resolve.diagrams import NO, YES, Diagrams

N = 4
NAMES = [f"x{n}" for n in range(N)]
Tree = int | tuple[str, "Tree", "Tree"] | tuple[str, "Tree"]
trees = st.recursive(
    st.integers(0, N - 1),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(("and", "or")), inner, inner), st.tuples(st.just("not"), inner)
    ),
    max_leaves=10,
)


def ours(build: Diagrams, tree: Tree) -> int:
    if isinstance(tree, int):
        return build.literal(tree, [1])
    parts = [ours(build, part) for part in tree[1:]]
    if tree[0] == "not":
        return build.negate(parts[0])
    return build.every(parts) if tree[0] == "and" else build.some(parts)


def theirs(tree: Tree) -> str:
    if isinstance(tree, int):
        return NAMES[tree]
    parts = [theirs(part) for part in tree[1:]]
    if tree[0] == "not":
        return f"(! {parts[0]})"
    return f"({parts[0]} {'&' if tree[0] == 'and' else '|'} {parts[1]})"


@given(trees)
def test_support_size_and_truth_agree_with_dd(tree: Tree) -> None:
    build = Diagrams([2] * N)
    node = ours(build, tree)
    oracle = autoref.BDD()
    oracle.declare(*NAMES)
    oracle.configure(reordering=False)
    function = oracle.add_expr(theirs(tree))
    assert {NAMES[n] for n in build.support(node)} == oracle.support(function)
    assert (node == YES) == (function == oracle.true)
    assert (node == NO) == (function == oracle.false)
    for bits in itertools.product((0, 1), repeat=N):
        at = node
        for variable, bit in enumerate(bits):
            at = build.restrict(at, variable, bit)
        value = oracle.let(dict(zip(NAMES, map(bool, bits), strict=True)), function)
        assert (at == YES) == (value == oracle.true)
    del function


@given(st.lists(trees, min_size=1, max_size=4), st.integers(1, 4))
def test_at_least_counts(several: list[Tree], count: int) -> None:
    build = Diagrams([2] * N)
    nodes = [ours(build, tree) for tree in several]
    if count > len(nodes):
        assert build.at_least(count, nodes) == NO
        return
    expected = build.some(build.every(group) for group in itertools.combinations(nodes, count))
    assert build.at_least(count, nodes) == expected


@given(trees, trees)
def test_equal_functions_are_the_same_node(left: Tree, right: Tree) -> None:
    build = Diagrams([2] * N)
    f, g = ours(build, left), ours(build, right)
    assert build.negate(build.every((f, g))) == build.some((build.negate(f), build.negate(g)))
