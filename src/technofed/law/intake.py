"""Reads an undertaking from the text of its file, and gathers every fault in it."""

from collections.abc import Callable, Iterator
from typing import Any

from technofed._base.errors import UndertakingError
from technofed._base.text import counted, did_you_mean
from technofed.law.entries import Entries
from technofed.law.facts import PartialPlace, Subject, Vocabulary
from technofed.law.undertakings import (
    SECTIONS,
    Bag,
    Locale,
    Party,
    Place,
    Roles,
    Site,
    Stage,
    System,
    Transaction,
    Undertaking,
    Use,
)


def read_undertaking(
    tree: Any, where: Callable[[Place], str], vocabulary: Vocabulary
) -> Undertaking:
    """Turn the text of a file into an undertaking.

    Args:
        tree: The file's values, every scalar as text.
        where: Names the file, line and field of a place in it.
        vocabulary: The declared facts.

    Raises:
        UndertakingError: Something is wrong; every fault is named.
    """
    reader = _Intake(where, vocabulary)
    undertaking = reader.undertaking(tree)
    if reader.faults:
        raise UndertakingError(
            counted(len(reader.faults), "fault") + " in the undertaking",
            where=where(()),
            fix="see docs/reference/law-files.md, Undertakings, and facts.yaml for the facts",
            faults=dict.fromkeys(reader.faults),
        )
    return undertaking


