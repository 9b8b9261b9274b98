"""Federalism with and without a liberal constitution, and how the two countries differ.

The article holds that two traits make a system federal in kind, local autonomy and
decentralised innovation, and that they need no liberal democracy (II.B nn.69-76). A
constitution that divides power gives them a form.
"""

from enum import StrEnum
from typing import Literal

from technofed._base.errors import QuestionUnclearError
from technofed._base.text import in_prose
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen, one, pins_of
from technofed.atlas.article.reading import yes_or_no
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row, Table
from technofed.law.words import Dimension

FEATURES, PROFILE = "federalism-features", "centralisation-profile"
DIFFERENCES, CHECKS = "federalism-us-prc", "federalism-checks"


class Country(StrEnum):
    """The two systems the article compares; the values are columns of its tables."""

    US = "us"
    PRC = "prc"


class Feature(StrEnum):
    """What a system may have; the values are rows of the table of features."""

    CONSTITUTIONAL_DIVISION = "constitutional-division"
    LOCAL_AUTONOMY = "local-autonomy"
    DECENTRALISED_INNOVATION = "decentralised-innovation"
    PRIVATE_SUPPORT = "private-support"
    CENTRAL_OVERSIGHT = "central-oversight"


class FederalismType(StrEnum):
    """What a system is by its features."""

    FORMAL = "formal federalism"
    INFORMAL = "informal federalism"
    UNITARY = "unitary"


class Held(Answer):
    """How far the centre holds one dimension of AI governance.

    Attributes:
        dimension: Software, hardware or infrastructure.
        centralisation: The degree, coded from the article's words.
        trend: Where it goes.
        held_by: Who holds it.
        fragmentation_rank: The place in the article's order of fragmentation, 1 the least; the
            article leaves software out of the order.
        here: What the article says of the country asked about.
    """

    dimension: Dimension
    centralisation: Literal["low", "mixed", "high"]
    trend: str
    held_by: tuple[str, ...]
    fragmentation_rank: int | Undetermined
    here: tuple[str, ...]


class SystemType(Answer):
    """The type of a system, and its profile by dimension.

    Attributes:
        type: Formal or informal federalism, or unitary.
        traits: The traits of federalism it has.
        local_experiments_thrive: Whether local experiments thrive: with both traits, they do
            where the private sector supports local governments, also under central oversight.
        profile: How far the centre holds each dimension.
    """

    type: FederalismType
    traits: tuple[Feature, ...]
    local_experiments_thrive: bool | Undetermined
    profile: tuple[Held, ...]


@mechanism(
    "cn-m03",
    name="federalism-type",
    about="Whether a system is federal in form, federal in kind, or unitary",
    example={"country": "prc"},
)
def federalism_type(
    atlas: Atlas, *, country: Country | None = None, features: tuple[Feature, ...] = ()
) -> SystemType:
    """Name the type of a country's system, or of an invented one.

    Args:
        atlas: The records.
        country: One of the two countries, with the features the article finds there.
        features: The features of an invented system, which has no others.

    Raises:
        QuestionUnclearError: Both a country and features were given, or neither.
    """
    if (country is None) == (not features):
        what = "name either a country or the features of a system"
        raise QuestionUnclearError(what, where="country, features", fix="country=prc")
    rows = table(atlas, FEATURES).rows
    has = {Feature(row.id): _has(row, country, features) for row in rows}
    traits = tuple(Feature(row.id) for row in rows if one(row, "role") == "trait")
    shown = tuple(trait for trait in traits if has[trait])
    thrive = has[Feature.PRIVATE_SUPPORT] if shown == traits else False
    found = _type(all_traits=shown == traits, formal=bool(has[Feature.CONSTITUTIONAL_DIVISION]))
    open_ = "the article does not say whether the private sector supports local governments here"
    return SystemType(
        type=found,
        traits=shown,
        local_experiments_thrive=UNDETERMINED if thrive is None else thrive,
        profile=profile(atlas, country),
        because=(_reason(shown, found),),
        pins=pins_of(*rows),
        undetermined=open_ if thrive is None else None,
    )


def _has(row: Row, country: Country | None, features: tuple[Feature, ...]) -> bool | None:
    return yes_or_no(row, country) if country else row.id in features


def _type(*, all_traits: bool, formal: bool) -> FederalismType:
    if not all_traits:
        return FederalismType.UNITARY
    return FederalismType.FORMAL if formal else FederalismType.INFORMAL


