"""Moments: dates as exact as their source, and no more exact.

A source may give a day, a month, a year, a decade or a span. Such a date is written in a
small part of EDTF (ISO 8601-2): ``2024-05-17``, ``2024-05``, ``2024``, ``198X``, ``2013/..``,
``1959/1976``, and ``2018~`` for *about*.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from technofed._base.dates import EARLIEST, LATEST, parse_day

_POINT = re.compile(r"(\d{3})(\d|X)(?:-(\d{2}))?(?:-(\d{2}))?(~?)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year, decade or span.

    Attributes:
        text: As it is written in files.
        first: The earliest day it can mean.
        last: The latest day it can mean; the last day of all for a span still open.
    """

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read a moment.

        Raises:
            ValueError: It is not of one of the forms above, or ends before it begins.

        >>> moment = Moment.parse("2024-02")
        >>> moment.first.isoformat(), moment.last.isoformat()
        ('2024-02-01', '2024-02-29')
        """
        start, slash, end = text.strip().partition("/")
        first = EARLIEST if start == ".." and slash else _point(start)[0]
        last = _point(end)[1] if slash and end != ".." else LATEST if slash else _point(start)[1]
        if last < first:
            raise ValueError(f"{text} ends before it begins")
        return cls(text.strip(), first, last)

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.first == self.last

    @property
    def open_ended(self) -> bool:
        """Whether it is a span that goes on."""
        return self.last == LATEST

    @property
    def start(self) -> date:
        """The first day it is known to have begun by: of *by 1980*, the last day of 1980."""
        return self.last if self.text.startswith("../") else self.first

    @property
    def year(self) -> int:
        """The year of its start."""
        return self.start.year

    def touches(self, start: date | None, end: date | None) -> bool:
        """Whether some day of it lies from ``start`` to ``end``, both included.

        >>> Moment.parse("1959/1976").touches(parse_day("1970-01-01"), None)
        True
        """
        return (end is None or self.first <= end) and (start is None or self.last >= start)

    def __str__(self) -> str:
        """In words.

        >>> str(Moment.parse("198X")), str(Moment.parse("2013/..")), str(Moment.parse("2018~"))
        ('the 1980s', 'from 2013', 'about 2018')
        """
        start, slash, end = self.text.partition("/")
        if not slash:
            return _in_words(start)
        if end == "..":
            return f"from {_in_words(start)}"
        return f"until {_in_words(end)}" if start == ".." else f"{start} to {end}"


def _in_words(point: str) -> str:
    about = "about " if point.endswith("~") else ""
    plain = point.rstrip("~")
    return f"{about}the {plain[:3]}0s" if plain.endswith("X") else f"{about}{plain}"


def _point(text: str) -> tuple[date, date]:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(
            f"“{text}” is not a date: write 2024-05-17, 2024-05, 2024, 198X or 2013/.."
        )
    decade, last, month, day, _ = found.groups()
    if last == "X":
        if month:
            raise ValueError(f"“{text}”: a decade has no month")
        return date(int(f"{decade}0"), 1, 1), date(int(f"{decade}9"), 12, 31)
    year = f"{decade}{last}"
    if day:
        exact = parse_day(f"{year}-{month}-{day}")
        return exact, exact
    if month:
        first = parse_day(f"{year}-{month}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return date(int(year), 1, 1), date(int(year), 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """The pair of days of a question: rules applied to ``as_of``, knowledge of ``known``."""

    as_of: date
    known: date


def _moment(raw: object) -> object:
    return Moment.parse(raw) if isinstance(raw, str) else raw


When = Annotated[
    Moment,
    BeforeValidator(_moment),
    PlainSerializer(lambda moment: moment.text, return_type=str),
    WithJsonSchema(
        {"type": "string", "examples": ["2024-05-17", "2024-05", "2024", "198X", "2013/.."]}
    ),
]
"""A moment as a field of a record."""
