"""From an undertaking to matters: what is judged, with which facts, and where answers belong."""

import json
from datetime import date
from pathlib import Path

from technofed import api
from technofed.atlas.files import parse_tree
from technofed.atlas.laws import Laws
from technofed.law.facts import PartialPlace, PartialSet, Subject
from technofed.law.intake import read_undertaking
from technofed.law.places import within
from technofed.law.undertakings import Undertaking
from technofed.law.words import Concerns
from technofed.resolve.matters import Matter, build_matters
from tests.conftest import EXEMPLA

BASE = """
undertaking: Test
who:
  - {id: shop, employees: 10, places: [{place: XA-1, staff_here: 4}]}
  - {id: maker}
systems: [{id: a, flop: 1e20}, {id: b}]
uses:
  - id: use
    systems: [a, b]
    roles: {deployer: shop, developer: [maker, shop]}
    domain: hiring
    places: PLACES
"""


def read(laws: Laws, text: str) -> Undertaking:
    file = parse_tree(text, Path("test.yaml"))
    return read_undertaking(file.tree, file.where, laws.vocabulary)


def uses(laws: Laws, places: str) -> list[Matter]:
    matters = build_matters(read(laws, BASE.replace("PLACES", places)))
    return [matter for matter in matters if matter.kind is Concerns.USE]


def test_a_matter_is_a_use_of_a_system_in_a_place_by_a_role(exempla: Laws) -> None:
    matters = uses(exempla, "[XA-1, XA-2]")
    assert len(matters) == 2 * 2 * 3
    assert matters[0].id == "use/a/XA-1/deployer:shop"
    assert matters[0].facts["employees"] == 10
    assert matters[0].facts["staff_here"] == 4
    assert matters[0].facts["flop"] == 1e20
    assert "staff_here" not in uses(exempla, "[XA-2]")[0].facts


def test_local_facts_belong_to_the_use_in_its_place(exempla: Laws) -> None:
    first = uses(exempla, "[{place: XA-1, notices_here: yes}, XA-2]")
    assert first[0].facts["notices_here"] is True
    assert not any("notices_here" in m.facts for m in first if "/XA-2/" in m.id)


def test_everywhere_means_every_part(exempla: Laws) -> None:
    found = {m.id.split("/")[2] for m in uses(exempla, "[{everywhere_in: XA}]")}
    assert found == {"XA-1", "XA-2"}


def test_places_so_far_leave_one_open_matter(exempla: Laws) -> None:
    matters = uses(exempla, "{so_far: [XA-1]}")
    open_place = [m.facts["place"] for m in matters if "elsewhere?" in m.id]
    assert set(open_place) == {PartialPlace(outside=frozenset({"XA-1"}))}


def test_a_state_beside_its_city_means_the_rest_of_it(exempla: Laws) -> None:
    found = {m.id.split("/")[2]: m.facts["place"] for m in uses(exempla, "[XA-1, XA-2]")}
    assert found["XA-1"] == "XA-1"
    rest = uses(exempla, "[XA-1, XA-1/port]")[0].facts["place"]
    assert isinstance(rest, PartialPlace)
    assert rest == PartialPlace(inside="XA-1", outside=frozenset({"XA-1/port"}))
    assert within("XA-1", ("XA-1/port",)) is None
    assert within(rest, ("XA-1/port",)) is False
    assert within(rest, ("XA",)) is True


def test_a_perhaps_place_may_be_none(exempla: Laws) -> None:
    matters = uses(exempla, "{so_far: [XA-1], perhaps: [XA-2]}")
    assert matters[-1].facts["place"] == PartialPlace(among=frozenset({"XA-2", ""}))


def test_a_bag_tells_where_an_answer_belongs(exempla: Laws) -> None:
    matter = uses(exempla, "[XA-2]")[0]
    assert matter.bags[Subject.PARTY].at == ("who", 0)
    assert matter.bags[Subject.PRESENCE].at == ("who", 0, "places", "+", "XA-2")
    assert matter.bags[Subject.LOCAL].at == ("uses", 0, "places", 0)


def test_every_party_is_a_matter_of_its_own(exempla: Laws) -> None:
    matters = build_matters(read(exempla, BASE.replace("PLACES", "[XA-1]")))
    entities = [m.id for m in matters if m.kind is Concerns.ENTITY]
    assert entities == ["entity:shop", "entity:maker"]


def test_json_is_read_like_yaml(exempla: Laws) -> None:
    text = json.dumps(
        {
            "undertaking": "Test",
            "who": [{"id": "shop", "employees": 12, "licensed": True}],
            "transactions": [{"id": "t", "roles": {"exporter": "shop"}, "sold_day": "2031-05-05"}],
        }
    )
    matters = build_matters(read(exempla, text))
    assert matters[0].facts == {
        "employees": 12,
        "licensed": True,
        "sold_day": date(2031, 5, 5),
        "role": "exporter",
    }


def test_unknown_is_kept_apart_from_not_said(exempla: Laws) -> None:
    text = BASE.replace("PLACES", "[XA-1]").replace("employees: 10", "employees: unknown")
    matter = build_matters(read(exempla, text))[0]
    assert "employees" not in matter.facts
    assert matter.asked("employees", Subject.PARTY)
    assert not matter.asked("licensed", Subject.PARTY)


def test_half_known_sets_are_must_and_may(exempla: Laws) -> None:
    typed = exempla.vocabulary.typed
    assert typed("inputs", ["face"]) == PartialSet(frozenset({"face"}), frozenset({"face"}))
    assert typed("inputs", {"so_far": ["face"]}) == PartialSet(frozenset({"face"}), None)
    assert typed("inputs", {"so_far": ["face"], "perhaps": ["text"]}) == PartialSet(
        frozenset({"face"}), frozenset({"face", "text"})
    )


def test_the_best_question_settles_most(exempla: Laws) -> None:
    days = api.Days(date(2031, 8, 1), date(2031, 8, 1))
    interview = api.Interview(EXEMPLA / "undertaking.yaml", exempla, days)
    scores = [question.settles for question in interview.open_questions()]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_answers_are_written_where_the_fact_belongs(exempla: Laws) -> None:
    days = api.Days(date(2031, 8, 1), date(2031, 8, 1))
    interview = api.Interview(EXEMPLA / "undertaking.yaml", exempla, days)
    question = next(q for q in interview.open_questions() if q.fact == "sold_day")
    interview.answer(question, "2031-06-01")
    assert "    sold_day: 2031-06-01" in interview.text()
    assert "sold_day" not in {q.fact for q in interview.open_questions()}
