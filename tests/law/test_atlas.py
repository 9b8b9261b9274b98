"""The whole article as records: nothing left out, everything pinned, nothing told too early."""

import json
import re
from collections import Counter

import pytest

from technofed import api
from technofed._base.dates import parse_day
from technofed.atlas.shelf import references
from technofed.atlas.walk.facets import type_of
from technofed.atlas.walk.view import known_from
from technofed.law.atlas import Actor, Link, Statistic
from technofed.law.provenance import ARTICLE_DAY, Grade
from technofed.law.records import Instrument
from technofed.law.words import Dimension

DAYS = api.Days(parse_day("2026-11-22"), parse_day("2026-11-22"))


def test_the_counts_are_those_of_the_catalogues(library: api.Library) -> None:
    """docs/atlas/counts.md explains each difference."""
    told = [each for each in library.atlas.records() if each.pins and "/own-" not in each.id]
    found = Counter(type_of(record) for record in told)
    assert found["instrument"] == COUNTS["instrument"]
    assert found["event"] == COUNTS["event"]
    assert found["artefact"] == COUNTS["artefact"]
    assert found["point"] == COUNTS["point"]
    for name in ("actor", "statistic", "relation", "table"):
        assert found[name] >= COUNTS[name], name


COUNTS = {
    "instrument": 282,  # 206 + 123 rows, 47 of them the same thing twice
    "actor": 310,
    "event": 146,  # 92 + 62 rows, 8 of them the same event twice
    "statistic": 78,
    "relation": 100,
    "artefact": 13,
    "point": 73,
    "table": 17,
}


def test_every_record_has_a_source(library: api.Library) -> None:
    assert library.audit(parse_day("2026-11-22")).unsourced == ()


def test_no_two_records_share_a_name_that_leads_to_them(library: api.Library) -> None:
    leads: dict[str, set[str]] = {}
    for record in library.atlas.records():
        for name in record.aliases:
            if "/" in name:
                leads.setdefault(name, set()).add(record.id)
    doubles = {
        name: ids
        for name, ids in leads.items()
        if len({type_of(library.record(i)) for i in ids}) < len(ids)
    }
    assert doubles == {}


def test_what_rests_on_the_article_alone_was_known_by_its_day(library: api.Library) -> None:
    late = [
        record.id
        for record in library.atlas.records()
        if record.pins
        and not record.sources
        and not record.status_verified
        and not isinstance(record, Actor)
        and known_from(record) > ARTICLE_DAY
    ]
    assert late == []


def test_every_reference_leads_somewhere(library: api.Library) -> None:
    for record in library.atlas.records():
        for _, id_ in references(record):
            assert library.record(id_).id == id_


def test_both_truths_are_kept_where_the_world_has_moved_on(library: api.Library) -> None:
    moved = [
        record.id
        for record in library.atlas.records()
        if isinstance(record, Instrument)
        and record.status_article
        and record.status_verified
        and record.status_article.stage != record.status_verified.stage
    ]
    assert len(moved) >= 20, moved


def test_every_verified_status_names_its_source_and_day(library: api.Library) -> None:
    for record in library.atlas.records():
        if verified := record.status_verified:
            assert verified.source.url or verified.source.citation, record.id
            assert verified.day <= DAYS.as_of, record.id


def test_shares_with_different_bases_warn_of_each_other(library: api.Library) -> None:
    """48 % of all registered companies and 92 % of large ones are no series (flag A22)."""
    first, second = library.record("statistic/cn-s01"), library.record("statistic/cn-s02")
    assert isinstance(first, Statistic)
    assert isinstance(second, Statistic)
    assert (first.value, second.value) == (48, 92)
    assert second.id in first.not_comparable_with
    assert first.id in second.not_comparable_with


