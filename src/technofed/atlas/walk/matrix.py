"""Figure 1 filled from the atlas: each area of law with its instruments by level."""

from collections.abc import Iterable
from dataclasses import dataclass

from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.lifecycle import stage_on
from technofed.atlas.walk.view import visible
from technofed.law.areas import FIGURE_1_AREAS
from technofed.law.atlas import Row, Table
from technofed.law.moments import Days
from technofed.law.places import lies_within
from technofed.law.provenance import Stage
from technofed.law.records import Instrument
from technofed.law.words import DIMENSIONS, Dimension, Level

FIGURE, LAW = "table/figure-1", "table/figure-1-law"
_GONE = {
    Stage.VETOED,
    Stage.FAILED,
    Stage.EXPIRED,
    Stage.REVERSED,
    Stage.RESCINDED,
    Stage.ENDED,
}


@dataclass(frozen=True)
class Cell:
    """One area of law in one dimension.

    Attributes:
        area: The legal area.
        dimension: The column of Figure 1 it stands in.
        holder: Who holds it in the United States by the figure: ``state``, ``federal``,
            ``concurrent``; ``unlisted`` for an area the figure does not name.
        body: What the body of the article says of it, where it says something.
        pins: Where.
        instruments: Ids by level.
        gone: Ids of instruments that are dead, ended or reversed on the day.
    """

    area: str
    dimension: Dimension
    holder: str
    body: str
    pins: tuple[str, ...]
    instruments: dict[str, tuple[str, ...]]
    gone: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many instruments stand here alive."""
        return len({id_ for ids in self.instruments.values() for id_ in ids})


@dataclass(frozen=True)
class Matrix:
    """Figure 1 on a day, in a jurisdiction.

    Attributes:
        jurisdiction: The place, or ``None`` for all.
        cells: The areas of the figure in its order, then the others by name.
        other_rows: The rows of the figure that are not law, as printed.
        marks_apply: Whether the marks of the figure speak of this place (only the US has them).
    """

    jurisdiction: str | None
    cells: tuple[Cell, ...]
    other_rows: dict[str, dict[str, tuple[str, ...]]]
    marks_apply: bool


def matrix(atlas: Atlas, jurisdiction: str | None, days: Days) -> Matrix:
    """Fill Figure 1 (the article, II.A n.66) with the instruments in view.

    Args:
        atlas: The records.
        jurisdiction: Only this place and its parts; ``None`` for all.
        days: The day asked about, and the day of knowledge.
    """
    chosen = [
        each
        for each in atlas.laws.instruments.values()
        if visible(each, days)
        and (not jurisdiction or lies_within(each.jurisdiction, jurisdiction))
    ]
    figure, law = _table(atlas, FIGURE), _table(atlas, LAW)
    listed = {row.id: row for row in law.rows}
    areas = [*FIGURE_1_AREAS, *sorted({a for i in chosen for a in _areas(i)} - set(FIGURE_1_AREAS))]
    cells = [
        cell
        for area in areas
        for cell in _cells(area, listed.get(area.lower().replace(" ", "-")), chosen, days)
    ]
    rows = {row.id: row.cells for row in figure.rows if row.id != "governing-law"}
    marks = jurisdiction is None or jurisdiction.partition("-")[0] == "US"
    return Matrix(jurisdiction, tuple(cells), rows, marks)


def _table(atlas: Atlas, id_: str) -> Table:
    found = atlas.record(id_)
    if not isinstance(found, Table):  # pragma: no cover (ids say what they are)
        raise TypeError(id_)
    return found


def _areas(instrument: Instrument) -> tuple[str, ...]:
    return (instrument.area, *instrument.also_areas)


def _cells(area: str, row: Row | None, chosen: Iterable[Instrument], days: Days) -> Iterable[Cell]:
    """An area of the figure is one cell; another area has a cell wherever it has instruments."""
    mine = [each for each in chosen if area in _areas(each)]
    if row and row.cells["figure"] == ("yes",):
        yield _cell(area, Dimension(row.cells["dimension"][0]), row, mine, days)
        return
    for dimension in DIMENSIONS:
        here = [each for each in mine if dimension in _dimensions(each)]
        if here:
            yield _cell(area, dimension, row, here, days)


def _dimensions(instrument: Instrument) -> set[Dimension]:
    named = {instrument.dimension, *instrument.also_dimensions}
    return set(DIMENSIONS) if Dimension.CROSS in named else named


def _cell(
    area: str, dimension: Dimension, row: Row | None, mine: Iterable[Instrument], days: Days
) -> Cell:
    alive: dict[str, list[str]] = {str(level): [] for level in Level}
    gone = []
    for each in mine:
        if stage_on(each, days) in _GONE:
            gone.append(each.id)
            continue
        for level in dict.fromkeys((each.level, *each.also_levels)):
            alive[level].append(each.id)
    in_figure = row is not None and row.cells["figure"] == ("yes",)
    return Cell(
        area,
        dimension,
        row.cells["holder"][0] if row and in_figure else "unlisted",
        " ".join(row.cells.get("body", ())) if row else "",
        row.pins if row else (),
        {level: tuple(ids) for level, ids in alive.items()},
        tuple(gone),
    )
