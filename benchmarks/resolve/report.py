"""The table, the limits, and what to know when reading them."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from benchmarks.measure import Figure
from benchmarks.resolve.plan import LIMITS, Limit, Size
from benchmarks.tables import markdown

HEAD = ("", "best", "median", "worst", "verdicts/s", "peak MB", "mismatches", "limit")


def judged_limits(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Every limit with what was measured, and whether it is kept."""
    by_id = {figure.id: figure for figure in figures}
    return [_judged(limit, by_id[limit.figure]) for limit in LIMITS if limit.figure in by_id]


def _judged(limit: Limit, figure: Figure) -> dict[str, Any]:
    kept = figure.median < limit.most
    if limit.most_gb is not None:
        kept = kept and figure.peak_mb < limit.most_gb * 1000
    if limit.exact:
        kept = kept and figure.check["mismatches"] == 0
    return {
        **vars(limit),
        "median": round(figure.median, 4),
        "worst": round(figure.worst, 4),
        "peak_gb": round(figure.peak_mb / 1000, 3),
        "kept": kept,
        "kept_by_the_worst_run": kept and figure.worst < limit.most,
    }


def table(figures: Sequence[Figure], limits: Sequence[dict[str, Any]]) -> str:
    """All figures as a Markdown table."""
    by_figure = {limit["figure"]: limit for limit in limits}
    return markdown([HEAD, *(_row(figure, by_figure.get(figure.id)) for figure in figures)])


def _row(figure: Figure, limit: dict[str, Any] | None) -> tuple[str, ...]:
    times = [f"{time:,.3g} {figure.unit}" for time in (figure.best, figure.median, figure.worst)]
    rate = f"{figure.per_second:,.3g}" if figure.cells else "–"
    rate = f"{figure.per_second / 1e6:,.3g} M" if figure.per_second >= 1e5 else rate
    check = figure.check
    wrong = f"{check['mismatches']:,} of {check['cells']:,}" if check else "–"
    return (
        _what(figure),
        *times,
        rate,
        f"{figure.peak_mb:,.0f}",
        wrong,
        _limit(limit) if limit else "–",
    )


def _what(figure: Figure) -> str:
    if "rows" in figure.notes:
        return f"{figure.what}: {figure.notes['rows']:,} profiles"
    if figure.unit == "ms":
        return f"{figure.what}: a profile ({figure.notes['profiles']:,} measured)"
    return figure.what


def _limit(limit: dict[str, Any]) -> str:
    said = f"{limit['most']} s"
    if limit["most_gb"] is not None:
        said += f", {limit['most_gb']} GB"
    if limit["exact"]:
        said += ", 0 wrong"
    if not limit["kept"]:
        return f"{said}: MISSED"
    return f"{said}: kept" + ("" if limit["kept_by_the_worst_run"] else ", not by the worst run")


def remarks(size: Size, load: Sequence[float], figures: Sequence[Figure]) -> str:
    """What to know when reading the table, and what it has no room for."""
    loads = ", ".join(f"{each:.2f}" for each in load)
    sampled, solved = f"{size.sample:,}", f"{min(size.profiles, size.sample):,}"
    said = (
        "300 made-up provisions on made-up profiles of 40 facts, 20 % of the cells missing where "
        "not said otherwise. Every contender ran in a process of its own; making the profiles is "
        f"not timed, but counts in its memory. {size.rounds} runs of each, {size.starts} starts "
        "of each command. Limits are held against the median. The machine may have been shared "
        "while this ran, so the best run says most about the program and the median about the "
        f"hour; load before each contender: {loads}.",
        f"Mismatches are cells that differ from the readable definition, on {sampled} profiles "
        f"drawn at random ({solved} for clingo); for exact judging, verdicts that a random "
        "filling-in of the missing facts contradicts. Where a peer differs, it calls an unknown "
        "yes or no.",
    )
    found = [f"* {figure.id}: {_found(figure)}" for figure in figures if _found(figure)]
    paragraphs = [fill(paragraph, 100) for paragraph in said]
    return "\n\n".join(["", *paragraphs, "\n".join(found), ""])


def _found(figure: Figure) -> str:
    check = {name: figure.check.get(name) for name in _WRONG if figure.check.get(name)}
    notes = {name: note for name, note in figure.notes.items() if name not in ("rows", "profiles")}
    cpu = {} if figure.cpu is None else {"processor_s_of_a_run": round(figure.cpu, 2)}
    return ", ".join(f"{name} {value}" for name, value in (cpu | notes | check).items())


_WRONG = (
    "unknown_said_no",
    "unknown_said_yes",
    "known_said_otherwise",
    "open",
    "found_open_by_search",
)
