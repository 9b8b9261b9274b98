"""Tables as Parquet and CSV, whole or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from technofed._base.errors import FileUnwritableError


def require_folder(folder: Path) -> None:
    """Make a folder for the answer, before work is put into it.

    Raises:
        FileUnwritableError: It is a file, or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnwritableError(
            f"the folder cannot be made: {error.strerror}",
            where=str(folder),
            fix="name a folder that is not a file, where you may write",
        ) from error


def write_table(folder: Path, name: str, columns: Mapping[str, Sequence[Any]]) -> None:
    """Write ``name.parquet`` and ``name.csv``.

    Raises:
        FileUnwritableError: The folder may not be written.
    """
    import polars as pl  # noqa: PLC0415 (slow to load, and wanted by one command)

    table = pl.DataFrame(dict(columns), strict=False)
    for suffix, write in ((".parquet", table.write_parquet), (".csv", table.write_csv)):
        path, part = folder / f"{name}{suffix}", folder / f".{name}{suffix}.part"
        try:
            write(part)
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise FileUnwritableError(
                f"the table cannot be written: {error.strerror or error}",
                where=str(path),
                fix="check that you may write there and that there is room",
            ) from error
