"""Is this installation sound, and which laws would it use?"""

import shutil
import sys
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from technofed._base.errors import TechnofedError
from technofed.api.brief import versions
from technofed.api.laws import load
from technofed.atlas.laws import Laws

STALE_DAYS = 180


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    what: str
    good: bool
    said: str


def examine(folder: Path | None, day: date) -> list[Finding]:
    """Look at Python, the packages, and the laws.

    Args:
        folder: The laws folder; the one shipped if None.
        day: Today, to say how old the records are.
    """
    python = ".".join(str(part) for part in sys.version_info[:3])
    found = [Finding("Python", sys.version_info >= (3, 11), python)]
    found += [_package(name) for name in ("click", "jinja2", "polars", "pydantic", "pyyaml")]
    fast = find_spec("yaml._yaml") is not None
    found.append(
        Finding("fast YAML parser", fast, "present" if fast else "absent: loading is slow")
    )
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    found.append(Finding("Chromium", True, chromium or "absent (only the browser tests need it)"))
    try:
        laws = load(folder)
    except TechnofedError as error:
        return [*found, Finding("laws", False, str(error))]
    return [*found, *_laws(laws, day)]


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "not installed")


def _laws(laws: Laws, day: date) -> list[Finding]:
    known = versions(laws)
    said = f"{known.laws}: {known.instruments} instruments, {known.provisions} provisions"
    reads = [source.read for each in laws.instruments.values() for source in each.sources]
    age = (day - min(reads)).days if reads else 0
    marks = sum(bool(rule.provision.verify) for rule in laws.rules)
    return [
        Finding("laws", True, f"{said} ({laws.folder})"),
        Finding("oldest reading", age <= STALE_DAYS, f"{age} days ago" if reads else "none"),
        Finding("provisions still to be verified", True, f"{marks} of {len(laws.rules)}"),
    ]
