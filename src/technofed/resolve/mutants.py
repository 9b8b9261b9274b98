"""Mutants: every small slip in a record, to see whether some case would notice.

A case file is good enough when no small slip in the data would pass: a threshold off by
one, a date off by a day, an *and* read as an *or*, a limb or an exception forgotten, a
comparison turned.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from technofed.law.facts import Vocabulary
from technofed.law.records import Instrument
from technofed.law.rules import Rule, RuleReader
from technofed.resolve.casework import Posed, mismatch

DAY = timedelta(days=1)
LARGE = 10**9
_SWAPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
_COMPARISON = re.compile(r"(<=|>=|==|!=|<|>)")
_NUMBER = re.compile(r"(?<![\w.'])(\d[\d_.]*(?:e[+-]?\d+)?)(?![\w'])")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_GROUPS = {"all": "any", "any": "all", "none": "any"}
_DECIDING = {"enacted", "issued", "published", "revived", "vetoed", "failed"}

Change = tuple[str, Callable[[dict[str, Any]], None]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip: what was done, the provision it touches (or all), and the bent record."""

    name: str
    provision: str | None
    instrument: Instrument


def mutants(instrument: Instrument) -> Iterator[Mutant]:
    """Every small slip in an instrument."""
    whole = instrument.model_dump(by_alias=True, exclude_defaults=True)
    for n, provision in enumerate(instrument.provisions):
        alone = whole | {"provisions": [whole["provisions"][n]], "questions": ()}
        for name, bend in _provision_slips(alone["provisions"][0]):
            yield from _bent(alone, f"{provision.id}: {name}", provision.id, bend)
    for name, bend in _shared_slips(whole):
        yield from _bent(whole, name, None, bend)


def survivors(
    instrument: Instrument, vocabulary: Vocabulary, cases: Sequence[Posed]
) -> tuple[int, list[str]]:
    """How many mutants there are, and the names of those that no case notices."""
    count, unnoticed = 0, []
    for mutant in mutants(instrument):
        reader = RuleReader(mutant.instrument, vocabulary)
        rules = {rule.provision.id: rule for rule in reader.read()}
        if reader.faults:
            continue
        count += 1
        if not any(_notices(rules, posed) for posed in _relevant(cases, mutant.provision)):
            unnoticed.append(mutant.name)
    return count, unnoticed


def _relevant(cases: Sequence[Posed], provision: str | None) -> list[Posed]:
    return [posed for posed in cases if provision in (None, posed.case.provision)]


def _notices(rules: dict[str, Rule], posed: Posed) -> bool:
    return bool(mismatch(rules[posed.case.provision], posed))


def _bent(
    source: dict[str, Any], name: str, provision: str | None, bend: Callable[[Any], None]
) -> Iterator[Mutant]:
    copy = _copied(source)
    bend(copy["provisions"][0] if provision else copy)
    yield Mutant(name, provision, Instrument.model_validate(copy))


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_copied(inner) for inner in value]
    return value


def _provision_slips(provision: dict[str, Any]) -> Iterator[Change]:
    yield from _moved(_node_slips(provision["applies_if"], "applies_if"), "applies_if")
    for n, node in enumerate(provision.get("unless", ())):
        yield f"exception {node['id']} forgotten", _dropper("unless", n)
        yield from _moved(_node_slips(node, f"unless {node['id']}"), "unless", n)
    for n, event in enumerate(provision.get("history", ())):
        yield from _moved(_event_slips(event, f"history {n}"), "history", n)


def _shared_slips(whole: dict[str, Any]) -> Iterator[Change]:
    for n, event in enumerate(whole["history"]):
        yield from _moved(_event_slips(event, f"history {n}"), "history", n)
    for name, node in whole.get("terms", {}).items():
        yield from _moved(_node_slips(node, f"term {name}"), "terms", name)
    for name, spec in whole.get("parameters", {}).items():
        for n, value in enumerate(spec["values"]):
            slips = _value_slips("value", value["value"], f"parameter {name}")
            if n:
                slips = [*slips, *_value_slips("from", value["from"], f"parameter {name} from")]
            yield from _moved(slips, "parameters", name, "values", n)


