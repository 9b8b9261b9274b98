"""Passages as the scoring wants them."""

import numpy as np

from benchmarks.trace.planted import Made
from benchmarks.trace.scoring import Hit
from technofed.trace.corpus import Corpus
from technofed.trace.passages import Floats, Passages


def hits_of(
    made: Made, corpus: Corpus, passages: Passages, probability: Floats | None = None
) -> list[Hit]:
    """Passages with documents numbered as they were made and places in characters."""
    number = {document.id: n for n, document in enumerate(made.documents)}
    documents = [number[document.id] for document in corpus.documents]
    chance = np.ones(len(passages)) if probability is None else probability
    out = []
    for n in range(len(passages)):
        early = int(passages.early_first[n]), int(passages.early_end[n])
        late = int(passages.late_first[n]), int(passages.late_end[n])
        out.append(
            Hit(
                documents[int(passages.early[n])],
                documents[int(passages.late[n])],
                corpus.tokens.span(*early),
                corpus.tokens.span(*late),
                int(passages.matched[n] + passages.edits[n]),
                float(passages.similarity[n]),
                float(chance[n]),
            )
        )
    return out
