"""Periods of U.S. technology policy, and the neoliberal toolkit.

The article, III.A nn.88-101, III.D.2 n.242, V intro n.412. A year is neoliberal by rule if three
or more of the five measures hold and federal money falls; it is a turn to re-engagement if
federal money tied to security rises.
"""

from datetime import date
from typing import Literal

from technofed._base.dates import EARLIEST, LATEST
from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import one, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row
from technofed.law.moments import Moment

Held = Literal["yes", "perhaps", "no"]
Trend = Literal["falls", "rises", "undetermined"]

ENOUGH = 3
"""How many of the five measures make a year neoliberal."""


class PeriodOf(Answer):
    """A year in the history of U.S. technology policy.

    Attributes:
        year: The year.
        periods: The periods it can belong to, the earlier first.
        transition: Whether it lies where two periods meet.
        toolkit: Whether each of the five measures was in use.
        measures: How many of them were in use for certain.
        trend: Which way federal money went since the last turn.
        turns: Turning points of the year.
        neoliberal: Whether the rule makes it neoliberal; open while measures are uncertain.
        re_engagement: Whether federal money tied to security rises.
        equilibrium: Whether a stable equilibrium is reached, where the article says.
    """

    year: int
    periods: tuple[str, ...]
    transition: bool
    toolkit: dict[str, Held]
    measures: int
    trend: Trend
    turns: tuple[str, ...]
    neoliberal: bool | Undetermined
    re_engagement: bool
    equilibrium: Literal["no", "undetermined"]


@mechanism(
    "us-m41",
    name="period",
    about="To which period of U.S. technology policy a year belongs",
    example={"year": "1997"},
)
def period(atlas: Atlas, *, year: int) -> PeriodOf:
    """Place a year in the periods of U.S. technology policy.

    Args:
        atlas: The records.
        year: The year.

    Raises:
        QuestionUnclearError: The year lies outside the calendar of the records.
    """
    if not EARLIEST.year <= year <= LATEST.year:
        fix = f"ask for a year from {EARLIEST.year} to {LATEST.year}"
        raise QuestionUnclearError(f"{year} is out of range", where="year", fix=fix)
    rows = [row for row in table(atlas, "us-periods").rows if _span(row).touches(*_days(year))]
    tools = table(atlas, "neoliberal-toolkit").rows
    toolkit = {row.id: _held(_span(row), year) for row in tools}
    turns = [row for row in table(atlas, "us-funding-turns").rows if _turned(row) <= year]
    last = turns[-1] if turns else None
    now = [row for row in turns if _turned(row) == year]
    trend = _trend(last)
    balance = rows[-1].cells.get("equilibrium", ()) if rows else ()
    neoliberal = _neoliberal(toolkit, trend)
    return PeriodOf(
        year=year,
        periods=tuple(row.id for row in rows),
        transition=len(rows) > 1,
        toolkit=toolkit,
        measures=sum(held == "yes" for held in toolkit.values()),
        trend=trend,
        turns=tuple(row.id for row in now),
        neoliberal=neoliberal,
        re_engagement=trend == "rises" and last is not None and one(last, "security") == "yes",
        equilibrium="no" if balance[:1] == ("no",) else "undetermined",
        because=tuple(_reasons(atlas, rows, turns[-1:], balance[1:])),
        pins=pins_of(*now) or table(atlas, "us-periods").pins,
        undetermined=_open(neoliberal, bool(rows)),
    )


def _span(row: Row) -> Moment:
    return Moment.parse(one(row, "years"))


def _days(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _turned(row: Row) -> int:
    return int(one(row, "year"))


def _held(span: Moment, year: int) -> Held:
    """Whether a measure was in use in a year, given ends as exact as their decade."""
    first, last = _days(year)
    if not span.touches(first, last):
        return "no"
    start, _, end = span.text.partition("/")
    begun = Moment.parse(start).last <= last
    lasts = end == ".." or Moment.parse(end).first >= first
    return "yes" if begun and lasts else "perhaps"


def _trend(last: Row | None) -> Trend:
    way = one(last, "trend") if last else ""
    return "falls" if way == "falls" else "rises" if way == "rises" else "undetermined"


def _neoliberal(toolkit: dict[str, Held], trend: Trend) -> bool | Undetermined:
    certain = sum(held == "yes" for held in toolkit.values())
    possible = sum(held != "no" for held in toolkit.values())
    if trend == "rises" or possible < ENOUGH:
        return False
    return True if certain >= ENOUGH and trend == "falls" else "undetermined"


def _reasons(
    atlas: Atlas, rows: list[Row], turns: list[Row], balance: tuple[str, ...]
) -> list[str]:
    found = [f"{one(row, 'label')}: {one(row, 'stance')}" for row in rows]
    for row in turns:
        named = ", ".join(atlas.record(id_).id for id_ in row.cells["records"])
        found.append(f"since {one(row, 'year')}: {one(row, 'text')} ({named})")
    return [*found, *balance]


def _open(neoliberal: bool | Undetermined, placed: bool) -> str | None:
    if not placed:
        return "the article’s periods do not reach this year"
    if neoliberal == "undetermined":
        return "the article dates the measures and the fall of money to decades only"
    return None
