"""Leaves: what is allowed, what is refused and why."""

import pytest

from technofed.atlas.laws import Laws
from technofed.law.conditions import NO_LABEL, Leaf
from technofed.law.leaves import LeafError, parse_leaf


def read(laws: Laws, text: str) -> Leaf:
    return parse_leaf(text, laws.vocabulary, {"small", "term"}, NO_LABEL)


@pytest.mark.parametrize(
    "text",
    [
        "licensed",
        "not licensed",
        "employees >= 50",
        "50 <= employees",
        "employees > small",
        "flop > 1e26",
        "domain == 'hiring'",
        "domain != 'hiring'",
        "domain in ['hiring', 'lending']",
        "domain not in ['hiring']",
        "'face' in inputs",
        "'face' not in inputs",
        "intersects(inputs, ['face', 'voice'])",
        "within(place, 'XA-1')",
        "destination == 'XB'",
        "permit_day >= '2031-01-01'",
        "sold_day < years_after(award_day, term)",
        "sold_day < days_after(award_day, 30)",
        "award_day <= sold_day",
    ],
)
def test_allowed(exempla: Laws, text: str) -> None:
    assert read(exempla, text).atom.fact in exempla.vocabulary


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("__import__('os').system('id')", "only within and intersects"),
        ("licensed.__class__", "one comparison"),
        ("(lambda: 1)()", "only within and intersects"),
        ("[x for x in inputs]", "one comparison"),
        ("employees ** 9 ** 9", "one comparison"),
        ("f'{employees}'", "one comparison"),
        ("employees < 50 if licensed else licensed", "one comparison"),
        ("employes < 50", "did you mean employees?"),
        ("inputs['face']", "one comparison"),
        ("years_after(award_day, n=1)", "only within and intersects"),
        ("licensed and notices_here", "one comparison"),
        ("1 < employees < 5", "one comparison"),
        ("employees + 1 > 5", "a fact was expected"),
        ("employees > 'many'", "a number"),
        ("permit_day > '2031-02-30'", "not a day of the calendar"),
        ("domain == 'hire'", "no value of it"),
        ("within(place, 'XA-9')", "no jurisdiction"),
        ("domain > 'hiring'", "cannot be compared"),
        ("licensed == True", "cannot be compared"),
        ("employees", "is a number, not a bool"),
        ("'face' in domain", "is a enum, not a set"),
        ("employees is None", "use < <="),
        ("", "Python's syntax"),
        ("employees >", "Python's syntax"),
        ("(" * 300 + "licensed" + ")" * 300, "not one comparison"),
        ("licensed;licensed", "Python's syntax"),
        ("x" * 501, "not one comparison"),
        ("licensed\x00", "Python's syntax"),
        ("open('/etc/passwd').read()", "only within and intersects"),
        ("(licensed := True)", "one comparison"),
    ],
)
def test_refused_with_the_reason(exempla: Laws, text: str, reason: str) -> None:
    with pytest.raises(LeafError, match=reason.replace("?", r"\?")):
        read(exempla, text)
