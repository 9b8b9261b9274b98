"""Canonical JSON and its SHA-256: the fingerprint of a record."""

import hashlib
import json


def canonical(value: object) -> str:
    """Write plain data as JSON with one possible spelling: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def digest(value: object) -> str:
    """The SHA-256 of the canonical JSON of ``value``, as hexadecimal text.

    >>> digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})
    True
    """
    return hashlib.sha256(canonical(value).encode()).hexdigest()
