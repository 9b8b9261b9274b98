"""The derived values D01 to D13 (US § 3C), computed from the real statistics and events."""

import pytest

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.cells import one
from technofed.atlas.article.derived import Derived, Reading, derived
from technofed.law.atlas import Operator
from tests.article.atlas import the_atlas

BILLION = 1e9


def value(name: str) -> Derived:
    return derived(the_atlas(), value=name)


def only(name: str) -> Reading:
    (found,) = value(name).readings
    return found


def about(number: float, digits: float) -> object:
    return pytest.approx(number, abs=digits)


def test_d01() -> None:
    """About 35.2 bills in 2022, or about 43.2 if 440 percent is the ratio: both readings."""
    found = value("d01")
    assert [each.value for each in found.readings] == [about(35.2, 0.05), about(43.2, 0.05)]
    assert found.undetermined


def test_d02() -> None:
    """At most about 15.3 percent of the bills of 2023 were enacted."""
    found = only("d02")
    assert (found.value, found.bound) == (about(15.3, 0.05), Operator.AT_MOST)


def test_d03() -> None:
    """About 3.95 times as many by November 2024, by other rules of counting."""
    found = only("d03")
    assert found.value == about(3.95, 0.005)
    assert "counting" in found.caution


def test_d04() -> None:
    """Fewer than about 155 bills in 2021."""
    first, second = value("d04").readings
    assert (first.value, first.bound) == (about(155, 0.5), Operator.LESS)
    assert second.value < first.value


def test_d05() -> None:
    """About 6.1 bills for each active state."""
    assert only("d05").value == about(6.1, 0.05)


def test_d06() -> None:
    """64 percent of the Forbes AI 50 are in California."""
    assert only("d06").value == about(64, 1e-9)


def test_d07() -> None:
    """The three awards: 21.5 billion, 55.1 percent; with the final award 20.86 and 53.5."""
    amount, share, final, final_share = (each.value for each in value("d07").readings)
    assert (amount, share) == (about(21.5 * BILLION, 1), about(55.1, 0.05))
    assert (final, final_share) == (about(20.86 * BILLION, 1), about(53.5, 0.05))


def test_d08() -> None:
    """Intel's award was cut by 0.64 billion, 7.5 percent."""
    amount, share = (each.value for each in value("d08").readings)
    assert (amount, share) == (about(0.64 * BILLION, 1), about(-7.5, 0.05))


def test_d09() -> None:
    """At most about 1.86 billion for each project in Arizona."""
    found = only("d09")
    assert (found.value, found.bound) == (about(1.86 * BILLION, BILLION / 200), Operator.AT_MOST)


def test_d10() -> None:
    """The commission bill lived 526 days."""
    assert only("d10").value == 526


def test_d11() -> None:
    """SB 1047 took about seven to eight months from introduction to veto."""
    found = only("d11")
    assert found.high is not None
    assert 6.9 < found.value < found.high < 8.1


def test_d12() -> None:
    """33 months from the Bill of Rights to its reversal."""
    assert only("d12").value == 33


def test_d13() -> None:
    """0.25 billion of credit on a qualified investment of one billion."""
    assert only("d13").value == about(0.25 * BILLION, 1e-6)


def test_there_are_thirteen_values_each_with_formula_and_caution() -> None:
    names = {one(row, "value") for row in table(the_atlas(), "derived-values").rows}
    assert names == {f"d{n:02}" for n in range(1, 14)}
    for name in names:
        assert all(each.formula and each.caution and each.unit for each in value(name).readings)


def test_the_formulas_follow_their_statistics() -> None:
    """Values are computed: every input is named and is a record."""
    for each in value("d07").readings:
        assert all(the_atlas().record(id_) for id_ in each.inputs)


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        value("d14")


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("d01", ["bills", "bills"]),
        ("d02", ["percent"]),
        ("d03", ["times"]),
        ("d06", ["percent"]),
        ("d07", ["USD", "percent", "USD", "percent"]),
        ("d08", ["USD", "percent"]),
        ("d10", ["days"]),
        ("d13", ["USD"]),
    ],
)
def test_every_value_names_its_unit(name: str, units: list[str]) -> None:
    assert [each.unit for each in value(name).readings] == units
