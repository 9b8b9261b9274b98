"""Where a record comes from: its sources, what the article says, what was verified since.

What the article says and what is true today are kept side by side; neither overwrites the
other. Pins point into the article: ``III.C.1 nn.142-145`` is a section and its footnotes.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from technofed._base.ids import PART
from technofed.law.history import Day, Event
from technofed.law.words import Confidence

PartId = Annotated[str, Field(pattern=f"^{PART.pattern}$")]
Text = Annotated[str, Field(min_length=1)]

ARTICLE_DAY = date(2025, 10, 7)
"""The latest date inside a footnote of the article: what it says was known by then."""


class Record(BaseModel):
    """A record: immutable, and closed to fields the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Source(Record):
    """Where a record was read, on which day, and how near to the official text."""

    id: PartId
    title: Text
    url: str | None = None
    citation: str | None = None
    read: Day
    confidence: Confidence
    note: str | None = None

    @model_validator(mode="after")
    def _findable(self) -> "Source":
        if not (self.url or self.citation):
            raise ValueError("a source needs a url or a citation")
        return self


class Grade(StrEnum):
    """How the article supports what it says of a thing."""

    BODY = "body"
    FOOTNOTE_ONLY = "footnote_only"
    SOURCE_TITLE_ONLY = "source_title_only"
    INFERRED = "inferred"
    CONTRADICTED = "contradicted"
    """Contradicted by the article itself or by the source it cites."""


class Stage(StrEnum):
    """Where in its life an instrument stands."""

    DRAFTED = "drafted"
    CIRCULATED = "circulated"
    REQUESTED = "requested"
    PROPOSED = "proposed"
    INTRODUCED = "introduced"
    PASSED = "passed"
    SIGNED = "signed"
    ENACTED = "enacted"
    ISSUED = "issued"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    PAUSED = "paused"
    VETOED = "vetoed"
    FAILED = "failed"
    EXPIRED = "expired"
    REVERSED = "reversed"
    RESCINDED = "rescinded"
    ENDED = "ended"
    CURRENT = "current"
    """A practice, form or position in use; it was never enacted."""
    UNDETERMINED = "undetermined"


class StatusArticle(Record):
    """The status as the article states it, never overwritten."""

    says: Text
    stage: Stage = Stage.UNDETERMINED


class StatusVerified(Record):
    """The status found elsewhere, with its source and the day it was looked up."""

    says: Text
    stage: Stage
    day: Day
    source: Source


class Told(Record):
    """What every record of the atlas carries about where it comes from.

    Attributes:
        aliases: Other names and ids, the catalogue's among them.
        pins: Sections and footnotes of the article that speak of it.
        grade: How the article supports it.
        status_article: The status as the article states it.
        status_verified: The status found elsewhere.
        sources: What was read beside the article.
    """

    aliases: tuple[Text, ...] = ()
    pins: tuple[Text, ...] = ()
    grade: Grade | None = None
    status_article: StatusArticle | None = None
    status_verified: StatusVerified | None = None
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _sourced(self) -> "Told":
        if not (self.pins or self.sources):
            raise ValueError("a record needs a source: pins into the article, or sources")
        return self

    @property
    def last_read(self) -> date:
        """The latest day one of its sources was read; the article's day if it has no other."""
        days = [source.read for source in self.sources]
        if self.status_verified:
            days.append(self.status_verified.source.read)
        return max(days, default=ARTICLE_DAY)


def first_known(events: tuple[Event, ...], default: date = ARTICLE_DAY) -> date:
    """The first day anything of a history was known."""
    return min((event.known for event in events), default=default)
