"""Matters: the units of judgement. One use of one system in one place by one role, and its kin."""

from collections.abc import Iterator
from dataclasses import dataclass

from technofed.law.facts import FactValue, PartialPlace, Subject
from technofed.law.places import lies_within
from technofed.law.undertakings import Bag, Locale, Party, Roles, Undertaking, Use
from technofed.law.words import Concerns


@dataclass(frozen=True)
class Matter:
    """One thing to be judged.

    Attributes:
        id: Sayable and unique: ``screening/ranker/US-CO/deployer:acme``.
        kind: Use, site, transaction or entity.
        facts: All facts that are known of it, from every bag it draws on.
        bags: The bags, by whose facts they hold; tells where an answer belongs.
    """

    id: str
    kind: Concerns
    facts: dict[str, FactValue]
    bags: dict[Subject, Bag]

    def asked(self, fact: str, subject: Subject) -> bool:
        """Whether somebody was asked for a fact and does not know it."""
        return fact in self.bags[subject].asked if subject in self.bags else False


def build_matters(undertaking: Undertaking) -> list[Matter]:
    """All matters of an undertaking, in the order of the file."""
    return [
        *_use_matters(undertaking),
        *_site_matters(undertaking),
        *_transaction_matters(undertaking),
        *_entity_matters(undertaking),
    ]


def _use_matters(undertaking: Undertaking) -> Iterator[Matter]:
    systems = {system.id: system for system in undertaking.systems}
    for use in undertaking.uses:
        for system_id in use.systems:
            for locale in use.places:
                for role, party in _holders(undertaking, use.roles):
                    where = _place_name(locale.place)
                    bags = {
                        Subject.PARTY: party.bag,
                        Subject.PRESENCE: _presence(party, locale.place),
                        Subject.SYSTEM: systems[system_id].bag,
                        Subject.USE: use.bag,
                        Subject.LOCAL: locale.bag,
                    }
                    name = f"{use.id}/{system_id}/{where}/{role}:{party.id}"
                    given: dict[str, FactValue] = {"role": role, "place": _told(locale, use)}
                    yield _matter(undertaking, name, Concerns.USE, bags, given)


def _site_matters(undertaking: Undertaking) -> Iterator[Matter]:
    for site in undertaking.sites:
        for stage in site.stages:
            for role, party in _holders(undertaking, stage.roles):
                bags = {
                    Subject.PARTY: party.bag,
                    Subject.PRESENCE: _presence(party, site.place),
                    Subject.SITE: site.bag,
                    Subject.STAGE: stage.bag,
                }
                name = f"{site.id}/{stage.stage}/{site.place}/{role}:{party.id}"
                given: dict[str, FactValue] = {"role": role, "place": site.place}
                given["stage"] = stage.stage
                yield _matter(undertaking, name, Concerns.SITE, bags, given)


def _transaction_matters(undertaking: Undertaking) -> Iterator[Matter]:
    for deal in undertaking.transactions:
        for role, party in _holders(undertaking, deal.roles):
            bags = {Subject.PARTY: party.bag, Subject.TRANSACTION: deal.bag}
            name = f"{deal.id}/{role}:{party.id}"
            yield _matter(undertaking, name, Concerns.TRANSACTION, bags, {"role": role})


def _entity_matters(undertaking: Undertaking) -> Iterator[Matter]:
    for party in undertaking.parties:
        given: dict[str, FactValue] = {"role": "entity"}
        if "organised_in" in party.bag.facts:
            given["place"] = party.bag.facts["organised_in"]
        bags = {Subject.PARTY: party.bag}
        yield _matter(undertaking, f"entity:{party.id}", Concerns.ENTITY, bags, given)


def _matter(
    undertaking: Undertaking,
    name: str,
    kind: Concerns,
    bags: dict[Subject, Bag],
    given: dict[str, FactValue],
) -> Matter:
    facts: dict[str, FactValue] = dict(undertaking.assume)
    for bag in bags.values():
        facts |= bag.facts
    return Matter(name, kind, facts | given, bags)


def _holders(undertaking: Undertaking, roles: Roles) -> Iterator[tuple[str, Party]]:
    parties = {party.id: party for party in undertaking.parties}
    for role, named in roles.items():
        yield from ((role, parties[party]) for party in named)


def _presence(party: Party, place: str | PartialPlace) -> Bag:
    if not isinstance(place, str):
        return Bag(name=f"{party.name}, in a further place")
    if place in party.presences:
        return party.presences[place]
    return Bag(at=(*party.bag.at, "places", "+", place), name=f"{party.name} in {place}")


def _told(locale: Locale, use: Use) -> str | PartialPlace:
    """The place of a matter: where the use names parts of it too, the rest of it."""
    if not isinstance(locale.place, str):
        return locale.place
    codes = [other.place for other in use.places if isinstance(other.place, str)]
    parts = [code for code in codes if code != locale.place and lies_within(code, locale.place)]
    if not parts:
        return locale.place
    return PartialPlace(inside=locale.place, outside=frozenset(parts))


def _place_name(place: str | PartialPlace) -> str:
    if isinstance(place, str):
        return place
    if place.among is None:
        return "elsewhere?"
    return "or".join(sorted(code for code in place.among if code)) + "?"
