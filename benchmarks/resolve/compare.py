"""The comparison of verdicts with the definition, cell by cell."""

from collections.abc import Iterable, Sequence

from technofed.law.kleene import Truth


def compare(
    truths: Iterable[Sequence[Truth]], answers: Iterable[Sequence[Truth]]
) -> dict[str, int]:
    """Count the cells where answers differ from the definition, and how."""
    counts = dict.fromkeys(("cells", "no", "yes", "unknown", "mismatches"), 0)
    counts |= {"unknown_said_no": 0, "unknown_said_yes": 0, "known_said_otherwise": 0}
    names: dict[Truth, str] = {False: "no", True: "yes", None: "unknown"}
    for row, said_row in zip(truths, answers, strict=True):
        for truth, said in zip(row, said_row, strict=True):
            counts["cells"] += 1
            counts[names[truth]] += 1
            if said is not truth:
                counts["mismatches"] += 1
                wrong = (
                    "known_said_otherwise" if truth is not None else f"unknown_said_{names[said]}"
                )
                counts[wrong] += 1
    return counts
