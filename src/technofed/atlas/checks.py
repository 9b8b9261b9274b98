"""What a schema cannot say of a record: its id, its references, its places."""

from collections.abc import Container, Iterator

from technofed._base.text import did_you_mean
from technofed.atlas.files import Place
from technofed.law.facts import FactType, Vocabulary
from technofed.law.records import Instrument
from technofed.law.rules import Rule, unused_parameters

Found = Iterator[tuple[Place, str]]


def check_record(
    instrument: Instrument, rules: list[Rule], folder: str, vocabulary: Vocabulary
) -> Found:
    """Find what is wrong with an instrument beyond its schema.

    Args:
        instrument: The record.
        rules: Its provisions, read.
        folder: The folder it was read from, relative to ``records/``.
        vocabulary: The declared facts and places.

    Returns:
        Place in the file and message of every fault.
    """
    if instrument.id != folder:
        yield ("id",), f"the id must be the folder's name, {folder}"
    if instrument.jurisdiction not in vocabulary.places:
        yield ("jurisdiction",), f"no jurisdiction has the code {instrument.jurisdiction}"
    yield from _check_ids(instrument)
    yield from _check_sources(instrument)
    yield from _check_questions(instrument)
    yield from _check_anchors(instrument, vocabulary)
    for name in sorted(unused_parameters(instrument, rules)):
        yield ("parameters", name), "no condition reads this parameter"


def _check_ids(instrument: Instrument) -> Found:
    ids = [provision.id for provision in instrument.provisions]
    for n, id_ in enumerate(ids):
        if id_ in ids[:n]:
            yield ("provisions", n, "id"), f"two provisions are called {id_}"


def _check_sources(instrument: Instrument) -> Found:
    known = {source.id for source in instrument.sources}
    named: list[tuple[Place, str | None]] = []
    for n, provision in enumerate(instrument.provisions):
        named += [(("provisions", n, "sources"), source) for source in provision.sources]
        named += [
            (("provisions", n, "history", i), event.source)
            for i, event in enumerate(provision.history)
        ]
    named += [(("history", n), event.source) for n, event in enumerate(instrument.history)]
    named += [(("calendar", n), watch.source) for n, watch in enumerate(instrument.calendar)]
    for place, source in named:
        if source and source not in known:
            hint = did_you_mean(source, known)
            yield place, f"no source is called {source}. {hint}".strip()


def _check_anchors(instrument: Instrument, vocabulary: Vocabulary) -> Found:
    for n, provision in enumerate(instrument.provisions):
        for i, duty in enumerate(provision.duties):
            fact = duty.when.anchor_fact if duty.when else None
            if fact and (fact not in vocabulary or vocabulary[fact].type is not FactType.DATE):
                place = ("provisions", n, "duties", i, "when", "anchor_fact")
                yield place, f"{fact} is not a declared date fact"


def check_relations(instrument: Instrument, ids: Container[str]) -> Found:
    """Find relations that lead to an instrument nobody has recorded."""
    for n, relation in enumerate(instrument.relations):
        if relation.to not in ids:
            yield ("relations", n, "to"), f"no instrument has the id {relation.to}"


def _check_questions(instrument: Instrument) -> Found:
    ids = {provision.id for provision in instrument.provisions}
    for n, question in enumerate(instrument.questions):
        for strange in sorted(set(question.provisions) - ids):
            yield ("questions", n, "provisions"), f"no provision is called {strange}"
