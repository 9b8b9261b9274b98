"""Reads adoptions from CSV in the shape of the State Policy Innovation and Diffusion data.

The adoptions have a place, a policy and a year (or a day) per row. The metadata, beside
it as ``NAME_metadata.csv``, has a policy per row: its source, the last year seen, a topic
and a description. The last year of a *source*, over all its policies, is the end of
observation of each of its policies: a policy that spread no further after 1999 was still
watched, and its places were still at risk.

SPID: Boehmke, Brockway, Desmarais, Harden, LaCombe, Linder and Wallach (2020), "SPID: A
New Database for Inferring Public Policy Innovativeness and Diffusion Networks".
"""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from technofed._base.dates import EARLIEST, parse_day
from technofed._base.errors import AdoptionsError, Fault
from technofed._base.text import counted, did_you_mean
from technofed.atlas.files import read_text
from technofed.law.adoptions import Adoption, AdoptionTable, Place, Policy

PLACE = ("statenam", "state", "place", "jurisdiction")
YEAR = ("adopt_year", "year", "adopt_date", "date")
MOST_FAULTS = 20
"""Faults told in full; of a file that is wrong throughout, the first are enough."""


@dataclass
class _Row:
    policy: str
    place: str
    year: int


@dataclass
class _Told:
    """What reading found wrong, and what it mended."""

    faults: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def load_adoptions(
    path: Path, places: Sequence[Place], last_year: int, metadata: Path | None = None
) -> AdoptionTable:
    """Read a table of adoptions and, where there is one, its metadata.

    Args:
        path: The adoptions, as CSV with a header.
        places: The places that may be named, by name, code or abbreviation.
        last_year: The present year: nothing later can have been adopted.
        metadata: The policies; by default ``NAME_metadata.csv`` beside ``path``, if it exists.

    Raises:
        FileUnreadableError: A file is missing or is not text.
        AdoptionsError: A column is missing, a place is unknown, a year is no year or lies in
            the future, or there is no adoption at all. All faults are told together.
    """
    beside = path.with_name(f"{path.stem}_metadata.csv")
    meta = metadata or (beside if beside.exists() else None)
    told = _Told()
    rows = list(_rows(path, places, last_year, told))
    about = _metadata(meta, last_year, told) if meta else {}
    if told.faults or not rows:
        more = len(told.faults) - MOST_FAULTS
        raise AdoptionsError(
            f"{counted(len(told.faults), 'row')} cannot be used" if told.faults else "no adoptions",
            where=str(path),
            fix="give a place, a policy and a year in every row" + (f"; {more} more" * (more > 0)),
            faults=told.faults[:MOST_FAULTS],
        )
    return _table(_first_adoptions(rows, told), about, places, told)


def _rows(path: Path, places: Sequence[Place], last_year: int, told: _Told) -> Iterator[_Row]:
    known = {
        key.casefold(): place.code
        for place in places
        for key in (place.name, place.code, place.abbreviation)
    }
    for line, row in _records(path):
        place, year, policy = _column(row, PLACE, path), _column(row, YEAR, path), "policy"
        where = f"{path.name}, line {line}"
        name = _column(row, (policy,), path)
        code = known.get(place.casefold())
        when = _year(year, last_year)
        if code is None:
            hint = did_you_mean(place, [each.name for each in places])
            told.faults.append(Fault(where, f"no place is called “{place}”", hint))
        elif not name:
            told.faults.append(Fault(where, "the policy has no name"))
        elif isinstance(when, str):
            told.faults.append(Fault(where, when))
        else:
            yield _Row(name, code, when)


def _records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(read_text(path)))
    for row in reader:
        filled = {key.strip().lower(): (row[key] or "").strip() for key in row if key}
        if any(filled.values()):
            yield reader.line_num, filled


def _column(row: Mapping[str, str], names: Sequence[str], path: Path) -> str:
    for name in names:
        if name in row:
            return row[name]
    raise AdoptionsError(
        f"there is no column {' or '.join(names)}",
        where=f"{path}, line 1",
        fix="head the columns: statenam,policy,adopt_year",
    )


def _year(text: str, last_year: int) -> int | str:
    """The year a cell means, or what is wrong with it."""
    try:
        year = parse_day(text).year if "-" in text else int(text.removesuffix(".0"))
    except ValueError:
        return f"“{text}” is not a year, nor a day written YYYY-MM-DD"
    if year > last_year:
        return f"{year} lies in the future: an adoption is what has happened (by {last_year})"
    return year if year >= EARLIEST.year else f"{year} is before {EARLIEST.year}"


