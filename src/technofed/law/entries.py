"""The entries of an undertaking's file: facts, ids and places, with every fault noted."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from technofed._base.dates import parse_day
from technofed._base.errors import Fault
from technofed._base.text import did_you_mean
from technofed.law.facts import FactValue, Subject, Unknown, Vocabulary
from technofed.law.undertakings import HOMES, SHAPES, Bag, Place

_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")


class Entries:
    """Reads the parts every section is made of; notes faults and goes on.

    Args:
        where: Names the file, line and field of a place in the file.
        vocabulary: The declared facts.
    """

    def __init__(self, where: Callable[[Place], str], vocabulary: Vocabulary) -> None:
        self.where, self.vocabulary = where, vocabulary
        self.faults: list[Fault] = []

    def bag(self, entry: Mapping[str, Any], at: Place, subject: Subject, name: str = "") -> Bag:
        """Read the facts of an entry; every other key must be part of its shape."""
        facts: dict[str, FactValue] = {}
        asked = set()
        for key in entry:
            if key in SHAPES[subject]:
                continue
            value = self.fact(key, entry[key], (*at, key), subject)
            if isinstance(value, Unknown):
                asked.add(key)
            elif value is not None:
                facts[key] = value
        title = name or str(entry.get("name") or entry.get("id", ""))
        return Bag(facts, frozenset(asked), at, title)

    def fact(self, key: str, raw: Any, at: Place, subject: Subject) -> FactValue | Unknown | None:
        """Read one fact, or note what is wrong with it."""
        if key not in self.vocabulary:
            near = [name for name, spec in self.vocabulary.items() if spec.subject is subject]
            hint = did_you_mean(key, near) or did_you_mean(key, self.vocabulary)
            self.fault(at, f"no fact is called {key}", hint)
            return None
        home = self.vocabulary[key].subject
        if home is not subject:
            self.fault(at, f"{key} is a fact of a {home}", f"it belongs in {HOMES[home]}")
            return None
        try:
            return self.vocabulary.typed(key, raw)
        except ValueError as error:
            self.fault(at, str(error))
            return None

    def entries(
        self, parent: Mapping[str, Any], at: Place
    ) -> Iterator[tuple[dict[str, Any], Place]]:
        """The entries of a list of mappings, each with its place."""
        raw = parent.get(str(at[-1]), [])
        if not isinstance(raw, list):
            self.fault(at, f"{at[-1]} is a list; start each entry with a dash")
            return
        for n, item in enumerate(raw):
            short = {"place": item} if isinstance(item, str) and at[-1] == "places" else item
            yield self.mapping(short, (*at, n)), (*at, n)

    def mapping(self, raw: Any, at: Place) -> dict[str, Any]:
        """A mapping, or nothing and a fault."""
        if isinstance(raw, dict):
            return raw
        self.fault(at, "key: value lines were expected here")
        return {}

    def id(self, entry: Mapping[str, Any], at: Place) -> str:
        """The id of an entry."""
        found = entry.get("id", "")
        if not isinstance(found, str) or not _ID.fullmatch(found):
            self.fault(at, "the entry needs an id of letters, digits, dots, dashes or underscores")
        return str(found)

    def names(self, raw: Any, at: Place, known: Collection[str], what: str) -> tuple[str, ...]:
        """One or more ids of declared entries, each named once."""
        found: list[str] = []
        for item in raw if isinstance(raw, list) else [raw]:
            if not isinstance(item, str):
                self.fault(at, f"the id of a {what} was expected")
            elif item in found:
                self.fault(at, f"the {what} {item} is named twice")
            elif item not in known:
                hint = did_you_mean(item, known) or f"declare the {what} first"
                self.fault(at, f"no {what} has the id {item}; {hint}")
            else:
                found.append(item)
        if raw == []:
            self.fault(at, f"name at least one {what}")
        return tuple(found)

    def each_once(self, names: Sequence[str], at: Place, what: str) -> None:
        """Note names that stand twice in a list."""
        for n, name in enumerate(names):
            if name and name in names[:n]:
                self.fault((*at, n), f"{what} {name} stands here twice")

    def code(self, raw: Any, at: Place) -> str:
        """The code of a jurisdiction."""
        if raw is None:
            self.fault(at, "the place is missing; write place: <code>")
            return ""
        try:
            return self.vocabulary.place(str(raw))
        except ValueError as error:
            self.fault(at, str(error))
            return ""

    def day(self, entry: Mapping[str, Any], at: Place) -> date | None:
        """A day, if one is given."""
        if at[-1] not in entry:
            return None
        try:
            return parse_day(str(entry[str(at[-1])]))
        except ValueError as error:
            self.fault(at, str(error))
            return None

    def fault(self, at: Place, what: str, fix: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(self.where(at), what, fix))
