"""The triangle of powers, in characters."""

from technofed.faces._render.triangle import as_svg, as_text, point
from technofed.law.brief import Balance, Weights

NONE = Weights(central=0, local=0, market=0, instruments=0)


def weights(central: float, local: float, market: float) -> Weights:
    return Weights(central=central, local=local, market=market, instruments=4)


def balance(overall: Weights, **dimensions: Weights) -> Balance:
    parts = {"software": NONE, "hardware": NONE, "infrastructure": NONE} | dimensions
    return Balance(overall=overall, with_possible=overall, **parts)


def test_the_corners_are_the_powers() -> None:
    assert point(weights(1, 0, 0)) == (0.5, 0)
    assert point(weights(0, 1, 0)) == (0, 1)
    assert point(weights(0, 0, 1)) == (1, 1)


def test_all_power_at_the_centre_is_the_top() -> None:
    assert as_text(balance(weights(1, 0, 0)))[:3] == [
        "             central",
        "                ●",
        "               / \\",
    ]


def test_local_and_market_are_the_lower_corners() -> None:
    drawn = as_text(balance(weights(0, 1, 0), hardware=weights(0, 0, 1)))[-1]
    assert drawn == "local ●___________________H market"


def test_without_law_there_is_no_point() -> None:
    assert as_text(balance(NONE)) == ["(nothing binds, so there is no balance)"]
    assert "<circle" not in as_svg(balance(NONE))


def test_the_svg_says_what_it_shows() -> None:
    drawn = as_svg(balance(weights(0.5, 0.25, 0.25), software=weights(0.5, 0.25, 0.25)))
    assert "overall: central 50%, local 25%, market 25%" in drawn
    assert ">S</text>" in drawn
