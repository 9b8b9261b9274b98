"""Loads a laws folder: facts, jurisdictions and instruments, with all faults at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from technofed._base import ids
from technofed._base.digest import digest
from technofed._base.errors import (
    Fault,
    FileError,
    FileUnreadableError,
    RecordInvalidError,
    UnknownIdError,
)
from technofed._base.text import counted, did_you_mean
from technofed.atlas.checks import check_record, check_relations
from technofed.atlas.files import Place, TextFile, find_files, read_tree
from technofed.law.cases import ReviewFile
from technofed.law.facts import FactSpec, Vocabulary
from technofed.law.places import Jurisdiction
from technofed.law.records import Instrument
from technofed.law.rules import Rule, RuleReader

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Laws:
    """A laws folder as loaded.

    Attributes:
        folder: Where it lies.
        vocabulary: The declared facts.
        jurisdictions: Every place by its code.
        instruments: Every instrument by its id.
        rules: Every provision, ready to be judged, in the order of the files.
        files: The file each instrument was read from.
        stored: What a store knows of them already; ``None`` if they were read from files.
    """

    folder: Path
    vocabulary: Vocabulary
    jurisdictions: dict[str, Jurisdiction]
    instruments: dict[str, Instrument] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    files: dict[str, TextFile] = field(default_factory=dict)
    stored: "Stored | None" = None

    @cached_property
    def digest(self) -> str:
        """The fingerprint of all instruments together, worked out when first asked for."""
        if self.stored:
            return self.stored.digest
        return digest(
            [self.instruments[id_].model_dump(mode="json") for id_ in sorted(self.instruments)]
        )

    def fingerprint(self, rule: Rule) -> str:
        """The digest of all that decides a rule, as written in its file.

        The provision, and what it shares with its instrument: history, parameters and
        terms. When any of it changes, the reviews of the provision lapse.
        """
        if self.stored:
            return self.stored.fingerprints[rule.id]
        tree = self.files[rule.instrument.id].tree
        shared = [tree.get(name) for name in ("history", "parameters", "terms")]
        mine = next(each for each in tree["provisions"] if each["id"] == rule.provision.id)
        return digest([mine, *shared])

    def instrument(self, id_: str) -> Instrument:
        """The instrument with this id.

        Raises:
            UnknownIdError: There is none.
        """
        id_, _ = ids.split(id_)
        if id_ not in self.instruments:
            hint = did_you_mean(id_, self.instruments) or "see `technofed laws list`"
            raise UnknownIdError(
                f"no instrument has the id {id_}", where=str(self.folder), fix=hint
            )
        return self.instruments[id_]

    def rules_of(self, id_: str) -> list[Rule]:
        """The rules of one instrument."""
        instrument = self.instrument(id_)
        return [rule for rule in self.rules if rule.instrument is instrument]


@dataclass(frozen=True)
class Stored:
    """What a store has worked out already.

    Attributes:
        version: The version of the laws it was made from.
        digest: The fingerprint of all instruments together.
        fingerprints: The fingerprint of each rule.
        reviews: The reviews of each instrument that has any.
    """

    version: str
    digest: str
    fingerprints: Mapping[str, str]
    reviews: Mapping[str, ReviewFile]


@dataclass
class Loading:
    """Faults met so far; raised together at the end."""

    faults: list[Fault] = field(default_factory=list)

    def read(self, path: Path) -> TextFile | None:
        """Read a file, or note why it cannot be read."""
        try:
            return read_tree(path)
        except FileError as error:
            self.faults.append(Fault(error.where or str(path), error.what, error.fix))
            return None

    def model(self, file: TextFile, model: type[Model]) -> Model | None:
        """Validate a file as a record, or note every field that is wrong."""
        try:
            return model.model_validate(file.tree)
        except ValidationError as error:
            self.note(file, error)
            return None

    def note(self, file: TextFile, error: ValidationError) -> None:
        """Note every fault of a validation, with its line."""
        found = error.errors(include_url=False)
        for fault in found:
            inner = any(
                other["loc"][: len(fault["loc"])] == fault["loc"]
                for other in found
                if other is not fault
            )
            if fault["type"] == "too_short" and inner:
                continue  # the parts are there; each has a fault of its own
            where = file.where(in_file(fault["loc"], file.tree))
            self.faults.append(Fault(where, _in_our_words(fault)))

    def finish(self, folder: Path) -> None:
        """Raise one error with all faults, if there are any.

        Raises:
            RecordInvalidError: Something was wrong.
        """
        if self.faults:
            raise RecordInvalidError(
                counted(len(self.faults), "fault") + " in the law files",
                where=str(folder),
                fix="correct the places named above; see docs/reference/law-files.md",
                faults=self.faults,
            )


def _in_our_words(fault: Any) -> str:
    """What is wrong with a field, as the reader of the file would say it."""
    match fault["type"]:
        case "extra_forbidden":
            return "this key is not known here"
        case "missing":
            return f"the field {fault['loc'][-1]} is missing"
        case "enum" | "literal_error":
            return (
                f"“{fault['input']}” is not one of {fault['ctx']['expected'].replace(chr(39), '')}"
            )
    return str(fault["msg"].removeprefix("Value error, "))


def in_file(loc: Place, tree: Any) -> Place:
    """Keep of a validation error's place only what stands in the file."""
    kept: list[str | int] = []
    for part in loc:
        inside = isinstance(tree, dict) and part in tree
        if isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            inside = True
        if not inside:
            continue
        kept.append(part)
        tree = tree[part]
    return tuple(kept)


