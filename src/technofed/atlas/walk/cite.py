"""Citations: a Bluebook-style string, CSL-JSON, BibTeX and RIS for every record.

What a record cites is the thing itself where the thing can be cited (a law, a case, a
letter), and otherwise the article that reports it, with the pins. Every form names the
record and the version of the records it came from, so that a reader can look it up.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from technofed._base.text import in_prose
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.titles import title_of
from technofed.atlas.walk.view import Record, when_of
from technofed.law.atlas import Happening, Link, OpenPoint, Statistic
from technofed.law.moments import Moment
from technofed.law.provenance import Grade
from technofed.law.records import Instrument
from technofed.law.words import InstrumentKind


class Style(StrEnum):
    """The forms a citation can be given in."""

    BLUEBOOK = "bluebook"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"


ARTICLE = {
    "author": ("Wu", "Jason Jia-Xi"),
    "title": "Techno-Federalism: How Regulatory Fragmentation Shapes the U.S.-China AI Race",
    "journal": "Harvard National Security Journal",
    "volume": "17",
    "url": "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=5138815",
}
"""The article the atlas encodes."""

_ARTICLE_CITE = (
    "Jason Jia-Xi Wu, Techno-Federalism: How Regulatory Fragmentation Shapes the U.S.-China AI "
    "Race, 17 Harv. Nat'l Sec. J. (forthcoming 2026)"
)

_CSL: dict[InstrumentKind, tuple[str, str, str]] = {
    InstrumentKind.DECISION: ("legal_case", "misc", "CASE"),
    InstrumentKind.SANCTION: ("legal_case", "misc", "CASE"),
    InstrumentKind.BILL: ("bill", "misc", "BILL"),
    InstrumentKind.MODEL_BILL: ("bill", "misc", "BILL"),
    InstrumentKind.ACT: ("legislation", "misc", "STAT"),
    InstrumentKind.LAW: ("legislation", "misc", "STAT"),
    InstrumentKind.CONSTITUTION: ("legislation", "misc", "STAT"),
    InstrumentKind.ORDINANCE: ("legislation", "misc", "STAT"),
    InstrumentKind.REGULATION: ("regulation", "misc", "STAT"),
    InstrumentKind.EXECUTIVE_ORDER: ("regulation", "misc", "STAT"),
    InstrumentKind.DEPARTMENTAL_RULE: ("regulation", "misc", "STAT"),
    InstrumentKind.ADMINISTRATIVE_REGULATION: ("regulation", "misc", "STAT"),
    InstrumentKind.LOCAL_REGULATION: ("regulation", "misc", "STAT"),
    InstrumentKind.HEARING: ("hearing", "misc", "HEAR"),
    InstrumentKind.REPORT: ("report", "techreport", "RPRT"),
    InstrumentKind.GUIDANCE: ("report", "techreport", "RPRT"),
    InstrumentKind.PLAN: ("report", "techreport", "RPRT"),
    InstrumentKind.STRATEGY: ("report", "techreport", "RPRT"),
    InstrumentKind.STANDARD: ("standard", "techreport", "STAND"),
    InstrumentKind.LETTER: ("personal_communication", "misc", "PCOMM"),
}
"""CSL type, BibTeX entry and RIS type of each kind of instrument; otherwise a document."""
_OTHER = ("document", "misc", "GEN")


@dataclass(frozen=True)
class Citation:
    """What every style is made of.

    Attributes:
        record: Id of the record.
        title: Its title, with the Chinese one in brackets.
        makers: Who made it.
        when: When, as exact as the source.
        citation: The formal citation, if it has one.
        url: Where it was read.
        pins: Where the article speaks of it.
        kind: The instrument's kind; ``None`` for other records.
        tie: How the article bears on it: it discusses it, or the record is about the article.
        laws: The version of the records.
        jurisdiction: Where it is from.
    """

    record: str
    title: str
    makers: tuple[str, ...]
    when: Moment | None
    citation: str | None
    url: str | None
    pins: tuple[str, ...]
    kind: InstrumentKind | None
    tie: str
    laws: str
    jurisdiction: str | None

    @property
    def note(self) -> str:
        """The record and its version."""
        return f"technofed atlas, record {self.record} (laws {self.laws})"


def citation(record: Record, atlas: Atlas, laws: str) -> Citation:
    """Gather what there is to cite of a record.

    Args:
        record: The record.
        atlas: Where it stands.
        laws: The version of the records, as every answer names it.
    """
    zh = getattr(record, "title_zh", None)
    title = title_of(record, atlas) + (f" [{zh}]" if zh else "")
    if isinstance(record, Statistic):
        title = record.summary.rstrip(".")
    url = next((source.url for source in record.sources if source.url), None)
    instrument = record if isinstance(record, Instrument) else None
    return Citation(
        record.id,
        title,
        tuple(_names(instrument, atlas)) if instrument else (),
        _date(record),
        instrument.citation if instrument else None,
        url,
        record.pins,
        instrument.kind if instrument else None,
        _tie(record),
        laws,
        getattr(record, "jurisdiction", None),
    )


def _tie(record: Record) -> str:
    if isinstance(record, OpenPoint):
        return "on"
    return "inferred from" if record.grade is Grade.INFERRED else "discussed in"


def _names(instrument: Instrument, atlas: Atlas) -> Iterator[str]:
    for issuer in instrument.issuers:
        yield title_of(atlas.record(issuer), atlas) if issuer.startswith("actor/") else issuer


def _date(record: Record) -> Moment | None:
    match record:
        case Instrument():
            return when_of(record.history[0]) if record.history else None
        case Happening() | Statistic() | Link():
            return record.when
    return None


def cite(cited: Citation, style: Style) -> str:
    """Write a citation in one of the styles."""
    match style:
        case Style.BLUEBOOK:
            return bluebook(cited)
        case Style.CSL:
            return json.dumps([csl(cited)], ensure_ascii=False, indent=1)
        case Style.BIBTEX:
            return bibtex(cited)
    return ris(cited)


def bluebook(cited: Citation) -> str:
    """A Bluebook-style string: maker, title, citation, date; then the article that reports it."""
    year = str(cited.when.year) if cited.when else ""
    parts = [cited.title]
    if cited.kind not in _CITED_BY_NAME and cited.makers:
        parts.insert(0, in_prose(cited.makers, "&"))
    if cited.citation and cited.citation not in cited.title:
        parts.append(cited.citation)
    text = ", ".join(parts)
    if year and year not in (cited.citation or cited.title):
        text += f" ({cited.when})" if cited.kind not in _CITED_BY_NAME else f" ({year})"
    if cited.url and not cited.citation:
        text += f", {cited.url}"
    return f"{text}{_pinned(cited, ', ')}; {cited.note}."


def _pinned(cited: Citation, joint: str) -> str:
    return f"{joint}{cited.tie} {_ARTICLE_CITE}, {'; '.join(cited.pins)}" if cited.pins else ""


_CITED_BY_NAME = {
    InstrumentKind.DECISION,
    InstrumentKind.ACT,
    InstrumentKind.LAW,
    InstrumentKind.BILL,
    InstrumentKind.CONSTITUTION,
    InstrumentKind.EXECUTIVE_ORDER,
    InstrumentKind.REGULATION,
}


def _types(cited: Citation) -> tuple[str, str, str]:
    return _CSL.get(cited.kind, _OTHER) if cited.kind else _OTHER


def csl(cited: Citation) -> dict[str, Any]:
    """One item of CSL-JSON (Citation Style Language 1.0.2)."""
    item: dict[str, Any] = {"id": cited.record, "type": _types(cited)[0], "title": cited.title}
    if cited.makers:
        item["author"] = [{"literal": maker} for maker in cited.makers]
    if cited.when:
        item["issued"] = {"date-parts": [_parts(cited.when)]}
    if cited.citation:
        item["number"] = cited.citation
    if cited.url:
        item["URL"] = cited.url
    if cited.jurisdiction:
        item["jurisdiction"] = cited.jurisdiction
    item["note"] = _noted(cited)
    return item


def _noted(cited: Citation) -> str:
    return cited.note + _pinned(cited, "; ")


def _parts(when: Moment) -> list[int]:
    """Year, month and day as far as the source gives them."""
    start = when.text.partition("/")[0].rstrip("~")
    numbers = [int(part) for part in start.split("-") if part.isdigit()]
    return numbers or [when.year]


def bibtex(cited: Citation) -> str:
    """One BibTeX entry."""
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": " and ".join(f"{{{_tex(maker)}}}" for maker in cited.makers),
        "year": str(cited.when.year) if cited.when else "",
        "number": _tex(cited.citation or ""),
        "url": cited.url or "",
        "note": _tex(_noted(cited)),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{_types(cited)[1]}{{{_key(cited)},\n{body}\n}}"


def _key(cited: Citation) -> str:
    return re.sub(r"[^a-z0-9]+", "-", cited.record).strip("-")


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)


def ris(cited: Citation) -> str:
    """One RIS record."""
    lines = [("TY", _types(cited)[2]), ("ID", cited.record), ("TI", cited.title)]
    lines += [("AU", maker) for maker in cited.makers]
    if cited.when:
        lines += [("PY", str(cited.when.year)), ("DA", _ris_date(cited.when))]
    lines += [("M1", cited.citation or ""), ("UR", cited.url or ""), ("N1", _noted(cited))]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\n".join([*written, "ER  - "])


def _ris_date(when: Moment) -> str:
    """``YYYY/MM/DD/``, with nothing where the source gives nothing."""
    year, *rest = _parts(when)
    known = [f"{number:02d}" for number in rest]
    return "/".join([str(year), *known, *[""] * (3 - len(known))])
