"""Threads: from one record to the next, along relations and along everything a record names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from technofed.atlas.shelf import Atlas, references
from technofed.atlas.walk.view import Record, in_view, visible
from technofed.law.atlas import Link
from technofed.law.moments import Days
from technofed.law.provenance import Grade
from technofed.law.records import Instrument


@dataclass(frozen=True, slots=True)
class Thread:
    """One step from a record to another.

    Attributes:
        source: Where it starts.
        predicate: What the source does to the target.
        target: Where it leads.
        record: The record that says so.
        pins: Where the article says so.
        inferred: Whether the article does not say it outright.
    """

    source: str
    predicate: str
    target: str
    record: str
    pins: tuple[str, ...] = ()
    inferred: bool = False


@dataclass
class Web:
    """A part of the atlas as nodes and threads; nodes in the order they were reached."""

    root: str
    nodes: dict[str, Record] = field(default_factory=dict)
    distance: dict[str, int] = field(default_factory=dict)
    threads: list[Thread] = field(default_factory=list)


_PREDICATES: dict[str | int, str] = {"parent": "part_of", "about": "concerns"}
"""What a record does to those it names in a field."""


def threads(atlas: Atlas, days: Days) -> Iterator[Thread]:
    """Every thread in the picture on a pair of days."""
    for record in atlas.records():
        if visible(record, days):
            yield from _threads_of(record)


def _threads_of(record: Record) -> Iterator[Thread]:
    if isinstance(record, Link):
        ends = (record.subject, str(record.predicate), record.object)
        yield Thread(*ends, record.id, record.pins, record.grade is Grade.INFERRED)
    elif isinstance(record, Instrument):
        for relation in record.relations:
            yield Thread(record.id, str(relation.kind), relation.to, record.id)
    for (name, *_), id_ in references(record):
        if name == "issuers":
            yield Thread(id_, "issued", record.id, record.id, record.pins)
        elif name in _PREDICATES:
            yield Thread(record.id, _PREDICATES[name], id_, record.id, record.pins)


class Fabric:
    """Every thread in the picture on a pair of days, found from either end."""

    def __init__(self, atlas: Atlas, days: Days) -> None:
        seen = {record.id for record in in_view(atlas.records(), days)}
        self.atlas = atlas
        self.at: dict[str, list[Thread]] = {}
        for thread in dict.fromkeys(threads(atlas, days)):
            if thread.source in seen and thread.target in seen:
                for end in {thread.source, thread.target}:
                    self.at.setdefault(end, []).append(thread)

    def web(self, id_: str, depth: int) -> Web:
        """Everything within ``depth`` steps of a record, against or along the threads.

        Raises:
            UnknownIdError: There is no such record.
        """
        root = self.atlas.record(id_)
        found = Web(root.id, {root.id: root}, {root.id: 0})
        edge = {root.id}
        for step in range(1, depth + 1):
            touched = [thread for id_ in edge for thread in self.at.get(id_, ())]
            ends = {end for thread in touched for end in (thread.source, thread.target)}
            edge = ends - set(found.nodes)
            for end in sorted(edge):
                found.nodes[end], found.distance[end] = self.atlas.record(end), step
        inside = (thread for id_ in found.nodes for thread in self.at.get(id_, ()))
        found.threads = [
            thread
            for thread in dict.fromkeys(inside)
            if thread.source in found.nodes and thread.target in found.nodes
        ]
        return found
