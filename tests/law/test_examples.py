"""What the briefs of the examples must say on 22 November 2026, written down by hand."""

from functools import cache

import pytest

import technofed_laws
from technofed import api
from technofed._base.dates import parse_day
from technofed.law.brief import Brief
from tests.conftest import ROOT

DAY = parse_day("2026-11-22")
LAWS = api.load(technofed_laws.path())


@cache
def brief(name: str, as_of: str = "2026-11-22") -> Brief:
    undertaking = api.load_undertaking(ROOT / f"examples/{name}.yaml", LAWS)
    return api.brief(undertaking, LAWS, api.Days(parse_day(as_of), DAY))


def said(name: str, provision: str, as_of: str = "2026-11-22") -> set[str]:
    """The answers for a provision: status, or the reason with what it would be."""
    return {
        f"{f.reason}: {f.would}" if f.reason else str(f.status)
        for f in brief(name, as_of).findings
        if f"{f.instrument}#{f.provision}" == provision
    }


EXPECTED = {
    "hiring": {
        "us-co/sb24-205#1703-3": "stayed: applies",
        "us-co/sb26-189#1704-1": "not_yet: applies",
        "us-il/hb3773#2-102-l-1": "applies",
        "us-il/hb3773#2-102-l-2": "may_apply",
        "us-il/aivia#5": "applies",
        "us-ny/nyc-local-law-144#20-871-a-1": "may_apply",
        "us-ca/crd-ads-regulations#11009-f": "applies",
        "us-ca/ccpa-admt-regulations#7220": "not_yet: applies",
        "us-ca/sb7-2025#notice": "vetoed: applies",
        "us/title-vii#2000e-2-k": "applies",
        "us/title-vii#2000e-b-agent": "may_apply",
        "us/fcra#1681m-a": "may_apply",
        "us/ftc-act-5#45-a-deception": "applies",
        "us/ecoa-reg-b#1691-a": "not_applicable",
        "us-ct/data-privacy-act-profiling#42-518-a-5": "may_apply",
        "us-md/facial-recognition-interviews#3-717-b": "may_apply",
    },
    "frontier-model": {
        "us-ca/sb53#22757-12-a": "applies",
        "us-ca/sb53#22757-13-c": "applies",
        "us-ny/raise-act#1421-1": "not_yet: applies",
        "us-ny/raise-act-2025#1421": "ended: applies",
        "us-il/sb315#10-d": "not_yet: applies",
        "us-ca/ab2013#3111": "applies",
        "us-ca/sb1047#22603": "vetoed: applies",
        "us/eo-14110#4-2-a-i": "ended: applies",
        "us/frontier-safety-framework#own-framework": "applies",
    },
    "data-center": {
        "us-ny/gol-5-1401#5-1401": "applies",
        "us-ny/ucc-article-9#9-203": "applies",
        "us-az/real-property#33-401": "applies",
        "us/data-center-sla-terms#levels": "applies",
        "us/securities-act-1933#5": "not_applicable",
        "us-az/landlord-tenant#chapter-3": "may_apply",
    },
    "chip-export": {
        "us/ear-advanced-computing#742-6-a-6-iii": "applies",
        "us/chips-guardrails#231-202": "applies_unless",
        "us/outbound-investment-rule#850-401": "applies",
        "us/ear-us-persons#744-6-c-2-ii": "applies_unless",
        "us/ai-diffusion-rule#742-6-worldwide": "suspended: applies",
    },
    "shanghai-genai": {
        "cn/genai-interim-measures#17": "applies",
        "cn/labelling-measures#4": "applies",
        "cn/pipl#13": "applies",
        "cn/company-law-party#18-form": "may_apply",
        "cn/telecom-foreign-ownership#6-cap": "may_apply",
        "cn/vats-pilot-2024#2-lift": "may_apply",
        "cn/algorithm-recommendation-provisions#24": "applies",
    },
}
ROWS = [(name, *row) for name, rows in EXPECTED.items() for row in rows.items()]


@pytest.mark.parametrize(("name", "provision", "answer"), ROWS)
def test_the_brief_says(name: str, provision: str, answer: str) -> None:
    assert answer in said(name, provision)


def test_the_bond_financed_twin_trades_the_loan_for_securities_law() -> None:
    """US catalogue T20.2: replace New York loan law by federal securities law."""
    loan, bonds = "us-ny/ucc-article-9#9-203", "us/trust-indenture-act-1939"
    assert said("data-center", loan) == {"applies"}
    reached = {
        f.instrument
        for f in brief("data-center-bonds").findings
        if f.status in ("applies", "exempt")
    }
    assert {bonds, "us/securities-act-1933"} & reached
    before = {
        f.instrument for f in brief("data-center").findings if f.status in ("applies", "exempt")
    }
    assert not {bonds, "us/securities-act-1933"} & before


def test_on_new_years_day_the_new_acts_bind() -> None:
    for name, provision in (
        ("hiring", "us-co/sb26-189#1704-1"),
        ("hiring", "us-ca/ccpa-admt-regulations#7220"),
        ("frontier-model", "us-ny/raise-act#1421-1"),
    ):
        assert said(name, provision, "2027-01-01") == {"applies"}


def test_the_third_power_shows() -> None:
    shares = {
        name: brief(name).balance.overall.market
        for name in ("hiring", "data-center", "shanghai-genai")
    }
    assert all(share > 0 for share in shares.values()), shares


def test_weights_sum_to_one() -> None:
    for name in EXPECTED:
        weights = brief(name).balance.overall
        assert weights.central + weights.local + weights.market == pytest.approx(1, abs=1e-3)


def test_every_finding_that_binds_says_why_with_a_pinpoint() -> None:
    for name in EXPECTED:
        for finding in brief(name).findings:
            assert finding.because, finding.provision
            assert all(limb.cite and limb.say for limb in finding.because)
            assert finding.matters
