"""The five phases of Chinese technology policy since 1949 (the article, IV.A n.266)."""

from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import one
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row
from technofed.law.moments import Moment

PHASES = "cn-tech-phases"


class Phase(Answer):
    """The phase of a year.

    Attributes:
        year: The year asked about.
        phase: The number of the phase, 1 to 5; ``None`` outside all of them.
        years: The years as the article prints them.
        first_year: The first year that counts for the phase.
        end_year: The first year that no longer does; ``None`` for the phase that goes on.
        marker: What marks the phase.
    """

    year: int
    phase: int | None
    years: str | None = None
    first_year: int | None = None
    end_year: int | None = None
    marker: str | None = None

    def covers(self, year: int) -> bool:
        """Whether a year counts for this phase."""
        begun = self.first_year is not None and self.first_year <= year
        return begun and (self.end_year is None or year < self.end_year)


@mechanism(
    "cn-m09",
    name="cn-phase",
    about="Which phase of Chinese technology policy a year belongs to",
    example={"year": "2008"},
)
def cn_phase(atlas: Atlas, *, year: int) -> Phase:
    """Find the phase of a year.

    Three years are printed in two phases each. The phases are read as half-open, so that such
    a year counts for the phase that begins in it (point/cn-a21).

    Args:
        atlas: The records.
        year: The year.
    """
    for answer in cn_phases(atlas):
        if answer.covers(year):
            return answer.model_copy(update={"year": year})
    found = table(atlas, PHASES)
    why = f"the article puts {year} in none of the {len(found.rows)} phases"
    return Phase(year=year, phase=None, because=(why,), pins=found.pins, undetermined=why)


def cn_phases(atlas: Atlas) -> tuple[Phase, ...]:
    """All phases in order, each as the answer for its first year."""
    rows = table(atlas, PHASES).rows
    starts = [_printed(row).first.year for row in rows]
    return tuple(
        _phase(row, number, later)
        for number, (row, later) in enumerate(zip(rows, [*starts[1:], None], strict=True), 1)
    )


def _printed(row: Row) -> Moment:
    return Moment.parse(one(row, "years"))


def _phase(row: Row, number: int, next_start: int | None) -> Phase:
    years = _printed(row)
    end = None if years.open_ended else years.last.year + 1
    if end and next_start:
        end = min(end, next_start)
    marker = one(row, "marker")
    return Phase(
        year=years.first.year,
        phase=number,
        years=years.text,
        first_year=years.first.year,
        end_year=end,
        marker=marker,
        because=(f"phase {number}, {years}: {marker}",),
        pins=row.pins,
    )
