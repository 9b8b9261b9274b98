"""How concentrated an AI industry is, and what its thin spread costs (IV.C.1 nn.350-354)."""

from itertools import compress
from math import fsum
from typing import Literal

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import UNDETERMINED, Answer, Undetermined, mechanism, table
from technofed.atlas.article.cells import chosen
from technofed.atlas.article.reading import statistic, value_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Statistic

STRAIN = "industry-strain"
_COUNTS = {"prc": "cn-s18", "robin-li": "cn-s19"}
"""The statistic that counts the makers of models, or the models, of each case."""


class Concentration(Answer):
    """How concentrated an industry is.

    Attributes:
        low: The Herfindahl-Hirschman index (0 to 1, no unit), or its lower end.
        high: Its upper end; the same as ``low`` where the number of firms is one number.
        basis: ``shares`` given, or ``equal shares`` of a number of firms, the least an
            industry of that many firms can have.
        strains: What the strains given do to its firms.
    """

    low: float | Undetermined
    high: float | Undetermined
    basis: Literal["shares", "equal shares", "none"]
    strains: tuple[str, ...] = ()


def herfindahl(sizes: tuple[float, ...]) -> float:
    """The sum of the squared shares of firms of these sizes: 1/n to 1.

    Args:
        sizes: Sizes in any one unit: turnover, models, investment. None negative, not all 0.

    Raises:
        QuestionUnclearError: A size is negative, or there is nothing to share.

    >>> herfindahl((2, 1, 1))
    0.375
    """
    total = fsum(sizes)
    if total <= 0 or min(sizes) < 0:
        raise QuestionUnclearError("shares are positive numbers", where="shares", fix="shares=2,1")
    return fsum((size / total) ** 2 for size in sizes)


@mechanism(
    "cn-m19",
    name="concentration",
    about="How concentrated an AI industry is, from its firms or their shares",
    example={"case": "prc", "downturn": "true"},
)
def concentration(
    atlas: Atlas,
    *,
    case: Literal["prc", "us", "robin-li"] | None = None,
    firms: int | None = None,
    shares: tuple[float, ...] = (),
    thin_capital: bool = False,
    downturn: bool = False,
) -> Concentration:
    """Compute the Herfindahl-Hirschman index of an industry.

    Of the two countries the article gives numbers of firms and no shares, so its cases are
    answered with equal shares. For the United States it says *only a handful* and gives no
    number: give one in ``firms``.

    Args:
        atlas: The records.
        case: China today, the United States, or China with as many models as Robin Li thinks
            enough.
        firms: The number of firms, taken as equal.
        shares: Their shares or sizes in any one unit.
        thin_capital: Whether single firms lack capital.
        downturn: Whether the economy is in a downturn.

    Raises:
        QuestionUnclearError: Not exactly one of case, firms and shares says what to count;
            ``firms`` may go with ``case=us``.
    """
    strains = _strains(atlas, thin_capital=thin_capital, downturn=downturn)
    if shares and case is None and firms is None:
        index = herfindahl(shares)
        return _answer(index, index, "shares", f"{len(shares)} firms with given shares", strains)
    if firms is not None and case in {None, "us"} and not shares and firms > 0:
        return _answer(1 / firms, 1 / firms, "equal shares", f"{firms} equal firms", strains)
    if case is None or firms is not None or shares:
        what = "say whose firms to count, once"
        raise QuestionUnclearError(what, where="case, firms, shares", fix="case=prc")
    if case == "us":
        return _handful(atlas, strains)
    number = statistic(atlas, _COUNTS[case])
    return _counted(number, strains)


def _strains(atlas: Atlas, *, thin_capital: bool, downturn: bool) -> tuple[str, ...]:
    found = table(atlas, STRAIN)
    names = compress(("thin-capital", "downturn"), (thin_capital, downturn))
    rows = [chosen(found, name, where="strain") for name in names]
    return tuple(effect for row in rows for effect in row.cells["effect"])


def _answer(
    low: float,
    high: float,
    basis: Literal["shares", "equal shares"],
    why: str,
    strains: tuple[str, ...],
) -> Concentration:
    return Concentration(low=low, high=high, basis=basis, strains=strains, because=(why, *strains))


def _counted(number: Statistic, strains: tuple[str, ...]) -> Concentration:
    fewest = value_of(number)
    most = number.high or fewest
    answer = _answer(1 / most, 1 / fewest, "equal shares", number.summary, strains)
    caution = "the shares of the firms are not in the article; equal ones give the least"
    return answer.model_copy(update={"pins": number.pins, "undetermined": caution})


def _handful(atlas: Atlas, strains: tuple[str, ...]) -> Concentration:
    china = statistic(atlas, _COUNTS["prc"])
    why = "only a handful of deep-pocketed firms dominate in the United States (IV.C.1 n.352)"
    return Concentration(
        low=UNDETERMINED,
        high=UNDETERMINED,
        basis="none",
        strains=strains,
        because=(why, f"set against: {china.summary}"),
        pins=("IV.C.1 n.352",),
        undetermined="a handful is no number; give one in firms",
    )
