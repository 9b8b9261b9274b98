"""Influence on an issue: how centre, localities and market share it.

The article, I.B nn.46-54 and VI: in techno-federalism responsibility is blurred and market
norms drive outcomes; a market actor that is gatekeeper, supplier or beneficiary is a
co-regulator. In the supply chain one firm can be target and enforcer at once (II.B nn.81-83).
"""

from collections.abc import Iterable
from typing import Literal

from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import known, number, one, pins_of
from technofed.atlas.article.powers import Weights, shares
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row
from technofed.law.words import Dimension, Level

_CO_REGULATES = {"gatekeeper", "supplier", "beneficiary"}
_SHAPES = 2.0
"""From this weight on an act shapes the outcome and does not merely frame or follow it."""
_SETTLES = 3.0
"""At this weight an act settles the rule or the case."""


class Influence(Answer):
    """How an issue is shared between the three powers.

    Attributes:
        dimension: What it is about.
        triple: The share of each power, weighed by what its acts count; together 1.
        label: How many powers have a share.
        point_of_decision: Who settles the rule or the case.
        co_regulator: Whether the market has a share as gatekeeper, supplier or beneficiary.
        blurred: Whether more than one power shapes the outcome.
        market_norms: Whether the market settles it or shapes it.
        roles: The roles of each actor that has any; one firm can have several.
    """

    dimension: Dimension
    triple: Weights
    label: Literal["unilateral", "bilateral", "tripartite"]
    point_of_decision: tuple[Level, ...]
    co_regulator: bool
    blurred: bool
    market_norms: bool
    roles: dict[str, tuple[str, ...]]


@mechanism(
    "us-m02",
    "cn-m04",
    name="influence",
    about="How centre, localities and market share the influence on an issue",
    example={"issue": "taobao-courts"},
)
def influence(atlas: Atlas, *, issue: str) -> Influence:
    """Weigh the acts of the three powers on an issue.

    Args:
        atlas: The records.
        issue: An issue of table/power-cases.

    Raises:
        QuestionUnclearError: There is no such issue.
    """
    cases, acts = table(atlas, "power-cases"), table(atlas, "power-acts")
    issues = {one(row, "issue") for row in cases.rows}
    rows = [row for row in cases.rows if one(row, "issue") == known(issue, issues, where="issue")]
    weights = {row.id: number(row, "weight") or 0.0 for row in acts.rows}
    weighed = [(Level(one(row, "power")), weights[one(row, "act")]) for row in rows]
    shaping = {power for power, weight in weighed if weight >= _SHAPES}
    sharing = {power for power, weight in weighed if weight}
    labels: dict[int, Literal["unilateral", "bilateral", "tripartite"]]
    labels = {1: "unilateral", 2: "bilateral", 3: "tripartite"}
    roles = _roles(rows)
    return Influence(
        dimension=Dimension(one(rows[0], "dimension")),
        triple=shares(weighed),
        label=labels[len(sharing)],
        point_of_decision=_ordered(power for power, weight in weighed if weight >= _SETTLES),
        co_regulator=Level.MARKET in sharing and bool(_CO_REGULATES & _all(roles)),
        blurred=len(shaping) > 1,
        market_norms=Level.MARKET in shaping,
        roles=roles,
        because=tuple(
            f"{one(row, 'power')} {_said(one(row, 'act'))}: {one(row, 'text')}" for row in rows
        ),
        pins=pins_of(*rows),
    )


def _roles(rows: list[Row]) -> dict[str, tuple[str, ...]]:
    """The roles of each actor over all its acts, each once."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        found.setdefault(one(row, "actor"), {}).update(dict.fromkeys(row.cells.get("roles", ())))
    return {actor: tuple(roles) for actor, roles in found.items() if roles}


def _all(roles: dict[str, tuple[str, ...]]) -> set[str]:
    return {role for each in roles.values() for role in each}


def _ordered(powers: Iterable[Level]) -> tuple[Level, ...]:
    present = set(powers)
    return tuple(level for level in Level if level in present)


def _said(act: str) -> str:
    return act.replace("_", " ")
