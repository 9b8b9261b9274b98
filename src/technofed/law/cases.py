"""Cases: hypotheticals a lawyer can read and the machine runs; and reviews of provisions."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from pydantic import Field

from technofed.law.history import Day
from technofed.law.provenance import Record, Text


class Status(StrEnum):
    """What the resolver can say of a provision and a matter."""

    APPLIES = "applies"
    APPLIES_UNLESS = "applies_unless"
    EXEMPT = "exempt"
    MAY_APPLY = "may_apply"
    NOT_APPLICABLE = "not_applicable"
    NOT_IN_FORCE = "not_in_force"


class Expectation(Record):
    """What a case demands of the resolver; ``would`` is the status if it were in force."""

    status: Status
    would: Status | None = None
    reason: str | None = None
    exception: str | None = None
    essential: tuple[str, ...] | None = None


class Case(Record):
    """One hypothetical: facts, days, and the answer a lawyer would give, with the reason."""

    name: Text
    why: Text
    provision: Text
    base: str | None = None
    facts: Mapping[str, Any] = Field(default_factory=dict)
    drop: tuple[str, ...] = ()
    as_of: Day
    known: Day | None = None
    expect: Expectation


class CaseFile(Record):
    """All cases of an instrument, with the named starting points they share.

    ``explained`` names the mutants that no case can notice, each with the reason.
    """

    given: Mapping[str, dict[str, Any]] = Field(default_factory=dict)
    explained: Mapping[str, Text] = Field(default_factory=dict)
    cases: tuple[Case, ...] = Field(min_length=1)

    def facts_of(self, case: Case) -> dict[str, Any]:
        """The facts of a case: its base, less what it drops, plus its own."""
        start = self.given.get(case.base or "", {})
        kept = {name: raw for name, raw in start.items() if name not in case.drop}
        return kept | dict(case.facts)


class Review(Record):
    """Somebody's word that a provision was checked, as it stood with this digest.

    Attributes:
        provision: Id within the instrument.
        digest: Fingerprint of what was checked; when the record changes, the review lapses.
        by: Who checked.
        role: ``second-reader`` is a check of the record against its sources apart from the
            encoding; only a lawyer may be ``lawyer``.
        day: When.
        outcome: What came of it.
        note: What was read, what was mended, what stays open.
    """

    provision: Text
    digest: Text
    by: Text
    role: Literal["drafter", "second-reader", "lawyer", "second-lawyer"]
    day: Day
    outcome: Literal["confirmed", "corrected", "doubtful"]
    note: str = ""


class Vouched(NamedTuple):
    """How far a record is vouched for.

    Attributes:
        status: ``draft``, ``lapsed``, ``doubtful``, or the weightiest role that checked it.
        digest: The fingerprint of the record, so that an answer can be run again.
    """

    status: str
    digest: str


class ReviewFile(Record):
    """All reviews of an instrument; appended to, never edited."""

    reviews: tuple[Review, ...] = Field(min_length=1)
