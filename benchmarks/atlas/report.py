"""The table, the limits, and what to know when reading them."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from benchmarks.atlas.plan import LIMITS, Size
from benchmarks.atlas.questions import CHINESE, ENGLISH
from benchmarks.measure import Figure
from benchmarks.tables import markdown

HEAD = ("", "best", "median", "worst", "peak MB", "English answered", "Chinese answered", "limit")


def judged_limits(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Every limit with what was measured, and whether it is kept."""
    by_id = {figure.id: figure for figure in figures}
    return [
        {
            **vars(limit),
            "worst": round(by_id[limit.figure].worst, 4),
            "kept": by_id[limit.figure].worst < limit.most,
        }
        for limit in LIMITS
        if limit.figure in by_id
    ]


def table(figures: Sequence[Figure], limits: Sequence[dict[str, Any]]) -> str:
    """All figures as a Markdown table."""
    by_figure = {limit["figure"]: limit for limit in limits}
    return markdown([HEAD, *(_row(figure, by_figure.get(figure.id)) for figure in figures)])


def _row(figure: Figure, limit: dict[str, Any] | None) -> tuple[str, ...]:
    times = [f"{time:,.3g} {figure.unit}" for time in (figure.best, figure.median, figure.worst)]
    said = "–"
    if limit:
        kept = "kept" if limit["kept"] else "MISSED"
        said = f"{limit['most']:g} {figure.unit}: {kept}"
    answered = [figure.notes.get(f"{name}_answered", "–") for name in ("english", "chinese")]
    return (figure.what, *times, f"{figure.peak_mb:,.0f}", *answered, said)


def remarks(size: Size, load: Sequence[float], figures: Sequence[Figure]) -> str:
    """What to know when reading the table, and what it has no room for."""
    loads = ", ".join(f"{each:.2f}" for each in load)
    said = (
        f"{len(ENGLISH)} English and {len(CHINESE)} Chinese questions, {size.rounds} times each; "
        "best, median and worst are of single questions. Answered: at least one record was found. "
        f"{size.starts} starts of each command, in new processes, with compiled files unless "
        "said otherwise. Limits are held against the worst run. Every contender ran in a process "
        f"of its own; load before each: {loads}.",
        "Ours drops what is out of view on the days asked about, and counts the rest by twelve "
        "facets; the index alone and the peers only find.",
    )
    paragraphs = [fill(paragraph, 100) for paragraph in said]
    return "\n\n".join(["", *paragraphs, *_fewer(figures), "\n".join(_notes(figures)), ""])


def _fewer(figures: Sequence[Figure]) -> list[str]:
    """Where a contender finds another number of records for a Chinese question than the scan."""
    by_id = {figure.id: figure.notes["found"] for figure in figures if "found" in figure.notes}
    scan = by_id.pop("scan", None)
    if not scan:
        return []
    lines = []
    for id_, found in by_id.items():
        other = [f"{q} {found[q]} for {scan[q]}" for q in CHINESE if found[q] != scan[q]]
        lines.append(f"* {id_}: Chinese questions with other counts than the scan: ")
        lines[-1] += ", ".join(other) or "none"
    return ["\n".join(lines)]


def _notes(figures: Sequence[Figure]) -> list[str]:
    lines = []
    for figure in figures:
        notes = {name: note for name, note in figure.notes.items() if name != "found"}
        said = ", ".join(f"{name} {_short(note)}" for name, note in notes.items())
        if said:
            lines.append(f"* {figure.id}: {said}")
    return lines


def _short(note: object) -> str:
    return f"{note:.3g}" if isinstance(note, float) else str(note)
