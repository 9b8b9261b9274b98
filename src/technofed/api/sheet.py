"""One instrument as a lawyer reads and signs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from technofed.api.laws import review_status
from technofed.atlas.casefiles import load_cases
from technofed.atlas.laws import Laws, Loading
from technofed.law.cases import Case, Vouched
from technofed.law.records import Instrument, Node
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
    exceptions: tuple[tuple[str, tuple[SheetLimb, ...]], ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Sheet:
    """An instrument with all its provisions, ready to be read and signed."""

    instrument: Instrument
    parts: tuple[SheetPart, ...]


def sheet(laws: Laws, id_: str) -> Sheet:
    """Put an instrument on a sheet.

    Raises:
        UnknownIdError: No instrument has this id.
    """
    instrument = laws.instrument(id_)
    reviews = review_status(laws, [id_])
    loaded = load_cases(laws, id_, Loading())
    cases = loaded[1].cases if loaded else ()
    return Sheet(
        instrument,
        tuple(_part(rule, reviews[rule.id], cases) for rule in laws.rules_of(id_)),
    )


def _part(rule: Rule, vouched: Vouched, cases: Sequence[Case]) -> SheetPart:
    provision, terms = rule.provision, rule.instrument.terms
    return SheetPart(
        rule,
        vouched.digest,
        vouched.status,
        tuple(_limbs(provision.applies_if, terms, 0)),
        tuple((node.id, tuple(_limbs(node, terms, 0))) for node in provision.unless),
        tuple(case for case in cases if case.provision == provision.id),
    )


_GROUPS = {"all": "all of these:", "any": "at least one of these:", "none": "none of these:"}


def _limbs(node: Node, terms: dict[str, Node], depth: int) -> list[SheetLimb]:
    if node.if_ is not None:
        return [SheetLimb(depth, node.say, node.cite, node.if_)]
    if node.term is not None:
        term = terms[node.term]
        said = f"{node.say or term.say or node.term}, that is:"
        named = SheetLimb(depth, said, node.cite or term.cite, "")
        return [named, *_limbs(term, terms, depth + 1)]
    for name, words in _GROUPS.items():
        parts = getattr(node, name)
        if parts is not None:
            return _group(node, words, parts, terms, depth)
    return _group(node, f"at least {node.at_least} of these:", node.of or (), terms, depth)


def _group(
    node: Node, words: str, parts: Sequence[Node], terms: dict[str, Node], depth: int
) -> list[SheetLimb]:
    head = f"{node.say}: {words}" if node.say else words
    inner = [limb for part in parts for limb in _limbs(part, terms, depth + 1)]
    return [SheetLimb(depth, head, node.cite, ""), *inner]
