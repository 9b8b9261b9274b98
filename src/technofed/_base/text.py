"""Words for people: suggestions for slips of the pen, and lists in prose."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a name that is not known, or nothing when none is near.

    >>> did_you_mean("employes", ["employees", "place"])
    'did you mean employees?'
    """
    near = get_close_matches(word, list(known), n=2, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else ""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "provision"), counted(0, "provision")
    ('1 provision', 'no provisions')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def in_prose(words: Sequence[str], joiner: str = "and") -> str:
    """Join words as prose does.

    >>> in_prose(["a", "b", "c"])
    'a, b and c'
    """
    if len(words) < 2:  # noqa: PLR2004 (one word needs no joiner)
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"
