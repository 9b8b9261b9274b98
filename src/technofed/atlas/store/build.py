"""Builds the store: the same records give the same file, byte for byte."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from technofed._base.errors import FileUnwritableError
from technofed.atlas.files import require_writable
from technofed.atlas.shelf import Atlas
from technofed.atlas.store.rows import Row, rows_of, rows_of_rule, text_of
from technofed.atlas.store.words import searchable
from technofed.law.cases import CaseFile, ReviewFile, Vouched

SCHEMA_VERSION = "1"
_SEARCH = "CREATE VIRTUAL TABLE search"


@dataclass(frozen=True)
class Checks:
    """What stands beside the coded instruments.

    Attributes:
        vouched: Review status and digest of every provision.
        reviews: The reviews of each instrument that has any.
        cases: The test cases of each instrument.
    """

    vouched: Mapping[str, Vouched]
    reviews: Mapping[str, ReviewFile]
    cases: Mapping[str, CaseFile]


def folder_digest(folder: Path) -> str:
    """The SHA-256 of every law file in a folder, names and bytes.

    It is what makes a store *current*: one changed letter in one record changes it.
    """
    found = hashlib.sha256(SCHEMA_VERSION.encode())
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".yaml"):
                path = Path(root, name)
                content = path.read_bytes()
                found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
                found.update(content)
    return found.hexdigest()


def build(
    atlas: Atlas,
    path: Path,
    about: Mapping[str, str],
    checked: Checks,
) -> None:
    """Write an atlas to an SQLite file, whole or not at all.

    Args:
        atlas: What to write.
        path: Where to; an older file is replaced.
        about: What the file says of itself: versions, licence, digest, vintage.
        checked: What stands beside the coded instruments.

    Raises:
        FileUnwritableError: There is no writing there.
    """
    require_writable(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        connection = sqlite3.connect(name, isolation_level=None)
        try:
            _fill(connection, atlas, about, checked)
        finally:
            connection.close()
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise FileUnwritableError(
            f"the store cannot be written: {error}", where=str(path), fix="make room there"
        ) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(
    connection: sqlite3.Connection,
    atlas: Atlas,
    about: Mapping[str, str],
    checked: Checks,
) -> None:
    connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;")
    connection.executescript(schema())
    connection.execute("BEGIN")
    rows: list[Row] = [("about", {"key": key, "value": about[key]}) for key in sorted(about)]
    for record in sorted(atlas.records(), key=lambda each: each.id):
        rows += rows_of(record, atlas)
    for rule in atlas.laws.rules:
        rows += rows_of_rule(rule, checked.vouched)
    rows += _reviews(checked.reviews)
    for n, place in enumerate(atlas.laws.jurisdictions.values()):
        rows.append(("jurisdictions", place.model_dump(mode="json") | {"n": n}))
    for n, (name, spec) in enumerate(atlas.laws.vocabulary.items()):
        text = spec.model_dump_json(exclude_defaults=True)
        rows.append(("facts", {"name": name, "json": text, "n": n}))
    for instrument, file in sorted(checked.cases.items()):
        text = file.model_dump_json(exclude_defaults=True, by_alias=True)
        rows.append(("cases", {"instrument": instrument, "json": text}))
    _insert(connection, rows)
    index(connection, atlas)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")
    connection.execute("VACUUM")


def schema() -> str:
    """The store's schema, with what every table and column means."""
    return files("technofed.atlas.store").joinpath("schema.sql").read_text("utf-8")


def search_schema() -> str:
    """The full-text table alone."""
    whole = schema()
    start = whole.index(_SEARCH)
    return whole[start : whole.index(";", start) + 1]


def index(connection: sqlite3.Connection, atlas: Atlas) -> None:
    """Fill the full-text table with the words of every record."""
    for record in sorted(atlas.records(), key=lambda each: each.id):
        text = {name: searchable(said) for name, said in text_of(record, atlas).items()}
        connection.execute(
            "INSERT INTO search (id, names, body, duties) VALUES (?, ?, ?, ?)",
            (record.id, text["names"], text["body"], text["duties"]),
        )


def _reviews(reviews: Mapping[str, ReviewFile]) -> Iterable[Row]:
    for instrument, file in sorted(reviews.items()):
        counted: dict[str, int] = {}
        for review in file.reviews:
            full = f"{instrument}#{review.provision}"
            counted[full] = counted.get(full, -1) + 1
            kept = review.model_dump(mode="json", exclude={"provision"})
            yield "reviews", {"provision": full, "n": counted[full], **kept}


def _insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for table, row in rows:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        values = [str(v) if isinstance(v, str) else v for v in row.values()]
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', values)  # noqa: S608
