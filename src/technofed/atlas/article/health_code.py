"""The health code of the pandemic: what it decided, and what outlived it (IV.B.2 nn.317-321)."""

from typing import Literal

from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, one, pins_of
from technofed.atlas.article.reading import links
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.lifecycle import stage_on
from technofed.atlas.walk.view import visible
from technofed.law.atlas import Row
from technofed.law.moments import Days
from technofed.law.provenance import Stage
from technofed.law.records import Instrument
from technofed.law.words import RelationKind

CODE, RULES = "cn/local/health-code", "health-code-rules"
_IN_USE = {Stage.CURRENT, Stage.IN_FORCE}


class HealthCode(Answer):
    """What the health code makes of a user.

    Attributes:
        code_active: Whether the code decides anything on the day.
        stack_active: Whether its databases, networks and models are in use on the day.
        access: To public places and public transport.
        alert: Who is warned by itself; nobody if empty.
        colour: The colour of the code; the article lists none.
        may_differ: Whether the status may differ between the user's regions; an inference.
        predictive_policing: Whether the platforms help officials in predictive policing.
    """

    code_active: bool
    stack_active: bool
    access: Literal["denied", "by status", "free"]
    alert: tuple[str, ...]
    colour: Undetermined = UNDETERMINED
    may_differ: bool
    predictive_policing: bool


@mechanism(
    "cn-m16",
    name="health-code",
    about="What the health code decided for a user, and what is left of it",
    example={"quarantine_breach": "true", "regions": "CN-ZJ,CN-GD"},
)
def health_code(
    atlas: Atlas,
    *,
    app: bool = True,
    quarantine_breach: bool = False,
    risk_category: bool = False,
    regions: tuple[str, ...] = (),
    days: Days | None = None,
) -> HealthCode:
    """Tell what the health code makes of a user.

    Args:
        atlas: The records.
        app: Whether the user has one of the apps that carry the code.
        quarantine_breach: Whether the user broke quarantine.
        risk_category: Whether the user is in a risk category.
        regions: The places the user was in.
        days: The day asked about and the day of knowledge; ``None`` for a day on which the
            code was in use. The article dates neither its begin nor its end: the days of the
            record come from other sources.
    """
    code, stack = (True, True) if days is None else _on(atlas, days)
    facts = {
        "quarantine-breach": code and quarantine_breach,
        "no-app": code and not app,
        "status": code and app,
        "regions": code and len(set(regions)) > 1,
        "risk-category": code and risk_category,
        "after-covid": stack and not code,
    }
    found = table(atlas, RULES)
    rows = [chosen(found, name, where="rule") for name, met in facts.items() if met]
    colours = chosen(found, "colours", where="rule")
    return HealthCode(
        code_active=code,
        stack_active=stack,
        access=_access(code=code, app=app),
        alert=_warned(atlas) if facts["quarantine-breach"] else (),
        may_differ=facts["regions"],
        predictive_policing=facts["risk-category"],
        because=tuple(_reason(row) for row in rows),
        pins=pins_of(*rows, colours),
        undetermined=one(colours, "effect"),
    )


def _on(atlas: Atlas, days: Days) -> tuple[bool, bool]:
    """Whether the code, and the systems behind it, were in use; those outlive the code."""
    code = atlas.record(CODE)
    if not isinstance(code, Instrument):  # pragma: no cover (ids say what they are)
        raise TypeError(CODE)
    return stage_on(code, days) in _IN_USE, visible(code, days)


def _access(*, code: bool, app: bool) -> Literal["denied", "by status", "free"]:
    if not code:
        return "free"
    return "by status" if app else "denied"


def _warned(atlas: Atlas) -> tuple[str, ...]:
    fed = links(atlas, RelationKind.FEEDS)
    return tuple(link.object for link in fed if link.subject == CODE)


def _reason(row: Row) -> str:
    mark = " (an inference)" if one(row, "support") == "inferred" else ""
    return f"{one(row, 'if')}: {one(row, 'effect')}{mark}"
