"""A brief as text, Markdown, HTML or JSON."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from technofed.faces._render import markdown, triangle, words
from technofed.faces._render.naming import Names
from technofed.faces._render.outline import outline, printed_in
from technofed.faces._render.sources import shelves
from technofed.law.brief import Brief
from technofed.law.facts import FactSpec

Format = Literal["text", "md", "html", "json"]
FORMATS: tuple[Format, ...] = ("text", "md", "html", "json")
_TEMPLATES = {"text": "brief.txt.j2", "md": "brief.md.j2", "html": "brief.html.j2"}
MOST_QUESTIONS = 12
MOST_NEAR_MISSES = 15


def render(brief: Brief, form: Format, facts: Mapping[str, FactSpec] | None = None) -> str:
    """Write a brief in one of the formats; all of them end with a line break.

    Args:
        brief: The brief.
        form: The format.
        facts: The declared facts, so that each is named by its question.
    """
    if form == "json":
        return brief.model_dump_json(indent=1, by_alias=True) + "\n"
    sections = outline(brief)
    shown = None if form == "html" else MOST_NEAR_MISSES
    templates = _markdown() if form == "md" else environment()
    return (
        templates.get_template(_TEMPLATES[form])
        .render(
            brief=brief,
            sections=sections,
            names=Names(brief, facts or {}),
            shelves=shelves(brief, printed_in(sections, shown)),
            words=words,
            triangle=triangle,
            most_questions=MOST_QUESTIONS,
            most_near_misses=MOST_NEAR_MISSES,
        )
        .rstrip()
        + "\n"
    )


@cache
def environment() -> Environment:
    """The templates, with escaping for HTML only."""
    return Environment(
        loader=PackageLoader("technofed.faces._render"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _markdown() -> Environment:
    """The templates, with every value escaped for Markdown.

    What is escaped is marked as such, so that nothing is escaped again, as HTML.
    """
    templates = environment().overlay(autoescape=True, finalize=markdown.escaped)
    templates.filters = templates.filters | {"code": markdown.code, "link": markdown.link}
    return templates
