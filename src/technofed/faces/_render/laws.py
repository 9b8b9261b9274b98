"""Instruments as lists, and as a sheet a lawyer can read and sign."""

from collections.abc import Iterable

from technofed import api
from technofed.faces._render import record_words, words
from technofed.faces._render.brief import environment
from technofed.law.records import Instrument

__all__ = ["listed", "sheet_html", "sheet_text"]


def listed(instruments: Iterable[Instrument]) -> str:
    """Instruments as lines: id, level, jurisdiction, kind, provisions, name."""
    rows = [
        (each.id, str(each.level), each.jurisdiction, str(each.kind), each.short)
        for each in instruments
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(4)] if rows else []
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, [*widths, 0], strict=True)).rstrip()
        for row in rows
    )


def sheet_text(sheet: api.Sheet) -> str:
    """A sheet as text."""
    template = environment().get_template("sheet.txt.j2")
    return template.render(sheet=sheet, words=words, record=record_words).rstrip() + "\n"


def sheet_html(sheet: api.Sheet) -> str:
    """A sheet as one HTML page, with a line to sign under each provision."""
    template = environment().get_template("sheet.html.j2")
    return template.render(sheet=sheet, words=words, record=record_words).rstrip() + "\n"
