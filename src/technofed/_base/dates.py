"""Days, half-open intervals of days, and ISO 8601 durations."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = date(1600, 1, 1), date(2999, 12, 31)
"""The days we reckon with: wide enough for any law, narrow enough to add years to."""

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
_WORKING_DAYS = re.compile(r"(\d+) working days?")


def parse_day(text: str) -> date:
    """Read a day written ``YYYY-MM-DD``.

    Raises:
        ValueError: The text is not of that form, or names a day that does not exist.

    >>> parse_day("2024-02-29")
    datetime.date(2024, 2, 29)
    """
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text}” is not a day written YYYY-MM-DD")
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        raise ValueError(f"{text} is not a day of the calendar") from None
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{text} lies outside {EARLIEST.year} to {LATEST.year}")
    return day


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as laws write it: years, months, days, hours, or working days.

    Working days cannot be counted without the calendar of the place, so ``after`` counts
    them as days and the words say that they are working days.

    >>> Duration.parse("P1Y6M").after(date(2024, 8, 31))
    datetime.date(2026, 2, 28)
    """

    years: int = 0
    months: int = 0
    days: int = 0
    hours: int = 0
    working_days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read an ISO 8601 duration such as ``P30D`` or ``PT72H``, or ``10 working days``.

        Raises:
            ValueError: The text is no such duration.
        """
        if working := _WORKING_DAYS.fullmatch(text):
            return cls(working_days=int(working[1]))
        found = _DURATION.fullmatch(text)
        if not found or not any(found.groups()):
            raise ValueError(
                f"“{text}” is not a length of time: write P30D, P1Y, PT72H or 10 working days, "
                "and put any other words into anchor"
            )
        years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
        return cls(years, months, 7 * weeks + days, hours)

    def after(self, day: date) -> date:
        """The day this long after ``day``; hours count as whole days, rounded up."""
        months = day.month - 1 + self.months
        year, month = day.year + self.years + months // 12, months % 12 + 1
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return moved + timedelta(days=self.days + self.working_days + -(-self.hours // 24))

    def iso(self) -> str:
        """As it is written in files: ``P1Y6M``, ``PT72H``, ``10 working days``.

        >>> Duration.parse("P1Y6M").iso(), Duration.parse("PT72H").iso()
        ('P1Y6M', 'PT72H')
        """
        if self.working_days:
            return f"{self.working_days} working days"
        dated = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        hours = f"T{self.hours}H" if self.hours else ""
        return "P" + "".join(f"{n}{unit}" for n, unit in dated if n) + hours

    def __str__(self) -> str:
        """In words: ``1 year 6 months``."""
        parts = (
            (self.years, "year"),
            (self.months, "month"),
            (self.days, "day"),
            (self.hours, "hour"),
            (self.working_days, "working day"),
        )
        return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in parts if n)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` up to but not including ``end``; ``None`` is "no limit".

    >>> july = Interval(date(2031, 7, 1), date(2031, 8, 1))
    >>> date(2031, 7, 31) in july, date(2031, 8, 1) in july
    (True, False)
    """

    start: date | None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        """Whether ``day`` falls in the interval."""
        after_start = self.start is None or self.start <= day
        return after_start and (self.end is None or day < self.end)
