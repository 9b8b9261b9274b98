"""Full-text search over every record, with counts by facet."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from technofed.atlas.shelf import Atlas
from technofed.atlas.store.build import index, search_schema
from technofed.atlas.store.words import match_expression
from technofed.atlas.walk.facets import FACETS, Facets, check_facet, counts, facets, type_of
from technofed.atlas.walk.view import Record, visible
from technofed.law.moments import Days
from technofed.law.places import lies_within

_QUERY = """
SELECT id, bm25(search, 0.0, 10.0, 3.0, 2.0) AS rank
FROM search WHERE search MATCH ? ORDER BY rank, id
"""
"""Names weigh most, then summaries, then duties."""

_WEIGHTS = {"instrument": 2.0, "actor": 1.5}
"""Who looks for words mostly looks for law, then for those who make it."""


@dataclass(frozen=True)
class Hit:
    """One record found.

    Attributes:
        record: The record.
        facets: Where it stands on each facet.
        score: The larger, the better the match (BM25, sign turned).
    """

    record: Record
    facets: Facets
    score: float


@dataclass(frozen=True)
class Found:
    """The answer to a search.

    Attributes:
        hits: The best matches, best first.
        total: How many records match in all.
        facets: How many of them stand at each value of each facet.
        out_of_view: Matches left out because they were not known or had not begun.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    out_of_view: int


Filters = Mapping[str, Sequence[str]]


class Index:
    """The full-text index of an atlas: that of its store, or one made in memory."""

    def __init__(self, atlas: Atlas, connection: sqlite3.Connection | None = None) -> None:
        self.atlas = atlas
        self.connection = connection or _in_memory(atlas)

    def search(self, question: str, days: Days, filters: Filters, limit: int = 20) -> Found:
        """Find records by their words.

        Args:
            question: Words that must all occur; ``"a phrase"``, ``begin*`` and ``-not`` work.
            days: Only what was known and had begun.
            filters: Facet to wanted values; a place takes in its parts.
            limit: The most hits to return; counts are of all.

        Raises:
            QuestionUnclearError: There is no word to look for, or no such facet.
        """
        for name in filters:
            check_facet(name)
        hits, hidden = [], 0
        for id_, rank in self.connection.execute(_QUERY, (match_expression(question),)):
            record = self.atlas.record(id_)
            if not visible(record, days):
                hidden += 1
                continue
            sides = facets(record, days)
            if passes(sides, filters):
                hits.append(Hit(record, sides, -rank * _WEIGHTS.get(type_of(record), 1)))
        hits.sort(key=lambda hit: (-hit.score, hit.record.id))
        tallies = counts((hit.facets for hit in hits), FACETS)
        return Found(tuple(hits[:limit]), len(hits), tallies, hidden)


def passes(sides: Facets, filters: Filters) -> bool:
    """Whether a record stands at one of the wanted values of every facet asked for."""
    return all(
        any(
            lies_within(value, want) if name == "jurisdiction" else value == want
            for value in sides.get(name, ())
            for want in wanted
        )
        for name, wanted in filters.items()
        if wanted
    )


def _in_memory(atlas: Atlas) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(search_schema())
    index(connection, atlas)
    return connection
