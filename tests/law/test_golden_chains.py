"""The bitemporal chains: what one knew on one day of the law of another."""

from datetime import date
from typing import Any

import pytest

from technofed.atlas.casefiles import typed_facts
from technofed.atlas.laws import Laws
from technofed.law.history import Force
from technofed.resolve.status import verdict


def state(laws: Laws, id_: str, as_of: str, known: str) -> set[Force]:
    """Whether the provisions of an instrument were in force."""
    day, knowledge = date.fromisoformat(as_of), date.fromisoformat(known)
    return {rule.timeline(knowledge).force(day) for rule in laws.rules_of(id_)}


CHAINS: list[tuple[str, str, str, Force]] = [
    # Colorado: SB 24-205 → SB 25B-004 → stay → SB 26-189
    ("us-co/sb24-205", "2026-03-01", "2025-01-15", Force.IN_FORCE),
    ("us-co/sb24-205", "2026-03-01", "2025-10-01", Force.NOT_YET),
    ("us-co/sb24-205", "2026-08-01", "2025-10-01", Force.IN_FORCE),
    ("us-co/sb24-205", "2027-02-01", "2025-10-01", Force.IN_FORCE),
    ("us-co/sb24-205", "2027-02-01", "2026-11-22", Force.ENDED),
    ("us-co/sb26-189", "2026-11-22", "2026-11-22", Force.NOT_YET),
    ("us-co/sb26-189", "2027-01-01", "2026-11-22", Force.IN_FORCE),
    ("us-co/sb26-189", "2027-01-01", "2026-05-13", Force.PENDING),
    # the Affiliates Rule: in force, suspended, due to revive
    ("us/ear-affiliates-rule", "2025-10-15", "2025-10-15", Force.IN_FORCE),
    ("us/ear-affiliates-rule", "2026-03-01", "2025-10-15", Force.IN_FORCE),
    ("us/ear-affiliates-rule", "2026-03-01", "2026-03-01", Force.SUSPENDED),
    ("us/ear-affiliates-rule", "2026-11-09", "2026-03-01", Force.SUSPENDED),
    ("us/ear-affiliates-rule", "2026-11-10", "2026-03-01", Force.IN_FORCE),
    # executive orders 14110 → 14179
    ("us/eo-14110", "2024-06-01", "2024-06-01", Force.IN_FORCE),
    ("us/eo-14110", "2025-06-01", "2024-06-01", Force.IN_FORCE),
    ("us/eo-14110", "2025-06-01", "2025-06-01", Force.ENDED),
    ("us/eo-14179", "2025-06-01", "2025-06-01", Force.IN_FORCE),
    # SB 1047: passed, vetoed
    ("us-ca/sb1047", "2025-06-01", "2024-09-28", Force.PENDING),
    ("us-ca/sb1047", "2025-06-01", "2024-09-29", Force.VETOED),
]


@pytest.mark.parametrize(("id_", "as_of", "known", "force"), CHAINS)
def test_chain(laws: Laws, id_: str, as_of: str, known: str, force: Force) -> None:
    assert state(laws, id_, as_of, known) == {force}


def test_colorado_seen_four_times(laws: Laws) -> None:
    """The chain of design/resolve.md, with facts: one employer, four pairs of days."""
    rule = next(r for r in laws.rules if r.id == "us-co/sb24-205#1703-3")
    raw: dict[str, Any] = {
        "place": "US-CO",
        "role": "deployer",
        "domain": "employment",
        "decisions": ["hiring"],
        "substantial_factor": "yes",
        "narrow_task_only": "no",
        "accepted_other_regime": "no",
        "does_business_here": "yes",
        "hipaa_covered_entity": "no",
        "employees_fte": "60",
        "employees": "60",
    }
    wrong: list[str] = []
    facts = typed_facts(laws.vocabulary, raw, wrong)
    assert wrong == []
    seen = [
        verdict(rule, facts, date.fromisoformat(as_of), date.fromisoformat(known))
        for as_of, known in (
            ("2026-03-01", "2025-01-15"),
            ("2026-03-01", "2025-10-01"),
            ("2026-08-01", "2025-10-01"),
            ("2026-11-22", "2026-11-22"),
        )
    ]
    assert [str(v.status) for v in seen] == ["applies", "not_in_force", "applies", "not_in_force"]
    assert seen[1].reason is Force.NOT_YET
    assert seen[3].reason in (Force.STAYED, Force.NEVER_OPERATIVE)