def _moved(changes: Iterator[Change] | list[Change], *path: str | int) -> Iterator[Change]:
    """The same changes, made from further up the tree."""
    for name, bend in changes:

        def from_above(tree: Any, bend: Callable[[Any], None] = bend) -> None:
            for step in path:
                tree = tree[step]
            bend(tree)

        yield name, from_above


def _setter(key: str, value: Any) -> Callable[[Any], None]:
    def bend(tree: Any) -> None:
        tree[key] = value

    return bend


def _dropper(key: str, n: int) -> Callable[[Any], None]:
    def bend(tree: Any) -> None:
        del tree[key][n]

    return bend


def _renamer(old: str, new: str) -> Callable[[Any], None]:
    def bend(tree: Any) -> None:
        tree[new] = tree.pop(old)

    return bend


def _node_slips(node: dict[str, Any], at: str) -> Iterator[Change]:
    if "if" in node:
        for name, text in _leaf_slips(node["if"]):
            yield f"{at}: {name}", _setter("if", text)
        return
    yield from _group_slips(node, at)
    key = next((key for key in ("all", "any", "none", "of") if key in node), "")
    parts = node.get(key, ())
    for n, part in enumerate(parts):
        name = f"{at}.{part.get('id') or part.get('term') or n}"
        if len(parts) > 1:
            yield f"{name}: forgotten", _dropper(key, n)
        yield from _moved(_node_slips(part, name), key, n)


def _group_slips(node: dict[str, Any], at: str) -> Iterator[Change]:
    for key, other in _GROUPS.items():
        if len(node.get(key, ())) > 1 or (key == "none" and key in node):
            yield f"{at}: {key} read as {other}", _renamer(key, other)
    for count in (-1, 1):
        if node.get("at_least", 0) + count > 0 and "at_least" in node:
            more = node["at_least"] + count
            yield f"{at}: at least {more}", _setter("at_least", more)


def _leaf_slips(text: str) -> Iterator[tuple[str, str]]:
    if found := _COMPARISON.search(text):
        swapped = _SWAPS[found[0]]
        yield f"{found[0]} read as {swapped}", text[: found.start()] + swapped + text[found.end() :]
    elif " not in " in text:
        yield "not in read as in", text.replace(" not in ", " in ")
    elif " in " in text:
        yield "in read as not in", text.replace(" in ", " not in ", 1)
    else:
        bare = text.removeprefix("not ")
        yield "turned round", bare if bare != text else f"not {text}"
    for found in _DATE.finditer(text):
        for day in _bent_values(date.fromisoformat(found[0])):
            yield f"{day}", text[: found.start()] + str(day) + text[found.end() :]
    undated = _DATE.sub(lambda day: "x" * len(day[0]), text)
    for found in _NUMBER.finditer(undated):
        for number in _bent_values(float(found[0].replace("_", ""))):
            yield f"{number:g}", text[: found.start()] + repr(number) + text[found.end() :]


def _event_slips(event: dict[str, Any], at: str) -> Iterator[Change]:
    sets = event.get("sets", {})
    for key, value in sets.items():
        if isinstance(value, date):
            yield from _moved(_value_slips(key, value, f"{at} {key}"), "sets")
    if sets or str(event["event"]) in _DECIDING:
        yield from _value_slips("known", event["known"], f"{at} known")


def _value_slips(key: str, value: Any, at: str) -> list[Change]:
    return [(f"{at} {bent}", _setter(key, bent)) for bent in _bent_values(value)]


def _bent_values(value: Any) -> tuple[Any, Any]:
    """One less and one more; a day; or a millionth of something very large."""
    if isinstance(value, date):
        return value - DAY, value + DAY
    step = value * 1e-6 if value >= LARGE else 1
    return value - step, value + step
