"""The triangle of powers: central at the top, local at the left, market at the right.

The whole undertaking is the point ●; each dimension is its first letter: S, H, I.
"""

from technofed.law.brief import Balance, Weights

_ROWS = 11
_LETTERS = {"S": "software", "H": "hardware", "I": "infrastructure"}


def point(weights: Weights) -> tuple[float, float]:
    """Where the weights lie in a triangle of width 1 and height 1, from the top left."""
    return 0.5 * weights.central + weights.market, 1 - weights.central


def points(balance: Balance) -> dict[str, Weights]:
    """The marks to draw, with their weights; a dimension without law has none."""
    found = {letter: getattr(balance, name) for letter, name in _LETTERS.items()}
    found["●"] = balance.overall
    return {mark: weights for mark, weights in found.items() if weights.instruments}


def as_text(balance: Balance) -> list[str]:
    """A small triangle of characters. Where points fall together, ● hides the letter."""
    if not balance.overall.instruments:
        return ["(nothing binds, so there is no balance)"]
    width = 2 * _ROWS - 1
    grid = [_row(n, width) for n in range(_ROWS)]
    for mark, weights in points(balance).items():
        x, y = point(weights)
        n = round(y * (_ROWS - 1))
        left, right = _ROWS - 1 - n, _ROWS - 1 + n
        grid[n][min(max(round(x * (width - 1)), left), right)] = mark
    lines = [f"      {''.join(row)}".rstrip() for row in grid]
    lines[-1] = f"local {''.join(grid[-1])} market"
    return [" " * (_ROWS + 2) + "central", *lines]


def _row(n: int, width: int) -> list[str]:
    """The n-th row of the empty triangle."""
    left, right = _ROWS - 1 - n, _ROWS - 1 + n
    row = [" "] * width
    row[left : right + 1] = ["_" if n == _ROWS - 1 else " "] * (right - left + 1)
    row[left], row[right] = ("/", "\\") if n else ("·", "·")
    return row


def in_words(balance: Balance) -> str:
    """The picture for those who cannot see it.

    >>> none = Weights(central=0, local=0, market=0, instruments=0)
    >>> some = Weights(central=0.5, local=0.5, market=0, instruments=2)
    >>> in_words(Balance(overall=some, software=some, hardware=none, infrastructure=none,
    ...                  with_possible=some))
    'software: central 50%, local 50%, market 0%; overall: central 50%, local 50%, market 0%'
    """
    said = [
        f"{_LETTERS.get(mark, 'overall')}: central {weights.central:.0%}, "
        f"local {weights.local:.0%}, market {weights.market:.0%}"
        for mark, weights in points(balance).items()
    ]
    return "; ".join(said) or "nothing binds"


def as_svg(balance: Balance) -> str:
    """The triangle as an SVG picture with a text for those who cannot see it."""
    left, top, size, height = 60, 26, 200, 173
    marks = []
    for mark, weights in points(balance).items():
        x, y = point(weights)
        cx, cy = left + x * size, top + y * height
        radius = 7 if mark == "●" else 4
        marks.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{radius}" class="dot"/>')
        if mark != "●":
            aside = {"S": -16, "H": 10, "I": 22}[mark]
            marks.append(f'<text x="{cx + aside:.1f}" y="{cy + 5:.1f}" class="mark">{mark}</text>')
    corners = f"{left + size / 2},{top} {left},{top + height} {left + size},{top + height}"
    return (
        f'<svg viewBox="0 0 320 230" role="img" aria-label="Balance of powers. {in_words(balance)}"'
        f' class="triangle"><polygon points="{corners}"/>{"".join(marks)}'
        f'<text x="{left + size / 2}" y="16" text-anchor="middle">central</text>'
        f'<text x="{left}" y="{top + height + 20}" text-anchor="middle">local</text>'
        f'<text x="{left + size}" y="{top + height + 20}" text-anchor="middle">market</text>'
        "</svg>"
    )
