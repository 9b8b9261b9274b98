"""Action and reaction between the two countries (CN M26)."""

from dataclasses import replace
from datetime import date

import pytest

from technofed._base.errors import QuestionUnclearError
from technofed.atlas.article.answers import table
from technofed.atlas.article.reactions import Direction, Lag, Reaction, reactions
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Link
from technofed.law.history import Event
from technofed.law.moments import Days, Moment
from technofed.law.words import EventKind, RelationKind
from tests.article.atlas import the_atlas

RESTRICTIONS = "us/chip-export-restrictions"
OCTOBER_2022, YMTC, GPUS = (
    "us/ear-advanced-computing",
    "us/entity-list-ymtc-2022",
    "us/export-controls-2023",
)


def link(later: str, earlier: str) -> Reaction:
    found = reactions(the_atlas()).reactions
    (only,) = [each for each in found if (each.measure, each.answers) == (later, earlier)]
    return only


def test_cn_m26_1() -> None:
    """Chip restrictions are answered by the State Council's policies against bottlenecks."""
    found = link("cn/anti-throat-choking", RESTRICTIONS)
    assert (found.how, found.support) == ("answers", "stated")
    assert found.direction is Direction.COUNTERMEASURE


def test_cn_m26_2() -> None:
    """Chip restrictions are answered by packaging and by proxies."""
    for answer in ("cn/advanced-packaging-support", "actor/cn/proxy-entities"):
        assert link(answer, RESTRICTIONS).support == "stated"


def test_cn_m26_3() -> None:
    """Pressure of the United States leads to the Dutch ban on EUV machines."""
    found = link("nl/euv-export-ban", "us/asml-pressure")
    assert (found.support, found.direction) == ("stated", Direction.ESCALATION)


def test_cn_m26_4() -> None:
    """Trade talks with China lead to a pause of enforcement."""
    found = link("us/export-pause-2025", "trade talks with Beijing")
    assert (found.support, found.direction) == ("stated", Direction.DE_ESCALATION)
    assert link("us/export-pause-2025", RESTRICTIONS).how == "eases"


def test_cn_m26_5() -> None:
    """Cambridge Analytica is answered in China by censorship."""
    found = link(
        "cn/censorship-tightening-post-cambridge-analytica", "actor/market/cambridge-analytica"
    )
    assert (found.support, found.pins) == ("stated", ("I.B n.40",))


def test_cn_m26_6() -> None:
    """Rules of October 2022, YMTC in December, GPU rules in October 2023: a sequence only."""
    first, second = link(YMTC, OCTOBER_2022), link(GPUS, YMTC)
    assert first.support == second.support == "sequence only"
    assert first.how == second.how == "comes after"
    assert (first.lag, second.lag) == (Lag(least=69, most=69), Lag(least=306, most=306))


def test_cn_m26_7() -> None:
    """Rescinding the diffusion rule eases limits on other countries, not on China."""
    answer = reactions(the_atlas())
    assert "us/diffusion-rescission-2025" in answer.kept_for_china
    assert "us/diffusion-rescission-2025" not in answer.eased_for_china
    assert link("us/diffusion-rescission-2025", "us/ai-diffusion-rule").how == "eases"


def test_links_the_records_infer_are_not_stated() -> None:
    assert link("cn/anti-throat-choking", OCTOBER_2022).support == "inferred"


def test_a_measure_known_only_by_then_has_a_lag_of_at_most_so_many_days() -> None:
    lag = link("cn/anti-throat-choking", OCTOBER_2022).lag
    assert lag == Lag(least=None, most=(date(2023, 10, 31) - date(2022, 10, 7)).days)


def test_no_lag_is_made_up_where_a_date_is_missing() -> None:
    assert link("nl/euv-export-ban", "us/asml-pressure").lag == "undetermined"
    assert reactions(the_atlas()).undetermined


def test_a_measure_known_only_by_then_has_no_place_in_a_sequence() -> None:
    found = reactions(the_atlas(), measure="pressure-on-asml").reactions
    assert [each.how for each in found] == ["answers"]


def leads_to_proxies() -> tuple[Atlas, Link]:
    """The atlas with one relation more, known from 1 October 2025 on."""
    told = Link(
        id="relation/xx-r1",
        subject=OCTOBER_2022,
        predicate=RelationKind.LEADS_TO,
        object="actor/cn/proxy-entities",
        known=date(2025, 10, 1),
        pins=("IV.C.2 n.392",),
    )
    known = the_atlas()
    return replace(known, entries=known.entries | {told.id: told}), told


def test_a_measure_that_leads_to_another_is_answered_by_it() -> None:
    atlas, told = leads_to_proxies()
    (found,) = [each for each in reactions(atlas).reactions if each.relation == told.id]
    assert (found.measure, found.answers) == (told.object, told.subject)


@pytest.mark.parametrize(("day", "shown"), [(date(2025, 9, 30), False), (date(2025, 10, 1), True)])
def test_a_link_shows_from_the_day_it_is_known(day: date, shown: bool) -> None:
    atlas, told = leads_to_proxies()
    found = reactions(atlas, days=Days(date(2025, 12, 31), day)).reactions
    assert (told.id in {each.relation for each in found}) == shown


def test_what_became_known_later_changes_no_earlier_answer() -> None:
    atlas, then = the_atlas(), Days(date(2025, 12, 31), date(2025, 12, 31))
    listing = atlas.laws.instruments[YMTC]
    leak = Event(
        known=date(2026, 6, 1), event=EventKind.ISSUED, when=Moment.parse("2022-11-01"), by="a leak"
    )
    retold = listing.model_copy(update={"history": (*listing.history, leak)})
    laws = replace(atlas.laws, instruments=atlas.laws.instruments | {YMTC: retold})
    later = replace(atlas, laws=laws)
    assert reactions(later, days=then) == reactions(atlas, days=then)
    assert reactions(later) != reactions(atlas)


def test_no_lag_is_longer_at_least_than_at_most() -> None:
    for each in reactions(the_atlas()).reactions:
        if isinstance(each.lag, Lag) and each.lag.least is not None and each.lag.most is not None:
            assert each.lag.least <= each.lag.most


def test_limits_outnumber_their_easing() -> None:
    ways = reactions(the_atlas()).directions
    assert ways[Direction.ESCALATION] > ways[Direction.DE_ESCALATION] > 0


def test_one_measure_shows_what_it_answers_and_what_answers_it() -> None:
    found = reactions(the_atlas(), measure="chip-restrictions").reactions
    assert found
    assert all(RESTRICTIONS in {each.measure, each.answers} for each in found)


def test_in_2022_nobody_knew_of_the_pause() -> None:
    then = date(2022, 12, 31)
    early = reactions(the_atlas(), days=Days(then, then))
    assert "us/export-pause-2025" not in {each.measure for each in early.reactions}
    assert early.eased_for_china == ()
    assert (YMTC, OCTOBER_2022) in {(each.measure, each.answers) for each in early.reactions}


def test_every_measure_of_the_contest_has_a_record() -> None:
    for row in table(the_atlas(), "contest-measures").rows:
        (id_,) = row.cells["record"]
        assert the_atlas().record(id_).id == id_


def test_a_measure_nobody_took_is_refused() -> None:
    with pytest.raises(QuestionUnclearError):
        reactions(the_atlas(), measure="moon-landing")
