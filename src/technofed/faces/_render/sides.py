"""Two texts side by side, on a terminal and as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from technofed._base.text import counted

Span = tuple[int, int]


class Piece(Protocol):
    """One stretch of an alignment."""

    @property
    def kind(self) -> str:
        """equal, changed, added or cut."""

    @property
    def first(self) -> Span:
        """Characters of the first text."""

    @property
    def second(self) -> Span:
        """Characters of the second text."""


class Common(Protocol):
    """A passage that two texts have in common."""

    @property
    def first(self) -> Span:
        """Characters of the first text."""

    @property
    def second(self) -> Span:
        """Characters of the second text."""

    @property
    def matched(self) -> int:
        """Equal words."""

    @property
    def edits(self) -> int:
        """Edited words."""

    @property
    def moved(self) -> bool:
        """Whether it changed its place."""

    @property
    def pieces(self) -> Sequence[Piece]:
        """The alignment."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts with their names."""

    names: tuple[str, str]
    texts: tuple[str, str]


def sides_text(pair: Pair, found: Sequence[Common]) -> str:
    """Each common passage once, with [-what was cut-] and {+what was added+}, and places."""
    total = sum(each.matched for each in found)
    lines = [
        f"A = {pair.names[0]}, B = {pair.names[1]}",
        f"{counted(len(found), 'passage')} in common, {counted(total, 'equal word')}",
    ]
    for each in found:
        places = f"A[{each.first[0]}:{each.first[1]}] B[{each.second[0]}:{each.second[1]}]"
        moved = ", moved" if each.moved else ""
        lines += [
            "",
            f"{places}  {each.matched} words equal, {each.edits} edited{moved}",
            _marked(pair, each),
        ]
    return "\n".join(lines) + "\n"


def _marked(pair: Pair, common: Common) -> str:
    words = []
    for piece in common.pieces:
        first, second = _words(pair, piece)
        if piece.kind == "equal":
            words.append(first)
            continue
        words += [f"[-{first}-]"] * bool(first)
        words += [f"{{+{second}+}}"] * bool(second)
    return "  " + " ".join(words)


def _words(pair: Pair, piece: Piece) -> tuple[str, str]:
    (a, b), (c, d) = piece.first, piece.second
    return " ".join(pair.texts[0][a:b].split()), " ".join(pair.texts[1][c:d].split())


_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ font: 16px/1.5 Georgia, "Songti SC", "Noto Serif CJK SC", serif; margin: 2rem auto;
  max-width: 70rem; padding: 0 1rem; color: #1a1a1a; background: #fff }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
td, th {{ vertical-align: top; text-align: left; padding: .6rem; border-top: 1px solid #999;
  overflow-wrap: anywhere }}
del {{ background: #fbd5d5 }} ins {{ background: #cdeccd }}
.at {{ font: 13px/1.4 monospace; color: #444 }}
</style></head><body>
<h1>{title}</h1>
<p>{said}. <del>Struck out</del>: only in the first. <ins>Underlined</ins>: only in the second.</p>
<table><thead><tr><th scope="col">{first}</th><th scope="col">{second}</th></tr></thead><tbody>
"""


def sides_html(pair: Pair, found: Sequence[Common]) -> str:
    """A page of its own, nothing loaded from elsewhere, every text escaped."""
    names = [escape(name) for name in pair.names]
    total = sum(each.matched for each in found)
    head = _HEAD.format(
        title=f"{names[0]} and {names[1]}",
        said=f"{counted(len(found), 'passage')} in common, {counted(total, 'equal word')}",
        first=names[0],
        second=names[1],
    )
    rows = [_row(pair, n, each) for n, each in enumerate(found)]
    return head + "".join(rows) + "</tbody></table></body></html>\n"


def _row(pair: Pair, number: int, common: Common) -> str:
    cells = ["", ""]
    for piece in common.pieces:
        for side, words in enumerate(_words(pair, piece)):
            mark = ("del", "ins")[side]
            if words:
                said = escape(words)
                cells[side] += said if piece.kind == "equal" else f"<{mark}>{said}</{mark}>"
                cells[side] += " "
    moved = ", moved" if common.moved else ""
    a, b = common.first
    c, d = common.second
    said = f"{common.matched} equal, {common.edits} edited{moved}"
    return (
        f'<tr id="p{number}">'
        f'<td><span class="at">[{a}:{b}] {said}</span><br>{cells[0].strip()}</td>'
        f'<td><span class="at">[{c}:{d}]</span><br>{cells[1].strip()}</td></tr>\n'
    )
