"""Build the store of a laws folder, and say what Datasette should show beside it."""

from pathlib import Path
from typing import Any

import technofed_laws
from technofed._base.errors import FileUnwritableError
from technofed.api.brief import versions
from technofed.api.laws import review_status
from technofed.atlas.casefiles import load_cases, load_reviews
from technofed.atlas.files import require_writable
from technofed.atlas.laws import Loading
from technofed.atlas.shelf import load_atlas
from technofed.atlas.store.build import SCHEMA_VERSION, Checks, folder_digest, schema
from technofed.atlas.store.build import build as write_store
from technofed.atlas.store.find import default_store, remove_stale
from technofed.atlas.store.metadata import datasette
from technofed.atlas.store.read import about, is_store, open_store
from technofed.atlas.walk.facets import latest_reading

__all__ = ["build_store", "default_store", "store_metadata"]


def store_metadata(store: Path) -> dict[str, Any]:
    """What Datasette should show beside a store: licence, and the meaning of every column.

    The name of the database is that of the file.

    Raises:
        FileUnreadableError: It is missing, or no store of technofed's.
    """
    connection = open_store(store)
    try:
        found = datasette(schema(), about(connection))
    finally:
        connection.close()
    found["databases"] = {store.stem: found["databases"]["*"]}
    return found


def _require_store_or_nothing(path: Path) -> None:
    """Refuse to put a store in the place of anything but an older store.

    Raises:
        FileUnwritableError: Something else is there.
    """
    if not path.exists() or is_store(path):
        return
    raise FileUnwritableError(
        "something else than a store of technofed is there",
        where=str(path),
        fix="name another file, or remove that one first",
    )


def build_store(folder: Path | None = None, output: Path | None = None) -> Path:
    """Build the store of a laws folder.

    Args:
        folder: The laws folder; by default the one shipped.
        output: Where to write; by default where technofed looks for it.

    Returns:
        The file written.

    Raises:
        RecordInvalidError: One or more files are wrong; all faults are named.
        FileUnwritableError: There is no writing there.
    """
    where = folder or technofed_laws.path()
    if output:
        output = output.resolve()
        require_writable(output)
        _require_store_or_nothing(output)
    atlas = load_atlas(where)
    path = output or default_store(where)
    if not output:
        path.parent.mkdir(parents=True, exist_ok=True)
    coded = [id_ for id_, each in atlas.laws.instruments.items() if each.provisions]
    reviews = {id_: load_reviews(atlas.laws, id_) for id_ in coded}
    cases = {id_: load_cases(atlas.laws, id_, Loading()) for id_ in coded}
    known = versions(atlas.laws)
    write_store(
        atlas,
        path,
        {
            "title": "technofed: an atlas of AI governance in the United States and China",
            "licence": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
            "licence_url": "https://creativecommons.org/licenses/by/4.0/",
            "laws": known.laws,
            "laws_digest": known.laws_digest,
            "schema": SCHEMA_VERSION,
            "digest": folder_digest(where),
            "vintage": str(latest_reading(atlas.records())),
            "not_legal_advice": "Records are a research aid, not legal advice.",
        },
        Checks(
            review_status(atlas.laws, coded),
            {id_: file for id_, file in reviews.items() if file},
            {id_: loaded[1] for id_, loaded in cases.items() if loaded},
        ),
    )
    if not output:
        remove_stale(path, where)
    return path
