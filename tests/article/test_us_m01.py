"""Figure 1 (US M01, CN M01): every case of the catalogues, asked of the real records."""

import pytest

from technofed.atlas.article.figure import LAW_ROW, Holder, Placed, figure, marks
from technofed.law.words import DIMENSIONS, Dimension
from tests.article.atlas import the_atlas

SOFTWARE, HARDWARE, INFRASTRUCTURE = DIMENSIONS


def place(entry: str, jurisdiction: str | None = None) -> Placed:
    return figure(the_atlas(), entry=entry, jurisdiction=jurisdiction)


def law(entry: str) -> tuple[tuple[Dimension, ...], Holder]:
    found = place(entry)
    assert found.rows == (LAW_ROW,)
    return found.dimensions, found.holder


def test_t01_1() -> None:
    """Licensure is software, held by the states."""
    assert law("licensure") == ((SOFTWARE,), Holder.STATE)


def test_t01_2() -> None:
    """Registration is software, held by the states."""
    assert law("registration") == ((SOFTWARE,), Holder.STATE)


def test_t01_3() -> None:
    """Copyright is software, federal."""
    assert law("copyright") == ((SOFTWARE,), Holder.FEDERAL)


def test_t01_4() -> None:
    """Anti-discrimination is software, federal; that Colorado legislates is noted as a conflict."""
    assert law("anti-discrimination") == ((SOFTWARE,), Holder.FEDERAL)
    found = place("anti-discrimination")
    assert found.conflicts == ("point/us-q28",)
    assert any("Colorado" in reason for reason in found.because)


@pytest.mark.parametrize("area", ["data privacy", "data transparency"])
def test_t01_5(area: str) -> None:
    """Data privacy and data transparency are software, concurrent."""
    assert law(area) == ((SOFTWARE,), Holder.CONCURRENT)


@pytest.mark.parametrize("area", ["torts", "contracts"])
def test_t01_6(area: str) -> None:
    """Torts and contracts are hardware, held by the states."""
    assert law(area) == ((HARDWARE,), Holder.STATE)


@pytest.mark.parametrize("area", ["patents", "subsidies", "tax credits", "export controls"])
def test_t01_7(area: str) -> None:
    """Patents, subsidies, tax credits and export controls are hardware, federal."""
    assert law(area) == ((HARDWARE,), Holder.FEDERAL)


@pytest.mark.parametrize("area", ["zoning", "corporations", "real property", "data localization"])
def test_t01_8(area: str) -> None:
    """Zoning, corporations, real property and data localization: infrastructure, the states."""
    assert law(area) == ((INFRASTRUCTURE,), Holder.STATE)


def test_t01_9() -> None:
    """Energy regulation is infrastructure, federal."""
    assert law("energy regulation") == ((INFRASTRUCTURE,), Holder.FEDERAL)


def test_t01_10() -> None:
    """Public utilities are infrastructure, concurrent."""
    assert law("public utilities") == ((INFRASTRUCTURE,), Holder.CONCURRENT)


def test_t01_11() -> None:
    """Securities law is not in the figure; by the body it is federal."""
    found = place("securities")
    assert (found.rows, found.holder, found.by_text) == ((), Holder.UNLISTED, Holder.FEDERAL)
    assert found.pins == ("III.D.3(iii) n.253",)


def test_t01_12() -> None:
    """Investors stand in all three dimensions."""
    found = place("investors")
    assert set(found.dimensions) == set(DIMENSIONS)
    assert (found.rows, found.holder) == (("market-actors",), Holder.UNLISTED)


def test_t01_13() -> None:
    """Eight areas are the states', seven federal, three concurrent: eighteen of 51 entries."""
    found = marks(the_atlas())
    assert found.holders == {Holder.STATE: 8, Holder.FEDERAL: 7, Holder.CONCURRENT: 3}
    assert sum(found.holders.values()) == found.entries[LAW_ROW] == 18
    assert found.total == 51
    assert found.by_dimension == {
        SOFTWARE: {Holder.STATE: 2, Holder.FEDERAL: 2, Holder.CONCURRENT: 2},
        HARDWARE: {Holder.STATE: 2, Holder.FEDERAL: 4},
        INFRASTRUCTURE: {Holder.STATE: 4, Holder.FEDERAL: 1, Holder.CONCURRENT: 1},
    }


def test_cn_m01_1() -> None:
    """An export control is hardware, federal."""
    assert law("export control") == ((HARDWARE,), Holder.FEDERAL)


def test_cn_m01_2() -> None:
    """Zoning is infrastructure, held by the states."""
    assert law("zoning") == ((INFRASTRUCTURE,), Holder.STATE)


def test_cn_m01_3() -> None:
    """Data privacy is software, concurrent."""
    assert law("data privacy") == ((SOFTWARE,), Holder.CONCURRENT)


def test_cn_m01_4() -> None:
    """Copyright is software, federal."""
    assert law("copyright") == ((SOFTWARE,), Holder.FEDERAL)


@pytest.mark.parametrize("entry", ["data localization", "securities", "registration"])
def test_the_marks_do_not_speak_of_china(entry: str) -> None:
    """The guard of CN M01."""
    found = place(entry, "CN-SH")
    assert found.holder is Holder.UNDETERMINED
    assert found.by_text is None
    assert "CN-SH" in str(found.undetermined)


def test_each_dimension_has_its_style() -> None:
    assert place("export controls").styles == ("often export controls",)
    assert len(place("investors").styles) == 3


def test_an_instrument_stands_for_its_area_and_its_place() -> None:
    assert place("us-co/sb24-205").entry == "Anti-discrimination"
    assert place("cn/company-law-party").holder is Holder.UNDETERMINED


def test_what_the_figure_does_not_have_is_unlisted_with_a_hint() -> None:
    found = place("zonning")
    assert (found.rows, found.holder) == ((), Holder.UNLISTED)
    assert "did you mean Zoning?" in found.because


def test_consumer_protection_is_concurrent_by_the_body_alone() -> None:
    found = place("consumer protection")
    assert (found.holder, found.by_text) == (Holder.UNLISTED, Holder.CONCURRENT)
    assert place("antitrust").by_text is None
