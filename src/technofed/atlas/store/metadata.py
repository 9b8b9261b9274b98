"""What Datasette shows beside the tables: licence, source, and the meaning of every column.

The meanings stand once, as comments in ``schema.sql``; they are read from there.
"""

import re
from typing import Any

_TABLE = re.compile(r"CREATE (?:TABLE|VIEW) (\w+)(?: \(| AS) *(?:-- (.*))?")
_COLUMN = re.compile(r" +(\w+) +(?:TEXT|REAL|INTEGER)[^-]*(?:-- (.*))?")


def datasette(schema: str, about: dict[str, str]) -> dict[str, Any]:
    """Datasette's metadata for a store.

    Args:
        schema: The store's schema with its comments.
        about: What the store says of itself.
    """
    tables: dict[str, dict[str, Any]] = {}
    current: dict[str, Any] = {}
    for line in schema.splitlines():
        if found := _TABLE.match(line):
            current = tables.setdefault(found[1], {"columns": {}})
            current["description"] = found[2] or ""
        elif (found := _COLUMN.match(line)) and found[2]:
            current["columns"][found[1]] = found[2]
    return {
        "title": about["title"],
        "license": about["licence"],
        "license_url": about["licence_url"],
        "source": f"technofed laws {about['laws']}, digest {about['laws_digest'][:12]}",
        "about": f"Newest source read on {about['vintage']}. {about['not_legal_advice']}",
        "databases": {"*": {"tables": {name: _kept(table) for name, table in tables.items()}}},
    }


def _kept(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value}
