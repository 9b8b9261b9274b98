"""Many matters at once agree with one at a time, on the real law and the real examples."""

import pytest

import technofed_laws
from technofed import api
from technofed._base.dates import parse_day
from technofed.api.portfolio import judge_many
from technofed.law.cases import Status
from technofed.law.words import Concerns
from technofed.resolve.caseload import judge_all
from technofed.resolve.matters import build_matters
from tests.conftest import ROOT

LAWS = api.load(technofed_laws.path())
DAYS = api.Days(parse_day("2026-11-22"), parse_day("2026-11-22"))
OPEN = {Status.MAY_APPLY, Status.APPLIES_UNLESS}


@pytest.mark.parametrize(
    ("name", "concerns"),
    [
        ("hiring", Concerns.USE),
        ("frontier-model", Concerns.USE),
        ("data-center", Concerns.SITE),
        ("chip-export", Concerns.TRANSACTION),
        ("shanghai-genai", Concerns.ENTITY),
    ],
)
def test_columns_never_contradict_the_exact_judge(name: str, concerns: Concerns) -> None:
    undertaking = api.load_undertaking(ROOT / f"examples/{name}.yaml", LAWS)
    matters = [matter for matter in build_matters(undertaking) if matter.kind is concerns]
    table = judge_many([matter.facts for matter in matters], LAWS, DAYS, concerns)
    assert table.height == len(matters)
    row = {matter.id: n for n, matter in enumerate(matters)}
    for one in judge_all(LAWS.rules, matters, DAYS.as_of, DAYS.known):
        if one.rule.id not in table.columns:
            assert one.verdict.status is Status.NOT_IN_FORCE
            continue
        quick = Status(table[one.rule.id][row[one.matter.id]])
        assert quick == one.verdict.status or quick in OPEN, (one.rule.id, one.matter.id)
