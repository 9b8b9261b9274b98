"""Where an instrument stands in its life, on the invented federation and on small records."""

from datetime import date

import pytest

from technofed import api
from technofed.atlas.walk.lifecycle import stage_on
from technofed.law.history import Event
from technofed.law.moments import Days
from technofed.law.provenance import Stage, StatusArticle
from technofed.law.records import Instrument

LATER = date(2040, 1, 1)


def bill(*history: tuple[str, str], id_: str = "us/s1-118", **more: object) -> Instrument:
    events = [{"known": day, "event": event, "by": "-"} for day, event in history]
    fields = {
        "title": "A bill", "short": "A bill", "jurisdiction": "US", "level": "central",
        "dimension": "cross", "area": "antitrust", "kind": "bill", "summary": "A bill.",
        "pins": ["I n.1"], "history": events,
    }  # fmt: skip
    return Instrument.model_validate({"id": id_, **fields, **more})


def test_a_bill_lives_until_its_congress_ends() -> None:
    mine = bill(("2023-07-27", "introduced"))
    assert stage_on(mine, Days(date(2025, 1, 2), LATER)) is Stage.INTRODUCED
    assert stage_on(mine, Days(date(2025, 1, 3), LATER)) is Stage.EXPIRED


def test_an_enacted_bill_outlives_its_congress() -> None:
    mine = bill(("2023-07-27", "introduced"), ("2024-01-05", "enacted"))
    assert stage_on(mine, Days(date(2026, 1, 1), LATER)) is Stage.ENACTED


def test_a_state_bill_knows_no_congress() -> None:
    mine = bill(("2023-07-27", "introduced"), id_="us-ca/ab-118x", jurisdiction="US-CA")
    assert stage_on(mine, Days(date(2026, 1, 1), LATER)) is Stage.INTRODUCED


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2030, 2, 1), Stage.UNDETERMINED),
        (date(2030, 4, 1), Stage.INTRODUCED),
        (date(2030, 9, 28), Stage.INTRODUCED),
        (date(2030, 9, 29), Stage.VETOED),
    ],
)
def test_the_day_of_knowledge_decides(small: api.Library, day: date, stage: Stage) -> None:
    instrument = small.record("xa/hiring-bill")
    assert isinstance(instrument, Instrument)
    assert stage_on(instrument, Days(LATER, day)) is stage


def test_coded_law_knows_its_stays_and_its_end(small: api.Library) -> None:
    act = small.record("xa-1/fair-hiring")
    assert isinstance(act, Instrument)
    stages = [
        stage_on(act, Days(day, LATER))
        for day in (date(2031, 6, 30), date(2031, 7, 1), date(2031, 9, 1), date(2033, 1, 1))
    ]
    assert stages == [Stage.ENACTED, Stage.IN_FORCE, Stage.PAUSED, Stage.ENDED]


def test_without_a_history_the_article_speaks_from_its_day_on() -> None:
    mine = bill(status_article=StatusArticle(says="in use", stage=Stage.CURRENT))
    assert stage_on(mine, Days(LATER, date(2025, 10, 7))) is Stage.CURRENT
    assert stage_on(mine, Days(LATER, date(2025, 10, 6))) is Stage.UNDETERMINED


def test_an_amendment_leaves_the_stage() -> None:
    mine = bill(("2023-01-01", "introduced"), id_="us/x")
    amended = mine.model_copy(
        update={
            "history": (
                *mine.history,
                Event.model_validate({"known": "2023-02-01", "event": "amended", "by": "-"}),
            )
        }
    )
    assert stage_on(amended, Days(LATER, LATER)) is Stage.INTRODUCED
