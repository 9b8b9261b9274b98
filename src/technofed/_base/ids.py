"""Ids: lower case, stable, sayable. ``us-co/sb26-189`` is an instrument, ``…#1704-1`` its part.

Every other record of the atlas begins with its kind: ``actor/us/congress``, ``event/us-e042``.
"""

import re

INSTRUMENT = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,3})?(/[a-z0-9][a-z0-9.-]*)+")
ENTRY = re.compile(r"(actor|artefact|event|point|relation|statistic|table)(/[a-z0-9][a-z0-9.-]*)+")
PART = re.compile(r"[a-z0-9][a-z0-9_.-]*")


def join(instrument: str, provision: str) -> str:
    """The id of a provision of an instrument.

    >>> join("us-co/sb26-189", "1704-1")
    'us-co/sb26-189#1704-1'
    """
    return f"{instrument}#{provision}"


def split(full: str) -> tuple[str, str]:
    """Take the id of a provision apart; without ``#`` the second part is empty."""
    instrument, _, provision = full.partition("#")
    return instrument, provision
