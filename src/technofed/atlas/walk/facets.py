"""The sides from which records can be sorted and counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean
from technofed.atlas.walk.lifecycle import stage_on
from technofed.atlas.walk.view import Record, begins
from technofed.law.atlas import Actor, Artefact, Happening, Link, Statistic
from technofed.law.moments import Days
from technofed.law.records import Instrument

FACETS = (
    "type",
    "jurisdiction",
    "country",
    "level",
    "power",
    "dimension",
    "area",
    "kind",
    "stage",
    "approach",
    "year",
    "grade",
)
"""``type`` is the sort of record, ``kind`` the sort of instrument, actor or artefact."""

Facets = Mapping[str, tuple[str, ...]]


def type_of(record: Record) -> str:
    """The sort of record: ``instrument``, ``actor``, ``event`` and so on."""
    return "instrument" if isinstance(record, Instrument) else record.id.partition("/")[0]


def facets(record: Record, days: Days) -> Facets:
    """Where a record stands on each facet; more than one value where it has more than one."""
    found: dict[str, tuple[str, ...]] = {"type": (type_of(record),)}
    if place := getattr(record, "jurisdiction", None):
        found["jurisdiction"] = (place,)
        found["country"] = (place.partition("-")[0],)
    if record.grade:
        found["grade"] = (str(record.grade),)
    if start := begins(record):
        found["year"] = (str(start.year),)
    return found | _own(record, days)


def _own(record: Record, days: Days) -> dict[str, tuple[str, ...]]:
    match record:
        case Instrument():
            return _of_instrument(record, days)
        case Actor():
            powers = dict.fromkeys((record.power, *record.also_powers))
            return {"kind": (str(record.kind),), "power": tuple(map(str, powers))}
        case Artefact():
            return {"kind": (record.kind,)}
        case Happening():
            return {"dimension": (str(record.dimension),)}
        case Link():
            return {"kind": (str(record.predicate),)}
        case Statistic():
            return {"kind": (record.unit,)}
    return {}


def _of_instrument(record: Instrument, days: Days) -> dict[str, tuple[str, ...]]:
    levels = tuple(map(str, dict.fromkeys((record.level, *record.also_levels))))
    dimensions = dict.fromkeys((record.dimension, *record.also_dimensions))
    found = {
        "level": levels,
        "power": levels,
        "dimension": tuple(map(str, dimensions)),
        "area": tuple(dict.fromkeys((record.area, *record.also_areas))),
        "kind": (str(record.kind),),
        "stage": (str(stage_on(record, days)),),
    }
    if record.approach:
        found["approach"] = (str(record.approach),)
    return found


def check_facet(name: str) -> str:
    """The name of a facet, checked.

    Raises:
        QuestionUnclearError: There is no such facet.
    """
    if name not in FACETS:
        hint = did_you_mean(name, FACETS) or f"choose one of {', '.join(FACETS)}"
        raise QuestionUnclearError(f"no facet is called {name}", where="facet", fix=hint)
    return name


def counts(found: Iterable[Facets], names: Iterable[str]) -> dict[str, dict[str, int]]:
    """How many records stand at each value of each facet, the most frequent first."""
    tallies = {name: Counter[str]() for name in names}
    for each in found:
        for name, tally in tallies.items():
            tally.update(each.get(name, ()))
    return {
        name: dict(sorted(tally.items(), key=lambda pair: (-pair[1], pair[0])))
        for name, tally in tallies.items()
    }


def crossed(found: Iterable[Facets], by: str, across: str) -> dict[str, dict[str, int]]:
    """Counts of one facet by another; ``-`` where a record has no value."""
    table: dict[str, Counter[str]] = {}
    for each in found:
        for row in each.get(by, ("-",)):
            table.setdefault(row, Counter()).update(each.get(across, ("-",)))
    return {row: dict(sorted(table[row].items())) for row in sorted(table)}


def latest_reading(records: Iterable[Record]) -> date | None:
    """The day the newest of the sources was read: the vintage of an answer."""
    return max((record.last_read for record in records), default=None)
