"""Numbers that follow from the article's numbers, with formula, bound and caution.

Nothing here is in the article. What goes in, by which operation, is told in
table/derived-values; the numbers come from the statistics and the dates from the events.
"""

from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import known, number, one, pins_of
from technofed.atlas.article.reversal import months_between
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Happening, Operator, Row, Statistic
from technofed.law.moments import Moment

DAYS_IN_MONTH = 365.2425 / 12
"""The mean length of a month of the Gregorian calendar, in days."""

Input = float | Moment


class Reading(BaseModel):
    """One value that follows.

    Attributes:
        title: What it is.
        reading: Under which reading of the article, where it allows several.
        value: The number; the lower end of a range.
        high: The upper end of a range.
        unit: Its unit.
        bound: Whether it is exact, round, or a bound.
        formula: How it is computed, in words.
        caution: What a reader must know before using it.
        inputs: The records that go in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    reading: str | None
    value: float
    high: float | None = None
    unit: str
    bound: Operator
    formula: str
    caution: str
    inputs: tuple[str, ...]


class Derived(Answer):
    """A derived value in each reading, and in each unit it is told in.

    Attributes:
        readings: The values.
    """

    readings: tuple[Reading, ...]


@mechanism(
    "us-3c",
    name="derived",
    about="A number that follows from the article's numbers",
    example={"value": "d01"},
)
def derived(atlas: Atlas, *, value: str) -> Derived:
    """Compute a value of table/derived-values from the records.

    Args:
        atlas: The records.
        value: ``d01`` to ``d13``.

    Raises:
        QuestionUnclearError: There is no such value.
    """
    every = table(atlas, "derived-values").rows
    asked = known(value.lower(), {one(row, "value") for row in every}, where="value")
    rows = [row for row in every if one(row, "value") == asked]
    readings = dict.fromkeys(one(row, "reading") for row in rows if one(row, "reading"))
    several = len(readings) > 1
    return Derived(
        readings=tuple(_reading(atlas, row) for row in rows),
        because=tuple(dict.fromkeys(one(row, "caution") for row in rows)),
        pins=pins_of(*rows),
        undetermined=f"which reading holds: {' or '.join(readings)}" if several else None,
    )


def _reading(atlas: Atlas, row: Row) -> Reading:
    inputs = [_input(atlas, id_) for id_ in row.cells["of"]]
    constant = number(row, "constant")
    operation = one(row, "operation")
    low, high = _compute(operation, inputs if constant is None else [*inputs, constant])
    return Reading(
        title=one(row, "title"),
        reading=one(row, "reading") or None,
        value=low,
        high=high if high != low else None,
        unit=one(row, "unit"),
        bound=Operator(one(row, "bound")),
        formula=one(row, "formula"),
        caution=one(row, "caution"),
        inputs=row.cells["of"],
    )


def _input(atlas: Atlas, id_: str) -> Input:
    """The number of a statistic, or the date of an event."""
    record = atlas.record(id_)
    if isinstance(record, Statistic) and record.value is not None:
        return record.value
    if isinstance(record, Happening):
        return record.when
    raise TypeError(f"{id_} has no number and no date")  # pragma: no cover (the table is tested)


def _compute(operation: str, inputs: Sequence[Input]) -> tuple[float, float]:
    """The value of an operation as a range; both ends are the same if it is one number."""
    moments = [each for each in inputs if isinstance(each, Moment)]
    if moments:
        return _SPANS[operation](*moments)
    value = _SUMS[operation]([float(each) for each in inputs if not isinstance(each, Moment)])
    return value, value


def _days(first: Moment, second: Moment) -> tuple[float, float]:
    return float((second.first - first.last).days), float((second.last - first.first).days)


def _months(first: Moment, second: Moment) -> tuple[float, float]:
    months = float(months_between(first, second))
    return months, months


def _months_range(first: Moment, second: Moment) -> tuple[float, float]:
    shortest, longest = _days(first, second)
    return shortest / DAYS_IN_MONTH, longest / DAYS_IN_MONTH


_SPANS: dict[str, Callable[[Moment, Moment], tuple[float, float]]] = {
    "days": _days,
    "months": _months,
    "months_range": _months_range,
}

_SUMS: dict[str, Callable[[list[float]], float]] = {
    "ratio": lambda of: of[0] / of[1],
    "percent": lambda of: 100 * of[0] / of[1],
    "percent_of_last": lambda of: 100 * sum(of[:-1]) / of[-1],
    "percent_of_constant": lambda of: of[0] / 100 * of[1],
    "sum": sum,
    "difference": lambda of: of[0] - of[1],
    "change_percent": lambda of: 100 * (of[1] / of[0] - 1),
    "base_of_increase": lambda of: of[0] / (1 + of[1] / 100),
    "base_of_ratio": lambda of: of[0] / (of[1] / 100),
    "less_base_of_increase": lambda of: of[0] - of[0] / (1 + of[1] / 100),
    "less_base_of_ratio": lambda of: of[0] - of[0] / (of[1] / 100),
}
"""What can be done with numbers, by the name it has in the table; percents are whole numbers."""
