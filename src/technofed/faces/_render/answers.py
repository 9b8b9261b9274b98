"""The answer of one of the article's mechanisms, as text."""

import shlex
from collections.abc import Iterator, Mapping
from typing import Any

from technofed import api

_LAST = ("because", "undetermined", "pins")
"""What follows the answer itself: why, what stays open, and where the article says so."""


def answer_text(answer: api.Answer) -> str:
    """An answer: first what was asked for, then why, what stays open, and the pins."""
    told = answer.model_dump(mode="json", exclude_none=True)
    ordered = {key: told[key] for key in told if key not in _LAST}
    ordered |= {key: told[key] for key in _LAST if key in told}
    return "\n".join(_mapping(ordered, 0))


def _mapping(told: Mapping[str, Any], depth: int) -> Iterator[str]:
    space = "  " * depth
    for key, value in told.items():
        if value in ([], {}, ""):
            continue
        name = key.replace("_", " ")
        if isinstance(value, dict):
            yield f"{space}{name}:"
            yield from _mapping(value, depth + 1)
        elif isinstance(value, list):
            yield f"{space}{name}:"
            yield from _items(value, depth + 1)
        else:
            yield f"{space}{name}: {_plain(value)}"


def _items(values: list[Any], depth: int) -> Iterator[str]:
    space = "  " * depth
    for value in values:
        if isinstance(value, dict):
            first, *rest = _mapping(value, 0)
            yield f"{space}- {first}"
            yield from (f"{space}  {line}" for line in rest)
        else:
            yield f"{space}- {_plain(value)}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.4g}" if isinstance(value, float) else str(value)


def question(asked: api.Mechanism) -> str:
    """The example of a mechanism as a command that can be pasted into a shell."""
    pairs = [shlex.quote(f"{name}={value}") for name, value in asked.example.items()]
    return " ".join(["technofed article", asked.name, *pairs])
