"""The records of the law: instruments, provisions, duties, sources.

They mirror the files in ``docs/reference/law-files.md`` field by field; what the
fields mean is said there once. Conditions stand here as written; ``law.rules`` turns
them into something that can be judged.
"""

from datetime import date
from math import isfinite
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from technofed._base.dates import Duration, parse_day
from technofed._base.ids import INSTRUMENT
from technofed._base.text import in_prose
from technofed.law.areas import FIGURE_1_AREAS, OTHER_AREAS
from technofed.law.history import Day, Event
from technofed.law.provenance import PartId, Record, Text, Told
from technofed.law.words import (
    Approach,
    Concerns,
    Confidence,
    Dimension,
    DoctrineKind,
    InstrumentKind,
    Level,
    Modality,
    RelationKind,
)


def _area(raw: str) -> str:
    if raw not in FIGURE_1_AREAS + OTHER_AREAS:
        raise ValueError(f"“{raw}” is not a legal area; see law-files.md, Word lists")
    return raw


def _duration(raw: object) -> object:
    return Duration.parse(raw) if isinstance(raw, str) else raw


def _number_or_day(raw: object) -> object:
    if not isinstance(raw, str):
        return raw
    try:
        number = float(raw.replace("_", ""))
    except ValueError:
        return parse_day(raw)
    if not isfinite(number):
        raise ValueError(f"{raw} is not a finite number")
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


Area = Annotated[str, BeforeValidator(_area)]
Length = Annotated[
    Duration,
    BeforeValidator(_duration),
    PlainSerializer(Duration.iso, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["P30D", "P1Y", "PT72H", "10 working days"]}),
]


class Node(Record):
    """A limb of a condition as written: a group, a leaf, or a defined term."""

    id: PartId | None = None
    cite: str = ""
    say: str = ""
    all: tuple["Node", ...] | None = None
    any: tuple["Node", ...] | None = None
    none: tuple["Node", ...] | None = None
    at_least: Annotated[int, Field(ge=1)] | None = None
    of: tuple["Node", ...] | None = None
    if_: str | None = Field(default=None, alias="if")
    term: str | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> "Node":
        shapes = (self.all, self.any, self.none, self.of, self.if_, self.term)
        if sum(shape is not None for shape in shapes) != 1:
            raise ValueError(
                "a limb has exactly one of: all, any, none, at_least with of, if, term"
            )
        if (self.at_least is None) != (self.of is None):
            raise ValueError("at_least and of go together")
        if any(shape == () for shape in shapes):
            raise ValueError("a group needs at least one part")
        if self.if_ is not None and not (self.cite and self.say):
            raise ValueError("a leaf needs cite (its pinpoint) and say (its meaning)")
        return self


class Unless(Node):
    """A named exception, and who has to show it."""

    id: PartId
    burden: Text


class ParameterValue(Record):
    """The value of a parameter from a day on."""

    from_: Day = Field(alias="from")
    value: Annotated[int | float | date, BeforeValidator(_number_or_day)]
    cite: Text


class ParameterSpec(Record):
    """A number or day the law sets, with its unit and its values over time."""

    unit: str | None = None
    values: tuple[ParameterValue, ...] = Field(min_length=1)

    def value_on(self, day: date) -> int | float | date:
        """The value in force on a day; before the first one, the first."""
        ordered = sorted(self.values, key=lambda value: value.from_)
        passed = [value for value in ordered if value.from_ <= day]
        return (passed[-1] if passed else ordered[0]).value


class When(Record):
    """When a duty is due: by a day, within a time, again and again, or for how long."""

    by: Day | None = None
    within: Length | None = None
    every: Length | None = None
    lasting: Length | None = None
    anchor: str | None = None
    anchor_fact: str | None = None

    def in_words(self) -> str:
        """When a duty is due, in words."""
        timed = (
            ("by", self.by),
            ("within", self.within),
            ("every", self.every),
            ("for", self.lasting),
        )
        said = [f"{word} {value}" for word, value in timed if value]
        return ", ".join([*said, *([self.anchor] if self.anchor else [])])


class Duty(Record):
    """What somebody must, must not or may do, and what follows if not."""

    id: PartId
    who: Text
    do: Text
    cite: Text
    when: When | None = None
    enforcer: str | None = None
    penalty: str | None = None
    private_action: Literal["yes", "no", "limited", "open"] | None = None
    note: str | None = None


class Provision(Record):
    """One operative rule: the smallest unit that has its own condition."""

    id: PartId
    title: Text
    pinpoint: Text
    concerns: Concerns
    modality: Modality
    summary: Text
    applies_if: Node
    unless: tuple[Unless, ...] = ()
    duties: tuple[Duty, ...] = ()
    history: tuple[Event, ...] = ()
    sources: tuple[str, ...] = Field(min_length=1)
    confidence: Confidence
    verify: str | None = None
    expected: bool = False


class Question(Record):
    """A point the text leaves open, and how the record reads it meanwhile."""

    id: PartId
    ask: Text
    why: Text
    taken_as: str | None = None
    provisions: tuple[str, ...] = ()
    fact: str | None = None


class Relation(Record):
    """How this instrument bears on another."""

    kind: RelationKind
    to: str
    cite: str = ""
    note: str | None = None


class Doctrine(Record):
    """How the instrument stands to other law."""

    kind: DoctrineKind
    note: str | None = None


class Watch(Record):
    """A day to watch that is no event of the law itself.

    Without ``known`` it counts as known from the day its instrument was last read.
    """

    day: Day
    what: Text
    known: Day | None = None
    cite: str = ""
    source: str | None = None
    verify: str | None = None


class Instrument(Told):
    """Any document or body of norms that makes, guides or proposes rules.

    With provisions it is coded law that can be applied; without, it is a record to look
    up. A class (``collective``) stands for many documents the article does not tell apart.
    """

    id: Annotated[str, Field(pattern=f"^{INSTRUMENT.pattern}$")]
    title: Text
    title_zh: str | None = None
    short: Text
    jurisdiction: str
    level: Level
    also_levels: tuple[Level, ...] = ()
    dimension: Dimension
    also_dimensions: tuple[Dimension, ...] = ()
    area: Area
    also_areas: tuple[Area, ...] = ()
    approach: Approach | None = None
    kind: InstrumentKind
    collective: bool = False
    named: bool = True
    issuers: tuple[Text, ...] = ()
    citation: Text | None = None
    summary: Text
    doctrine: Doctrine | None = None
    history: tuple[Event, ...] = ()
    parameters: dict[str, ParameterSpec] = Field(default_factory=dict)
    terms: dict[str, Node] = Field(default_factory=dict)
    provisions: tuple[Provision, ...] = ()
    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    calendar: tuple[Watch, ...] = ()

    @model_validator(mode="after")
    def _coded(self) -> "Instrument":
        wanted = {
            "sources": self.sources,
            "history": self.history,
            "approach": self.approach,
            "citation": self.citation,
        }
        missing = [name for name, value in wanted.items() if not value]
        if self.provisions and missing:
            raise ValueError(f"an instrument with provisions needs {in_prose(missing)}")
        if self.provisions and self.dimension is Dimension.CROSS:
            raise ValueError("an instrument with provisions has one dimension, not cross")
        return self

    def events_of(self, provision: Provision) -> tuple[Event, ...]:
        """The events that decide a provision's dates: the instrument's and its own."""
        return self.history + provision.history
