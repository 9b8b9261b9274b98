"""Reading the cells of the article's tables: a chosen row, one entry, a number."""

from collections.abc import Iterable

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean
from technofed.law.atlas import Row, Table


def chosen(found: Table, id_: str, *, where: str) -> Row:
    """The row a question names.

    Args:
        found: The table.
        id_: Id of the row.
        where: The input that names it, for the message.

    Raises:
        QuestionUnclearError: The table has no such row.
    """
    rows = {row.id: row for row in found.rows}
    return rows[known(id_, rows, where=where)]


def known(word: str, words: Iterable[str], *, where: str) -> str:
    """A word of a closed list, checked.

    Raises:
        QuestionUnclearError: It is not on the list.
    """
    listed = sorted(set(words))
    if word not in listed:
        fix = did_you_mean(word, listed) or f"choose one of {', '.join(listed)}"
        raise QuestionUnclearError(f"no {where} is called {word}", where=where, fix=fix)
    return word


def one(row: Row, column: str) -> str:
    """The first entry of a cell; nothing if the cell is empty."""
    return next(iter(row.cells.get(column, ())), "")


def number(row: Row, column: str) -> float | None:
    """The number in a cell; ``None`` if the cell is empty."""
    text = one(row, column)
    return float(text) if text else None


def pins_of(*rows: Row) -> tuple[str, ...]:
    """The pins of rows, each once, in order."""
    return tuple(dict.fromkeys(pin for row in rows for pin in row.pins))
