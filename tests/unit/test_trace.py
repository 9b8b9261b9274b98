"""Passages, clusters, labels and directions on small texts that were written for it."""

from datetime import date

import numpy as np
import pytest

from technofed.api import trace
from technofed.law.documents import Document
from technofed.trace.align import Aligner
from technofed.trace.boilerplate import cues_of, fit_logistic
from technofed.trace.corpus import prepare
from technofed.trace.passages import find_passages
from technofed.trace.settings import Settings

MODEL = (
    "A deployer of a kiosk that ranks bakers shall, before the first loaf of each season is "
    "judged, tell every baker in plain words which features of the crust are weighed, how the "
    "weights were found, and whom to ask for a second tasting by a human being with a nose."
)
CLAUSE = (
    "If any provision of this act is held invalid, the invalidity does not affect other "
    "provisions which can be given effect without the invalid provision."
)
CHINESE = (
    "提供者应当对烘焙评分系统所使用的训练数据来源进行记录，保证面包样本真实准确客观多样，"
    "并在每季首次评分之前以通俗语言告知参评面包师所考虑的主要特征及其权重。"
)


def filler(seed: int, words: int = 120) -> str:
    rng = np.random.default_rng(seed)
    return " ".join("".join(rng.choice(list("abcdefghij"), 6)) for _ in range(words))


def bill(n: int, inside: str, day: date | None = None) -> Document:
    return Document(f"b{n}", f"{filler(n)} {inside} {filler(n + 1000)}", "", day, f"X{n % 5}")


def quote(traced: trace.Traced, side: str, row: int = 0) -> str:
    table = traced.tables["passages"]
    texts = {each.id: each.text for each in traced.corpus.documents}
    return texts[table[side][row]][table[f"{side}_start"][row] : table[f"{side}_end"][row]]


def test_a_copied_passage_is_found_with_its_exact_ends() -> None:
    found = trace.trace([bill(1, MODEL, date(2031, 1, 1)), bill(2, MODEL, date(2031, 2, 1))])
    assert quote(found, "early") == quote(found, "late") == MODEL.rstrip(".")
    table = found.tables["passages"]
    assert (table["early"], table["late"]) == (["b1"], ["b2"])
    assert table["edits"] == [0]
    assert table["earlier_to_later"][0] > 0.9
    assert table["direction_from"] == ["dates"]


def test_an_edited_copy_is_one_passage_with_its_edits_counted() -> None:
    softer = MODEL.replace("shall,", "may,").replace("plain words", "writing")
    found = trace.trace([bill(1, MODEL), bill(2, softer)])
    table = found.tables["passages"]
    assert len(table["early"]) == 1
    assert table["edits"] == [3]
    assert 0.9 < table["similarity"][0] < 1


def test_line_numbers_and_case_do_not_break_a_passage() -> None:
    words = MODEL.upper().split()
    numbered = "\n".join(
        f"{n // 6 + 1}  {' '.join(words[n : n + 6])}" for n in range(0, len(words), 6)
    )
    found = trace.trace([bill(1, MODEL), bill(2, numbered)])
    assert found.tables["passages"]["edits"] == [0]


def test_han_text_is_matched_by_characters() -> None:
    found = trace.trace([bill(1, CHINESE), bill(2, CHINESE.replace("面包师", "糕点师"))])
    assert quote(found, "early").startswith("提供者应当")
    assert found.tables["passages"]["edits"][0] == 2


def test_passages_that_changed_places_are_both_found_and_marked_as_moved() -> None:
    common = trace.compare_texts(
        Document("a", f"{MODEL} {filler(5, 200)} {CHINESE}"),
        Document("b", f"{CHINESE} {filler(6, 200)} {MODEL}"),
    )
    assert len(common) == 2
    assert [each.moved for each in common].count(True) == 1


def test_one_passage_in_nineteen_bills_is_one_finding() -> None:
    found = trace.trace([bill(n, MODEL) for n in range(19)])
    assert found.tables["clusters"]["documents"] == [19]
    assert len(found.tables["members"]["document"]) == 19
    assert len(found.tables["passages"]["early"]) < 171


def test_identical_documents_are_told_once_and_finish() -> None:
    same = [Document(f"s{n:05}", filler(1, 400)) for n in range(10_000)]
    found = trace.trace(same)
    assert len(found.tables["same"]["same"]) == 9_999
    assert len(found.tables["passages"]["early"]) == 0


def test_what_everybody_has_is_found_too_and_marked_not_dropped() -> None:
    documents = [bill(n, CLAUSE + (" " + MODEL if n in (3, 7) else "")) for n in range(80)]
    found = trace.trace(documents)
    clusters = found.tables["clusters"]
    common = clusters["documents"].index(80)
    assert clusters["probability"][common] < 0.5
    assert "severability" in clusters["reason"][common] or clusters["verbatim"][common] > 0.9


def test_commonness_and_strength_are_apart() -> None:
    few = trace.trace([bill(n, MODEL) for n in range(2)]).tables["passages"]
    many = trace.trace([bill(n, MODEL) for n in range(60)]).tables["passages"]
    assert few["strength"][0] == many["strength"][0]
    assert few["commonness"][0] < many["commonness"][0]


def test_the_corpus_can_be_asked_for_one_text() -> None:
    corpus = [bill(n, MODEL if n == 4 else CLAUSE) for n in range(8)]
    found = trace.query(Document("mine", f"Preamble. {MODEL} End."), corpus)
    assert set(found.tables["passages"]["early"]) == {"b4"}
    assert quote(found, "late") == MODEL.rstrip(".")


def test_a_text_that_is_in_the_corpus_is_found_in_it() -> None:
    corpus = [bill(1, MODEL), bill(2, CLAUSE)]
    found = trace.query(Document("mine", corpus[0].text), corpus)
    assert found.tables["passages"]["early"] == ["b1"]


def test_texts_without_words_are_no_trouble() -> None:
    found = trace.trace([Document("a", ""), Document("b", "123 456"), bill(1, MODEL)])
    assert len(found.tables["passages"]["early"]) == 0
    assert trace.compare_texts(Document("a", ""), Document("b", MODEL)) == []


def test_long_texts_are_aligned_between_their_longest_runs() -> None:
    long = filler(9, 4000)
    words = long.split()
    words[1999:2003] = ["instead"]
    common = trace.compare_texts(Document("a", long), Document("b", " ".join(words)))
    assert sum(each.edits for each in common) == 4
    assert sum(each.matched for each in common) == 3996


def test_a_seed_in_the_middle_finds_edited_ends() -> None:
    corpus = prepare([bill(1, MODEL), bill(2, MODEL.replace("deployer", "maker"))])
    passages = find_passages(corpus, Settings())
    assert passages.edits.tolist() == [1]
    blocks = Aligner(corpus.tokens, Settings()).between(0, 5, 0, 5)
    assert blocks == [(True, 0, 5, 0, 5)]


def test_logistic_regression_finds_a_known_slope() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(20_000, 1))
    y = (rng.random(20_000) < 1 / (1 + np.exp(-(2 * x[:, 0] - 1)))).astype(float)
    model = fit_logistic(["x"], x, y)
    assert model.weights[0] / model.scale[0] == pytest.approx(2, abs=0.1)


def test_cues_name_the_kind_of_section() -> None:
    assert "severability" in cues_of(CLAUSE)
    assert cues_of(MODEL) == []


def test_settings_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="gram"):
        Settings(gram=1)
    with pytest.raises(ValueError, match="all_pairs"):
        Settings(all_pairs=1)
