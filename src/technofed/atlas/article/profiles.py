"""What two cities want of AI: their profiles, the distance, the nearness to national policy.

The article reads a plan of Shenzhen and one of Beijing (IV.C.1 nn.355-356). A priority is high
(1) or low (0) in a plan, or the article does not state it; what is not stated is compared with
nothing.
"""

from collections.abc import Mapping
from enum import StrEnum
from math import hypot

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean, in_prose
from technofed.atlas.article.answers import Answer, mechanism, table
from technofed.atlas.article.cells import one, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row

PRIORITIES = "local-priorities"
_WEIGHTS = {"high": 1.0, "low": 0.0}


class City(StrEnum):
    """The two cities the article compares; the values are columns of its table."""

    SHENZHEN = "shenzhen"
    BEIJING = "beijing"


Profile = Mapping[str, float]
"""The stated weight of each priority, 0 or 1."""


class LocalProfile(Answer):
    """The priorities of a city, and how they compare.

    Attributes:
        place: The city.
        weights: Its priorities, 1 for high and 0 for low; those not stated are left out.
        style: What its high priorities bring with them.
        against: The city it is compared with.
        differs_on: The priorities on which the two differ.
        compared_on: Those the article states for both.
        distance: Priorities that differ / priorities compared: 0 (alike) to 1.
        alignment: Nearness to national policy: the cosine of the two profiles, 0 to 1, where
            national policy weighs the priorities that the article ties to it, and no others.
        recommended: Where a firm with the product goes; empty if none was named.
    """

    place: City
    weights: dict[str, float]
    style: tuple[str, ...]
    against: City
    differs_on: tuple[str, ...]
    compared_on: tuple[str, ...]
    distance: float
    alignment: float
    recommended: tuple[City, ...] = ()


@mechanism(
    "cn-m18",
    name="local-profile",
    about="What a Chinese city wants of AI, and how it differs from another",
    example={"place": "shenzhen", "product": "smart phones"},
)
def local_profile(
    atlas: Atlas,
    *,
    place: City = City.SHENZHEN,
    against: City = City.BEIJING,
    product: str | None = None,
) -> LocalProfile:
    """Set the plan of a city beside that of another and beside national policy.

    Args:
        atlas: The records.
        place: The city.
        against: The city to compare it with.
        product: What a firm sells, to be told where its product is a priority.

    Raises:
        QuestionUnclearError: The article names no such product.
    """
    rows = table(atlas, PRIORITIES).rows
    mine, other = weights(rows, place), weights(rows, against)
    both = tuple(axis for axis in mine if axis in other)
    apart = tuple(axis for axis in both if mine[axis] != other[axis])
    high = [row for row in rows if mine.get(row.id) == 1]
    return LocalProfile(
        place=place,
        weights=dict(mine),
        style=tuple(dict.fromkeys(w for row in high for w in row.cells.get("goes_with", ()))),
        against=against,
        differs_on=apart,
        compared_on=both,
        distance=distance(mine, other),
        alignment=cosine(mine, weights(rows, "national")),
        recommended=_recommended(rows, product) if product else (),
        because=tuple(_reason(row, place, against) for row in rows),
        pins=pins_of(*rows),
        undetermined=_unstated(rows, place, against),
    )


def weights(rows: tuple[Row, ...], column: str) -> Profile:
    """The stated weights of a column, by priority."""
    stated = {row.id: one(row, column) for row in rows}
    return {axis: _WEIGHTS[weight] for axis, weight in stated.items() if weight}


def distance(one_: Profile, other: Profile) -> float:
    """The share of the priorities stated for both on which two profiles differ.

    >>> distance({"a": 1, "b": 0}, {"a": 0, "b": 0, "c": 1})
    0.5
    """
    both = one_.keys() & other.keys()
    return sum(abs(one_[axis] - other[axis]) for axis in both) / len(both) if both else 0.0


def cosine(one_: Profile, other: Profile) -> float:
    """The cosine of two profiles; a priority that one leaves out has no weight there.

    >>> round(cosine({"a": 1, "b": 1}, {"a": 1, "c": 1}), 3)
    0.5
    """
    product = sum(weight * other.get(axis, 0) for axis, weight in one_.items())
    lengths = hypot(*one_.values()) * hypot(*other.values())
    return min(1.0, product / lengths) if lengths else 0.0


def _recommended(rows: tuple[Row, ...], product: str) -> tuple[City, ...]:
    """The cities in which the priority that covers a product is high."""
    covers = {name: row for row in rows for name in row.cells.get("products", ())}
    if product not in covers:
        hint = did_you_mean(product, covers) or in_prose(list(covers), "or")
        what = f"the article names no {product} in local plans"
        raise QuestionUnclearError(what, where="product", fix=hint)
    return tuple(city for city in City if one(covers[product], city) == "high")


def _reason(row: Row, *cities: City) -> str:
    said = (f"{one(row, city) or 'not stated'} in {city.title()}" for city in dict.fromkeys(cities))
    return f"{row.id.replace('-', ' ')}: {', '.join(said)}"


def _unstated(rows: tuple[Row, ...], *cities: City) -> str | None:
    silent = [
        f"{row.id.replace('-', ' ')} in {city.title()}"
        for city in dict.fromkeys(cities)
        for row in rows
        if not one(row, city)
    ]
    return f"the article does not state {in_prose(silent)}" if silent else None
