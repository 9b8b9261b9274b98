"""Reading the records beside the tables' cells: yes or no, numbers, relations."""

from collections.abc import Iterator

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.cells import one
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Link, Row, Statistic
from technofed.law.words import RelationKind


def yes_or_no(row: Row, column: str) -> bool | None:
    """A cell that says yes or no; ``None`` where the article states neither."""
    return {"yes": True, "no": False, "": None}[one(row, column)]


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
