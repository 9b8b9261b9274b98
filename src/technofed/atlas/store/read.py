"""Reads an atlas back from its store, faster than from its files."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from technofed._base.errors import FileUnreadableError
from technofed.atlas.laws import Laws, Stored
from technofed.atlas.shelf import KINDS, Atlas
from technofed.atlas.store.build import SCHEMA_VERSION
from technofed.law.cases import CaseFile, ReviewFile
from technofed.law.facts import FactSpec, Vocabulary
from technofed.law.places import Jurisdiction
from technofed.law.records import Instrument
from technofed.law.rules import RuleReader


def open_store(path: Path) -> sqlite3.Connection:
    """Open a store for reading only.

    Raises:
        FileUnreadableError: It is missing, or no store of technofed's.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        version = about(connection).get("schema")
    except sqlite3.Error as error:
        raise FileUnreadableError(
            f"the file is not a store of technofed: {error}",
            where=str(path),
            fix="make one with `technofed build -o FILE`",
        ) from error
    if version != SCHEMA_VERSION:
        raise FileUnreadableError(
            f"the store has the schema {version}; this technofed reads {SCHEMA_VERSION}",
            where=str(path),
            fix="build it again with `technofed build -o FILE`",
        )
    return connection


def is_store(path: Path) -> bool:
    """Whether a file is a store of technofed's, of whatever schema."""
    if not path.is_file():
        return False
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return "licence" in about(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def about(connection: sqlite3.Connection) -> dict[str, str]:
    """What a store says of itself."""
    return dict(connection.execute("SELECT key, value FROM about"))


def read_laws(path: Path) -> Laws:
    """Read the laws from a store: what is needed to judge an undertaking.

    Raises:
        FileUnreadableError: It is missing, or no store of technofed's.
    """
    connection = open_store(path)
    try:
        return _laws(connection, path)
    finally:
        connection.close()


def read_atlas(path: Path) -> Atlas:
    """Read the whole atlas from a store.

    Raises:
        FileUnreadableError: It is missing, or no store of technofed's.
    """
    connection = open_store(path)
    try:
        atlas = Atlas(_laws(connection, path))
        query = "SELECT type, id, json FROM records WHERE type != 'instrument'"
        kinds = list(KINDS)
        found = sorted(
            connection.execute(query), key=lambda r: (kinds.index(r[0]), r[1].split("/"))
        )
        for kind, _, text in found:  # in the order of the folder's files
            entry = KINDS[kind].model_validate_json(text)
            atlas.entries[entry.id] = entry
        return atlas
    finally:
        connection.close()


def _laws(connection: sqlite3.Connection, path: Path) -> Laws:
    places = {row["code"]: _place(row) for row in _rows(connection, "jurisdictions")}
    specs = {
        row["name"]: FactSpec.model_validate_json(row["json"]) for row in _rows(connection, "facts")
    }
    known = about(connection)
    stored = Stored(
        known["laws"],
        known["laws_digest"],
        dict(connection.execute("SELECT id, digest FROM provisions")),
        _reviews(connection),
    )
    laws = Laws(path, Vocabulary(specs, places), places, stored=stored)
    query = "SELECT id, json FROM records WHERE type = 'instrument'"
    found = sorted(connection.execute(query), key=lambda row: row[0].split("/"))
    for _, text in found:  # in the order of the folder's files
        instrument = Instrument.model_validate_json(text)
        laws.instruments[instrument.id] = instrument
        laws.rules += RuleReader(instrument, laws.vocabulary).read()
    return laws


def _place(row: Mapping[str, Any]) -> Jurisdiction:
    return Jurisdiction(**{name: value for name, value in row.items() if name != "n"})


def read_cases(path: Path, instrument: str) -> CaseFile | None:
    """The test cases of one instrument, from a store.

    Raises:
        FileUnreadableError: It is missing, or no store of technofed's.
    """
    connection = open_store(path)
    try:
        query = "SELECT json FROM cases WHERE instrument = ?"
        row = connection.execute(query, (instrument,)).fetchone()
    finally:
        connection.close()
    return CaseFile.model_validate_json(row[0]) if row else None


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    found = connection.execute(f"SELECT * FROM {table} ORDER BY n")  # noqa: S608 (our own table names)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _reviews(connection: sqlite3.Connection) -> dict[str, ReviewFile]:
    gathered: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    query = "SELECT * FROM reviews ORDER BY provision, n"
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    for values in found:
        row = dict(zip(names, values, strict=True))
        instrument, _, provision = row["provision"].partition("#")
        gathered[instrument].append(row | {"provision": provision})
    shape = TypeAdapter(ReviewFile)
    return {
        id_: shape.validate_python(
            {"reviews": [{k: v for k, v in row.items() if k != "n"} for row in rows]}
        )
        for id_, rows in gathered.items()
    }
