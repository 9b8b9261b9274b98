"""The answer record of a brief; its JSON Schema is ``docs/reference/brief.schema.json``."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from technofed.law.cases import Status
from technofed.law.history import Force
from technofed.law.words import Confidence, Dimension, InstrumentKind, Level, Modality


class Answered(BaseModel):
    """Part of an answer: immutable, closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Limb(Answered):
    """One limb of the rule, and what was found of it.

    Attributes:
        say: What the limb asks, in plain words.
        cite: Where the law says it.
        truth: Whether it holds; null if that is not known.
        facts: The facts it reads, with their values where known.
        exception: The exception it belongs to, if any.
    """

    say: str
    cite: str
    truth: bool | None
    facts: dict[str, Any]
    exception: str | None = None


class Reply(Answered):
    """What one would have to answer to one question (two facts if they are compared)."""

    facts: tuple[str, ...]
    answer: str


class DutyOut(Answered):
    """A duty as it falls on the bearer, with its day where one can be computed."""

    id: str
    who: str
    do: str
    due: str
    day: date | None = None
    cite: str
    enforcer: str | None = None
    penalty: str | None = None
    private_action: str | None = None
    note: str | None = None


class ExceptionOut(Answered):
    """An exception that holds or may hold."""

    id: str
    say: str
    cite: str
    burden: str


class NearMiss(Answered):
    """One fact that, if it were otherwise, would change a "does not apply"."""

    fact: str
    now: Any
    answer: str
    status: Status
    matters: tuple[str, ...]


class Finding(Answered):
    """What one provision says of some matters.

    Attributes:
        status: The answer for these matters.
        reason: Why it is not in force, if it is not.
        would: The status it would have if it were in force.
        because: The limbs on which the answer rests.
        essential_facts: The facts that settle an open answer; none can be left out.
        shortest_yes: The fewest answers after which it certainly binds.
        shortest_no: The fewest answers after which it certainly does not.
        digest: The fingerprint of the record, so that a footnote can be run again.
        review: Who has checked the record: ``draft``, ``second-reader``, ``lawyer`` …
        expected: Whether a lay reader would expect it to apply.
    """

    instrument: str
    provision: str
    short: str
    title: str
    pinpoint: str
    citation: str
    jurisdiction: str
    level: Level
    dimension: Dimension
    area: str
    kind: InstrumentKind
    modality: Modality
    summary: str
    status: Status
    reason: Force | None
    would: Status | None
    in_force_from: date | None
    in_force_to: date | None
    matters: tuple[str, ...]
    because: tuple[Limb, ...]
    exceptions: tuple[ExceptionOut, ...]
    essential_facts: tuple[str, ...]
    shortest_yes: tuple[Reply, ...] | None
    shortest_no: tuple[Reply, ...] | None
    near_misses: tuple[NearMiss, ...] = ()
    duties: tuple[DutyOut, ...]
    confidence: Confidence
    verify: tuple[str, ...]
    review: str
    digest: str
    expected: bool
    sources: tuple[str, ...]


class QuestionOut(Answered):
    """A question: to a person about a fact, or an open question of law.

    Attributes:
        kind: ``fact`` can be answered by the client; ``law`` is open in the law.
        fact: The fact asked for (null where the law itself is the question).
        of: The thing it is asked of, in words.
        at: The place in the undertaking's file where the answer belongs.
        settles: How many open findings × matters an answer would settle, on average.
        bears_on: How many open findings × matters turn on it at all.
        provisions: The provisions concerned.
        taken_as: How the records read an open question of law meanwhile.
        declined: True if somebody was asked already and does not know.
    """

    kind: Literal["fact", "law"]
    fact: str | None
    of: str
    at: tuple[str | int, ...]
    ask: str
    why: str
    settles: float
    bears_on: int
    provisions: tuple[str, ...]
    taken_as: str | None = None
    declined: bool = False


class CalendarEntry(Answered):
    """A day to watch."""

    day: date
    what: str
    instrument: str
    provisions: tuple[str, ...]
    kind: Literal["in_force", "ends", "pause", "duty", "watch"]
    verify: str | None = None


class Weights(Answered):
    """A point in the triangle of powers: weights that sum to 1, and what they count.

    Attributes:
        instruments: How many instruments were counted; 0 means there is no point.
    """

    central: float
    local: float
    market: float
    instruments: int


class Balance(Answered):
    """Who holds the power over the undertaking, overall and per dimension.

    Each instrument with at least one provision that binds counts once, for the level of its
    maker. ``with_possible`` counts those that may apply too.
    """

    overall: Weights
    software: Weights
    hardware: Weights
    infrastructure: Weights
    with_possible: Weights


class SourceOut(Answered):
    """Where a record was read."""

    instrument: str
    id: str
    title: str
    url: str | None
    citation: str | None
    read: date
    confidence: Confidence


class PartyOut(Answered):
    """Somebody who takes part."""

    id: str
    name: str


class UndertakingOut(Answered):
    """What was judged."""

    title: str
    summary: str
    prepared: date | None
    parties: tuple[PartyOut, ...]
    matters: tuple[str, ...]


class Versions(Answered):
    """What gave the answer."""

    technofed: str
    laws: str
    laws_digest: str
    instruments: int
    provisions: int
    schema_: int = 1


class Brief(Answered):
    """A governance brief: who governs an undertaking, by which rules, from when."""

    undertaking: UndertakingOut
    as_of: date
    known: date
    versions: Versions
    balance: Balance
    findings: tuple[Finding, ...]
    questions: tuple[QuestionOut, ...]
    calendar: tuple[CalendarEntry, ...]
    sources: tuple[SourceOut, ...]
