"""The fast stages of trace say what the readable definition says, on any texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from technofed.law.documents import Document
from technofed.trace import definition
from technofed.trace.corpus import prepare
from technofed.trace.join import Shared, share
from technofed.trace.passages import find_passages
from technofed.trace.runs import join_runs
from technofed.trace.settings import Settings
from technofed.trace.stretches import maximal_stretches
from technofed.trace.tokens import Tokens, tokenise

SETTINGS = Settings(gram=3)
texts = st.text(alphabet="abAB éß法律的 \n.-7İ", max_size=60)
few_words = st.lists(st.sampled_from(["law", "act", "Act", "the", "法"]), max_size=25).map(" ".join)


def placed(tokens: Tokens, at: int) -> tuple[int, int]:
    document = int(np.searchsorted(tokens.bounds, at, side="right")) - 1
    return document, at - int(tokens.bounds[document])


def seeds_of(tokens: Tokens, found: Shared) -> set[tuple[int, int, int, int]]:
    mask = (1 << found.bits) - 1
    pairs = [(seed & mask, (seed & mask) + (seed >> found.bits)) for seed in found.seeds.tolist()]
    return {(*placed(tokens, one), *placed(tokens, other)) for one, other in pairs}


@given(st.lists(texts, max_size=5))
def test_words_and_their_places_are_those_of_the_definition(given_texts: list[str]) -> None:
    tokens = tokenise(given_texts)
    for n, text in enumerate(given_texts):
        mine = slice(int(tokens.bounds[n]), int(tokens.bounds[n + 1]))
        ends = tokens.starts[mine].astype(int) + tokens.lengths[mine]
        spans = list(zip(tokens.starts[mine].tolist(), ends.tolist(), strict=True))
        assert spans == [(start, end) for start, end, _ in definition.words(text)]


@given(texts, texts)
def test_equal_words_have_equal_numbers_and_others_do_not(one: str, other: str) -> None:
    tokens = tokenise([one, other])
    words = [word for text in (one, other) for _, _, word in definition.words(text)]
    numbers = tokens.hashes.tolist()
    assert len(set(zip(words, numbers, strict=True))) == len(set(words)) == len(set(numbers))


@given(st.lists(few_words, max_size=12))
def test_the_join_links_what_the_definition_links(given_texts: list[str]) -> None:
    tokens = tokenise(given_texts)
    found = share(tokens, SETTINGS)
    assert len(found.seeds) == len(set(found.seeds.tolist()))
    assert seeds_of(tokens, found) == definition.seeds(given_texts, SETTINGS)


@given(st.lists(few_words, max_size=12))
def test_runs_are_those_of_the_definition(given_texts: list[str]) -> None:
    tokens = tokenise(given_texts)
    found = share(tokens, SETTINGS)
    runs = join_runs(np.sort(found.seeds), found.bits, SETTINGS.gram)
    said = {
        (*placed(tokens, early), *placed(tokens, early + apart), words)
        for early, apart, words in zip(
            runs.early.tolist(), runs.apart.tolist(), runs.words.tolist(), strict=True
        )
    }
    assert said == definition.runs(definition.seeds(given_texts, SETTINGS), SETTINGS.gram)


@given(st.lists(st.integers(-6, 6), max_size=14))
def test_the_best_stretches_are_those_of_the_definition(gains: list[int]) -> None:
    found = maximal_stretches([float(gain) for gain in gains])
    naive = definition.best_stretches([float(gain) for gain in gains])
    totals = [sum(gains[first:end]) for first, end in naive]
    assert sorted(total for _, _, total in found) == sorted(totals)
    assert all(total == sum(gains[first:end]) for first, end, total in found)


@given(st.lists(few_words, min_size=2, max_size=6))
def test_the_order_of_the_files_changes_nothing(given_texts: list[str]) -> None:
    documents = [Document(f"d{n}", text) for n, text in enumerate(given_texts)]
    settings = Settings(gram=3, least_score=4, seed_words=3)
    answers = []
    for order in (documents, documents[::-1]):
        corpus = prepare(order)
        passages = find_passages(corpus, settings)
        answers.append(
            [
                (corpus.documents[one].id, corpus.documents[other].id, *rest)
                for one, other, *rest in zip(
                    passages.early.tolist(),
                    passages.late.tolist(),
                    passages.early_first.tolist(),
                    passages.late_end.tolist(),
                    passages.matched.tolist(),
                    strict=True,
                )
            ]
        )
    assert answers[0] == answers[1]


@given(st.lists(few_words, min_size=2, max_size=6))
def test_a_passage_counts_words_that_are_really_equal(given_texts: list[str]) -> None:
    corpus = prepare([Document(f"d{n}", text) for n, text in enumerate(given_texts)])
    passages = find_passages(corpus, Settings(gram=3, least_score=4, seed_words=3))
    for n in range(len(passages)):
        sides = []
        for document, first, end in (
            (passages.early[n], passages.early_first[n], passages.early_end[n]),
            (passages.late[n], passages.late_first[n], passages.late_end[n]),
        ):
            start, stop = corpus.tokens.span(int(first), int(end))
            text = corpus.documents[int(document)].text[start:stop]
            sides.append([word for _, _, word in definition.words(text)])
        assert sides[0][0] == sides[1][0]
        assert sides[0][-1] == sides[1][-1]
        assert passages.matched[n] <= min(len(sides[0]), len(sides[1]))
        assert passages.matched[n] + passages.edits[n] >= max(len(sides[0]), len(sides[1]))
