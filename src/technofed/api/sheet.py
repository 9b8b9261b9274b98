"""One instrument as a lawyer reads and signs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from technofed.api.laws import review_status
from technofed.atlas.casefiles import load_cases, load_reviews
from technofed.atlas.laws import Laws, Loading
from technofed.atlas.store.read import read_cases
from technofed.law.cases import Case, CaseFile, Review, Vouched
from technofed.law.records import Instrument, Node, Unless
from technofed.law.rules import Rule


@dataclass(frozen=True)
class SheetLimb:
    """A limb in plain words, indented by its depth in the tree."""

    depth: int
    words: str
    cite: str
    test: str


@dataclass(frozen=True)
class SheetPart:
    """One provision of a sheet: the record in words, its cases, its review."""

    rule: Rule
    digest: str
    review: str
    limbs: tuple[SheetLimb, ...]
    exceptions: tuple[tuple[Unless, tuple[SheetLimb, ...]], ...]
    cases: tuple[Case, ...]
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class Sheet:
    """An instrument with all its provisions, ready to be read and signed."""

    instrument: Instrument
    parts: tuple[SheetPart, ...]
    given: Mapping[str, Mapping[str, Any]]


def sheet(laws: Laws, id_: str) -> Sheet:
    """Put an instrument on a sheet.

    Raises:
        UnknownIdError: No instrument has this id.
    """
    instrument = laws.instrument(id_)
    vouched = review_status(laws, [instrument.id])
    checks = _cases(laws, instrument.id)
    cases = checks.cases if checks else ()
    given = checks.given if checks else {}
    file = load_reviews(laws, instrument.id)
    reviews = file.reviews if file else ()
    rules = laws.rules_of(instrument.id)
    return Sheet(
        instrument, tuple(_part(rule, vouched[rule.id], cases, reviews) for rule in rules), given
    )


def _cases(laws: Laws, id_: str) -> CaseFile | None:
    if laws.stored:
        return read_cases(laws.folder, id_)
    loaded = load_cases(laws, id_, Loading()) if laws.rules_of(id_) else None
    return loaded[1] if loaded else None


def _part(
    rule: Rule, vouched: Vouched, cases: Sequence[Case], reviews: Sequence[Review]
) -> SheetPart:
    provision, terms = rule.provision, rule.instrument.terms
    return SheetPart(
        rule,
        vouched.digest,
        vouched.status,
        tuple(_limbs(provision.applies_if, terms, 0)),
        tuple((node, tuple(_limbs(node, terms, 0))) for node in provision.unless),
        tuple(case for case in cases if case.provision == provision.id),
        tuple(review for review in reviews if review.provision == provision.id),
    )


_GROUPS = {"all": "all of these:", "any": "at least one of these:", "none": "none of these:"}


def _limbs(node: Node, terms: dict[str, Node], depth: int) -> list[SheetLimb]:
    if node.if_ is not None:
        return [SheetLimb(depth, node.say, node.cite, node.if_)]
    if node.term is not None:
        term = terms[node.term]
        bare = term.model_copy(update={"say": "", "cite": ""})
        said = f"{node.say or term.say or node.term}, that is:"
        named = SheetLimb(depth, said, node.cite or term.cite, "")
        return [named, *_limbs(bare, terms, depth + 1)]
    for name, words in _GROUPS.items():
        parts = getattr(node, name)
        if parts is not None:
            return _group(node, words, parts, terms, depth)
    return _group(node, f"at least {node.at_least} of these:", node.of or (), terms, depth)


def _group(
    node: Node, words: str, parts: Sequence[Node], terms: dict[str, Node], depth: int
) -> list[SheetLimb]:
    """A group with its parts; one of a single part is that part."""
    if len(parts) == 1 and node.none is None:
        return _limbs(parts[0], terms, depth)
    head = f"{node.say}: {words}" if node.say else words
    inner = [limb for part in parts for limb in _limbs(part, terms, depth + 1)]
    return [SheetLimb(depth, head, node.cite, ""), *inner]
