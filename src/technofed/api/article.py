"""The article's mechanisms by name: list them, ask one."""

import inspect
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, get_args, get_origin

from pydantic import ConfigDict, ValidationError, create_model

import technofed.atlas.article as mechanisms
from technofed._base.errors import QuestionUnclearError
from technofed._base.text import did_you_mean, in_prose
from technofed.atlas.article.answers import Answer, Mechanism
from technofed.atlas.shelf import Atlas
from technofed.atlas.walk.view import visible
from technofed.law.atlas import Happening, Link
from technofed.law.moments import Days

__all__ = ["Answer", "Mechanism", "ask_article", "inputs_of", "list_mechanisms"]


def list_mechanisms() -> dict[str, Mechanism]:
    """Every mechanism of the article that can be asked, by name."""
    for module in iter_modules(mechanisms.__path__):
        import_module(f"{mechanisms.__name__}.{module.name}")
    return dict(sorted(Mechanism.known.items()))


def inputs_of(asked: Mechanism) -> dict[str, inspect.Parameter]:
    """The inputs a person gives a mechanism, by name; the days are asked for apart."""
    return {
        name: parameter
        for name, parameter in inspect.signature(asked.ask).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and name != "days"
    }


def ask_article(atlas: Atlas, name: str, given: Mapping[str, str], days: Days) -> Answer:
    """Ask a mechanism of the article.

    Args:
        atlas: The records to answer from.
        name: Its name, or its id in a catalogue (``us-m13``).
        given: Its inputs as text; lists are separated by commas.
        days: The day asked about, and the day of knowledge.

    Raises:
        QuestionUnclearError: There is no such mechanism, or an input is missing or wrong.
    """
    asked = _find(name)
    wanted = inputs_of(asked)
    for key in given:
        if key not in wanted:
            hint = did_you_mean(key, wanted) or f"it takes {', '.join(wanted) or 'no inputs'}"
            raise QuestionUnclearError(
                f"{asked.name} takes no input {key}", where=f"{key}={given[key]}", fix=hint
            )
    typed = _typed(asked, wanted, given)
    if "days" in inspect.signature(asked.ask).parameters:
        typed["days"] = days
    return asked.ask(_in_view(atlas, days), **typed)


def _in_view(atlas: Atlas, days: Days) -> Atlas:
    """The atlas without the relations and events that were not known or had not begun."""
    kept = {
        id_: entry
        for id_, entry in atlas.entries.items()
        if not isinstance(entry, Link | Happening) or visible(entry, days)
    }
    return Atlas(atlas.laws, kept)


def _find(name: str) -> Mechanism:
    every = list_mechanisms()
    named = [each for each in every.values() if name.lower() in each.ids]
    if len(named) > 1:
        names = in_prose([each.name for each in named])
        raise QuestionUnclearError(
            f"{name} is several mechanisms: {names}", where="NAME", fix="ask one by its name"
        )
    found = every.get(name) or next(iter(named), None)
    if not found:
        hint = did_you_mean(name, every) or "list them with `technofed article`"
        raise QuestionUnclearError(f"no mechanism is called {name}", where="NAME", fix=hint)
    return found


def _typed(
    asked: Mechanism, wanted: Mapping[str, inspect.Parameter], given: Mapping[str, str]
) -> dict[str, Any]:
    hints = inspect.get_annotations(asked.ask, eval_str=True)
    fields: dict[str, Any] = {
        name: (hints[name], ... if one.default is inspect.Parameter.empty else one.default)
        for name, one in wanted.items()
    }
    shape = create_model("Given", __config__=ConfigDict(extra="forbid"), **fields)
    raw = {name: _split(hints[name], text) for name, text in given.items()}
    try:
        return dict(shape.model_validate(raw))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise QuestionUnclearError(
            f"{asked.name}: {first['msg']}",
            where=where,
            fix=f"for example: {_example(asked)}",
        ) from error


def _split(hint: Any, text: str) -> object:
    shapes = {get_origin(hint), *(get_origin(part) for part in get_args(hint))}
    if not shapes & {tuple, list, set, frozenset}:
        return text
    return [part.strip() for part in text.split(",") if part.strip()]


def _example(asked: Mechanism) -> str:
    pairs = " ".join(f"{name}={value}" for name, value in asked.example.items())
    return f"technofed article {asked.name} {pairs}".strip()
