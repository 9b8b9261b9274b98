"""Adoptions as a matrix: a policy per row, a place per column, a year in each cell."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from technofed.law.adoptions import AdoptionTable, Place, Policy

Years = NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NEVER = np.int32(9999)
"""The year of what has not happened as far as we know."""


@dataclass(frozen=True)
class Cascades:
    """All cascades of a corpus.

    Attributes:
        policies: One for each row.
        places: One for each column.
        years: First adoptions, ``(policies, places)``; ``NEVER`` where none is known.
        ends: The last observed year of each policy, ``(policies,)``.
    """

    policies: tuple[Policy, ...]
    places: tuple[Place, ...]
    years: Years
    ends: Years

    @classmethod
    def from_table(cls, table: AdoptionTable) -> "Cascades":
        """Lay a table out as a matrix."""
        rows = {policy.id: n for n, policy in enumerate(table.policies)}
        columns = {place.code: n for n, place in enumerate(table.places)}
        years = np.full((len(rows), len(columns)), NEVER, dtype=np.int32)
        for each in table.adoptions:
            years[rows[each.policy], columns[each.place]] = each.year
        ends = np.array([policy.observed_until for policy in table.policies], dtype=np.int32)
        return cls(table.policies, table.places, years, ends)

    @cached_property
    def first(self) -> Years:
        """The year of each policy's first adoption, ``(policies,)``."""
        return np.asarray(self.years.min(axis=1, initial=int(NEVER)), dtype=np.int32)

    @cached_property
    def since(self) -> Years:
        """The first year each place could adopt at all, ``(places,)``."""
        return np.array([place.since for place in self.places], dtype=np.int32)

    @cached_property
    def borders(self) -> Flags:
        """Whether two places are neighbours, ``(places, places)``, symmetric."""
        known = {place.code: n for n, place in enumerate(self.places)}
        touching = np.zeros((len(known), len(known)), dtype=np.bool_)
        for place in self.places:
            for code in place.neighbours:
                if code in known:
                    touching[known[place.code], known[code]] = True
        return touching | touching.T

    def known_before(self, year: int) -> "Cascades":
        """The same corpus as it could be seen before ``year`` began."""
        seen = np.where(self.years < year, self.years, NEVER).astype(np.int32)
        return replace(self, years=seen, ends=np.minimum(self.ends, year - 1).astype(np.int32))

    def choose(self, rows: NDArray[np.intp]) -> "Cascades":
        """Some of the policies, in the order given; a row may be taken more than once."""
        policies = tuple(self.policies[n] for n in rows)
        return replace(self, policies=policies, years=self.years[rows], ends=self.ends[rows])

    def active(self, year: int) -> Flags:
        """Which policies somebody had adopted before ``year`` and were still watched in it."""
        return np.asarray((self.first < year) & (self.ends >= year))

    def at_risk(self, year: int) -> Flags:
        """Which places could adopt which policies in ``year``, ``(policies, places)``.

        A place is at risk if the policy existed before the year, its source still watched, the
        place had not adopted it, and existed. The first adopters are never at risk: before
        them there was no policy. Whether anybody adopts later plays no part.
        """
        waiting = (self.years >= year) & (self.since <= year)
        return np.asarray(waiting & self.active(year)[:, None])