class _Intake(Entries):
    """Reads one file, section by section."""

    def __init__(self, where: Callable[[Place], str], vocabulary: Vocabulary) -> None:
        super().__init__(where, vocabulary)
        self.party_ids: set[str] = set()
        self.system_ids: set[str] = set()

    def undertaking(self, tree: Any) -> Undertaking:
        """Read the whole file."""
        top = self.mapping(tree, ())
        for key in sorted(set(top) - SECTIONS):
            self.fault((key,), f"no section is called {key}. {did_you_mean(key, SECTIONS)}".strip())
        title = top.get("undertaking", "")
        if not title or not isinstance(title, str):
            self.fault((), "the file does not say `undertaking: <name>`")
        parties = tuple(self.party(*entry) for entry in self.entries(top, ("who",)))
        self.party_ids = {party.id for party in parties}
        systems = tuple(self.system(*entry) for entry in self.entries(top, ("systems",)))
        self.system_ids = {system.id for system in systems}
        for section in ("who", "systems", "uses", "sites", "transactions"):
            listed = [str(entry.get("id", "")) for entry, _ in self.entries(top, (section,))]
            self.each_once(listed, (section,), "the id")
        if not parties:
            self.fault(("who",), "nobody takes part; list at least one party under who")
        return Undertaking(
            str(title),
            str(top.get("summary", "")).strip(),
            self.day(top, ("prepared",)),
            parties,
            systems,
            tuple(self.use(*entry) for entry in self.entries(top, ("uses",))),
            tuple(self.site(*entry) for entry in self.entries(top, ("sites",))),
            tuple(self.transaction(*entry) for entry in self.entries(top, ("transactions",))),
            self.bag(
                self.mapping(top.get("assume", {}), ("assume",)), ("assume",), Subject.LAW
            ).facts,
        )

    def party(self, entry: dict[str, Any], at: Place) -> Party:
        """Read an entry of ``who``."""
        bag = self.bag(entry, at, Subject.PARTY)
        presences: dict[str, Bag] = {}
        for inner, place in self.entries(entry, (*at, "places")):
            code = self.code(inner.get("place"), (*place, "place"))
            if code in presences:
                self.fault(place, f"the place {code} stands here twice")
            presences[code] = self.bag(inner, place, Subject.PRESENCE, f"{bag.name} in {code}")
        return Party(self.id(entry, at), bag.name, bag, presences)

    def system(self, entry: dict[str, Any], at: Place) -> System:
        """Read an entry of ``systems``."""
        bag = self.bag(entry, at, Subject.SYSTEM)
        return System(self.id(entry, at), bag.name, bag)

    def use(self, entry: dict[str, Any], at: Place) -> Use:
        """Read an entry of ``uses``."""
        bag = self.bag(entry, at, Subject.USE)
        if "system" in entry and "systems" in entry:
            self.fault(at, "write either system or systems")
        named = entry.get("systems", entry.get("system", []))
        systems = self.names(named, (*at, "system"), self.system_ids, "system")
        places = tuple(self.places(entry.get("places", []), (*at, "places"), bag.name))
        if not places:
            self.fault(at, "the use has no places; where are the people it affects?")
        coded = [place.place if isinstance(place.place, str) else "" for place in places]
        self.each_once(coded, (*at, "places"), "the place")
        return Use(self.id(entry, at), bag.name, systems, self.roles(entry, at), bag, places)

    def site(self, entry: dict[str, Any], at: Place) -> Site:
        """Read an entry of ``sites``."""
        bag = self.bag(entry, at, Subject.SITE)
        place = self.code(entry.get("place"), (*at, "place"))
        stages = tuple(
            self.stage(*inner, bag.name) for inner in self.entries(entry, (*at, "stages"))
        )
        if not stages:
            self.fault(at, "the site has no stages; write at least one")
        return Site(self.id(entry, at), bag.name, place, bag, stages)

    def stage(self, entry: dict[str, Any], at: Place, site: str) -> Stage:
        """Read a stage of a site."""
        known = self.vocabulary["stage"].values if "stage" in self.vocabulary else {}
        stage = str(entry.get("stage", ""))
        if stage not in known:
            self.fault((*at, "stage"), f"“{stage}” is not one of {', '.join(known)}")
        bag = self.bag(entry, at, Subject.STAGE, f"{site}, {stage}")
        return Stage(stage, self.roles(entry, at), bag)

    def transaction(self, entry: dict[str, Any], at: Place) -> Transaction:
        """Read an entry of ``transactions``."""
        bag = self.bag(entry, at, Subject.TRANSACTION)
        return Transaction(self.id(entry, at), bag.name, self.roles(entry, at), bag)

    def roles(self, entry: dict[str, Any], at: Place) -> Roles:
        """Read ``roles``: role → party or parties."""
        known = self.vocabulary["role"].values if "role" in self.vocabulary else {}
        found: dict[str, tuple[str, ...]] = {}
        for role, named in self.mapping(entry.get("roles", {}), (*at, "roles")).items():
            here = (*at, "roles", role)
            if role not in known:
                self.fault(here, f"no role is called {role}. {did_you_mean(role, known)}".strip())
            found[role] = self.names(named, here, self.party_ids, "party")
        if not found:
            self.fault(at, "nobody has a role here; write roles: {deployer: <party>}")
        return found

    def places(self, raw: Any, at: Place, name: str) -> Iterator[Locale]:
        """Read the places of a use: a list, or a half-known set."""
        if isinstance(raw, dict):
            if strange := sorted(set(raw) - {"so_far", "perhaps"}):
                self.fault(at, f"half-known places have so_far and perhaps, not {strange[0]}")
            certain = list(self.places(raw.get("so_far", []), (*at, "so_far"), name))
            yield from certain
            yield self.open_place(raw, certain, at, name)
            return
        if not isinstance(raw, list):
            self.fault(at, "places is a list: write places: [US-CO, US-NY]")
            return
        for n, item in enumerate(raw):
            yield from self.locale(item, (*at, n), name)

    def open_place(
        self, raw: dict[str, Any], certain: list[Locale], at: Place, name: str
    ) -> Locale:
        """The place that a half-known list of places leaves open."""
        bag = Bag(at=at, name=f"{name}, further places")
        if "perhaps" not in raw:
            outside = frozenset(locale.place for locale in certain if isinstance(locale.place, str))
            return Locale(PartialPlace(outside=outside), bag)
        named = raw["perhaps"] if isinstance(raw["perhaps"], list) else [raw["perhaps"]]
        if not named:
            self.fault(at, "perhaps names no place; leave it out to leave it open")
        codes = {self.code(code, (*at, "perhaps", n)) for n, code in enumerate(named)}
        return Locale(PartialPlace(among=frozenset(codes | {""})), bag)

    def locale(self, item: Any, at: Place, name: str) -> Iterator[Locale]:
        """Read one place of a use, or all places of a country."""
        entry = {"place": item} if isinstance(item, str) else self.mapping(item, at)
        if "everywhere_in" in entry:
            country = self.code(entry["everywhere_in"], (*at, "everywhere_in"))
            rest = {key: value for key, value in entry.items() if key != "everywhere_in"}
            bag = self.bag(rest, at, Subject.LOCAL, name)
            inside = (code for code in self.vocabulary.places if code.startswith(f"{country}-"))
            parts = [code for code in sorted(inside) if "/" not in code]
            if not parts:
                self.fault(at, f"no parts of {country} are recorded; write place: {country}")
            yield from (Locale(code, bag) for code in parts)
            return
        code = self.code(entry.get("place"), at)
        yield Locale(code, self.bag(entry, at, Subject.LOCAL, f"{name} in {code}"))
