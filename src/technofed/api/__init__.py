"""The public questions. Each function answers one; every face calls only these.

One is imported by itself, since it loads Polars: :func:`technofed.api.portfolio.judge_many`.
"""

from technofed.api.article import Answer, Mechanism, ask_article, inputs_of, list_mechanisms
from technofed.api.brief import brief, load_undertaking, versions
from technofed.api.checks import Checked, check_instrument
from technofed.api.doctor import examine
from technofed.api.interview import Interview
from technofed.api.laws import load, review_status, survey
from technofed.api.library import Library, open_library
from technofed.api.schemas import NAMES as SCHEMA_NAMES
from technofed.api.schemas import schema
from technofed.api.sheet import Sheet, sheet
from technofed.api.store import build_store, default_store, store_metadata
from technofed.atlas.files import require_writable
from technofed.atlas.files import write_whole as write
from technofed.atlas.laws import Laws
from technofed.atlas.store.search import Found
from technofed.atlas.walk.audit import Audit, Audited
from technofed.atlas.walk.chronicle import Happened, Wanted
from technofed.atlas.walk.cite import Style
from technofed.atlas.walk.facets import FACETS
from technofed.atlas.walk.graph import Thread, Web
from technofed.atlas.walk.matrix import Matrix
from technofed.atlas.walk.view import Record
from technofed.law.moments import Days

__all__ = [
    "FACETS",
    "SCHEMA_NAMES",
    "Answer",
    "Audit",
    "Audited",
    "Checked",
    "Days",
    "Found",
    "Happened",
    "Interview",
    "Laws",
    "Library",
    "Matrix",
    "Mechanism",
    "Record",
    "Sheet",
    "Style",
    "Thread",
    "Wanted",
    "Web",
    "ask_article",
    "brief",
    "build_store",
    "check_instrument",
    "default_store",
    "examine",
    "inputs_of",
    "list_mechanisms",
    "load",
    "load_undertaking",
    "open_library",
    "require_writable",
    "review_status",
    "schema",
    "sheet",
    "store_metadata",
    "survey",
    "versions",
    "write",
]
