"""Markdown: text that stays text, whatever stands in it."""

import re

from markupsafe import Markup

_ALWAYS = re.compile(r"[\\`*\[\]<>|~#$]")
_EDGE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+=]))")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


def escaped(value: object) -> Markup:
    r"""A value as one line of text in which nothing is markup.

    >>> print(escaped("<b> [x](y) snake_case 1 * 2\n# no"))
    \<b\> \[x\](y) snake_case 1 \* 2 \# no
    >>> print(escaped("1. one"), escaped("- two"), escaped("&lt;"), escaped("A & B"))
    1\. one \- two \&lt; A & B
    """
    if isinstance(value, Markup):
        return value
    text = re.sub(r"\s+", " ", str(value))
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _EDGE.sub(r"\_", text)
    text = _ENTITY.sub(r"\&", text)
    return Markup(_START.sub(r"\1\\", text))  # noqa: S704 (escaped for Markdown, not for HTML)


def code(value: object) -> Markup:
    """A value as code, in which Markdown has no escapes.

    >>> print(code("place"), code("a`b"))
    `place` `` a`b ``
    """
    text = re.sub(r"\s+", " ", str(value))
    ticks = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return Markup(f"{ticks}{pad}{text}{pad}{ticks}")  # noqa: S704 (code, as said)


def link(address: str | None) -> Markup:
    """An address that can be followed; what is none stays text.

    >>> print(link("https://law.example/a_b"), link("x y"))
    <https://law.example/a_b> x y
    """
    if address and _ADDRESS.fullmatch(address):
        return Markup(f"<{address}>")  # noqa: S704 (holds no space and no angle bracket)
    return escaped(address or "")
