"""Jurisdictions, and when one place lies within another."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed.law.facts import PartialPlace
from technofed.law.kleene import Truth


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
    """Whether a place, perhaps known only in part, lies within one of ``outers``."""
    if isinstance(place, str):
        return any(lies_within(place, outer) for outer in outers)
    if place.among is not None:
        seen = {any(lies_within(one, outer) for outer in outers) for one in place.among}
        return seen.pop() if len(seen) == 1 else None
    open_outers = (
        outer
        for outer in outers
        if not any(lies_within(outer, excluded) for excluded in place.outside)
    )
    return None if any(open_outers) else False


def possible(place: str, partial: PartialPlace) -> bool:
    """Whether a place known in part could be exactly ``place`` (or an unnamed part of it)."""
    if partial.among is not None:
        return place in partial.among
    return not any(lies_within(place, excluded) for excluded in partial.outside)
