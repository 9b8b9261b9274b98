"""Where the store of a laws folder is: in the user's cache, under the digest of the folder.

A store is *current* when its name bears the digest of the files as they are. A record
changed by one letter has another digest, so a stale store is never found.
"""

import os
from pathlib import Path

from technofed._base.digest import digest
from technofed.atlas.store.build import folder_digest


def default_store(folder: Path) -> Path:
    """Where the store of a laws folder is looked for."""
    return _cache() / f"{_place(folder)}-{folder_digest(folder)[:16]}.sqlite"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "technofed"


def remove_stale(store: Path, folder: Path) -> None:
    """Remove the older stores of the same folder."""
    for other in store.parent.glob(f"{_place(folder)}-*.sqlite"):
        if other != store:
            other.unlink(missing_ok=True)


def _place(folder: Path) -> str:
    """A short name for where a folder lies, so that its older stores can be told."""
    return f"laws-{digest(str(folder.resolve()))[:8]}"


def store_path(folder: Path) -> Path | None:
    """The store of a laws folder, if there is a current one; a store given as such is itself."""
    if folder.is_file():
        return folder
    if not any(_cache().glob(f"{_place(folder)}-*.sqlite")):
        return None  # nobody ever built one: no need to read every file for its digest
    store = default_store(folder)
    return store if store.is_file() else None
