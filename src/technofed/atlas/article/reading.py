"""Reads single rows, numbers and yes-or-no cells out of the article's records."""

from collections.abc import Iterator

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean, in_prose
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Link, Row, Statistic, Table
from technofed.law.words import RelationKind


def row_of(found: Table, name: str, *, asked: str) -> Row:
    """The row of a table with this name.

    Args:
        found: The table.
        name: The row asked for.
        asked: The input the name came in by, for the message.

    Raises:
        QuestionUnclearError: The table has no such row.
    """
    for row in found.rows:
        if row.id == name:
            return row
    names = [row.id for row in found.rows]
    hint = did_you_mean(name, names) or f"ask for one of {in_prose(names, 'or')}"
    raise QuestionUnclearError(f"{found.title} has no row {name}", where=asked, fix=hint)


def one(row: Row, column: str) -> str | None:
    """The only entry of a cell, or nothing where the article states nothing."""
    return next(iter(row.cells.get(column, ())), None)


def yes_or_no(row: Row, column: str) -> bool | None:
    """A cell that says yes or no; ``None`` where the article states neither."""
    return {"yes": True, "no": False, None: None}[one(row, column)]


def statistic(atlas: Atlas, name: str) -> Statistic:
    """One of the numbers of the article, by the end of its id."""
    found = atlas.record(f"statistic/{name}")
    if not isinstance(found, Statistic):  # pragma: no cover (ids say what they are)
        raise TypeError(found.id)
    return found


def value_of(number: Statistic) -> float:
    """The value of a statistic that has one.

    Raises:
        QuestionUnclearError: The article gives no number there.
    """
    if number.value is None:
        raise QuestionUnclearError("the article gives no number", where=number.id)
    return number.value


def links(atlas: Atlas, *predicates: RelationKind) -> Iterator[Link]:
    """The relations with one of these predicates, in order of id; all without predicates."""
    for entry in atlas.entries.values():
        if isinstance(entry, Link) and (not predicates or entry.predicate in predicates):
            yield entry
