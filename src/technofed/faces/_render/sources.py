"""The sources of a brief: those of the provisions it prints, law by law."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from technofed.faces._render.words import EXCEPTION
from technofed.law.brief import Brief, Finding, SourceOut


@dataclass(frozen=True)
class Shelf:
    """The sources of one instrument, under its short name."""

    short: str
    sources: tuple[SourceOut, ...]


@dataclass(frozen=True)
class Shelves:
    """The sources that provisions printed in a brief cite.

    Attributes:
        shelves: Law by law.
        day: The day most of them were read; nothing if there are none.
        rest: How many sources of the brief are not among them.
    """

    shelves: tuple[Shelf, ...]
    day: date | None
    rest: int

    def mark(self, source: SourceOut) -> str:
        """What is special about a source, in brackets."""
        said = [EXCEPTION[source.confidence]] if source.confidence in EXCEPTION else []
        said += [f"read {source.read}"] * (source.read != self.day)
        return f" [{'; '.join(said)}]" if said else ""


def shelves(brief: Brief, printed: Iterable[Finding]) -> Shelves:
    """Sort the sources that the findings printed in a brief cite."""
    shorts: dict[str, str] = {}
    cited: set[str] = set()
    for finding in printed:
        shorts.setdefault(finding.instrument, finding.short)
        cited.update(finding.sources)
    listed = [s for s in brief.sources if f"{s.instrument}/{s.id}" in cited]
    days = Counter(source.read for source in listed).most_common(1)
    found = {id_: [s for s in listed if s.instrument == id_] for id_ in shorts}
    return Shelves(
        shelves=tuple(Shelf(shorts[id_], tuple(mine)) for id_, mine in found.items() if mine),
        day=days[0][0] if days else None,
        rest=len(brief.sources) - len(listed),
    )
