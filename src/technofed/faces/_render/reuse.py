"""Shared passages as text, GraphML and HTML."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from xml.sax.saxutils import quoteattr

from technofed._base.text import counted

Table = Mapping[str, Sequence[Any]]
_LIKELY = 0.5
_SHOWN = 12


def rows_of(table: Table) -> list[dict[str, Any]]:
    """A table of columns as rows."""
    names = list(table)
    return [dict(zip(names, row, strict=True)) for row in zip(*table.values(), strict=True)]


def summary_text(tables: Mapping[str, Table], documents: int, warnings: Sequence[str]) -> str:
    """What was found in a corpus, the most telling clusters first."""
    passages, clusters = rows_of(tables["passages"]), rows_of(tables["clusters"])
    likely = [row for row in clusters if row["probability"] >= _LIKELY]
    likely.sort(key=lambda row: (-row["strength"] * row["documents"], row["cluster"]))
    rest = len(clusters) - len(likely)
    lines = [
        f"{counted(documents, 'document')}, {counted(len(passages), 'shared passage')} in "
        f"{counted(len(clusters), 'cluster')}: {len(likely)} likely substantive, {rest} likely "
        "boilerplate or chance (all are in the tables)",
        f"{counted(len(tables['same']['document']), 'document')} the same as an earlier one",
        *(f"⚠ {warning}" for warning in warnings),
        "",
    ]
    for row in likely[:_SHOWN]:
        lines += _cluster_lines(row)
    if len(likely) > _SHOWN:
        lines.append(f"… and {len(likely) - _SHOWN} more, in clusters.csv")
    return "\n".join(lines).rstrip() + "\n"


def _cluster_lines(row: Mapping[str, Any]) -> list[str]:
    where = f"{row['earliest']}[{row['start']}:{row['end']}]"
    day = f", {row['earliest_day']}" if row["earliest_day"] else ""
    quote = " ".join(str(row["quote"]).split())[:160]
    return [
        f"cluster {row['cluster']}: {counted(row['documents'], 'document')}, "
        f"{row['probability']:.0%} substantive ({row['reason']})",
        f"  earliest {where}{day}",
        f"  “{quote}”",
        "",
    ]


def hits_text(table: Table) -> str:
    """Where the passages of a looked-up text occur, the strongest first."""
    rows = sorted(rows_of(table), key=lambda row: (-row["strength"], row["early"]))
    lines = [
        f"{row['early']}[{row['early_start']}:{row['early_end']}] = "
        f"[{row['late_start']}:{row['late_end']}]  {row['words_matched']} words, "
        f"{row['similarity']:.0%} alike, {row['probability']:.0%} substantive ({row['reason']})"
        for row in rows
    ]
    return "\n".join([counted(len(rows), "passage"), *lines]) + "\n"


def graphml(pairs: Table, days: Mapping[str, str]) -> str:
    """Documents and what they share as GraphML, edges from the earlier to the later."""
    nodes = sorted({*pairs["early"], *pairs["late"]})
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '<key id="day" for="node" attr.name="day" attr.type="string"/>',
        *(
            f'<key id="{name}" for="edge" attr.name="{name}" attr.type="int"/>'
            for name in ("passages", "words", "substantive")
        ),
        '<graph edgedefault="directed">',
    ]
    for node in nodes:
        day = f'<data key="day">{escape(days.get(node, ""))}</data>'
        lines.append(f"<node id={_attribute(node)}>{day}</node>")
    for row in rows_of(pairs):
        data = "".join(
            f'<data key="{name}">{row[name]}</data>'
            for name in ("passages", "words", "substantive")
        )
        ends = f"source={_attribute(row['early'])} target={_attribute(row['late'])}"
        lines.append(f"<edge {ends}>{data}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def _attribute(text: str) -> str:
    """A text as an XML attribute; signs that XML forbids become question marks."""
    return quoteattr("".join(each if each >= " " else "?" for each in text))
