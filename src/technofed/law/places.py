"""Jurisdictions, and when one place lies within another."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed.law.facts import PartialPlace
from technofed.law.kleene import Truth, some


class Jurisdiction(BaseModel):
    """A unit with power to make law, or a place the law names.

    Attributes:
        code: ISO 3166 code, a city as ``US-NY/nyc``; ``INT`` for private international bodies.
        name: English name.
        name_zh: Chinese name, where it has one.
        level: Country, the first level below it, a city (or county), or international.
        parent: The code of the unit it is part of.
        ocd: Open Civic Data division id, where one exists.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    name_zh: str | None = None
    level: Literal["country", "state", "province", "district", "territory", "city", "international"]
    parent: str | None = None
    ocd: str | None = None


def lies_within(place: str, outer: str) -> bool:
    """Whether ``place`` is ``outer`` or a part of it.

    >>> lies_within("US-NY/nyc", "US-NY"), lies_within("US-NY/nyc", "US")
    (True, True)
    >>> lies_within("US", "US-NY")
    False
    """
    return place == outer or place.startswith((f"{outer}-", f"{outer}/"))


def within(place: str | PartialPlace, outers: tuple[str, ...]) -> Truth:
    """Whether a place, perhaps known only in part, lies within one of ``outers``.

    A state says nothing of which of its cities is meant: whether *New York* lies in *New
    York City* is not known.

    >>> within("US-NY", ("US",)), within("US-NY", ("US-NY/nyc",)), within("US-NY", ("US-CO",))
    (True, None, False)
    """
    if isinstance(place, str):
        return some(_one_within(place, outer) for outer in outers)
    if place.among is not None:
        seen = {within(one, outers) if one else False for one in place.among}
        return seen.pop() if len(seen) == 1 else None
    if place.inside and any(lies_within(place.inside, outer) for outer in outers):
        return True
    return None if any(possible(outer, place) for outer in outers) else False


def _one_within(place: str, outer: str) -> Truth:
    return True if lies_within(place, outer) else None if lies_within(outer, place) else False


def possible(place: str, partial: PartialPlace) -> bool:
    """Whether a place known in part could lie in ``place``."""
    if partial.among is not None:
        return any(one and lies_within(place, one) for one in partial.among)
    if partial.inside and not lies_within(place, partial.inside):
        return False
    return not any(lies_within(place, excluded) for excluded in partial.outside)
