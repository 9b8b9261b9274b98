"""Frames of the debate, and how far what is said stands from what is done.

The article, I.A nn.15-35 and V.A.2 nn.426-428: writers frame the race as a battle of values and
leave out states and firms; both governments keep their lines while practice mixes.
"""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

from technofed.atlas.article.answers import UNDETERMINED, Answer, mechanism, table
from technofed.atlas.article.cells import chosen, number, one, pins_of
from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Row
from technofed.law.words import Level

ACTORS = (Level.CENTRAL, Level.LOCAL, Level.MARKET)


class Framed(Answer):
    """How a statement frames the race.

    Attributes:
        frame: The frame most of its words belong to; ``undetermined`` if none or several do.
        scores: How many words of each frame it uses.
        actors: The actors it speaks of: central, local, market, academia.
        missing: Which of the three powers it leaves out.
        claim: What the frame claims.
        criticism: What the article holds against the frame.
    """

    frame: str
    scores: dict[str, int]
    actors: tuple[str, ...]
    missing: tuple[Level, ...]
    claim: str = ""
    criticism: str = ""


class Gap(BaseModel):
    """One statement beside what is done.

    Attributes:
        id: The row of table/rhetoric.
        statement: What is said.
        measure: What is done.
        rhetoric: From 0 (mixed) to 1 (one ideological line).
        practice: The same of what is done.
        gap: How far they stand apart.
        aspirational: Whether the article calls the line an aspiration.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    statement: str
    measure: str
    rhetoric: float
    practice: float
    gap: float
    aspirational: bool


class Rhetoric(Answer):
    """Rhetoric and practice of a country.

    Attributes:
        gaps: Statement by statement.
        rhetoric: The mean of the official lines.
        practice: The mean of what is done.
        divergence: How far the two means stand apart.
    """

    gaps: tuple[Gap, ...]
    rhetoric: float
    practice: float
    divergence: float


@mechanism(
    "us-m39",
    name="frames",
    about="How a statement frames the AI race, and whom it leaves out",
    example={"statement": "AI is a battle of values between democracy and autocracy."},
)
def frames(atlas: Atlas, *, statement: str) -> Framed:
    """Sort a statement in English by the words it uses.

    A first sorting by table/frame-cues, and no reading: irony and negation are not seen.

    Args:
        atlas: The records.
        statement: The statement.
    """
    cues = table(atlas, "frame-cues")
    heard = {row.id: _heard(row, statement) for row in cues.rows}
    of_frames = {row.id: heard[row.id] for row in cues.rows if one(row, "sort") == "frame"}
    most = max(map(len, of_frames.values()))
    best = [id_ for id_, words in of_frames.items() if most and len(words) == most]
    actors = tuple(row.id for row in cues.rows if one(row, "sort") == "actor" and heard[row.id])
    told = f"the words of {' and '.join(best)} are as many" if best else "no words of any frame"
    row = chosen(table(atlas, "frames"), best[0], where="frame") if len(best) == 1 else None
    return Framed(
        frame=row.id if row else UNDETERMINED,
        scores={id_: len(words) for id_, words in of_frames.items()},
        actors=actors,
        missing=tuple(level for level in ACTORS if level not in actors),
        claim=one(row, "claim") if row else "",
        criticism=one(row, "criticism") if row else "",
        because=tuple(f"{id_}: {', '.join(words)}" for id_, words in heard.items() if words),
        pins=(row.pins if row else ()) or table(atlas, "frames").pins,
        undetermined=None if row else told,
    )


def _heard(row: Row, statement: str) -> tuple[str, ...]:
    """The cues of a row that stand in a statement, at the beginning of a word."""
    text = statement.lower().replace("’", "'")
    return tuple(cue for cue in row.cells["cues"] if re.search(rf"\b{re.escape(cue)}", text))


@mechanism(
    "us-m39",
    "cn-m34",
    name="rhetoric",
    about="How far what a country says of AI stands from what it does",
    example={"country": "CN"},
)
def rhetoric(atlas: Atlas, *, country: Literal["US", "CN"]) -> Rhetoric:
    """Compare official lines and comments with practice (V.A.2 nn.426-428).

    Args:
        atlas: The records.
        country: Whose AI governance is spoken of.
    """
    rows = [row for row in table(atlas, "rhetoric").rows if country in row.cells["country"]]
    gaps = [_gap(row) for row in rows]
    said, done = _mean([each.rhetoric for each in gaps]), _mean([each.practice for each in gaps])
    return Rhetoric(
        gaps=tuple(gaps),
        rhetoric=said,
        practice=done,
        divergence=round(abs(said - done), 3),
        because=tuple(f"{each.statement} – yet {each.measure}" for each in gaps),
        pins=pins_of(*rows),
    )


def _gap(row: Row) -> Gap:
    said, done = number(row, "rhetoric") or 0.0, number(row, "practice") or 0.0
    return Gap(
        id=row.id,
        statement=one(row, "statement"),
        measure=one(row, "measure"),
        rhetoric=said,
        practice=done,
        gap=abs(said - done),
        aspirational=one(row, "aspirational") == "yes",
    )


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 3)
