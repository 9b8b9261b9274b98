"""A line of time as text, and as SVG with one lane per dimension."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from technofed import api
from technofed.faces._render.brief import environment
from technofed.law.words import Dimension

_WIDTH, _LEFT, _RIGHT, _TOP, _LANE = 1200, 130, 20, 40, 150
_STACK, _STEP = 10, 11
"""Marks of one lane are spread over this many heights, so that neighbours stay apart."""
_MOST_YEARS = 16


@dataclass(frozen=True)
class _Mark:
    x1: float
    x2: float
    y: float
    title: str


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        """The place of a day from left to right, kept within the drawing."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max((self.last - self.first).days, 1)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def years(self) -> Iterator[dict[str, object]]:
        """The years to name, at most sixteen of them."""
        count = self.last.year - self.first.year + 1
        step = next(n for n in (1, 2, 5, 10, 20, 50, 100) if count / n <= _MOST_YEARS)
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0:
                yield {"name": year, "x": self.x(date(year, 1, 1))}


def timeline_text(happened: Sequence[api.Happened]) -> str:
    """One line for each dated thing: date, place, what happened, record."""
    dates = max((len(str(each.when)) for each in happened), default=0)
    places = max((len(each.jurisdiction) for each in happened), default=0)
    return "\n".join(
        f"{str(each.when).ljust(dates)}  {each.jurisdiction.ljust(places)}  "
        f"{_said(each)}  [{each.record}]"
        for each in happened
    )


def _said(each: api.Happened) -> str:
    return each.title if each.record.startswith("event/") else f"{each.title}: {each.what}"


def timeline_svg(happened: Sequence[api.Happened], since: date | None, until: date) -> str:
    """A drawing; every mark tells its text when pointed at, and to a screen reader.

    Args:
        happened: What to draw, in order of time.
        since: The day the drawing begins; ``None`` is the year of the first mark.
        until: The day open spans are drawn to.
    """
    first = min((each.when.start for each in happened), default=until)
    scale = _Scale(since or first.replace(month=1, day=1), until)
    lanes = []
    for n, dimension in enumerate(Dimension):
        mine = [each for each in happened if each.dimension is dimension]
        top = _TOP + n * _LANE
        base = top + _LANE - 12
        lanes.append(
            {"name": dimension, "top": top, "base": base, "marks": list(_marks(mine, base, scale))}
        )
    return (
        environment()
        .get_template("timeline.svg.j2")
        .render(
            width=_WIDTH,
            height=_TOP + _LANE * len(lanes) + 20,
            left=_LEFT,
            title=f"Timeline of {len(happened)} dated things",
            years=list(scale.years()),
            lanes=lanes,
        )
    )


def _marks(happened: Sequence[api.Happened], base: int, scale: _Scale) -> Iterator[_Mark]:
    for n, each in enumerate(happened):
        y = base - 12 - _STEP * (n % _STACK)
        yield _Mark(
            scale.x(each.when.start), scale.x(each.when.last), y, f"{each.when}: {_said(each)}"
        )
