"""What the tests share: the laws as shipped, and an invented federation."""

from pathlib import Path

import pytest
from hypothesis import settings

import technofed_laws
from technofed import api
from technofed.atlas.laws import Laws

settings.register_profile("technofed", deadline=None, print_blob=True)
settings.load_profile("technofed")

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
