"""Facts: the closed vocabulary of what may be said of an undertaking, and its values.

A fact that nobody has given is simply absent, and so *unknown*; it never becomes no or 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import Any

from pydantic import BaseModel, ConfigDict

from technofed._base.dates import parse_day
from technofed._base.text import did_you_mean


class Subject(StrEnum):
    """Of whom a fact is told."""

    MATTER = "matter"
    PARTY = "party"
    PRESENCE = "presence"
    SYSTEM = "system"
    USE = "use"
    LOCAL = "local"
    SITE = "site"
    STAGE = "stage"
    TRANSACTION = "transaction"
    LAW = "law"


class FactType(StrEnum):
    """What sort of value a fact takes."""

    BOOL = "bool"
    NUMBER = "number"
    DATE = "date"
    ENUM = "enum"
    SET = "set"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class PartialSet:
    """A set of which we know some members for certain (``must``) and the limit (``may``).

    ``may=None`` means that anything else could be in it too. A set wholly known has
    ``must == may``.
    """

    must: frozenset[str]
    may: frozenset[str] | None

    def contains(self, member: str) -> bool | None:
        """Whether ``member`` is in the set: yes, no, or not known."""
        if member in self.must:
            return True
        return None if self.may is None or member in self.may else False


@dataclass(frozen=True, slots=True)
class PartialPlace:
    """A place not known exactly: within ``inside``, in none of ``outside``, in one of ``among``.

    Each limit counts only where it is given. ``among`` may hold the empty text: then there
    may be no such place at all.
    """

    inside: str = ""
    outside: frozenset[str] = frozenset()
    among: frozenset[str] | None = None


FactValue = bool | int | float | date | str | PartialSet | PartialPlace
Facts = Mapping[str, FactValue]


class Unknown:
    """The value of a fact somebody was asked for and does not know."""

    def __repr__(self) -> str:
        """As it is written in files."""
        return "unknown"


UNKNOWN = Unknown()


WHOLE_UNITS = frozenset({"persons", "persons or households", "holders", "investors", "days"})
"""Units that are counted, not measured."""


class FactSpec(BaseModel):
    """What one fact means and how to ask for it.

    Attributes:
        subject: Of whom it is told.
        type: What sort of value it takes.
        unit: The unit of a number.
        values: The allowed values of an enum or set, each with its meaning.
        ask: The question to put to a person, in plain words.
        definition: What exactly is meant, and what counts.
        fixed: Whether it says what a thing *is*, so that no near miss bends it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: Subject
    type: FactType
    unit: str | None = None
    values: dict[str, str] = {}
    ask: str
    definition: str
    fixed: bool = False

    @property
    def whole(self) -> bool:
        """Whether a number of it is always a whole one: nobody employs 49.5 persons."""
        return self.unit in WHOLE_UNITS


class Vocabulary(dict[str, FactSpec]):
    """All declared facts by name, with the places there are."""

    def __init__(self, specs: Mapping[str, FactSpec], places: Iterable[str]) -> None:
        super().__init__(specs)
        self.places = frozenset(places)

    def typed(self, name: str, raw: Any) -> FactValue | Unknown:
        """Read the value of a fact as it stands in a file, where every scalar is text.

        Raises:
            ValueError: The text is no such value; the message says what would be.
        """
        spec = self[name]
        if raw == "unknown":
            return UNKNOWN
        if spec.type is FactType.SET:
            return self._set(spec, raw)
        if not isinstance(raw, str):
            raise ValueError(f"{name} takes one {spec.type}, not a list or a mapping")  # noqa: TRY004
        match spec.type:
            case FactType.BOOL:
                return _bool(raw)
            case FactType.NUMBER:
                return _number(raw)
            case FactType.DATE:
                return parse_day(raw)
            case FactType.ENUM:
                return _one_of(raw, spec.values)
        return self.place(raw)

    def place(self, raw: str) -> str:
        """Read the code of a jurisdiction.

        Raises:
            ValueError: No jurisdiction has this code.
        """
        if raw in self.places:
            return raw
        hint = did_you_mean(raw, self.places) or "codes look like US-CO, US-NY/nyc, CN-SH, NL"
        raise ValueError(f"no jurisdiction has the code “{raw}”; {hint}")

    def _set(self, spec: FactSpec, raw: Any) -> PartialSet:
        if isinstance(raw, str):
            raise ValueError(  # noqa: TRY004 (a wrong value in a file, not in the program)
                "a set is written [a, b], or {so_far: [a], perhaps: [b]}"
            )
        if isinstance(raw, list):
            members = frozenset(_one_of(item, spec.values) for item in raw)
            return PartialSet(members, members)
        if strange := sorted(set(raw) - {"so_far", "perhaps"}):
            raise ValueError(f"a half-known set has so_far and perhaps, not {strange[0]}")
        for key, part in raw.items():
            if not isinstance(part, list):
                raise ValueError(f"{key} is a list: write {key}: [a, b]")  # noqa: TRY004
        must = frozenset(_one_of(item, spec.values) for item in raw.get("so_far", []))
        if "perhaps" not in raw:
            return PartialSet(must, None)
        return PartialSet(must, must | {_one_of(item, spec.values) for item in raw["perhaps"]})


def _bool(raw: str) -> bool:
    words = {"yes": True, "true": True, "no": False, "false": False}
    if raw.lower() not in words:
        raise ValueError(f"expected yes, no or unknown, not “{raw}”")
    return words[raw.lower()]


def _number(raw: str) -> int | float:
    try:
        number = float(raw.replace("_", ""))
    except ValueError:
        raise ValueError(f"“{raw}” is not a number (write 1200, 0.5, 3e26 or unknown)") from None
    if not isfinite(number) or number < 0:
        raise ValueError(f"{raw}: a number must be finite and not negative")
    return int(number) if number.is_integer() and number < 2**53 else number


def _one_of(raw: Any, allowed: Mapping[str, str]) -> str:
    if isinstance(raw, str) and raw in allowed:
        return raw
    hint = did_you_mean(str(raw), allowed)
    raise ValueError(f"“{raw}” is not one of {', '.join(allowed)}" + (f"; {hint}" if hint else ""))
