"""The triple helix (US M24, CN M32), asked of the real records."""

from technofed.atlas.article.answers import UNDETERMINED, table
from technofed.atlas.article.helix import HelixCase, helix, helix_change, helix_roles, state_leads
from technofed.law.atlas import Link
from tests.article.atlas import the_atlas


def case(name: str) -> HelixCase:
    return helix(the_atlas(), case=name)


def test_t24_1() -> None:
    """The ARPANET is of the Cold War type."""
    found = case("arpanet")
    assert (found.period, found.lead) == ("cold_war", "government")
    assert found.centralisation == 1
    assert found.fluid == 0


def test_t24_2() -> None:
    """The Palantir contract is of today."""
    found = case("palantir")
    assert found.period == "present"
    assert found.fluid == 2


def test_t24_3() -> None:
    """The National AI Research Resource joins academia, industry and government."""
    assert case("nairr").spheres == ("government", "academia", "industry")


def test_t24_4() -> None:
    """Llama is a norm of industry across the border."""
    found = case("llama")
    assert found.crosses_border
    assert found.spheres == ("industry",)
    assert found.centralisation == 0


def test_t24_5() -> None:
    """Is it only a tech Cold War? No: who leads, boundaries, driver and reach have changed."""
    found = helix_change(the_atlas(), first="cold_war", second="present")
    assert not found.same
    assert {"lead", "boundaries", "driver", "reach"} <= set(found.differs)
    assert found.kept == {"driver": ("security",)}


def test_cn_m32_1() -> None:
    """Llama shapes Chinese standards: the market crosses the border."""
    found = case("llama")
    assert (found.record, found.lead, found.crosses_border) == ("us/meta-llama", "industry", True)
    links = [each for each in the_atlas().records() if isinstance(each, Link)]
    shaped = {link.object for link in links if link.subject == "us/meta-llama"}
    assert "cn/ai-dev-standards" in shaped


def test_cn_m32_2() -> None:
    """Palantir shows that the federal government relies on industry."""
    found = case("palantir")
    assert found.lead == "industry"
    assert "knowledge: industry > government" in found.because


def test_cn_m32_3() -> None:
    """The research resource shows academia and industry at work together."""
    assert {"academia", "industry"} <= set(case("nairr").coordinates)
    assert case("nairr").fluid == 2


def test_cn_m32_4() -> None:
    """Is the AI race an extension of a tech Cold War? No."""
    assert not helix_change(the_atlas(), first="cold_war", second="present").same


def test_the_chinese_paradox_has_two_halves() -> None:
    """V.A.2: corporatist in form, autonomous in practice."""
    form, practice = case("made-in-china-2025"), case("chinese-practice")
    assert form.centralisation > practice.centralisation
    assert practice.period == "present"


def test_a_period_is_the_same_as_itself() -> None:
    assert helix_change(the_atlas(), first="present", second="present").same


def test_likeness_is_a_share_and_every_case_is_a_record() -> None:
    for row in table(the_atlas(), "helix-cases").rows:
        found = case(row.id)
        assert the_atlas().record(found.record).id == found.record
        assert all(0 <= share <= 1 for share in found.likeness.values())
        assert (found.period == UNDETERMINED) == bool(found.undetermined)


def test_every_sphere_has_a_role_then_and_now() -> None:
    academia = helix_roles(the_atlas(), sphere="academia")
    assert "military-industrial" in academia.cold_war
    assert "bridges" in academia.present


def test_who_leads() -> None:
    leads = state_leads(the_atlas()).leads
    assert leads["software"] == "California"
    assert leads["hardware"] == "Arizona"
    assert leads["infrastructure-finance"] == "New York and Delaware"


def test_the_marks_of_a_case_are_compared_one_by_one() -> None:
    assert case("arpanet").likeness["cold_war"] == 1
    assert case("llama").likeness["present"] == round((1 + 1 / 2 + 1 + 1) / 4, 3)
    form = case("made-in-china-2025")
    assert (form.period, form.lead, form.centralisation) == ("cold_war", "government", 1)
