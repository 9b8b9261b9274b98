"""What the panel means, place by place in plain Python: the columns are tested equal to it.

Slow on purpose. Everything about a year is told from adoptions before it; `fading` says
how the past is weighed. The influence network is left to ``netinf_definition``.
"""

from dataclasses import dataclass
from functools import cache
from math import exp, log, sqrt

from technofed.lab.cascades import NEVER, Cascades
from technofed.lab.design import KIN_FLOOR, KIN_SHRINK, PROFILE_SHRINK, SPREAD_SHRINK
from technofed.lab.history import (
    EARLY,
    FADE,
    FADE_CALENDAR,
    FADE_PACE,
    FADE_RECENT,
    FIRST_PACE,
    SHRINK,
    YOUNG_YEARS,
)
from technofed.lab.kinship import resemblance


@dataclass(frozen=True, eq=False)
class Definition:
    """A corpus, asked one policy, place and year at a time; hashed by identity, for the caches."""

    corpus: Cascades

    def adopted(self, p: int, s: int) -> int:
        """The year in which place s adopted policy p, or ``NEVER``."""
        return int(self.corpus.years[p, s])

    @cache  # noqa: B019 (a definition lives as long as its test)
    def adopters(self, p: int, year: int) -> list[int]:
        """The places that had adopted policy p before a year."""
        return [s for s in self.places if self.adopted(p, s) < year]

    @property
    def places(self) -> range:
        """All places."""
        return range(len(self.corpus.places))

    @property
    def policies(self) -> range:
        """All policies."""
        return range(len(self.corpus.policies))

    @cache  # noqa: B019
    def first(self, p: int) -> int:
        """The year of the first adoption of policy p."""
        return min(self.adopted(p, s) for s in self.places)

    @cache  # noqa: B019
    def at_risk(self, p: int, year: int) -> list[int]:
        """The places that could adopt policy p in a year.

        The policy existed, its source still watched, they existed and had not adopted it.
        """
        if not self.first(p) < year <= self.corpus.policies[p].observed_until:
            return []
        return [
            s
            for s in self.places
            if self.adopted(p, s) >= year and self.corpus.places[s].since <= year
        ]

    def event(self, p: int, s: int, year: int) -> int:
        """Whether a place at risk adopted in a year."""
        return int(s in self.at_risk(p, year) and self.adopted(p, s) == year)

    @cache  # noqa: B019
    def expected(self, p: int, s: int, year: int) -> float:
        """The chance that a place at risk adopts, if all that are at risk are alike."""
        risk = self.at_risk(p, year)
        return sum(self.event(p, each, year) for each in risk) / len(risk) if s in risk else 0.0

    def past(self, year: int) -> range:
        """The years before a year."""
        return range(min(self.first(p) for p in self.policies), year)

    @cache  # noqa: B019
    def observed_and_expected(self, p: int, s: int, year: int, fade: float) -> tuple[float, float]:
        """Adoptions of p by s before a year and the expected ones, fading with age."""
        seen = [(y, fade ** (year - 1 - y)) for y in self.past(year)]
        return (
            sum(weight * self.event(p, s, y) for y, weight in seen),
            sum(weight * self.expected(p, s, y) for y, weight in seen),
        )

    def residual(self, p: int, s: int, year: int) -> float:
        """Adoption of p by s before a year, less what was expected."""
        observed, expected = self.observed_and_expected(p, s, year, 1.0)
        return observed - expected

    def ratio(self, s: int, year: int, fade: float, weights: dict[int, float]) -> float:
        """Log of observed to expected adoptions of a place, over weighted years."""
        observed = expected = SHRINK
        for y in self.past(year):
            weight = fade ** (year - 1 - y) * weights.get(y, 1.0)
            for p in self.policies:
                observed += weight * self.event(p, s, y)
                expected += weight * self.expected(p, s, y)
        return log(observed / expected)

    def innovativeness(self, s: int, year: int) -> float:
        """How much more than others a place has adopted."""
        return self.ratio(s, year, FADE, {})

    def momentum(self, s: int, year: int) -> float:
        """The same of the last few years."""
        return self.ratio(s, year, FADE_RECENT, {})

    def calendar(self, s: int, year: int) -> float:
        """How much more it adopts in years that are odd, or even, like this one."""
        alike = {y: float((year - y) % 2 == 0) for y in self.past(year)}
        return self.ratio(s, year, FADE_CALENDAR, alike) - self.ratio(s, year, FADE_CALENDAR, {})

    def earliness(self, s: int, year: int) -> float:
        """How much more often than others it is among the first ten, in years that had any."""
        observed = expected = SHRINK
        for y in self.past(year):
            for p in self.policies:
                anybody = any(self.event(p, each, y) for each in self.places)
                if anybody and len(self.adopters(p, y)) < EARLY:
                    observed += FADE ** (year - 1 - y) * self.event(p, s, y)
                    expected += FADE ** (year - 1 - y) * self.expected(p, s, y)
        return log(observed / expected)

    def neighbours(self, p: int, s: int, year: int) -> float:
        """The share of its neighbours that have adopted."""
        near = [each for each in self.places if self.corpus.borders[s, each]]
        return sum(each in self.adopters(p, year) for each in near) / max(len(near), 1)

    @cache  # noqa: B019
    def product(self, i: int, j: int, year: int) -> float:
        """What two places did alike: products of residuals, in years when a policy moved."""
        total = 0.0
        for y in self.past(year):
            for p in self.policies:
                if any(self.event(p, s, y) for s in self.places):
                    now_i = self.event(p, i, y) - self.expected(p, i, y)
                    now_j = self.event(p, j, y) - self.expected(p, j, y)
                    till_i, till_j = self.residual(p, i, y + 1), self.residual(p, j, y + 1)
                    fresh = till_i * now_j + till_j * now_i - now_i * now_j
                    total += FADE ** (year - 1 - y) * fresh
        return total

    def similarity(self, p: int, s: int, year: int) -> float:
        """How like the adopters a place is, summed and divided by the root of their number."""
        total = 0.0
        for each in self.adopters(p, year):
            if each != s:
                spread = [sqrt(max(self.product(n, n, year), 0) + 1) for n in (each, s)]
                total += self.product(each, s, year) / (spread[0] * spread[1])
        return total / sqrt(len(self.adopters(p, year)))

    def likeness(self, p: int, q: int, year: int) -> float:
        """How alike two policies spread, if q is the older one; else 0."""
        if not self.first(q) < self.first(p):
            return 0.0
        total = sum(self.own(p, s, year) * self.residual(q, s, year) for s in self.places)
        return total / sqrt(self.weight(q, year))

    def own(self, p: int, s: int, year: int) -> float:
        """Whether a place adopted, first adopters included, less what was expected."""
        return (s in self.adopters(p, year)) - self.observed_and_expected(p, s, year, 1.0)[1]

    def weight(self, p: int, year: int) -> float:
        """Expected adoptions of a policy so far, and a little."""
        return PROFILE_SHRINK + sum(
            self.observed_and_expected(p, s, year, 1.0)[1] for s in self.places
        )

    def lineage(self, p: int, s: int, year: int) -> float:
        """What a place did with older policies, each weighed by how it spread like this one."""
        total = 0.0
        for q in self.policies:
            observed, expected = self.observed_and_expected(q, s, year, FADE)
            total += self.likeness(p, q, year) * (observed - expected)
        return total / sqrt(len(self.adopters(p, year)) + 1)

    def kin(self, s: int, year: int, weights: dict[int, float], shrink: float) -> float:
        """How much more than in general a place adopted of weighted policies."""
        general = self.innovativeness(s, year)
        observed, expected = shrink * exp(general), shrink
        for q, weight in weights.items():
            seen = self.observed_and_expected(q, s, year, FADE)
            observed, expected = observed + weight * seen[0], expected + weight * seen[1]
        return log(observed / expected) - general

    def local(self, p: int, s: int, year: int) -> dict[str, float]:
        """All covariates that differ between places, not yet centred."""
        source = self.corpus.policies[p].source
        same = {q: float(self.corpus.policies[q].source == source) for q in self.policies}
        root = sqrt(self.weight(p, year))
        alike = {q: max(self.likeness(p, q, year) / root, 0.0) ** 2 for q in self.policies}
        words = resemblance(self.corpus.policies)[p]
        both = {q: each * (KIN_FLOOR + float(words[q])) for q, each in alike.items()}
        similarity = self.similarity(p, s, year)
        return {
            "neighbours": self.neighbours(p, s, year),
            "innovativeness": self.innovativeness(s, year),
            "earliness": self.earliness(s, year),
            "momentum": self.momentum(s, year),
            "calendar": self.calendar(s, year),
            "source": self.kin(s, year, same, SHRINK),
            "similarity": similarity,
            "similarity_grown": similarity * log(len(self.adopters(p, year))),
            "lineage": self.lineage(p, s, year),
            "kin": self.kin(s, year, both, KIN_SHRINK),
            "spread_kin": self.kin(s, year, alike, SPREAD_SHRINK),
        }

    def national(self, p: int, year: int) -> dict[str, float]:
        """All covariates of a policy and year."""
        count, waiting = len(self.adopters(p, year)), len(self.at_risk(p, year))
        age = year - self.first(p)
        last = count - len(self.adopters(p, year - 1))
        three = count - len(self.adopters(p, year - 3))
        return {
            "share": count / (count + waiting),
            "share_squared": (count / (count + waiting)) ** 2,
            "adopters": log(count),
            "age_log": log(age),
            "age": age / 10,
            "first_year": float(age == 1),
            "pace_year": log((last + 0.5) / (waiting + last + 5)),
            "pace_three_years": log((three + 0.5) / (min(age, 3) * (waiting + three) + 10)),
            "pace_ever": log((count + 0.5) / (age * (count + waiting) + 10)),
            "quiet_year": float(last == 0),
            "pace_of_all": log(self.pace(year) + 0.005),
        }

    def pace(self, year: int) -> float:
        """The hazard of young policies in the years before, the last weighing most."""
        pace = FIRST_PACE
        for y in self.past(year):
            young = [p for p in self.policies if y - YOUNG_YEARS < self.first(p) < NEVER]
            risk = sum(len(self.at_risk(p, y)) for p in young)
            events = sum(self.event(p, s, y) for p in young for s in self.places)
            pace = FADE_PACE * pace + (1 - FADE_PACE) * events / max(risk, 1)
        return pace
