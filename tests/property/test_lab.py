"""The fast lab agrees with its definitions, and never looks into the future."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from technofed.lab.backtest import OURS, Trial, backtest
from technofed.lab.cascades import NEVER, Cascades
from technofed.lab.covariates import COLUMN
from technofed.lab.definition import Definition
from technofed.lab.delays import Delay, DelayKind, fit_delay
from technofed.lab.netinf import netinf
from technofed.lab.netinf_definition import netinf_by_definition
from technofed.lab.panel import Span, build_panel
from technofed.lab.support import edge_support
from technofed.law.adoptions import Policy
from tests.diffusion import invented, states

PLACES, YEARS = 5, st.one_of(st.just(int(NEVER)), st.integers(1985, 1995))


@st.composite
def corpora(draw: st.DrawFn) -> Cascades:
    count = draw(st.integers(1, 4))
    rows = [draw(st.lists(YEARS, min_size=PLACES, max_size=PLACES)) for _ in range(count)]
    for row in rows:
        row[draw(st.integers(0, PLACES - 1))] = 1986
    years = np.array(rows, dtype=np.int32)
    ends = np.array([draw(st.integers(1995, 1998)) for _ in rows], dtype=np.int32)
    policies = tuple(
        Policy(
            f"p{n}",
            draw(st.sampled_from("AB")),
            int(end),
            "t",
            draw(st.sampled_from(("x ray", ""))),
        )
        for n, end in enumerate(ends)
    )
    chosen = tuple(p for p in states() if p.code in {"US-CT", "US-MA", "US-NH", "US-RI", "US-VT"})
    # One place joins late, so that existence matters.
    places = (*chosen[:-1], replace(chosen[-1], since=1990))
    return Cascades(policies, places, years, ends)


@settings(max_examples=25)
@given(corpora())
def test_the_panel_is_what_its_definition_says(corpus: Cascades) -> None:
    panel, _ = build_panel(corpus, Span(1987, 1998), None)
    told = Definition(corpus)
    rows = list(zip(panel.policy.tolist(), panel.place.tolist(), panel.year.tolist(), strict=True))
    meant = {
        (p, s, y) for y in range(1987, 1999) for p in told.policies for s in told.at_risk(p, y)
    }
    assert len(rows) == len(set(rows))
    assert set(rows) == meant
    for n in range(0, len(rows), max(len(rows) // 6, 1)):
        p, s, y = rows[n]
        assert panel.event[n] == told.event(p, s, y)
        for name, value in told.national(p, y).items():
            assert panel.covariates[n, COLUMN[name]] == pytest.approx(value, abs=1e-9), name
        risk = told.at_risk(p, y)
        everybody = {each: told.local(p, each, y) for each in risk}
        for name, value in everybody[s].items():
            middle = sum(everybody[each][name] for each in risk) / len(risk)
            found = panel.covariates[n, COLUMN[name]]
            assert found == pytest.approx(value - middle, abs=1e-9), name


@given(corpora(), st.integers(1988, 1996))
def test_deleting_the_future_changes_no_covariate_of_the_present(
    corpus: Cascades, year: int
) -> None:
    assume(corpus.at_risk(year).any())
    seen, _ = build_panel(corpus, Span(year, year))
    hidden = replace(
        corpus, years=np.where(corpus.years < year, corpus.years, NEVER).astype(np.int32)
    )
    blind, _ = build_panel(hidden, Span(year, year))
    known = corpus.first[seen.policy] < year
    assert known.all()
    assert np.array_equal(seen.covariates, blind.covariates)
    assert np.array_equal(seen.place, blind.place)


def test_a_place_stays_at_risk_after_the_last_adoption_until_its_source_stops() -> None:
    years = np.array([[1990, 1991, NEVER]], dtype=np.int32)
    corpus = Cascades(
        (Policy("x", "A", 2000),), states()[1:4], years, np.array([2000], dtype=np.int32)
    )
    waiting = [int(corpus.at_risk(year).sum()) for year in (1990, 1991, 1992, 2000, 2001)]
    assert waiting == [0, 2, 1, 1, 0]


def concordance(corpus: Cascades, cut: int) -> float:
    trial = Trial((cut,), 2, ("constant", OURS))
    origin = backtest(corpus, trial, np.random.default_rng(0))[0]
    return origin.standings[-1].scores["concordance"].value


def test_skill_is_found_where_there_is_some_and_a_shuffled_future_leaves_chance() -> None:
    rng = np.random.default_rng(11)
    corpus, cut = invented(rng, 80), 1995
    assert concordance(corpus, cut) > 0.6
    shuffled = corpus.years.copy()
    for n in np.flatnonzero(corpus.first > cut):
        row = shuffled[n]
        later = np.flatnonzero(row > row.min())
        row[later] = row[rng.permutation(later)]
    assert concordance(replace(corpus, years=shuffled), cut) == pytest.approx(0.5, abs=0.04)


def test_a_world_without_reasons_gives_no_skill() -> None:
    corpus = invented(np.random.default_rng(12), 80, pull=0.0)
    assert concordance(corpus, 1995) == pytest.approx(0.5, abs=0.04)


@st.composite
def delays(draw: st.DrawFn) -> Delay:
    kind: DelayKind = draw(st.sampled_from(("exponential", "rayleigh", "lognormal")))
    return Delay(kind, draw(st.floats(0.1, 3)), draw(st.floats(0.3, 2)))


@given(corpora(), delays())
def test_netinf_by_child_finds_what_the_whole_search_finds(corpus: Cascades, delay: Delay) -> None:
    fast = netinf(corpus, delay, most_edges=6)
    slow = netinf_by_definition(corpus, delay, 6)
    assert [edge.improvement for edge in fast] == pytest.approx(
        [edge.improvement for edge in slow], abs=1e-8
    )
    for one, other in zip(fast, slow, strict=True):
        ties = sum(abs(each.improvement - one.improvement) < 1e-8 for each in slow)
        if ties == 1:
            assert (one.origin, one.destination) == (other.origin, other.destination)
            assert one.p_value == pytest.approx(other.p_value, abs=1e-8)
        else:
            break  # of equal edges either may come first, and what follows may differ


def test_a_planted_network_is_recovered_and_supported() -> None:
    rng = np.random.default_rng(4)
    years = np.full((150, 6), NEVER, dtype=np.int32)
    for row in years:
        row[0] = 1900
        row[1] = 1900 + rng.integers(1, 3)
        row[2] = row[1] + rng.integers(1, 3)
        row[3:] = 1900 + rng.integers(1, 40, 3)
    policies = tuple(Policy(f"p{n}", "A", 2000) for n in range(150))
    corpus = Cascades(policies, states()[:6], years, np.full(150, 2000, dtype=np.int32))
    delay = fit_delay(corpus, "exponential")
    first = {(edge.origin, edge.destination) for edge in netinf(corpus, delay, most_edges=2)}
    assert first == {(0, 1), (1, 2)}
    support = edge_support(corpus, delay, 20, rng)
    assert min(support[0, 1], support[1, 2]) >= 0.9
    assert (support <= 1).all()


def test_ties_carry_no_influence() -> None:
    years = np.full((5, 3), 1990, dtype=np.int32)
    policies = tuple(Policy(f"p{n}", "A", 2000) for n in range(5))
    corpus = Cascades(policies, states()[:3], years, np.full(5, 2000, dtype=np.int32))
    assert netinf(corpus, Delay()) == []
    with pytest.raises(ValueError, match="no adoption follows"):
        fit_delay(corpus, "exponential")
