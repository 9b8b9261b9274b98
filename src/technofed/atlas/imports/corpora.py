"""Corpora of texts: JSONL, JSONL.gz, CSV, Parquet, or a folder of .txt and .md files.

Bad rows never stop the reading. They are counted, with examples, so that the answer can say
what it was made from. Only a corpus without any usable text is an error.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from technofed._base.dates import parse_day
from technofed._base.errors import FileSyntaxError, FileUnreadableError, QuestionUnclearError
from technofed._base.text import counted
from technofed.atlas.imports.decode import NotTextError, decoded
from technofed.law.documents import Document

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "bill_id", "doc_id", "document_id", "openstates_id", "identifier", "name"),
    "text": ("text", "full_text", "fulltext", "body", "content"),
    "series": ("series", "bill", "family"),
    "date": ("date", "day", "introduced", "first_action_date", "enacted", "published"),
    "jurisdiction": ("jurisdiction_code", "jurisdiction", "state", "place"),
}
"""For each field, the names of columns that are taken for it, the first that is there."""

_ROWS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".csv", ".parquet")
_TEXTS = (".txt", ".md")
_EXAMPLES = 3

Row = Mapping[str, Any]


@dataclass(slots=True)
class Imported:
    """A corpus as read.

    Attributes:
        documents: The documents with a text.
        troubles: What was wrong, with how often and some examples.
    """

    documents: list[Document] = field(default_factory=list)
    troubles: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def warn(self, what: str, where: str) -> None:
        """Count one trouble."""
        self.counts[what] = self.counts.get(what, 0) + 1
        examples = self.troubles.setdefault(what, [])
        if len(examples) < _EXAMPLES:
            examples.append(where)

    def warnings(self) -> list[str]:
        """One line for each kind of trouble."""
        return [
            f"{counted(self.counts[what], 'document')} {what} (e.g. {', '.join(examples)})"
            for what, examples in self.troubles.items()
        ]


def read_corpus(path: Path, today: date, columns: Mapping[str, str] | None = None) -> Imported:
    """Read a corpus from a file or folder.

    Args:
        path: A file of rows, one text file, or a folder of text files.
        today: Dates after this day are warned of.
        columns: Names of columns for ``id``, ``text``, ``series``, ``date``, ``jurisdiction``
            where they differ from the usual ones.

    Returns:
        The documents, in the order read, ids made unique, with what was wrong.

    Raises:
        FileUnreadableError: The path is missing, of no known format, or holds no text.
        FileSyntaxError: No column holds the text, or the file is not of its format.
        QuestionUnclearError: ``columns`` names a field that documents do not have.
    """
    wanted = dict(columns or {})
    for name in wanted:
        if name not in COLUMNS:
            raise QuestionUnclearError(
                f"documents have no {name}", where="--column", fix=f"one of {', '.join(COLUMNS)}"
            )
    found = Imported()
    seen: set[str] = set()
    try:
        if path.is_dir():
            rows: Iterator[tuple[str, Row]] = _folder(path, found)
        elif path.name.lower().endswith(_ROWS):
            rows = _rows(path, found)
        else:
            rows = _one(path, found)
        for where, row in rows:
            _take(found, seen, (where, row), _named(row, wanted, path), today)
    except OSError as error:
        raise FileUnreadableError(
            f"the corpus cannot be read: {error.strerror or error}",
            where=str(path),
            fix="check the path and the rights on it",
        ) from error
    if not found.documents:
        raise FileUnreadableError(
            "there is no usable text in the corpus",
            where="; ".join([str(path), *found.warnings()]),
            fix="give JSONL, CSV or Parquet with a column text, or a folder of .txt or .md files",
        )
    return found


def _named(row: Row, wanted: Mapping[str, str], path: Path) -> dict[str, Any]:
    """The fields of a document, found among the columns of its row."""
    out = {}
    for name, usual in COLUMNS.items():
        candidates = (wanted[name],) if name in wanted else usual
        column = next((each for each in candidates if each in row), None)
        if column is None and (name == "text" or name in wanted):
            raise FileSyntaxError(
                f"no column holds the {name}",
                where=f"{path}: the columns are {', '.join(map(str, row))[:300]}",
                fix=f"name it: --column {name}=COLUMN",
            )
        value = row[column] if column else None
        out[name] = value.isoformat() if isinstance(value, date) else value
    return out


def _take(
    found: Imported, seen: set[str], source: tuple[str, Row], row: dict[str, Any], today: date
) -> None:
    where = source[0]
    text = row["text"] if isinstance(row["text"], str) else ""
    if not text.strip():
        found.warn("without text left out", where)
        return
    if "\x00" in text:
        found.warn("of binary data left out", where)
        return
    id_ = str(row["id"] or "") or where
    if id_ in seen:
        found.warn("with an id that was taken; given a number", id_)
        n = 2
        while f"{id_}#{n}" in seen:
            n += 1
        id_ = f"{id_}#{n}"
    seen.add(id_)
    day = _day(found, id_, row["date"], today)
    series, place = (str(row[name] or "") for name in ("series", "jurisdiction"))
    found.documents.append(Document(id_, text, series, day, place))


def _day(found: Imported, id_: str, value: object, today: date) -> date | None:
    said = str(value or "").strip()
    if said in ("", "None", "nan", "NaT"):
        found.warn("without a date", id_)
        return None
    try:
        day = parse_day(said[:10])
    except ValueError:
        found.warn("with a date that cannot be read, taken as undated", f"{id_}: {said[:20]}")
        return None
    if day > today:
        found.warn("with a date in the future", f"{id_}: {day}")
    return day


def _text(found: Imported, path: Path) -> str | None:
    try:
        text, encoding = decoded(path.read_bytes())
    except NotTextError:
        found.warn("of binary data left out", path.name)
        return None
    if encoding != "utf-8":
        found.warn(f"not in UTF-8, read as {encoding}", path.name)
    return text


def _folder(folder: Path, found: Imported) -> Iterator[tuple[str, Row]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in _TEXTS:
            found.warn("of another kind than .txt or .md passed over", name)
        elif (text := _text(found, path)) is not None:
            yield name, {"id": name.rsplit(".", 1)[0], "text": text}


def _one(path: Path, found: Imported) -> Iterator[tuple[str, Row]]:
    if path.suffix.lower() not in _TEXTS and path.exists():
        raise FileUnreadableError(
            "this is no kind of corpus",
            where=str(path),
            fix=f"give a folder of texts, or a file ending in {', '.join((*_ROWS, *_TEXTS))}",
        )
    text = _text(found, path)
    if text is not None:
        yield path.name, {"id": path.stem, "text": text}


def _rows(path: Path, found: Imported) -> Iterator[tuple[str, Row]]:
    name = path.name.lower()
    if name.endswith(".parquet"):
        yield from _parquet(path)
    elif name.endswith(".csv"):
        yield from _csv(path, found)
    else:
        yield from _jsonl(path, found)


def _jsonl(path: Path, found: Imported) -> Iterator[tuple[str, Row]]:
    with gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb") as stream:
        try:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield from _json_row(path, found, number, line)
        except (EOFError, gzip.BadGzipFile) as error:
            raise FileSyntaxError(
                f"not a whole gzip file: {error}", where=str(path), fix="copy it again"
            ) from error


def _json_row(path: Path, found: Imported, number: int, line: bytes) -> Iterator[tuple[str, Row]]:
    where = f"{path.name}, line {number}"
    row = None
    with suppress(ValueError, RecursionError, NotTextError):
        row = json.loads(decoded(line)[0])
    if isinstance(row, dict):
        yield where, row
    else:
        found.warn("that are no JSON objects left out", where)


def _csv(path: Path, found: Imported) -> Iterator[tuple[str, Row]]:
    csv.field_size_limit(min(sys.maxsize, 1 << 30))
    text = _text(found, path)
    if text is None:
        return
    reader = csv.DictReader(text.splitlines(keepends=True))
    try:
        for number, row in enumerate(reader, 2):
            yield f"{path.name}, row {number}", row
    except csv.Error as error:
        raise FileSyntaxError(
            f"not CSV: {error}", where=f"{path}, line {reader.line_num}", fix="mend that line"
        ) from error


def _parquet(path: Path) -> Iterator[tuple[str, Row]]:
    import polars as pl  # noqa: PLC0415 (slow to load, and wanted for one format)

    try:
        table = pl.read_parquet(path)
    except pl.exceptions.PolarsError as error:
        raise FileSyntaxError(
            f"not Parquet: {str(error)[:200]}", where=str(path), fix="write it again"
        ) from error
    for number, row in enumerate(table.iter_rows(named=True), 1):
        yield f"{path.name}, row {number}", row
