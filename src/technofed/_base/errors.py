"""Every error technofed raises on purpose.

The tree (each leaf has a page in ``docs/errors/`` named after its code)::

    TechnofedError
    ├── FileError              a file cannot be used
    │   ├── FileUnreadableError    file-unreadable
    │   ├── FileSyntaxError        file-syntax
    │   ├── FileTooLargeError      file-too-large
    │   └── FileUnwritableError    file-unwritable
    ├── RecordInvalidError     record-invalid        law files do not follow the schema
    ├── UndertakingError       undertaking-invalid   the undertaking cannot be read as one
    ├── AdoptionsError         adoptions-invalid     adoption data cannot be read as such
    └── QuestionError          the question cannot be answered as put
        ├── UnknownIdError         unknown-id
        ├── ExtraMissingError      extra-missing
        ├── QuestionUnclearError   question-unclear
        └── ChecksFailedError      checks-failed
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file: where it stands, what it is, how to mend it."""

    where: str
    what: str
    fix: str = ""

    def __str__(self) -> str:
        """The fault on one line."""
        return f"{self.where}: {self.what}" + (f" ({self.fix})" if self.fix else "")


class TechnofedError(Exception):
    """Base of all errors raised on purpose: says what, where and what to do.

    Args:
        what: One sentence: what is wrong.
        where: File, line and field, or the argument that was wrong.
        fix: What the reader can do about it.
        faults: The single faults, when one error gathers many.
    """

    code: ClassVar[str] = ""

    def __init__(
        self, what: str, *, where: str = "", fix: str = "", faults: Iterable[Fault] = ()
    ) -> None:
        super().__init__(what)
        self.what, self.where, self.fix = what, where, fix
        self.faults = tuple(faults)

    def __str__(self) -> str:
        """The message, one labelled line per part."""
        lines = [f"{self.code}: {self.what}"]
        lines += [f"  where: {self.where}"] * bool(self.where)
        lines += [f"  - {fault}" for fault in self.faults]
        lines += [f"  fix: {self.fix}"] * bool(self.fix)
        return "\n".join(lines)


class FileError(TechnofedError):
    """A file cannot be used."""


class FileUnreadableError(FileError):
    """A file is missing, is not text, or may not be read."""

    code = "file-unreadable"


class FileSyntaxError(FileError):
    """A file cannot be read as YAML or JSON, or says the same thing twice."""

    code = "file-syntax"


class FileTooLargeError(FileError):
    """A file is larger, or nested deeper, than any honest file of its kind."""

    code = "file-too-large"


class FileUnwritableError(FileError):
    """The output cannot be written where it was asked to go."""

    code = "file-unwritable"


class RecordInvalidError(TechnofedError):
    """Law files can be read but do not follow the schema."""

    code = "record-invalid"


class UndertakingError(TechnofedError):
    """The undertaking's file can be read but does not describe an undertaking."""

    code = "undertaking-invalid"


class AdoptionsError(TechnofedError):
    """A table of adoptions can be read but does not say who adopted what and when."""

    code = "adoptions-invalid"


class QuestionError(TechnofedError):
    """The question cannot be answered as put."""


class UnknownIdError(QuestionError):
    """No record has this id."""

    code = "unknown-id"


class ExtraMissingError(QuestionError):
    """The question needs a package that is installed only with an extra."""

    code = "extra-missing"


class QuestionUnclearError(QuestionError):
    """The question names something that does not exist, or asks for nothing."""

    code = "question-unclear"


class ChecksFailedError(QuestionError):
    """The law files were checked, and something is wrong with them."""

    code = "checks-failed"
