"""The triple helix of government, academia and industry: then and now.

The article, III.A nn.91-97 and V.A.1 nn.414-424. In the Cold War government led and the others
were its arms; today industry leads, boundaries are fluid, and the race is no mere extension of
a tech Cold War.
"""

from typing import Literal

from technofed.atlas.article.answers import UNDETERMINED, Answer, mechanism, table
from technofed.atlas.article.cells import chosen, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row

Period = Literal["cold_war", "neoliberal", "present"]
Sphere = Literal["government", "academia", "industry"]

SPHERES: tuple[Sphere, ...] = ("government", "academia", "industry")
MARKS = ("lead", "driver", "boundaries", "reach")


class HelixCase(Answer):
    """A case of the triple helix.

    Attributes:
        record: The record it is.
        period: The period whose marks it shares most, if one stands out.
        likeness: The share of its marked attributes that it shares with each period.
        spheres: The spheres at work in it.
        lead: The sphere that leads, if the article says.
        coordinates: The spheres from which something flows.
        fluid: How many spheres both give and take.
        centralisation: The share of what flows that comes from government.
        crosses_border: Whether it reaches into more than one country.
    """

    record: str
    period: str
    likeness: dict[str, float]
    spheres: tuple[Sphere, ...]
    lead: str | None
    coordinates: tuple[Sphere, ...]
    fluid: int
    centralisation: float
    crosses_border: bool


class HelixChange(Answer):
    """Two periods of the triple helix compared.

    Attributes:
        same: Whether the later is merely an extension of the earlier.
        differs: The attributes in which they differ, as earlier and later.
        kept: What of the marks is still there.
    """

    same: bool
    differs: dict[str, tuple[str, str]]
    kept: dict[str, tuple[str, ...]]


class HelixRoles(Answer):
    """What a sphere did and does.

    Attributes:
        cold_war: Its role in the Cold War.
        present: Its role today.
    """

    cold_war: str
    present: str


class Leads(Answer):
    """Who leads, by dimension.

    Attributes:
        leads: Leading states or firms.
    """

    leads: dict[str, str]


@mechanism(
    "us-m24",
    "cn-m32",
    name="helix",
    about="To which period of the triple helix a case belongs",
    example={"case": "arpanet"},
)
def helix(atlas: Atlas, *, case: str) -> HelixCase:
    """Compare a case with the periods of the triple helix, mark by mark.

    Args:
        atlas: The records.
        case: A case of table/helix-cases.

    Raises:
        QuestionUnclearError: There is no such case.
    """
    row = chosen(table(atlas, "helix-cases"), case, where="case")
    profiles = table(atlas, "helix-profiles").rows
    likeness = {profile.id: _likeness(row, profile) for profile in profiles}
    best = [id_ for id_, share in likeness.items() if share == max(likeness.values())]
    flows = [_flow(text) for text in row.cells.get("flows", ())]
    gives, takes = {giver for giver, _ in flows}, {taker for _, taker in flows}
    leads = row.cells.get("lead", ())
    return HelixCase(
        record=row.cells["record"][0],
        period=best[0] if len(best) == 1 else UNDETERMINED,
        likeness=likeness,
        spheres=tuple(each for each in SPHERES if each in {*gives, *takes, *leads}),
        lead=leads[0] if leads else None,
        coordinates=tuple(each for each in SPHERES if each in gives),
        fluid=len(gives & takes),
        centralisation=sum(giver == "government" for giver, _ in flows) / len(flows),
        crosses_border=len(row.cells["country"]) > 1,
        because=(*row.cells["text"], *row.cells.get("flows", ())),
        pins=row.pins,
        undetermined=None if len(best) == 1 else f"it fits {' and '.join(best)} alike",
    )


def _likeness(case: Row, profile: Row) -> float:
    """The mean overlap (Jaccard) of the marks the case has."""
    marked = [mark for mark in MARKS if case.cells.get(mark)]
    overlaps = [_overlap(set(case.cells[mark]), set(profile.cells[mark])) for mark in marked]
    return round(sum(overlaps) / len(overlaps), 3)


def _overlap(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second)


def _flow(text: str) -> tuple[str, str]:
    """Giver and taker of a flow written ``money: government > academia``."""
    giver, _, taker = text.partition(": ")[2].partition(" > ")
    return giver, taker


@mechanism(
    "us-m24",
    "cn-m32",
    name="helix-change",
    about="Whether one period of the triple helix merely extends another",
    example={"first": "cold_war", "second": "present"},
)
def helix_change(atlas: Atlas, *, first: Period, second: Period) -> HelixChange:
    """Compare two periods attribute by attribute: is the race only a tech Cold War?

    Args:
        atlas: The records.
        first: The earlier period.
        second: The later one.
    """
    profiles = table(atlas, "helix-profiles")
    old, new = (chosen(profiles, period, where="period") for period in (first, second))
    words = table(atlas, "triple-helix")
    differs = {
        row.id: ("; ".join(row.cells[first]), "; ".join(row.cells[second]))
        for row in words.rows
        if row.cells[first] != row.cells[second]
    }
    shared = {mark: tuple(v for v in old.cells[mark] if v in new.cells[mark]) for mark in MARKS}
    return HelixChange(
        same=not differs,
        differs=differs,
        kept={mark: values for mark, values in shared.items() if values},
        because=tuple(f"{id_}: {was} → {now}" for id_, (was, now) in differs.items()),
        pins=(*words.pins, *pins_of(old, new)),
    )


@mechanism(
    "cn-m32",
    name="helix-roles",
    about="What a sphere of the triple helix did in the Cold War and does today",
    example={"sphere": "academia"},
)
def helix_roles(atlas: Atlas, *, sphere: Sphere) -> HelixRoles:
    """The role of government, academia or industry, then and now (V.A nn.414-428).

    Args:
        atlas: The records.
        sphere: Whose role.
    """
    roles = table(atlas, "triple-helix-roles")
    row = chosen(roles, sphere, where="sphere")
    then, now = row.cells["cold_war"][0], row.cells["present"][0]
    return HelixRoles(
        cold_war=then, present=now, because=(f"{sphere}: {then} → {now}",), pins=roles.pins
    )


@mechanism("us-m24", "cn-m32", name="state-leads", about="Which states and firms lead in the US")
def state_leads(atlas: Atlas) -> Leads:
    """Who leads in software, hardware and infrastructure finance (V.A.1 nn.417-419)."""
    rows = table(atlas, "state-leads").rows
    return Leads(
        leads={row.id: row.cells["lead"][0] for row in rows},
        because=tuple(f"{row.id}: {row.cells['evidence'][0]}" for row in rows),
        pins=pins_of(*rows),
    )
