"""Skill, forecasts and influence networks as text, GraphML and data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from technofed._base.text import counted

if TYPE_CHECKING:
    from technofed.api.lab import Corpus, Network, Origin, Outlook, Prospect, Trial

_COLUMNS = (
    ("concordance", "who next", 3),
    ("lift", "lift", 2),
    ("skill", "skill", 3),
    ("slope", "slope", 2),
    ("log_score", "log score", 4),
    ("brier", "Brier", 4),
    ("average_precision", "AP", 3),
    ("auc", "AUC", 3),
)
_KEY = """who next   concordance: of an adopter and a non-adopter of one policy and year, how often
           the adopter was held likelier; .500 is chance
lift       average precision (AP) divided by the base rate
skill      Brier skill against the constant hazard of the years fitted to
slope      calibration: above 1 the forecasts were too timid, below 1 too bold
[…]        95 % intervals, by bootstrap over policies
"""
_SHOWN = 10


def skill_text(origins: Sequence[Origin], corpus: Corpus) -> str:
    """A backtest as tables, one for each cut-off."""
    lines = ["Who adopts next? One year ahead, policies not seen in fitting", ""]
    for origin in origins:
        rate = origin.events / origin.rows
        lines += [
            f"Fitted to {origin.cut_off}: {origin.fitted_rows[0]:,} rows, "
            f"{origin.fitted_rows[1]:,} adoptions",
            f"Forecast: {origin.policies} policies, {origin.rows:,} rows, "
            f"{origin.events:,} adoptions (base rate {rate:.4f})",
            _skill_head(),
        ]
        lines += [_skill_row(standing) for standing in origin.standings]
        ours = origin.standings[-1]
        if over := ours.over_classic.get("concordance"):
            interval = f"[{over.low:+.3f}, {over.high:+.3f}]"
            who = f"{ours.model} over classic event history, who next"
            lines.append(f"{who}: {over.value:+.3f} {interval}")
        lines += [
            f"{ours.model}: skill {origin.test_base_skill:.3f} against the rate that came",
            "forecast → came true, in tenths: "
            + ", ".join(f"{said:.3f}→{came:.3f}" for said, came, _ in ours.reliability),
            "",
        ]
    return "\n".join([*lines, _KEY, *_remarks(corpus.remarks), f"data {corpus.digest[:12]}", ""])


def _skill_head() -> str:
    return f"  {'':22}" + "".join(f"{title:>11}" for _, title, _ in _COLUMNS) + "   who next"


def _skill_row(standing: Any) -> str:
    cells = "".join(_number(standing.scores[key].value, places) for key, _, places in _COLUMNS)
    who = standing.scores["concordance"]
    return f"  {standing.model:22}{cells}   [{who.low:.3f}, {who.high:.3f}]"


def _number(value: float, places: int) -> str:
    return f"{'–':>11}" if math.isnan(value) else f"{value:>11.{places}f}"


def _remarks(remarks: Iterable[str]) -> list[str]:
    return [f"note: {remark}" for remark in remarks]


def skill_json(
    origins: Sequence[Origin], corpus: Corpus, trial: Trial, seed: int
) -> dict[str, Any]:
    """A backtest as data; what is not a number is null."""
    return {
        "origins": [_finite(asdict(origin)) for origin in origins],
        "replicates": trial.replicates,
        "seed": seed,
        "data_sha256": corpus.digest,
        "remarks": list(corpus.remarks),
    }


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def forecast_text(found: Prospect, *, full: bool = False) -> str:
    """A forecast for people: places, how many, drivers, and the card."""
    seen = found.forecast
    names = [place.name for place in found.places]
    shown = seen.outlooks if full else seen.outlooks[:_SHOWN]
    marks = _marks(found.horizon)
    lines = [
        f"Who adopts {found.policy} next? From {found.first_month:%B %Y}, {found.horizon} months",
        f"Adopted so far: {', '.join(names[n] for n in seen.adopted) or 'nobody'}",
        "",
        f"  {'probability to have adopted':30}"
        + "".join(f"{f'month {mark}':>10}" for mark in marks)
        + "   90 % interval",
    ]
    for each in shown:
        lines += _outlook(each, names, marks)
    if len(shown) < len(seen.outlooks):
        lines.append(f"  … and {counted(len(seen.outlooks) - len(shown), 'place')} more (--full)")
    low, middle, high = seen.more[:, -1]
    five = sorted(range(len(names)), key=lambda n: -seen.next_five[n])[:5]
    lines += [
        "",
        f"How many more by month {found.horizon}: {middle:.0f} "
        f"(90 % interval {low:.0f} to {high:.0f}); nobody: {seen.none:.0%}",
        "Likeliest among the next five: "
        + ", ".join(f"{names[n]} {seen.next_five[n]:.0%}" for n in five),
        "",
        *_card(found),
    ]
    return "\n".join(lines) + "\n"


def _marks(horizon: int) -> list[int]:
    return [*range(6, horizon, 6)[:7], horizon]


def _outlook(each: Outlook, names: Sequence[str], marks: Sequence[int]) -> list[str]:
    cells = "".join(f"{each.chance[mark - 1]:>10.1%}" for mark in marks)
    lines = [f"  {names[each.place]:30}{cells}   {each.low:.1%} to {each.high:.1%}"]
    lines += [
        f"      odds × {driver.odds:.2f} ({driver.low:.2f} to {driver.high:.2f}): {driver.words}"
        for driver in each.drivers
    ]
    return lines


def _card(found: Prospect) -> list[str]:
    card = found.card
    return [
        "MODEL CARD",
        "  kind: pooled discrete-time event history (logistic, penalised), futures by simulation",
        f"  fitted on: {card.fitted_on}",
        f"  data: {card.corpus_digest[:12]}; seed {card.seed}",
        f"  policies differ from their covariates by {found.forecast.policy_spread:.2f} (log-odds)",
        "  skill: measure it on the same data with technofed backtest",
        *(f"  careful: {warning}" for warning in card.warnings),
        *(f"  this is {line}" for line in card.is_not),
    ]


def forecast_json(found: Prospect) -> dict[str, Any]:
    """A forecast as data."""
    seen = found.forecast
    codes = [place.code for place in found.places]
    return {
        "policy": found.policy,
        "first_month": f"{found.first_month:%Y-%m}",
        "horizon_months": found.horizon,
        "adopted": [codes[n] for n in seen.adopted],
        "places": [
            {
                "place": codes[each.place],
                "probability_by_month": [round(float(p), 5) for p in each.chance],
                "interval_90": [round(each.low, 5), round(each.high, 5)],
                "next_five": round(float(seen.next_five[each.place]), 4),
                "drivers": [asdict(driver) for driver in each.drivers],
            }
            for each in seen.outlooks
        ],
        "new_adopters": {
            name: [float(n) for n in row]
            for name, row in zip(("low", "median", "high"), seen.more, strict=True)
        },
        "nobody": seen.none,
        "policy_spread": seen.policy_spread,
        "card": asdict(found.card),
    }


def network_json(found: Network, corpus: Corpus) -> dict[str, Any]:
    """A network as data, with the column names of the R package NetworkInference."""
    return {
        "edges": list(_edges(found, corpus)),
        "delay": asdict(found.delay),
        "replicates": found.replicates,
        "data_sha256": corpus.digest,
        "remarks": list(corpus.remarks),
    }


def _edges(found: Network, corpus: Corpus) -> Iterable[dict[str, Any]]:
    for edge in found.edges:
        support = float(found.support[edge.origin, edge.destination])
        yield {
            "origin_node": corpus.places[edge.origin].code,
            "destination_node": corpus.places[edge.destination].code,
            "improvement": edge.improvement,
            "p_value": edge.p_value,
            "p_boot": support if found.replicates else None,
        }


def network_as(found: Network, corpus: Corpus, form: str) -> str:
    """A network in one of the forms: text or GraphML."""
    return _graphml(found, corpus) if form == "graphml" else _table(found, corpus)


def _table(found: Network, corpus: Corpus) -> str:
    firm = sum(found.support[edge.origin, edge.destination] >= 0.9 for edge in found.edges)  # noqa: PLR2004 (named in the text)
    lines = [f"  {'from':22}{'to':22}{'improvement':>12}{'p':>10}{'support':>9}"]
    names = [place.name for place in corpus.places]
    for edge in found.edges:
        support = f"{found.support[edge.origin, edge.destination]:.0%}" if found.replicates else "–"
        lines.append(
            f"  {names[edge.origin]:22}{names[edge.destination]:22}"
            f"{edge.improvement:>12.1f}{edge.p_value:>10.4f}{support:>9}"
        )
    said = f"{counted(len(found.edges), 'edge')}; {found.delay.kind} delays"
    if found.replicates:
        said += f"; {firm} found again in 90 % or more of {found.replicates} bootstrap samples"
    return "\n".join([*lines, said, *_remarks(corpus.remarks), ""])


def _graphml(found: Network, corpus: Corpus) -> str:
    root = ElementTree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, owner, kind in (
        ("name", "node", "string"),
        ("improvement", "edge", "double"),
        ("p_value", "edge", "double"),
        ("p_boot", "edge", "double"),
    ):
        ElementTree.SubElement(
            root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": kind}
        )
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
    for place in corpus.places:
        node = ElementTree.SubElement(graph, "node", id=place.code)
        ElementTree.SubElement(node, "data", key="name").text = place.name
    for each in _edges(found, corpus):
        ends = {"source": each["origin_node"], "target": each["destination_node"]}
        edge = ElementTree.SubElement(graph, "edge", ends)
        for key in ("improvement", "p_value", "p_boot"):
            if each[key] is not None:
                ElementTree.SubElement(edge, "data", key=key).text = repr(each[key])
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
