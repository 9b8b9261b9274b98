"""What every mechanism has in common: its name, its answer, the table it reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from technofed.atlas.shelf import Atlas
from technofed.law.atlas import Table

Undetermined = Literal["undetermined"]
UNDETERMINED: Undetermined = "undetermined"
"""The answer where the article leaves the point open."""


class Answer(BaseModel):
    """The answer of a mechanism: subclasses add what is asked for.

    Attributes:
        because: The reasons, in words.
        pins: Where the article says so.
        undetermined: What the article leaves open, and why; absent if nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    because: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()
    undetermined: str | None = None


Ask = TypeVar("Ask", bound=Callable[..., Answer])


@dataclass(frozen=True)
class Mechanism:
    """A mechanism of the catalogues, as a function of the atlas.

    Attributes:
        ids: Its ids in the catalogues: ``us-m13``, ``cn-m33``.
        name: The name it is asked for by.
        about: What it answers, in one line.
        ask: The function; its keyword arguments are the inputs.
        example: Inputs that show it at work.
    """

    ids: tuple[str, ...]
    name: str
    about: str
    ask: Callable[..., Answer]
    example: Mapping[str, str]

    known: ClassVar[dict[str, "Mechanism"]] = {}


def mechanism(
    *ids: str, name: str, about: str, example: Mapping[str, str] | None = None
) -> Callable[[Ask], Ask]:
    """Make a function a mechanism that faces can list and ask."""

    def enter(ask: Ask) -> Ask:
        Mechanism.known[name] = Mechanism(ids, name, about, ask, example or {})
        return ask

    return enter


def table(atlas: Atlas, name: str) -> Table:
    """One of the article's tables, by the end of its id."""
    found = atlas.record(f"table/{name}")
    if not isinstance(found, Table):  # pragma: no cover (ids say what they are)
        raise TypeError(found.id)
    return found
