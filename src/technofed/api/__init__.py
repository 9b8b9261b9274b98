"""The public questions. Each function answers one; every face calls only these.

One is imported by itself, since it loads Polars: :func:`technofed.api.portfolio.judge_many`.
"""

from technofed.api.brief import Days, brief, load_undertaking, versions
from technofed.api.checks import Checked, check_instrument
from technofed.api.doctor import examine
from technofed.api.interview import Interview
from technofed.api.laws import load, review_status, survey
from technofed.api.schemas import NAMES as SCHEMA_NAMES
from technofed.api.schemas import schema
from technofed.api.sheet import Sheet, sheet
from technofed.atlas.files import require_writable
from technofed.atlas.files import write_whole as write
from technofed.atlas.laws import Laws

__all__ = [
    "SCHEMA_NAMES",
    "Checked",
    "Days",
    "Interview",
    "Laws",
    "Sheet",
    "brief",
    "check_instrument",
    "examine",
    "load",
    "load_undertaking",
    "require_writable",
    "review_status",
    "schema",
    "sheet",
    "survey",
    "versions",
    "write",
]
