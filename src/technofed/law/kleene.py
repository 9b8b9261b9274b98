"""Kleene's three-valued logic: ``True``, ``False`` and ``None`` for unknown.

Unknown spreads only as far as it matters: *false and unknown* is false, *true and
unknown* is unknown.
"""

from collections.abc import Iterable

Truth = bool | None
"""A verdict: yes, no, or not known."""


def negate(truth: Truth) -> Truth:
    """Turn yes into no and no into yes; leave unknown alone."""
    return None if truth is None else not truth


def every(truths: Iterable[Truth]) -> Truth:
    """No if any is no; else unknown if any is unknown; else yes."""
    seen = set(truths)
    return False if False in seen else None if None in seen else True


def some(truths: Iterable[Truth]) -> Truth:
    """Yes if any is yes; else unknown if any is unknown; else no."""
    seen = set(truths)
    return True if True in seen else None if None in seen else False


def at_least(count: int, truths: Iterable[Truth]) -> Truth:
    """Yes if ``count`` are yes; no if fewer than ``count`` could be; else unknown.

    >>> at_least(2, [True, None, False]), at_least(2, [None, False, False])
    (None, False)
    """
    seen = list(truths)
    certain = seen.count(True)
    return True if certain >= count else False if certain + seen.count(None) < count else None