def _first_adoptions(rows: Iterable[_Row], told: _Told) -> list[Adoption]:
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        seen[row.policy, row.place].append(row.year)
    twice = [years for years in seen.values() if len(years) > 1]
    differing = sum(len(set(years)) > 1 for years in twice)
    if twice:
        told.remarks.append(
            f"{counted(len(twice), 'adoption')} given more than once, {differing or 'none'} of them"
            " with different years; the earliest year was kept"
        )
    found = [Adoption(policy, place, min(years)) for (policy, place), years in seen.items()]
    return sorted(found, key=lambda each: (each.policy, each.year, each.place))


@dataclass
class _About:
    source: str
    first: int | None
    last: int | None
    observed_until: int | None
    topic: str
    description: str


def _metadata(path: Path, last_year: int, told: _Told) -> dict[str, _About]:
    found: dict[str, _About] = {}
    for line, row in _records(path):
        where = f"{path.name}, line {line}"
        policy = _column(row, ("policy",), path)
        years = _seen_years(row, where, last_year, told)
        if policy in found:
            told.faults.append(Fault(where, f"the policy {policy} is described twice"))
        topic = row.get("majortopic") or row.get("topic") or ""
        about = row.get("description", "")
        found[policy] = _About(row.get("source", ""), *years, topic, about)
    return found


def _seen_years(
    row: Mapping[str, str], where: str, last_year: int, told: _Told
) -> tuple[int | None, int | None, int | None]:
    """First and last year of a policy, and the end of its observation, where they are given."""
    years: dict[str, int | None] = dict.fromkeys(("first_year", "last_year", "observed_until"))
    for name in years:
        read = _year(row[name], last_year) if row.get(name) else None
        if isinstance(read, str):
            told.faults.append(Fault(where, f"{name}: {read}"))
        else:
            years[name] = read
    return years["first_year"], years["last_year"], years["observed_until"]


def _table(
    adoptions: Sequence[Adoption],
    about: Mapping[str, _About],
    places: Sequence[Place],
    told: _Told,
) -> AdoptionTable:
    last: dict[str, int] = {}
    for each in adoptions:
        last[each.policy] = max(last.get(each.policy, 0), each.year)
    names = sorted(last)
    blank = _About("", None, None, None, "", "")
    ends = _observation_ends(adoptions, about)
    policies = []
    for name in names:
        one = about.get(name, blank)
        end = max(one.observed_until or ends[one.source], last[name])
        policies.append(Policy(name, one.source, end, one.topic, one.description))
    undescribed = sum(name not in about for name in names)
    if undescribed:
        told.remarks.append(
            f"{counted(undescribed, 'policy', 'policies')} without metadata, taken to be watched "
            f"until {ends['']}, their last adoption: a guess that makes hazards too high"
        )
    adopters = {each.place for each in adoptions}
    kept = tuple(place for place in places if place.code in adopters)
    if len(kept) < len(places):
        absent = [place.name for place in places if place.code not in adopters]
        told.remarks.append(f"never named in the data, and left out: {', '.join(absent)}")
    told.remarks += _oddities(adoptions, about, kept)
    return AdoptionTable(tuple(policies), kept, tuple(adoptions), tuple(told.remarks))


def _observation_ends(adoptions: Sequence[Adoption], about: Mapping[str, _About]) -> dict[str, int]:
    """The last year anything was seen by each source, over all its policies."""
    ends: dict[str, int] = {}
    for one in about.values():
        if one.last:
            ends[one.source] = max(ends.get(one.source, 0), one.last)
    for each in adoptions:
        source = about[each.policy].source if each.policy in about else ""
        ends[source] = max(ends.get(source, 0), each.year)
    return ends


def _oddities(
    adoptions: Sequence[Adoption], about: Mapping[str, _About], places: Sequence[Place]
) -> Iterator[str]:
    since = {place.code: place.since for place in places}
    early = sum(
        (first := about[each.policy].first) is not None and each.year < first
        for each in adoptions
        if each.policy in about
    )
    if early:
        yield (
            f"{counted(early, 'adoption')} dated before the policy's first year in the metadata; "
            "the adoptions were believed, not the metadata"
        )
    before = sum(each.year < since[each.place] for each in adoptions)
    if before:
        yield (
            f"{counted(before, 'adoption')} by places that were not yet states; kept as adoptions, "
            "but no place is held at risk before it was a state"
        )
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for each in adoptions:
        years[each.policy][each.year] += 1
    single = sum(count.total() == 1 for count in years.values())
    if single:
        who = counted(single, "policy", "policies")
        yield f"{who} with one adopter: little can be learnt there"
    at_once = sum(len(count) == 1 and count.total() > 1 for count in years.values())
    if at_once:
        yield (
            f"{counted(at_once, 'policy', 'policies')} adopted by all in one year: no order, "
            "so nothing about who follows whom"
        )