def test_a_warning_not_to_compare_goes_both_ways(library: api.Library) -> None:
    for record in library.atlas.records():
        for other in getattr(record, "not_comparable_with", ()):
            back = library.record(other)
            assert isinstance(back, Statistic)
            assert record.id in back.not_comparable_with, (record.id, other)


def test_summaries_are_sentences_in_our_own_words(library: api.Library) -> None:
    for record in library.atlas.records():
        if isinstance(record, Link):
            continue
        assert "||" not in record.summary, record.id
        assert "n.s." not in record.summary, record.id
        assert record.summary.rstrip().endswith((".", "?", "”", ")", "!")), record.id


def test_every_open_point_bears_on_something(library: api.Library) -> None:
    idle = [
        r.id
        for r in library.atlas.records()
        if type_of(r) == "point" and not getattr(r, "about", ())
    ]
    assert idle == []


def test_inferred_relations_say_so(library: api.Library) -> None:
    links = [record for record in library.atlas.records() if isinstance(record, Link)]
    assert any(link.grade is Grade.INFERRED for link in links)
    assert all(link.grade for link in links)


@pytest.mark.parametrize(
    "dimension", [Dimension.SOFTWARE, Dimension.HARDWARE, Dimension.INFRASTRUCTURE]
)
@pytest.mark.parametrize("country", ["US", "CN"])
def test_every_cell_of_power_by_dimension_has_records(
    library: api.Library, dimension: Dimension, country: str
) -> None:
    table = library.stats(
        "level", "dimension", DAYS, {"type": ["instrument"], "jurisdiction": [country]}
    )
    assert table["central"].get(str(dimension), 0) > 0


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("algorithmic discrimination", "us-co/sb24-205"),
        ("生成式", "cn/genai-interim-measures"),
        ("党章", "cn/cpc-constitution-2017"),
        ("moratorium", "us/state-ai-moratorium-2025"),
        ("Printz", "us/case/printz-1997"),
        ("Pintz", "us/case/printz-1997"),
        ("health code", "cn/local/health-code"),
        ("guardrails", "us/chips-guardrails"),
    ],
)
def test_search_finds_what_people_look_for(library: api.Library, words: str, id_: str) -> None:
    assert id_ in [hit.record.id for hit in library.search(words, DAYS, limit=10).hits]


@pytest.mark.parametrize(
    ("id_", "begins"),
    [
        ("us/case/printz-1997", "Printz v. United States, 521 U.S. 898 (1997), discussed in "),
        (
            "us/case/thaler-2023-ddc",
            "Thaler v. Perlmutter (District Court), 687 F. Supp. 3d 140 (D.D.C. 2023), ",
        ),
        (
            "us/s2597-118",
            "Digital Consumer Protection Commission Act of 2023, S. 2597, 118th Cong. (2023), ",
        ),
        ("us/chips-act-2022", "CHIPS and Science Act of 2022, Pub. L. 117-167 (2022), "),
        ("us-ca/sb53", "Transparency in Frontier Artificial Intelligence Act, Cal. Bus. & Prof."),
        ("event/us-e077", "SB 1047 vetoed (2024-09-29), discussed in Jason Jia-Xi Wu, "),
    ],
)
def test_bluebook_golden(library: api.Library, id_: str, begins: str) -> None:
    cited = library.cite(id_, api.Style.BLUEBOOK)
    assert cited.startswith(begins), cited
    assert cited.endswith(f"record {id_} (laws 2026.11.22)."), cited


@pytest.mark.parametrize("style", list(api.Style))
def test_every_record_can_be_cited_in_every_style(library: api.Library, style: api.Style) -> None:
    for record in library.atlas.records():
        cited = library.cite(record.id, style)
        assert record.id in cited, record.id
        if style is api.Style.CSL:
            (item,) = json.loads(cited)
            assert item["type"], record.id
        if style is api.Style.BIBTEX:
            assert cited.count("{") == cited.count("}"), record.id
        if style is api.Style.RIS:
            assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in cited.splitlines())
