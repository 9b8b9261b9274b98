"""Every parameter of the search, once, with its unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How passages are looked for. Frozen on one made-up corpus, scored on others.

    Attributes:
        gram: Words in an n-gram (characters, in Han text).
        all_pairs: An n-gram with at most this many occurrences links each of them to each.
            One with more links each to the earliest two and the previous two, so nothing
            is cut off and the cost stays linear.
        band: Diagonals that one chain may span, in words: how far insertions may shift it.
        gap: Words without any shared n-gram that a chain may bridge.
        seed_words: Words that must be covered by shared n-grams before two places are aligned.
        margin: Words beyond a chain's ends in which its true ends are looked for.
        edit_cost: What an edited word costs, where an equal word earns 1.
        block: Words after which one long insertion or deletion costs no more.
        least_score: Match strength (equal words less the cost of edits) a passage needs.
    """

    gram: int = 4
    all_pairs: int = 6
    band: int = 32
    gap: int = 48
    seed_words: int = 10
    margin: int = 32
    edit_cost: float = 0.5
    block: int = 12
    least_score: float = 20.0

    def __post_init__(self) -> None:
        """Refuse what would find nothing or everything.

        Raises:
            ValueError: A value is outside its range.
        """
        if not 2 <= self.gram <= 16:  # noqa: PLR2004 (the range is said in the message)
            raise ValueError(f"gram must lie between 2 and 16, got {self.gram}")
        if self.all_pairs < 4:  # noqa: PLR2004 (below four, linear linking would link more)
            raise ValueError(f"all_pairs must be 4 or more, got {self.all_pairs}")
        if self.band not in (16, 32, 64, 128):
            raise ValueError(f"band must be 16, 32, 64 or 128, got {self.band}")
        if self.least_score <= 0 or self.edit_cost <= 0:
            raise ValueError("least_score and edit_cost must be above 0")


LENGTHENED_LINKS = 2
"""How many of the earliest, and of the previous, occurrences a common n-gram is linked to."""
