"""The atlas as a place to look things up: open it, search it, walk it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import technofed_laws
from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean
from technofed.api.brief import versions
from technofed.atlas.shelf import KINDS, Atlas, load_atlas
from technofed.atlas.store.build import folder_digest
from technofed.atlas.store.find import store_path
from technofed.atlas.store.read import about, open_store, read_atlas
from technofed.atlas.store.search import Filters, Found, Index, passes
from technofed.atlas.walk.audit import Audit, audit
from technofed.atlas.walk.chronicle import Happened, Wanted, chronicle
from technofed.atlas.walk.cite import Style, citation, cite
from technofed.atlas.walk.facets import check_facet, crossed, facets, latest_reading
from technofed.atlas.walk.graph import Fabric, Web
from technofed.atlas.walk.lifecycle import stage_on
from technofed.atlas.walk.matrix import Matrix, matrix
from technofed.atlas.walk.titles import title_of
from technofed.atlas.walk.view import Record, as_known, in_view, is_dated, visible
from technofed.law.atlas import OpenPoint, Power
from technofed.law.moments import Days
from technofed.law.provenance import Stage
from technofed.law.records import Instrument
from technofed.law.words import Approach, Dimension, Level

__all__ = ["Library", "open_library"]


_CLOSED = {
    "type": {"instrument", *KINDS},
    "level": {*map(str, Level)},
    "power": {*map(str, Power)},
    "dimension": {*map(str, Dimension)},
    "stage": {*map(str, Stage)},
    "approach": {*map(str, Approach)},
}
"""Facets whose values are a closed list: each may be asked for even where no record has it."""


@dataclass
class Library:
    """An atlas, opened.

    Attributes:
        atlas: Its records.
        store: The SQLite file it was read from; ``None`` if it was read from a folder.
    """

    atlas: Atlas
    store: Path | None = None
    _fabrics: dict[Days, Fabric] = field(default_factory=dict, repr=False)

    @cached_property
    def index(self) -> Index:
        """The full-text index."""
        return Index(self.atlas, open_store(self.store) if self.store else None)

    def search(
        self, question: str, days: Days, filters: Filters | None = None, limit: int = 20
    ) -> Found:
        """Find records by their words; see ``Index.search``."""
        self.check_filters(filters or {}, days)
        return self.index.search(question, days, filters or {}, limit)

    def record(self, id_: str) -> Record:
        """The record with this id or alias.

        Raises:
            UnknownIdError: There is none.
        """
        return self.atlas.record(id_)

    def records(self, days: Days, filters: Filters | None = None) -> list[Record]:
        """The records in view on a pair of days, as far as they pass the filters."""
        self.check_filters(filters or {}, days)
        return [
            each
            for each in in_view(self.atlas.records(), days)
            if not filters or passes(facets(each, days), filters)
        ]

    def check_filters(self, filters: Filters, days: Days) -> None:
        """See that every value asked for exists, so that a slip is no empty answer.

        Raises:
            QuestionUnclearError: There is no such facet, or no record stands at the value.
        """
        for name, wanted in filters.items():
            check_facet(name)
            known = {*self.atlas.laws.jurisdictions} if name == "jurisdiction" else set()
            if not known:
                known = {v for r in self.atlas.records() for v in facets(r, days).get(name, ())}
                known |= _CLOSED.get(name, set())
            for value in wanted:
                if value not in known:
                    same = next((each for each in known if each.lower() == value.lower()), "")
                    hint = f"did you mean {same}?" if same else did_you_mean(value, known)
                    hint = hint or f"see `technofed stats --by {name}`"
                    raise QuestionUnclearError(
                        f"no record has the {name} {value}", where=f"--{name}", fix=hint
                    )

    def seen(self, record: Record, days: Days) -> Record | None:
        """The record as it was known on a day; ``None`` if nothing of it was."""
        return as_known(record, days) if visible(record, days) else None

    def points_on(self, id_: str) -> list[OpenPoint]:
        """The open points that bear on a record."""
        return [
            each
            for each in self.atlas.entries.values()
            if isinstance(each, OpenPoint) and id_ in each.about
        ]

    def web(self, id_: str, depth: int, days: Days) -> Web:
        """Everything within some steps of a record.

        Raises:
            UnknownIdError: There is no such record.
        """
        if depth < 1:
            raise QuestionUnclearError(
                f"a depth of {depth} leads nowhere", where="depth", fix="ask for 1 or more"
            )
        if days not in self._fabrics:
            self._fabrics[days] = Fabric(self.atlas, days)
        return self._fabrics[days].web(id_, depth)

    def chronicle(self, days: Days, wanted: Wanted | None = None) -> list[Happened]:
        """Everything dated, in order of time."""
        return chronicle(self.atlas, days, wanted)

    def stats(
        self, by: str, across: str, days: Days, filters: Filters | None = None
    ) -> Mapping[str, Mapping[str, int]]:
        """Counts of records by one facet across another.

        Raises:
            QuestionUnclearError: There is no such facet.
        """
        rows, columns = check_facet(by), check_facet(across)
        return crossed((facets(each, days) for each in self.records(days, filters)), rows, columns)

    def matrix(self, jurisdiction: str | None, days: Days) -> Matrix:
        """Figure 1 of the article, filled with the instruments in view."""
        return matrix(self.atlas, jurisdiction, days)

    def stage(self, instrument: Instrument, days: Days) -> Stage:
        """Where an instrument stands in its life."""
        return stage_on(instrument, days)

    def title(self, record: Record) -> str:
        """The title of a record; of a relation, its sentence."""
        return title_of(record, self.atlas)

    def cite(self, id_: str, style: Style) -> str:
        """Cite a record.

        Raises:
            UnknownIdError: There is no such record.
        """
        laws = versions(self.atlas.laws).laws
        return cite(citation(self.record(id_), self.atlas, laws), style)

    def audit(self, day: date) -> Audit:
        """What backs every field of every record.

        Args:
            day: Today, to say how old the readings are.
        """
        return audit(self.atlas.records(), day)

    def undated(self, records: Sequence[Record] | None = None) -> int:
        """How many records have no date and so cannot be placed in time."""
        return sum(not is_dated(each) for each in records or self.atlas.records())

    @cached_property
    def digest(self) -> str:
        """The fingerprint of every file of the atlas: quote it with what you take from it."""
        if not self.store:
            return folder_digest(self.atlas.laws.folder)
        connection = open_store(self.store)
        try:
            return about(connection)["digest"]
        finally:
            connection.close()

    @cached_property
    def vintage(self) -> date | None:
        """The day the newest source was read."""
        return latest_reading(self.atlas.records())


def open_library(folder: Path | None = None) -> Library:
    """Open an atlas: from its store when that is present and current, else from its folder.

    Raises:
        RecordInvalidError: One or more files are wrong; all faults are named.
        FileUnreadableError: There is no laws folder or store there.
    """
    where = Path(folder) if folder else technofed_laws.path()
    store = store_path(where)
    return Library(read_atlas(store), store) if store else Library(load_atlas(where))
