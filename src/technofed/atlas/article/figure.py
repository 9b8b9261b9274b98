"""Figure 1: where an area of law, an artefact or an actor role stands, and who holds it.

The article, II.A n.66. Only the row of governing law carries marks, and the marks speak of the
United States alone.
"""

from collections import Counter
from enum import StrEnum

from technofed._base.text import did_you_mean
from technofed.atlas.article.answers import UNDETERMINED, Answer, mechanism, table
from technofed.atlas.article.cells import one
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row, Table
from technofed.law.places import lies_within
from technofed.law.words import DIMENSIONS, Dimension

LAW_ROW = "governing-law"


class Holder(StrEnum):
    """Who holds an area of law in the United States, by the marks of Figure 1."""

    STATE = "state"
    FEDERAL = "federal"
    CONCURRENT = "concurrent"
    UNLISTED = "unlisted"
    """Not in the row of governing law, so it has no mark."""
    UNDETERMINED = UNDETERMINED
    """The marks do not speak of the place."""


class Placed(Answer):
    """Where an entry stands in Figure 1.

    Attributes:
        entry: What was asked for, as the figure writes it.
        rows: The rows of the figure it stands in; none if the figure does not have it.
        dimensions: The columns it stands in; for an area only the body has, the body's.
        holder: The mark of an area of law.
        by_text: Who holds it by the body, for an area only the body has.
        conflicts: Ids of the open points where the body says otherwise than the mark.
        styles: How the dimensions it stands in are usually regulated.
    """

    entry: str
    rows: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    holder: Holder
    by_text: Holder | None = None
    conflicts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


class Marks(Answer):
    """The marks and entries of Figure 1, counted.

    Attributes:
        holders: Areas of law by who holds them.
        by_dimension: The same in each dimension.
        entries: Entries of each row of the figure.
        total: Entries in all.
    """

    holders: dict[Holder, int]
    by_dimension: dict[Dimension, dict[Holder, int]]
    entries: dict[str, int]
    total: int


@mechanism(
    "us-m01",
    "cn-m01",
    name="figure",
    about="Where Figure 1 puts an area of law, an artefact or an actor role, and who holds it",
    example={"entry": "export controls"},
)
def figure(atlas: Atlas, *, entry: str, jurisdiction: str | None = None) -> Placed:
    """Look an entry up in Figure 1.

    Args:
        atlas: The records.
        entry: An area of law, an artefact, an actor role; or the id of an instrument, which
            stands for its area of law.
        jurisdiction: The place asked about; the instrument's own if absent, else the US.
    """
    instrument = atlas.laws.instruments.get(entry)
    word = instrument.area if instrument else entry
    place = jurisdiction or (instrument.jurisdiction if instrument else "US")
    law = table(atlas, "figure-1-law")
    area = next((row for row in law.rows if _key(one(row, "area")) == _key(word)), None)
    found = _found(table(atlas, "figure-1"), word)
    if area:
        return _styled(atlas, _area(area, law, place))
    if found:
        placed = Placed(
            entry=word,
            rows=tuple(dict.fromkeys(row for row, _ in found)),
            dimensions=tuple(dimension for _, dimension in found),
            holder=Holder.UNLISTED,
            because=tuple(f"under {dimension} in the row {row}" for row, dimension in found),
            pins=law.pins[:1],
        )
        return _styled(atlas, placed)
    hint = did_you_mean(word, _entries(table(atlas, "figure-1")))
    return Placed(
        entry=word,
        rows=(),
        dimensions=(),
        holder=Holder.UNLISTED,
        because=("neither the figure nor the body has it", *([hint] if hint else [])),
    )


def _styled(atlas: Atlas, placed: Placed) -> Placed:
    """With how each of its dimensions is usually regulated (II.A nn.61-66)."""
    styles = table(atlas, "regulatory-styles")
    found = tuple(style for each in placed.dimensions for style in styles.cell(each, "style"))
    return placed.model_copy(update={"styles": found})


def _key(words: str) -> str:
    """An entry as it is compared: without case, hyphens and a plural s."""
    return words.lower().replace("-", " ").strip().removesuffix("s")


def _found(figure_1: Table, word: str) -> list[tuple[str, Dimension]]:
    return [
        (row.id, dimension)
        for row in figure_1.rows
        for dimension in DIMENSIONS
        if _key(word) in map(_key, row.cells.get(dimension, ()))
    ]


def _entries(figure_1: Table) -> list[str]:
    return [entry for row in figure_1.rows for cell in row.cells.values() for entry in cell]


def _area(row: Row, law: Table, place: str) -> Placed:
    """An area of law: with its mark if the figure has it and the place is in the US."""
    listed, at_home = one(row, "figure") == "yes", lies_within(place, "US")
    mark = Holder(one(row, "holder") or Holder.UNLISTED)
    area, dimension = one(row, "area"), one(row, "dimension")
    where = f"the figure has {area} under {dimension}" if listed else f"no {area} in the figure"
    foreign = f"the marks of Figure 1 speak of the United States only, not of {place}"
    return Placed(
        entry=area,
        rows=(LAW_ROW,) if listed else (),
        dimensions=(Dimension(dimension),),
        holder=Holder.UNDETERMINED if not at_home else mark if listed else Holder.UNLISTED,
        by_text=mark if at_home and not listed and mark is not Holder.UNLISTED else None,
        conflicts=row.cells.get("conflict", ()) if at_home else (),
        because=(where, *row.cells.get("body", ())),
        pins=row.pins if at_home else law.pins,
        undetermined=None if at_home else foreign,
    )


@mechanism("us-m01", name="figure-marks", about="How many areas of law of Figure 1 who holds")
def marks(atlas: Atlas) -> Marks:
    """Count the marks of Figure 1, in all and by dimension, and the entries of its rows."""
    law, figure_1 = table(atlas, "figure-1-law"), table(atlas, "figure-1")
    marked = [
        (Dimension(one(row, "dimension")), Holder(one(row, "holder")))
        for row in law.rows
        if one(row, "figure") == "yes"
    ]
    entries = {row.id: sum(len(cell) for cell in row.cells.values()) for row in figure_1.rows}
    return Marks(
        holders=dict(Counter(holder for _, holder in marked)),
        by_dimension={
            dimension: dict(Counter(holder for where, holder in marked if where is dimension))
            for dimension in DIMENSIONS
        },
        entries=entries,
        total=sum(entries.values()),
        because=("counted in table/figure-1 and table/figure-1-law",),
        pins=law.pins[:1],
    )
