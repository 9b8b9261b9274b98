"""What the tests share: the laws as shipped, and an invented federation."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

import technofed_laws
from technofed import api
from technofed.atlas.laws import Laws

# At a desk every run tries new examples; CI tries the same ones, so that luck lands nothing.
settings.register_profile("desk", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "desk")

# No test reads a store somebody built in their own cache, nor leaves one there.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="technofed-tests-")

EXEMPLA = Path(__file__).parent / "exempla"
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def laws() -> Laws:
    """The laws as shipped."""
    return api.load(technofed_laws.path())


@pytest.fixture(scope="session")
def exempla() -> Laws:
    """An invented federation: no real law, so no real change can break a unit test."""
    return api.load(EXEMPLA)


@pytest.fixture(scope="session")
def library() -> api.Library:
    """The atlas as shipped."""
    return api.open_library(technofed_laws.path())


@pytest.fixture(scope="session")
def small() -> api.Library:
    """The atlas of the invented federation."""
    return api.open_library(EXEMPLA)
