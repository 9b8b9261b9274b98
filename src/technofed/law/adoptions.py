"""Adoptions: which place took up which policy in which year, and who watched until when.

The table that readers hand to engines. Years, not days: the records of diffusion research
are annual, and a day known more exactly is kept by its year.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy that places may adopt.

    Attributes:
        id: Its name in the data.
        source: Who gathered its adoptions.
        observed_until: The last year in which an adoption would have been recorded. It
            belongs to the source, never to the policy: a policy stays at risk until then.
        topic: Its subject, or nothing.
        description: What it does, in words, or nothing.
    """

    id: str
    source: str
    observed_until: int
    topic: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Adoption:
    """One place's first adoption of one policy, in a year."""

    policy: str
    place: str
    year: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may adopt.

    Attributes:
        code: ISO 3166 code, as ``US-NY``.
        name: Its English name.
        abbreviation: The postal one.
        since: The first year in which it could make law of its own.
        neighbours: Codes of the places it shares a border with.
    """

    code: str
    name: str
    abbreviation: str
    since: int
    neighbours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdoptionTable:
    """Adoptions with their policies and places, and what was odd about them.

    Attributes:
        policies: In order of id.
        places: All that could adopt, in order of code; one that never adopts is still at risk.
        adoptions: In order of policy, year and place; a pair occurs once.
        remarks: What was mended, or weakens what can be concluded, in words.
    """

    policies: tuple[Policy, ...]
    places: tuple[Place, ...]
    adoptions: tuple[Adoption, ...]
    remarks: tuple[str, ...] = ()
