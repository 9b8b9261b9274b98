"""How far courts defer to platforms: three shares, from counts or from the article.

The article gives the shares and no counts, and words the base of each in another way (IV.B.2
nn.314-316, point/cn-a23). So the shares are never added, subtracted or turned into counts:
98 percent upheld and 1 percent liable need be neither exhaustive nor exclusive.
"""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import Answer, mechanism
from technofed.atlas.article.reading import statistic, value_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Operator, Statistic

PERCENT = 100


class ShareOf(StrEnum):
    """What is measured."""

    CONCENTRATION = "concentration"
    LIABILITY = "liability"
    DEFERENCE = "deference"


_STATISTICS = {
    ShareOf.CONCENTRATION: "cn-s13",
    ShareOf.LIABILITY: "cn-s14",
    ShareOf.DEFERENCE: "cn-s15",
}


class Share(BaseModel):
    """One share.

    Attributes:
        of: What it measures.
        percent: The share computed from the counts, or the article's.
        base: What it is a share of.
        agrees: Whether the computed share is the article's, as exact as that is.
        caution: What a reader must know.
    """

    model_config = ConfigDict(frozen=True)

    of: ShareOf
    percent: float
    base: str
    agrees: bool
    caution: str | None = None


class CourtShares(Answer):
    """The shares of the cases that a court hears, and of how they end.

    Attributes:
        source: Whether they are computed from counts or quoted from the article.
        shares: The shares.
        one_base: Whether they have a base in common, so that they may be combined.
    """

    source: Literal["counts", "article"]
    shares: tuple[Share, ...]
    one_base: bool

    def share(self, of: ShareOf) -> Share:
        """One of the shares."""
        return next(each for each in self.shares if each.of is of)


@mechanism(
    "cn-m15",
    name="court-deference",
    about="How often a court upholds a platform or holds it liable",
    example={"cases": "9400", "national": "10000", "upheld": "9250", "liable": "94"},
)
def court_deference(
    atlas: Atlas,
    *,
    cases: int | None = None,
    national: int | None = None,
    upheld: int | None = None,
    liable: int | None = None,
) -> CourtShares:
    """Compute deference, liability and concentration, and set them beside the article's.

    Deference is upheld / cases, liability is liable / cases, concentration is cases / national.

    Args:
        atlas: The records.
        cases: E-commerce cases before the court; without counts the article's shares are given.
        national: E-commerce cases in the whole country in the same years.
        upheld: Cases in which the platform's rules and measures were upheld.
        liable: Cases in which the platform was held liable.

    Raises:
        QuestionUnclearError: A count is missing, negative or greater than its base.
    """
    counts = {
        ShareOf.CONCENTRATION: (cases, national),
        ShareOf.LIABILITY: (liable, cases),
        ShareOf.DEFERENCE: (upheld, cases),
    }
    if {cases, national, upheld, liable} == {None}:
        return _quoted(atlas)
    shares = tuple(
        _computed(statistic(atlas, _STATISTICS[of]), of, part, base)
        for of, (part, base) in counts.items()
        if part is not None and base is not None
    )
    if not shares:
        what = "a share takes two counts"
        raise QuestionUnclearError(what, where="cases, national", fix="give cases as well")
    return CourtShares(
        source="counts",
        shares=shares,
        one_base=ShareOf.CONCENTRATION not in {each.of for each in shares},
        because=_in_words(shares),
        pins=_pins(atlas),
    )


def _computed(number: Statistic, of: ShareOf, part: int, base: int) -> Share:
    if not 0 <= part <= base or not base:
        what = f"{part} of {base} is no share"
        raise QuestionUnclearError(what, where=of, fix="give counts from 0 to their base")
    percent = PERCENT * part / base
    return Share(
        of=of,
        percent=percent,
        base=f"the {base} cases given",
        agrees=_agrees(percent, number),
        caution=number.caution,
    )


def _agrees(percent: float, number: Statistic) -> bool:
    """Whether a share is the article's: above it where it says *over*, else to the percent."""
    said = value_of(number)
    if number.operator is Operator.MORE:
        return percent > said
    return round(percent) == round(said)


def _quoted(atlas: Atlas) -> CourtShares:
    numbers = {of: statistic(atlas, name) for of, name in _STATISTICS.items()}
    shares = tuple(
        Share(
            of=of,
            percent=value_of(number),
            base=number.base or "not stated",
            agrees=True,
            caution=number.caution,
        )
        for of, number in numbers.items()
    )
    apart = any(number.not_comparable_with for number in numbers.values())
    return CourtShares(
        source="article",
        shares=shares,
        one_base=not apart,
        because=_in_words(shares),
        pins=_pins(atlas),
        undetermined="the bases are worded in different ways; no counts follow from the shares",
    )


def _in_words(shares: tuple[Share, ...]) -> tuple[str, ...]:
    return tuple(f"{each.of}: {each.percent:g} percent of {each.base}" for each in shares)


def _pins(atlas: Atlas) -> tuple[str, ...]:
    return tuple(pin for name in _STATISTICS.values() for pin in statistic(atlas, name).pins)
