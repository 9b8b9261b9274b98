"""JSON Schemas, generated from the records: for editors, and for users of the brief."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from technofed.atlas.shelf import KINDS
from technofed.law.brief import Brief
from technofed.law.cases import CaseFile, ReviewFile
from technofed.law.facts import FactSpec, FactType, Subject, Vocabulary
from technofed.law.places import Jurisdiction
from technofed.law.records import Instrument
from technofed.law.undertakings import SECTIONS, SHAPES

Schema = dict[str, Any]
_FILES: Mapping[str, Any] = {
    "brief": Brief,
    "instrument": Instrument,
    "cases": CaseFile,
    "reviews": ReviewFile,
    "facts": dict[str, FactSpec],
    "jurisdictions": list[Jurisdiction],
    **KINDS,
}
NAMES = (*_FILES, "undertaking")


def schema(name: str, vocabulary: Vocabulary) -> Schema:
    """The JSON Schema of a kind of file.

    Args:
        name: One of ``NAMES``.
        vocabulary: The declared facts, from which the undertaking's schema is made.
    """
    if name == "undertaking":
        found = _undertaking(vocabulary)
    else:
        mode = "serialization" if name == "brief" else "validation"
        found = TypeAdapter(_FILES[name]).json_schema(by_alias=True, mode=mode)  # type: ignore[arg-type]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def _undertaking(vocabulary: Vocabulary) -> Schema:
    presence = _list(_entry(vocabulary, Subject.PRESENCE, place=_PLACE))
    locale = _entry(vocabulary, Subject.LOCAL, place=_PLACE, everywhere_in=_PLACE)
    listed = _list({"anyOf": [_PLACE, locale]})
    half = {"type": "object", "properties": {"so_far": listed, "perhaps": listed}}
    stage = _entry(vocabulary, Subject.STAGE, roles=_ROLES)
    site = _entry(vocabulary, Subject.SITE, place=_PLACE, stages=_list(stage))
    use = _entry(vocabulary, Subject.USE, roles=_ROLES, places={"anyOf": [listed, half]})
    sections: Schema = {name: {"type": "string"} for name in sorted(SECTIONS)} | {
        "who": _list(_entry(vocabulary, Subject.PARTY, places=presence)),
        "systems": _list(_entry(vocabulary, Subject.SYSTEM)),
        "uses": _list(use),
        "sites": _list(site),
        "transactions": _list(_entry(vocabulary, Subject.TRANSACTION, roles=_ROLES)),
        "assume": _entry(vocabulary, Subject.LAW),
    }
    return {
        "title": "Undertaking",
        "type": "object",
        "properties": sections,
        "required": ["undertaking", "who"],
        "additionalProperties": False,
        "$defs": {"place": {"enum": sorted(vocabulary.places)}},
    }


_PLACE: Schema = {"$ref": "#/$defs/place"}
_PARTIES: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_ROLES: Schema = {"type": "object", "additionalProperties": _PARTIES}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _entry(vocabulary: Vocabulary, subject: Subject, **more: Schema) -> Schema:
    """An entry: the keys of its shape, and every fact that is told of it."""
    own: Schema = {name: {} for name in sorted(SHAPES[subject])} | more
    facts = {name: _value(spec) for name, spec in vocabulary.items() if spec.subject is subject}
    return {"type": "object", "properties": own | facts, "additionalProperties": False}


def _value(spec: FactSpec) -> Schema:
    unknown: Schema = {"const": "unknown"}
    listed = {"type": "array", "items": {"enum": [*spec.values]}}
    half = {"type": "object", "properties": {"so_far": listed, "perhaps": listed}}
    shapes: dict[FactType, list[Schema]] = {
        FactType.BOOL: [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}],
        FactType.NUMBER: [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": "^[0-9]"},
        ],
        FactType.DATE: [{"type": "string", "format": "date"}],
        FactType.ENUM: [{"enum": [*spec.values]}],
        FactType.SET: [listed, half],
        FactType.PLACE: [_PLACE],
    }
    return {"description": f"{spec.ask} {spec.definition}", "anyOf": [*shapes[spec.type], unknown]}
