"""Markdown: what a user or a record writes is text, never markup."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from technofed.faces._render.brief import render
from technofed.faces._render.markdown import code, escaped, link
from tests.faces.two_roles import UNDERTAKING, brief_of

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = {
    "a tag": "<script>alert(1)</script>",
    "an image": "<img src=x onerror=alert(1)>",
    "a comment": "<!-- gone -->",
    "a link": "[Shop](javascript:alert(1))",
    "a picture": "![Shop](https://spy.example/x.png)",
    "an address": "<https://spy.example>",
    "a reference": "[Shop]: https://spy.example",
    "stress": "**Shop** __Shop__ *Shop* _Shop_ ***",
    "struck out": "~~Shop~~",
    "code": "`Shop` ``x``",
    "a fence": "~~~",
    "another fence": "```",
    "a heading": "# Shop #",
    "a quotation": "> Shop",
    "a bullet": "- Shop",
    "a plus": "+ Shop",
    "a star": "* Shop",
    "a number": "1. Shop",
    "a number in brackets": "1) Shop",
    "a rule": "---",
    "an underline": "===",
    "a table": "Shop | Mall |",
    "an entity": "&lt;b&gt; &#42;Shop&#42;",
    "backslashes": r"\*Shop\* \\",
    "lines": "Shop\n\n# Mall\n\n- one\n\n<b>two</b>",
    "a tab": "\tShop",
}  # fmt: skip


def shape(tokens: list[Token]) -> list[str]:
    """What the text is made of, without its words."""
    found = []
    for token in tokens:
        found.append(f"{token.type} {token.tag}")
        found += [f"{each.type} {each.tag}" for each in token.children or [] if each.type != "text"]
    return found


def words(tokens: list[Token]) -> str:
    """The words a reader sees."""
    return " ".join(
        "".join(each.content for each in token.children or []) for token in tokens if token.children
    )


def written(folder: Path, text: str) -> list[Token]:
    quoted = '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + '"'
    undertaking = (
        UNDERTAKING.replace("undertaking: A kiosk", f"undertaking: {quoted}")
        .replace("summary: Two shops rank applicants with a kiosk.", f"summary: {quoted}")
        .replace("name: Shop,", f"name: {quoted},")
        .replace("name: Kiosk}", f"name: {quoted}}}")
        .replace("name: Hiring", f"name: {quoted}")
    )
    folder.mkdir()
    return READER.parse(render(brief_of(folder, undertaking), "md"))


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_a_user_writes_turns_into_markup(tmp_path: Path, name: str) -> None:
    plain = written(tmp_path / "plain", "Shop")
    hostile = written(tmp_path / "hostile", HOSTILE[name])
    assert shape(hostile) == shape(plain)
    seen = " ".join(HOSTILE[name].split())
    assert words(hostile).count(seen) >= 4  # title, summary, parties, heading


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "# {}", "- **{}**: x", "| {} |\n|---|", "*{}* (x)"])
def test_any_value_is_shown_as_it_is_written(around: str, name: str) -> None:
    text = " ".join(HOSTILE[name].split())
    tokens = READER.parse(around.format(escaped(text)))
    assert text in words(tokens)
    assert shape(tokens) == shape(READER.parse(around.format("x")))


def test_what_needs_no_escape_is_left_readable() -> None:
    plain = "Hudson & Battery Bank (§ 33-981(A)): peak_load_mw, 1.5 percent, A.R.S. - 2026-11-22!"
    assert escaped(plain) == plain
    assert escaped(escaped("*")) == escaped("*") == r"\*"


def test_code_and_addresses_stay_what_they_are() -> None:
    assert words(READER.parse(str(code("a ` b `` c")))) == "a ` b `` c"
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link("https://law.example/<b>") == r"https://law.example/\<b\>"
    assert link(None) == ""
