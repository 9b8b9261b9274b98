"""The life of a bill or another instrument (the article's M26).

Bills: drafted, introduced, passed, signed, in force; or vetoed; or expired with their Congress
(III.C.1(ii) nn.171-175). Guidance is issued and reversed without ever being enacted
(III.C.1 nn.141-145). Requests are asked and answered, or not.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed.atlas.article.answers import Answer, mechanism
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.graph import threads
from technofed.atlas.walk.lifecycle import congress_end, congress_of, stage_on
from technofed.atlas.walk.view import when_of
from technofed.law.history import Event
from technofed.law.moments import Days
from technofed.law.provenance import Stage
from technofed.law.records import Instrument
from technofed.law.words import EventKind, InstrumentKind, RelationKind

Branch = Literal["bill", "guidance", "request", "other"]

_BRANCHES: dict[InstrumentKind, Branch] = {
    InstrumentKind.BILL: "bill",
    InstrumentKind.ACT: "bill",
    InstrumentKind.LAW: "bill",
    InstrumentKind.MODEL_BILL: "bill",
    InstrumentKind.GUIDANCE: "guidance",
    InstrumentKind.PLAN: "guidance",
    InstrumentKind.STRATEGY: "guidance",
    InstrumentKind.POLICY_STATEMENT: "guidance",
    InstrumentKind.EXECUTIVE_ORDER: "guidance",
    InstrumentKind.REQUEST: "request",
    InstrumentKind.LETTER: "request",
}
_DEAD = {Stage.VETOED, Stage.FAILED, Stage.EXPIRED, Stage.REVERSED, Stage.RESCINDED, Stage.ENDED}
_MAKES_LAW = {EventKind.ENACTED, EventKind.SIGNED}
_ENDS = {
    EventKind.VETOED,
    EventKind.FAILED,
    EventKind.REVERSED,
    EventKind.RESCINDED,
    EventKind.REPEALED,
    EventKind.SUPERSEDED,
    EventKind.SUNSET,
}


class Step(BaseModel):
    """One step in the life of an instrument.

    Attributes:
        when: As exact as the source.
        what: What happened.
        by: The act or the body.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: str
    what: EventKind
    by: str


class Life(Answer):
    """Where an instrument stands in its life.

    Attributes:
        branch: Which road it is on: a bill, guidance that is never enacted, a request.
        stage: Where it stands on the day.
        steps: What happened to it so far, and to its provisions, in order of time.
        enacted: Whether it was ever enacted, or signed into law, by then.
        answered: Whether a request has been answered in the records; ``None`` if it is none.
        ended: The day or month it came to its end, if it has.
        by_article: Where it stands as the article states it.
        contradicts_article: Whether the article takes it for alive and it is not.
    """

    branch: Branch
    stage: Stage
    steps: tuple[Step, ...]
    enacted: bool
    answered: bool | None
    ended: str | None
    by_article: Stage | None
    contradicts_article: bool


@mechanism(
    "us-m26",
    name="life",
    about="Where a bill or another instrument stands in its life",
    example={"instrument": "us/s2597-118"},
)
def life(atlas: Atlas, *, instrument: str, days: Days) -> Life:
    """Follow an instrument from its first draft to its end.

    Args:
        atlas: The records.
        instrument: Its id.
        days: The day asked about, and the day of knowledge.

    Raises:
        UnknownIdError: There is no such instrument.
    """
    record = atlas.laws.instrument(instrument)
    stage, events = stage_on(record, days), _events(record, days)
    said = record.status_article.stage if record.status_article else None
    branch = _BRANCHES.get(record.kind, "other")
    wrong = stage in _DEAD and said is not None and said not in _DEAD
    return Life(
        branch=branch,
        stage=stage,
        steps=tuple(Step(when=when_of(each).text, what=each.event, by=each.by) for each in events),
        enacted=any(each.event in _MAKES_LAW for each in events),
        answered=_answered(atlas, record, days) if branch == "request" else None,
        ended=_ended(record, events, stage) if stage in _DEAD else None,
        by_article=said,
        contradicts_article=wrong,
        because=tuple(_reasons(record, stage, wrong)),
        pins=record.pins,
        undetermined="no history and no status" if stage is Stage.UNDETERMINED else None,
    )


def _events(record: Instrument, days: Days) -> list[Event]:
    """Everything known to have happened by the day, each thing once."""
    every = [*record.history, *(each for part in record.provisions for each in part.history)]
    told = [e for e in every if e.known <= days.known and when_of(e).start <= days.as_of]
    once = {(when_of(each).text, each.event): each for each in reversed(told)}
    return sorted(once.values(), key=lambda each: (when_of(each).start, each.known))


def _ended(record: Instrument, events: list[Event], stage: Stage) -> str | None:
    """When it came to its end: with its Congress, or by an event."""
    end = congress_end(record)
    if end and stage is Stage.EXPIRED:
        return end.isoformat()
    ends = [when_of(each).text for each in events if each.event in _ENDS]
    return ends[-1] if ends else None


def _answered(atlas: Atlas, record: Instrument, days: Days) -> bool:
    """Whether something in the records responds to it."""
    return any(
        thread.target == record.id and thread.predicate == RelationKind.RESPONDS_TO
        for thread in threads(atlas, days)
    )


def _reasons(record: Instrument, stage: Stage, wrong: bool) -> list[str]:
    found = [f"{record.short} is {str(stage).replace('_', ' ')}"]
    end = congress_end(record)
    if end and stage is Stage.EXPIRED:
        found.append(
            f"a federal bill that is not enacted expires with its Congress: "
            f"the {congress_of(record)}th ended on {end}"
        )
    if wrong and record.status_article:
        found.append(f"the article says otherwise: {record.status_article.says}")
    return found
