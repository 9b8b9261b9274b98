"""The public questions. Each function answers one; every face calls only these."""

from technofed.api.brief import Days, brief, load_undertaking, versions
from technofed.api.checks import Checked, check_instrument
from technofed.api.laws import load, survey
from technofed.atlas.files import write_whole as write

__all__ = [
    "Checked",
    "Days",
    "brief",
    "check_instrument",
    "load",
    "load_undertaking",
    "survey",
    "versions",
    "write",
]