def load_laws(folder: Path) -> Laws:
    """Load a whole laws folder.

    Raises:
        RecordInvalidError: One or more files are wrong; all faults are named.
        FileUnreadableError: The folder is no laws folder.
    """
    laws, loading = survey_laws(folder)
    loading.finish(folder)
    return laws


def survey_laws(folder: Path) -> tuple[Laws, Loading]:
    """Load what can be loaded of a laws folder, and note the faults of the rest.

    Raises:
        RecordInvalidError: The facts or the jurisdictions are wrong.
        FileUnreadableError: The folder is no laws folder.
    """
    loading = Loading()
    laws = _frame(folder, loading)
    for path in find_files(folder / "records", "instrument.yaml"):
        _take_instrument(laws, path, loading)
    for id_, file in laws.files.items():
        for place, what in check_relations(laws.instruments[id_], laws.instruments):
            loading.faults.append(Fault(file.where(place), what))
    return laws, loading


def _frame(folder: Path, loading: Loading) -> Laws:
    if not folder.exists():
        raise FileUnreadableError(
            "there is no such folder or file",
            where=str(folder),
            fix="point --laws at a laws folder",
        )
    for name in ("facts.yaml", "jurisdictions.yaml", "records"):
        if not (folder / name).exists():
            raise FileUnreadableError(
                f"the folder has no {name}", where=str(folder), fix="point --laws at a laws folder"
            )
    jurisdictions: dict[str, Jurisdiction] = {}
    if file := loading.read(folder / "jurisdictions.yaml"):
        for place in _validated(file, list[Jurisdiction], loading) or []:
            jurisdictions[place.code] = place
    specs: dict[str, FactSpec] = {}
    if file := loading.read(folder / "facts.yaml"):
        specs = _validated(file, dict[str, FactSpec], loading) or {}
    loading.finish(folder)
    return Laws(folder, Vocabulary(specs, jurisdictions), jurisdictions)


def _validated(file: TextFile, shape: Any, loading: Loading) -> Any:
    try:
        return TypeAdapter(shape).validate_python(file.tree)
    except ValidationError as error:
        loading.note(file, error)
        return None


def _take_instrument(laws: Laws, path: Path, loading: Loading) -> None:
    file = loading.read(path)
    instrument = loading.model(file, Instrument) if file else None
    if not file or not instrument:
        return
    reader = RuleReader(instrument, laws.vocabulary)
    rules = reader.read()
    folder = path.parent.relative_to(laws.folder / "records").as_posix()
    found = [*reader.faults, *check_record(instrument, rules, folder, laws.vocabulary)]
    loading.faults += [Fault(file.where(in_file(place, file.tree)), what) for place, what in found]
    laws.instruments[instrument.id] = instrument
    laws.files[instrument.id] = file
    laws.rules += rules