def _reason(shown: tuple[Feature, ...], found: FederalismType) -> str:
    traits = in_prose([trait.replace("-", " ") for trait in shown])
    has = f"it has {traits}" if shown else "it has neither trait of federalism"
    form = {
        FederalismType.FORMAL: "a constitution divides power",
        FederalismType.INFORMAL: "no constitution divides power, and none is needed",
        FederalismType.UNITARY: "one without the other does not make a system federal",
    }
    return f"{has}; {form[found]}"


def profile(atlas: Atlas, country: Country | None = None) -> tuple[Held, ...]:
    """How far the centre holds each dimension, as the article has it (II.B nn.77-87).

    Args:
        atlas: The records.
        country: The country to add the article's words on; ``None`` adds none.
    """
    return tuple(_held(row, country) for row in table(atlas, PROFILE).rows)


def _held(row: Row, country: Country | None) -> Held:
    rank = one(row, "fragmentation_rank")
    trend = one(row, "trend")
    open_ = "the article does not rank this dimension by fragmentation"
    return Held(
        dimension=Dimension(row.id),
        centralisation=one(row, "centralisation"),
        trend=trend,
        held_by=row.cells.get("held_by", ()),
        fragmentation_rank=int(rank) if rank else UNDETERMINED,
        here=row.cells.get(country, ()) if country else (),
        because=(trend,),
        pins=row.pins,
        undetermined=None if rank else open_,
    )


class Difference(Answer):
    """One point in which the two systems differ.

    Attributes:
        point: The point.
        us: What the article says of the United States.
        prc: What it says of China.
        us_pins: Where it says the former.
        prc_pins: Where it says the latter.
    """

    point: str
    us: tuple[str, ...]
    prc: tuple[str, ...]
    us_pins: tuple[str, ...]
    prc_pins: tuple[str, ...]


class Check(Answer):
    """A statement that holds of a system or does not.

    Attributes:
        check: The statement.
        us: Whether it holds of the United States.
        prc: Whether it holds of China.
    """

    check: str
    us: bool | Undetermined
    prc: bool | Undetermined


class Differences(Answer):
    """Where the two systems differ.

    Attributes:
        points: The points of difference, each cell with its place in the article.
        checks: The statements that follow, true or false of each country.
    """

    points: tuple[Difference, ...]
    checks: tuple[Check, ...]

    def holds(self, check: str, country: Country) -> bool | Undetermined:
        """Whether a statement holds of a country.

        Raises:
            QuestionUnclearError: There is no such statement here.
        """
        for each in self.checks:
            if each.check == check:
                return each.us if country is Country.US else each.prc
        known = in_prose([each.check for each in self.checks], "or")
        raise QuestionUnclearError(f"there is no check {check}", where="check", fix=known)


@mechanism(
    "cn-m30",
    name="federalism-differences",
    about="Where U.S. federalism and Chinese local power differ",
    example={"point": "restraint-on-centre"},
)
def federalism_differences(atlas: Atlas, *, point: str | None = None) -> Differences:
    """Set the two systems side by side (the article, IV.C nn.348-349).

    Args:
        atlas: The records.
        point: Only this point of difference; ``None`` for all.

    Raises:
        QuestionUnclearError: The article names no such point.
    """
    found = table(atlas, DIFFERENCES)
    rows = (chosen(found, point, where="point"),) if point else found.rows
    names = {row.id for row in rows}
    checks = [row for row in table(atlas, CHECKS).rows if one(row, "point") in names]
    return Differences(
        points=tuple(_difference(row) for row in rows),
        checks=tuple(_check(row) for row in checks),
        because=_both(found, rows),
        pins=pins_of(*rows),
    )


def _difference(row: Row) -> Difference:
    cells = {column: row.cells.get(column, ()) for column in ("us", "prc", "us_pin", "prc_pin")}
    return Difference(
        point=row.id,
        us=cells["us"],
        prc=cells["prc"],
        us_pins=cells["us_pin"],
        prc_pins=cells["prc_pin"],
        pins=row.pins,
    )


def _check(row: Row) -> Check:
    said = {country: yes_or_no(row, country) for country in Country}
    silent = [country.value for country in Country if said[country] is None]
    us, prc = (UNDETERMINED if said[each] is None else said[each] for each in Country)
    open_ = f"the article does not say it of {in_prose(silent)}" if silent else None
    return Check(check=row.id, us=us, prc=prc, pins=row.pins, undetermined=open_)


def _both(found: Table, rows: tuple[Row, ...]) -> tuple[str, ...]:
    return tuple(
        f"{row.id.replace('-', ' ')}: {', '.join(found.cell(row.id, 'us'))} (United States); "
        f"{', '.join(found.cell(row.id, 'prc'))} (China)"
        for row in rows
    )
