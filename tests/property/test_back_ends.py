"""Three ways to judge, one meaning: the definition, the generated function, the columns."""

from hypothesis import given
from hypothesis import strategies as st

from technofed import api
from technofed.law.conditions import Condition
from technofed.law.facts import FactValue
from technofed.resolve.columns import build_portfolio, verdicts
from technofed.resolve.scalar import compile_conditions
from tests.conftest import EXEMPLA
from tests.property.strategies import VALUES, conditions, facts

Given = dict[str, FactValue]


@given(st.lists(conditions, min_size=1, max_size=4), facts)
def test_the_generated_function_is_the_definition(rules: list[Condition], given_: Given) -> None:
    assert compile_conditions(rules)(given_) == [rule.holds(given_) for rule in rules]


VOCABULARY = api.load(EXEMPLA).vocabulary


@given(st.lists(conditions, min_size=1, max_size=4), st.lists(facts, max_size=6))
def test_the_columns_are_the_definition(rules: list[Condition], rows: list[Given]) -> None:
    portfolio = build_portfolio(rows, VOCABULARY)
    named = {str(n): rule for n, rule in enumerate(rules)}
    table = verdicts(named, portfolio)
    for name, rule in named.items():
        assert table[name].to_list() == [rule.holds(row) for row in rows]


@given(conditions, facts, st.sampled_from(sorted(VALUES)), st.data())
def test_learning_a_fact_never_overturns_a_verdict(
    rule: Condition, given_: Given, name: str, data: st.DataObject
) -> None:
    if name in given_:
        return
    before = rule.holds(given_)
    after = rule.holds(given_ | {name: data.draw(VALUES[name])})
    assert before is None or before == after
