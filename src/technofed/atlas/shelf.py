"""Loads the atlas: the instruments, and every other record that stands beside them."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from technofed._base import ids
from technofed._base.errors import Fault, UnknownIdError
from technofed._base.text import did_you_mean
from technofed.atlas.files import Place, TextFile, find_files
from technofed.atlas.laws import Laws, Loading, in_file, survey_laws
from technofed.law.atlas import (
    Actor,
    Artefact,
    Entry,
    Happening,
    Link,
    OpenPoint,
    Statistic,
    Table,
)
from technofed.law.records import Instrument

AnyEntry = Entry | Link
Found = Iterator[tuple[Place, str]]
KINDS: dict[str, type[AnyEntry]] = {
    "actor": Actor,
    "artefact": Artefact,
    "event": Happening,
    "point": OpenPoint,
    "relation": Link,
    "statistic": Statistic,
    "table": Table,
}
"""The folders under ``atlas/``, and what their files hold."""


@dataclass
class Atlas:
    """A laws folder with everything in it.

    Attributes:
        laws: The instruments and what is needed to judge them.
        entries: Every other record by its id.
    """

    laws: Laws
    entries: dict[str, AnyEntry] = field(default_factory=dict)

    def record(self, id_: str) -> Instrument | AnyEntry:
        """The record with this id, or with this alias.

        Raises:
            UnknownIdError: There is none.
        """
        id_, _ = ids.split(id_)
        found = self.laws.instruments.get(id_) or self.entries.get(id_)
        if not found:
            found = next((each for each in self.records() if id_ in each.aliases), None)
        if not found:
            known = [*self.laws.instruments, *self.entries]
            hint = did_you_mean(id_, known) or "search for it with `technofed search WORDS`"
            raise UnknownIdError(
                f"no record has the id {id_}", where=str(self.laws.folder), fix=hint
            )
        return found

    def records(self) -> Iterator[Instrument | AnyEntry]:
        """Every record: first the instruments, then the rest in order of id."""
        yield from self.laws.instruments.values()
        yield from self.entries.values()


def load_atlas(folder: Path) -> Atlas:
    """Load a laws folder with its atlas.

    Raises:
        RecordInvalidError: One or more files are wrong; all faults are named.
        FileUnreadableError: The folder is no laws folder.
    """
    atlas, loading = survey_atlas(folder)
    loading.finish(folder)
    return atlas


def survey_atlas(folder: Path) -> tuple[Atlas, Loading]:
    """Load what can be loaded, and note the faults of the rest.

    Raises:
        RecordInvalidError: The facts or the jurisdictions are wrong.
        FileUnreadableError: The folder is no laws folder.
    """
    laws, loading = survey_laws(folder)
    atlas = Atlas(laws)
    loading.faults += _strange_folders(folder / "atlas")
    files = {
        id_: file
        for kind, model in KINDS.items()
        for path in find_files(folder / "atlas" / kind, "*.yaml")
        for id_, file in _take(atlas, path, model, loading)
    }
    known = {*laws.instruments, *atlas.entries}
    for id_, file in (files | laws.files).items():
        for place, what in check_references(atlas.record(id_), known, laws.jurisdictions):
            loading.faults.append(Fault(file.where(in_file(place, file.tree)), what))
    return atlas, loading


def _take(
    atlas: Atlas, path: Path, model: type[AnyEntry], loading: Loading
) -> Iterator[tuple[str, TextFile]]:
    file = loading.read(path)
    entry = loading.model(file, model) if file else None
    if not file or not entry:
        return
    atlas.entries[entry.id] = entry
    expected = path.relative_to(atlas.laws.folder / "atlas").with_suffix("").as_posix()
    if entry.id != expected:
        what = f"the id must be the file's path, {expected}"
        loading.faults.append(Fault(file.where(("id",)), what))
    yield entry.id, file


def _strange_folders(folder: Path) -> Iterator[Fault]:
    """What lies under ``atlas/`` and would never be read."""
    for path in sorted(folder.glob("*")):
        if path.name not in KINDS:
            hint = did_you_mean(path.name, KINDS) or f"the folders are {', '.join(KINDS)}"
            yield Fault(str(path), f"no kind of record is called {path.name}", hint)


def check_references(
    record: Instrument | AnyEntry, known: Container[str], places: Container[str]
) -> Found:
    """Find what leads nowhere: ids nobody has recorded, places nobody has declared."""
    for place, id_ in references(record):
        if id_ not in known:
            yield place, f"no record has the id {id_}"
    jurisdiction = getattr(record, "jurisdiction", None)
    if jurisdiction and jurisdiction not in places and not isinstance(record, Instrument):
        yield ("jurisdiction",), f"no jurisdiction has the code {jurisdiction}"


def references(record: Instrument | AnyEntry) -> Iterator[tuple[Place, str]]:
    """Every id a record names, and where."""
    if isinstance(record, Link):
        yield ("subject",), record.subject
        yield ("object",), record.object
    if isinstance(record, Actor) and record.parent:
        yield ("parent",), record.parent
    for name in ("issuers", "about", "not_comparable_with"):
        for n, id_ in enumerate(getattr(record, name, ())):
            if name != "issuers" or id_.startswith("actor/"):
                yield (name, n), id_
