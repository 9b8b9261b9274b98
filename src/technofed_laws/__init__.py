"""The law as data: records, facts and jurisdictions. No logic lives here."""

from pathlib import Path

__all__ = ["VERSION", "path"]

VERSION = "2026.11.22"
"""Calendar version of the records (schema 1)."""


def path() -> Path:
    """The folder that holds ``facts.yaml``, ``jurisdictions.yaml`` and ``records/``."""
    return Path(__file__).parent
