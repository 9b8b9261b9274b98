"""Reads YAML and JSON as text with the line of every field, and writes files whole or not at all.

YAML's guesses are wrong for law: ``1.10`` is a section, not the number 1.1, and ``NO``
is Norway, not false. So every scalar is read as text and the schema alone decides what
is a date or a number. A key given twice is an error. Aliases are refused, so a few
lines can never grow into gigabytes, and the reader keeps its own stack, so that no
nesting can exhaust Python's.
"""

import os
import re
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from technofed._base.errors import (
    FileSyntaxError,
    FileTooLargeError,
    FileUnreadableError,
    FileUnwritableError,
)

Place = tuple[str | int, ...]
LARGEST_BYTES = 2_000_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
DEEPEST = 40
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class TextFile:
    """A file as read: its values, every scalar as text, and the line each one starts on."""

    path: Path
    tree: Any
    lines: dict[Place, int]

    def where(self, place: Place) -> str:
        """Name the file, line and field of ``place``, or of its nearest parent."""
        known = next(place[:n] for n in range(len(place), -1, -1) if place[:n] in self.lines)
        name = ".".join(str(part) for part in place) or "the whole file"
        return f"{self.path}, line {self.lines[known]}, {name}"


def read_text(path: Path) -> str:
    """Read a text file of reasonable size.

    Raises:
        FileUnreadableError: It is missing, a folder, not UTF-8, or forbidden.
        FileTooLargeError: It is larger than any honest file of this kind.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise FileTooLargeError(
                f"the file has {path.stat().st_size:,} bytes; the most is {LARGEST_BYTES:,}",
                where=str(path),
                fix="split it, or check that it is the file you meant",
            )
        with path.open("rb") as stream:
            read = stream.read(LARGEST_BYTES + 1)
        if len(read) > LARGEST_BYTES:
            raise FileTooLargeError("it does not end", where=str(path), fix="name a real file")
        return read.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FileUnreadableError(
            f"the file is not UTF-8 text (byte {error.start})",
            where=str(path),
            fix="save it as UTF-8",
        ) from error
    except OSError as error:
        raise FileUnreadableError(
            f"the file cannot be read: {error.strerror}",
            where=str(path),
            fix="check the path and the rights on it",
        ) from error


def read_tree(path: Path) -> TextFile:
    """Read one YAML or JSON file without guessing types.

    Raises:
        FileSyntaxError: It is no YAML, is empty, uses aliases, or gives a key twice.
        FileTooLargeError: It is too large or too deeply nested.
    """
    return parse_tree(read_text(path), path)


def parse_tree(text: str, path: Path) -> TextFile:
    """Parse YAML or JSON text; ``path`` is only named in errors."""
    builder = _Builder(path)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _syntax_error(error, path) from error
    if not builder.done:
        raise FileSyntaxError("the file is empty", where=str(path), fix="see docs/tutorial.md")
    return TextFile(path, builder.root, builder.lines)


def _syntax_error(error: yaml.YAMLError, path: Path) -> FileSyntaxError:
    mark = getattr(error, "problem_mark", None)
    where = f"{path}, line {mark.line + 1}" if mark else str(path)
    problem = str(getattr(error, "problem", None) or error)
    fix = "indent with spaces, and quote text that holds : or #"
    if "cannot start any token" in problem:
        fix = "replace tabs with spaces, and quote text that starts with @, ` or %"
    return FileSyntaxError(f"not valid YAML: {problem}", where=where, fix=fix)


@dataclass(slots=True)
class _Open:
    """A list or mapping being read; ``key`` is the key waiting for its value."""

    value: list[Any] | dict[str, Any]
    place: Place
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Builds the tree from the parser's events with a stack of its own."""

    path: Path
    lines: dict[Place, int] = field(default_factory=dict)
    root: Any = None
    done: bool = False
    stack: list[_Open] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        """Take one event of the parser."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse("anchors and aliases are not used here", line, "write it out")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start([], line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start({}, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(line)
        elif isinstance(event, yaml.DocumentStartEvent) and self.done:
            raise self._refuse("a second document starts here", line, "keep one document")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if _CONTROL.search(event.value):
            raise self._refuse("text with control characters", line, "write plain text")
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            if event.value in top.value:
                raise self._refuse(f"the key “{event.value}” is given twice", line, "keep one")
            top.key = event.value
            return
        self._place(event.value, line)

    def _start(self, value: list[Any] | dict[str, Any], line: int) -> None:
        if len(self.stack) >= DEEPEST:
            raise FileTooLargeError(
                f"nested more than {DEEPEST} deep",
                where=f"{self.path}, line {line}",
                fix="flatten it",
            )
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            raise self._refuse("a key must be plain text", line, "write key: value")
        self.stack.append(_Open(value, self._place(value, line)))

    def _place(self, value: Any, line: int) -> Place:
        if not self.stack:
            self.root, self.done = value, True
            self.lines[()] = line
            return ()
        top = self.stack[-1]
        if isinstance(top.value, dict):
            key: str | int = top.key or ""
            top.value[str(key)], top.key = value, None
        else:
            key = len(top.value)
            top.value.append(value)
        place = (*top.place, key)
        self.lines[place] = line
        return place

    def _close(self, line: int) -> None:
        self.stack.pop()

    def _refuse(self, what: str, line: int, fix: str) -> FileSyntaxError:
        return FileSyntaxError(what, where=f"{self.path}, line {line}", fix=fix)


def write_whole(path: Path, text: str) -> None:
    """Write a file completely or not at all: to a temporary file first, then rename.

    Raises:
        FileUnwritableError: The folder is missing or may not be written.
    """
    temporary = None
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a device or pipe; a folder is refused
            return
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".technofed-", delete=False
        ) as stream:
            temporary = stream.name
            stream.write(text)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise FileUnwritableError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            fix="check that the folder exists and that you may write there",
        ) from error


class _Plain(yaml.SafeDumper):
    """Writes every scalar as plain text where it can: we read all of them as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML declares it so)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists under their key."""
        super().increase_indent(flow, False)


def dump_tree(tree: Any) -> str:
    """Write a tree of texts, lists and mappings as YAML that reads back the same."""
    text = yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)
    return str(text)


def _mode(path: Path) -> int:
    """The rights a file has, or would be given here if it were new."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def require_writable(path: Path) -> None:
    """Refuse an output that cannot be written, before work is put into it.

    Raises:
        FileUnwritableError: It is a folder, or its folder is missing or may not be written.
    """
    if path.is_dir() or not os.access(path.resolve().parent, os.W_OK):
        raise FileUnwritableError(
            "the file cannot be written there",
            where=str(path),
            fix="check that the folder exists and that you may write there",
        )


def find_files(folder: Path, name: str) -> Iterable[Path]:
    """All files of a name under a folder, in a stable order."""
    return sorted(folder.rglob(name))
