"""The records of the atlas beside instruments: actors, events, statistics, relations and more.

They mirror the files in ``docs/reference/atlas-files.md`` field by field.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from technofed._base.ids import ENTRY
from technofed.law.history import Day, Event
from technofed.law.moments import When
from technofed.law.provenance import ARTICLE_DAY, PartId, Record, Text, Told
from technofed.law.words import Dimension, RelationKind

EntryId = Annotated[str, Field(pattern=f"^{ENTRY.pattern}$")]


class Power(StrEnum):
    """The kind of power an actor holds (the article, I.B, and its triple helix, V.A)."""

    CENTRAL = "central"
    LOCAL = "local"
    MARKET = "market"
    PARTY = "party"
    ACADEMIA = "academia"


class ActorKind(StrEnum):
    """What sort of body or person an actor is."""

    LEGISLATURE = "legislature"
    COMMITTEE = "committee"
    EXECUTIVE = "executive"
    MINISTRY = "ministry"
    AGENCY = "agency"
    COURT = "court"
    LAW_OFFICER = "law_officer"
    LOCAL_GOVERNMENT = "local_government"
    ZONE = "zone"
    EXCHANGE = "exchange"
    PARTY_ORGAN = "party_organ"
    MILITARY = "military"
    STATE_OWNED_FIRM = "state_owned_firm"
    FIRM = "firm"
    PLATFORM = "platform"
    ASSOCIATION = "association"
    COALITION = "coalition"
    UNIVERSITY = "university"
    RESEARCH_BODY = "research_body"
    MEDIA = "media"
    PERSON = "person"
    JURISDICTION = "jurisdiction"
    CLASS = "class"
    """A class of actors the article does not tell apart, such as *programmers*."""


class Entry(Told):
    """What actors, events, statistics, artefacts, tables and open points have in common.

    Attributes:
        id: Kind, place and name, as in ``actor/us/congress``.
        title: Its English name, or the matter in a few words.
        title_zh: Its Chinese name, where there is one.
        summary: What it is or says, in our own words.
        known: The day from which it was public knowledge, if the record must say so.
    """

    id: EntryId
    title: Text
    title_zh: Text | None = None
    summary: Text
    known: Day | None = None

    @property
    def known_from(self) -> date:
        """The first day of knowledge on which an answer may use the record."""
        return self.known or ARTICLE_DAY


class Actor(Entry):
    """A body, firm, person or class of them that makes, uses or resists AI law."""

    kind: ActorKind
    power: Power
    also_powers: tuple[Power, ...] = ()
    jurisdiction: str
    parent: EntryId | None = None
    history: tuple[Event, ...] = ()

    @property
    def known_from(self) -> date:
        """Actors are known before their acts: from the first event of their history, if any."""
        return self.known or min((event.known for event in self.history), default=date.min)


class Artefact(Entry):
    """A thing rather than a norm or a person: a model, a chip class, a database, a process."""

    kind: Text
    owner: Text | None = None


def _seen(record: Told, when: When | None) -> date:
    """The day by which a dated thing can have been known: the end of its first date.

    What rests on the article alone was known by the article's day at the latest.
    """
    if when is None:
        return ARTICLE_DAY
    first = when.text.partition("/")[0]
    end = type(when).parse(first).last if first != ".." else when.last
    return end if record.sources else min(end, ARTICLE_DAY)


class Happening(Entry):
    """A dated event."""

    when: When
    jurisdiction: str
    dimension: Dimension = Dimension.CROSS
    about: tuple[str, ...] = ()

    @property
    def known_from(self) -> date:
        """The end of the date as far as it is given, so that no answer peeks ahead."""
        return self.known or _seen(self, self.when)


class Operator(StrEnum):
    """How a number stands to the truth."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


class Statistic(Entry):
    """A number the field quotes, with what it counts and what it must not be compared with.

    Attributes:
        value: The number; absent where the source gives only words or several numbers.
        high: The upper end, where the source gives a range.
        unit: What it counts.
        operator: Whether it is exact, a floor, a ceiling or a round figure.
        when: The day or period it speaks of.
        base: The population it is a share or a count of.
        caution: What a reader must know before using it.
        not_comparable_with: Statistics that look alike but have another base or source.
        about: Records it speaks of.
        jurisdiction: The place it describes.
    """

    value: float | None = None
    high: float | None = None
    unit: Text
    operator: Operator = Operator.EQUAL
    when: When | None = None
    base: Text | None = None
    caution: Text | None = None
    not_comparable_with: tuple[EntryId, ...] = ()
    about: tuple[str, ...] = ()
    jurisdiction: str

    @property
    def known_from(self) -> date:
        """As for events."""
        return self.known or _seen(self, self.when)


class Link(Told):
    """A relation between two records: the subject does something to the object."""

    id: EntryId
    subject: str
    predicate: RelationKind
    object: str
    when: When | None = None
    until: When | None = None
    known: Day | None = None
    qualifier: Text | None = None

    @property
    def known_from(self) -> date:
        """The end of its date, or the article's day."""
        return self.known or _seen(self, self.when)


class Basis(StrEnum):
    """How an open point came to light."""

    ARTICLE = "article"
    OUTSIDE = "outside"
    BOTH = "both"


class OpenPoint(Entry):
    """An ambiguity or conflict, and how the records handle it."""

    basis: Basis
    handling: Text
    about: tuple[str, ...] = ()


class Row(Record):
    """One row of a table: its name, the entries of its cells by column, its own pins."""

    id: PartId
    cells: dict[str, tuple[Text, ...]]
    pins: tuple[Text, ...] = ()


class Table(Entry):
    """A comparison the article makes in rows and columns, such as its Figure 1."""

    columns: tuple[Text, ...]
    rows: tuple[Row, ...]

    @model_validator(mode="after")
    def _square(self) -> "Table":
        for row in self.rows:
            if strange := sorted(set(row.cells) - set(self.columns)):
                raise ValueError(f"row {row.id} has cells in unknown columns {strange}")
        return self

    def cell(self, row: str, column: str) -> tuple[str, ...]:
        """The entries of a cell; empty if there are none."""
        return next(each for each in self.rows if each.id == row).cells.get(column, ())
