"""Undertakings: who does what with which system, where; and what is not known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from technofed.law.facts import Facts, FactValue, PartialPlace, Subject

Place = tuple[str | int, ...]

SECTIONS = {
    "undertaking",
    "summary",
    "prepared",
    "who",
    "systems",
    "uses",
    "sites",
    "transactions",
    "assume",
}
"""The sections of an undertaking's file."""

SHAPES = {
    Subject.PARTY: {"id", "name", "places", "note"},
    Subject.PRESENCE: {"place", "note"},
    Subject.SYSTEM: {"id", "name", "note"},
    Subject.USE: {"id", "name", "system", "systems", "roles", "places", "note"},
    Subject.LOCAL: {"place", "note"},
    Subject.SITE: {"id", "name", "place", "stages", "note"},
    Subject.STAGE: {"stage", "roles", "note"},
    Subject.TRANSACTION: {"id", "name", "roles", "note"},
    Subject.LAW: set[str](),
}
"""The keys of each kind of entry that are no facts."""

HOMES = {
    Subject.PARTY: "an entry of who",
    Subject.PRESENCE: "places of an entry of who",
    Subject.SYSTEM: "an entry of systems",
    Subject.USE: "an entry of uses",
    Subject.LOCAL: "places of an entry of uses",
    Subject.SITE: "an entry of sites",
    Subject.STAGE: "stages of an entry of sites",
    Subject.TRANSACTION: "an entry of transactions",
    Subject.LAW: "assume",
    Subject.MATTER: "the shape of the file (roles, places, stages)",
}
"""Where the facts of each subject belong, in words."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The facts told of one thing, and where in the file they stand.

    Attributes:
        facts: What is known.
        asked: Facts somebody was asked for and does not know.
        at: The place in the file, so that an answer can be written there.
        name: The thing, in words.
    """

    facts: Facts = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    at: Place = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part, with what is told of it in single places."""

    id: str
    name: str
    bag: Bag
    presences: Mapping[str, Bag]


@dataclass(frozen=True, slots=True)
class System:
    """An AI system or model."""

    id: str
    name: str
    bag: Bag


Roles = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Locale:
    """One place of a use: known, or known only in part."""

    place: str | PartialPlace
    bag: Bag


@dataclass(frozen=True, slots=True)
class Use:
    """A use of one or more systems, by parties in roles, in places."""

    id: str
    name: str
    systems: tuple[str, ...]
    roles: Roles
    bag: Bag
    places: tuple[Locale, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage in the life of a site."""

    stage: str
    roles: Roles
    bag: Bag


@dataclass(frozen=True, slots=True)
class Site:
    """A physical site and its stages."""

    id: str
    name: str
    place: str
    bag: Bag
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Transaction:
    """A deal: an item or a stake, from somebody to somebody."""

    id: str
    name: str
    roles: Roles
    bag: Bag


@dataclass(frozen=True)
class Undertaking:
    """Everything told of an AI undertaking.

    Attributes:
        title: Its name.
        summary: A few sentences for the reader.
        prepared: The day the facts were put together.
        assume: Open questions of law taken as answered.
    """

    title: str
    summary: str
    prepared: date | None
    parties: tuple[Party, ...]
    systems: tuple[System, ...] = ()
    uses: tuple[Use, ...] = ()
    sites: tuple[Site, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    assume: Mapping[str, FactValue] = field(default_factory=dict)
