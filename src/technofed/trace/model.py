"""The fitted numbers: written by ``python -m benchmarks.trace.fit``, never by hand."""

from technofed.trace.boilerplate import Logistic

TEXT = Logistic(
    names=("words", "similarity", "rarity"),
    mean=(2.241261, 0.777041, 0.835157),
    scale=(1.247134, 0.194724, 0.751144),
    weights=(2.582686, 0.104245, 2.171201, -1.222552),
)
"""On labelled alignments: log of equal words, similarity, mean rarity of the words."""

WHOLE = Logistic(
    names=("length", "documents", "verbatim", "adapted", "before"),
    mean=(4.275784, 0.316627, 0.098239, 0.031481, 0.018129),
    scale=(0.709658, 0.997592, 0.357525, 0.105167, 0.118173),
    weights=(2.607826, -0.835428, -1.284122, 0.038258, 1.043159, 3.110557),
)
"""On made-up clusters: mean log of equal words; log of documents; that times the share of
passages without edits, times the mean share of edits, times the share of documents older than
the first."""
