"""The shipped law: every case, every limb, every small slip."""

import pytest

import technofed_laws
from technofed import api
from technofed.atlas.laws import Laws
from technofed.law.areas import FIGURE_1_AREAS
from technofed.law.words import Level, Modality

LAWS = api.load(technofed_laws.path())
IDS = sorted(id_ for id_, each in LAWS.instruments.items() if each.provisions)


@pytest.mark.parametrize("id_", IDS)
def test_every_case_holds_every_limb_decides_and_no_slip_goes_unnoticed(id_: str) -> None:
    checked = api.check_instrument(LAWS, id_, mutate=True)
    assert checked.cases
    assert [str(fault) for fault in checked.faults] == []
    assert checked.unnoticed == []
    assert checked.score >= 0.9


@pytest.mark.parametrize("id_", IDS)
def test_every_provision_has_a_yes_a_no_and_an_open_case(laws: Laws, id_: str) -> None:
    statuses: dict[str, set[str]] = {}
    for part in api.sheet(laws, id_).parts:
        for case in part.cases:
            known = statuses.setdefault(part.rule.provision.id, set())
            known.add(str(case.expect.would or case.expect.status))
    for provision, seen in statuses.items():
        assert "applies" in seen, provision
        assert "not_applicable" in seen, provision
        assert seen & {"may_apply", "applies_unless"}, provision


def test_there_is_enough_law() -> None:
    market = [id_ for id_ in IDS if LAWS.instruments[id_].level is Level.MARKET]
    assert len(IDS) >= 25
    assert len(LAWS.rules) >= 80
    assert len(market) >= 5


def test_every_record_says_where_it_was_read_and_on_which_day() -> None:
    for instrument in LAWS.instruments.values():
        named = {source.id for source in instrument.sources}
        for provision in instrument.provisions:
            assert set(provision.sources) <= named


def test_an_unverified_provision_says_what_is_to_be_verified() -> None:
    silent = [
        rule.id
        for rule in LAWS.rules
        if rule.provision.confidence == "unverified" and not rule.provision.verify
    ]
    assert silent == []


def test_a_duty_has_a_bearer_and_something_to_do() -> None:
    empty = [
        rule.id
        for rule in LAWS.rules
        if rule.provision.modality in (Modality.DUTY, Modality.PROHIBITION)
        and not rule.provision.duties
    ]
    assert empty == []


def test_figure_1_has_its_eighteen_areas() -> None:
    assert len(FIGURE_1_AREAS) == 18


def test_every_fact_is_used_or_part_of_the_shape() -> None:
    used = {fact for rule in LAWS.rules for fact in rule.facts()}
    idle = {
        name
        for name, spec in LAWS.vocabulary.items()
        if name not in used and spec.subject != "matter"
    }
    assert idle == set()


def test_every_fact_can_be_asked_in_plain_words() -> None:
    for name, spec in LAWS.vocabulary.items():
        assert spec.ask.rstrip(")").endswith("?") or "?" in spec.ask, name
        assert spec.definition, name
        assert bool(spec.values) == (spec.type in ("enum", "set")), name
        assert spec.unit or spec.type != "number", name


def test_every_jurisdiction_has_its_parent() -> None:
    places = LAWS.jurisdictions
    for place in places.values():
        assert place.parent is None or place.parent in places, place.code
    states = [p for p in places.values() if p.parent == "US"]
    assert sum(p.level == "state" for p in states) == 50
    assert sum(p.level == "territory" for p in states) == 6
    assert sum(p.parent == "CN" and p.level == "province" for p in places.values()) == 31
    assert places["US-NY/nyc"].parent == "US-NY"
    assert places["CN-GD/shenzhen"].name_zh == "深圳市"


def test_every_review_is_by_a_second_reader_and_none_claims_to_be_a_lawyer() -> None:
    status = api.review_status(LAWS, IDS)
    assert {each.status for each in status.values()} <= {"second-reader", "doubtful"}
