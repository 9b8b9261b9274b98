"""Tables of the atlas: Figure 1 filled, counts by counts."""

from collections.abc import Mapping
from typing import Any

from technofed import api

_STARS = {"state": "*", "federal": "**", "concurrent": "***", "unlisted": ""}


def matrix_text(found: api.Matrix, *, full: bool = False) -> str:
    """Figure 1 as text: the areas of each dimension with their instruments by level."""
    lines = [
        "Figure 1, governing law: * the states, ** the federal government, *** both"
        if found.marks_apply
        else "Figure 1, governing law (its marks speak of the United States only)",
    ]
    for dimension in dict.fromkeys(cell.dimension for cell in found.cells):
        lines += ["", dimension.upper()]
        for cell in found.cells:
            if cell.dimension is dimension and (cell.count or cell.holder != "unlisted"):
                lines += _cell(cell, marks=found.marks_apply, full=full)
    return "\n".join(lines)


def _cell(cell: Any, *, marks: bool, full: bool) -> list[str]:
    counts = ", ".join(f"{level} {len(ids)}" for level, ids in cell.instruments.items() if ids)
    gone = f"; no longer alive {len(cell.gone)}" if cell.gone else ""
    unlisted = " (not in the figure)" if cell.holder == "unlisted" else ""
    stars = _STARS[cell.holder] if marks else ""
    lines = [f"  {cell.area}{stars}{unlisted}: {counts or 'none'}{gone}"]
    if cell.body and marks:
        lines.append(f"      note: {cell.body} ({'; '.join(cell.pins)})")
    if full:
        for level, ids in cell.instruments.items():
            lines += [f"      {level}: {id_}" for id_ in ids]
        lines += [f"      gone: {id_}" for id_ in cell.gone]
    return lines


def matrix_json(found: api.Matrix) -> dict[str, Any]:
    """Figure 1 as data."""
    return {
        "jurisdiction": found.jurisdiction,
        "marks_apply": found.marks_apply,
        "cells": [
            {
                "area": cell.area,
                "dimension": cell.dimension,
                "holder": cell.holder,
                "body": cell.body,
                "pins": cell.pins,
                "instruments": cell.instruments,
                "gone": cell.gone,
            }
            for cell in found.cells
        ],
        "other_rows": found.other_rows,
    }


def counts_text(table: Mapping[str, Mapping[str, int]], by: str, across: str) -> str:
    """Counts as a table with sums: years in order, other rows the largest first."""
    columns = sorted({name for row in table.values() for name in row})
    rows = sorted(table.items())
    if by != "year":
        rows.sort(key=lambda pair: -sum(pair[1].values()))
    first = max(len(name) for name in (by, *table, "all"))
    widths = [max(len(name), 4) for name in columns]
    head = "  ".join(name.rjust(width) for name, width in zip(columns, widths, strict=True))
    lines = [f"{by.ljust(first)}  {head}   sum   ({by} by {across})"]
    for name, row in rows:
        cells = "  ".join(
            str(row.get(column) or "·").rjust(width)
            for column, width in zip(columns, widths, strict=True)
        )
        lines.append(f"{name.ljust(first)}  {cells}  {sum(row.values()):4}")
    return "\n".join(lines)
