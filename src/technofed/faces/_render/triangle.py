"""The triangle of powers: central at the top, local at the left, market at the right."""

from technofed.law.brief import Weights

_ROWS = 9


def point(weights: Weights) -> tuple[float, float]:
    """Where the weights lie in a triangle of width 1 and height 1, from the top left."""
    return 0.5 * weights.central + weights.market, 1 - weights.central


def as_text(weights: Weights) -> list[str]:
    r"""A small triangle of characters, the point drawn as ●.

    >>> print("\n".join(as_text(Weights(central=1, local=0, market=0, instruments=1))))
               central
                  ●
                 / \
                /   \
               /     \
              /       \
             /         \
            /           \
           /             \
    local /_______________\ market
    """
    if not weights.instruments:
        return ["(nothing binds, so there is no balance)"]
    x, y = point(weights)
    width = 2 * _ROWS - 1
    row = round(y * (_ROWS - 1))
    lines = [" " * 11 + "central"]
    for n in range(_ROWS):
        left, right = _ROWS - 1 - n, _ROWS - 1 + n
        cells = [" "] * width
        fill = "_" if n == _ROWS - 1 else " "
        cells[left : right + 1] = [fill] * (right - left + 1)
        cells[left], cells[right] = ("/", "\\") if n else ("·", "·")
        if n == row:
            cells[min(max(round(x * (width - 1)), left), right)] = "●"
        lead, tail = ("local ", " market") if n == _ROWS - 1 else ("      ", "")
        lines.append(f"{lead}{''.join(cells)}{tail}".rstrip())
    return lines


def as_svg(weights: Weights, title: str) -> str:
    """The triangle as an SVG picture with a text for those who cannot see it."""
    said = (
        f"{title}: central {weights.central:.0%}, local {weights.local:.0%}, "
        f"market {weights.market:.0%} of {weights.instruments} instruments"
    )
    x, y = point(weights)
    left, top, size, height = 60, 26, 200, 173
    dot = (
        f'<circle cx="{left + x * size:.1f}" cy="{top + y * height:.1f}" r="7" class="dot"/>'
        if weights.instruments
        else ""
    )
    corners = f"{left + size / 2},{top} {left},{top + height} {left + size},{top + height}"
    return (
        f'<svg viewBox="0 0 320 230" role="img" aria-label="{said}" class="triangle">'
        f'<polygon points="{corners}"/>{dot}'
        f'<text x="{left + size / 2}" y="16" text-anchor="middle">central</text>'
        f'<text x="{left}" y="{top + height + 20}" text-anchor="middle">local</text>'
        f'<text x="{left + size}" y="{top + height + 20}" text-anchor="middle">market</text>'
        "</svg>"
    )
