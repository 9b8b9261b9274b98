"""The atlas the tests ask: the real records, loaded once."""

from functools import cache

import technofed_laws
from technofed.atlas.shelf import Atlas, survey_atlas


@cache
def the_atlas() -> Atlas:
    """The atlas of the records in this repository."""
    return survey_atlas(technofed_laws.path())[0]
