"""The atlas that every contender searches, and the text of its records."""

import os
from datetime import date
from pathlib import Path

from technofed import api
from technofed.atlas.store.rows import text_of

DAYS = api.Days(as_of=date(2026, 11, 22), known=date(2026, 11, 22))


def laws() -> Path | None:
    """The laws folder asked for; ``None`` for the one shipped."""
    asked = os.environ.get("BENCHMARK_LAWS")
    return Path(asked) if asked else None


def texts(library: api.Library) -> dict[str, str]:
    """All the words by which each record is found, as one text."""
    atlas = library.atlas
    return {each.id: " · ".join(text_of(each, atlas).values()) for each in atlas.records()}
