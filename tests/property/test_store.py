"""The store says what the files say: the same records, the same bytes, the same hits."""

import sqlite3
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from technofed import api
from technofed._base.errors import FileUnreadableError, QuestionUnclearError
from technofed.atlas.store.build import index, search_schema
from technofed.atlas.store.rows import text_of
from technofed.atlas.store.words import match_expression, searchable
from technofed.law.moments import Days
from tests.conftest import EXEMPLA

DAYS = Days(date(2031, 8, 1), date(2031, 8, 1))


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return api.build_store(EXEMPLA, tmp_path_factory.mktemp("store") / "small.sqlite")


def test_every_record_comes_back_as_it_was(small: api.Library, stored: Path) -> None:
    again = api.open_library(stored)
    assert again.atlas.laws.instruments == small.atlas.laws.instruments
    assert again.atlas.entries == small.atlas.entries
    assert [r.id for r in again.atlas.laws.rules] == [r.id for r in small.atlas.laws.rules]
    assert again.atlas.laws.vocabulary == small.atlas.laws.vocabulary
    assert again.atlas.laws.digest == small.atlas.laws.digest


def test_reviews_and_fingerprints_come_back(small: api.Library, stored: Path) -> None:
    names = list(small.atlas.laws.instruments)
    again = api.load(stored)
    assert api.review_status(again, names) == api.review_status(small.atlas.laws, names)


def test_the_same_records_give_the_same_bytes(stored: Path, tmp_path: Path) -> None:
    again = api.build_store(EXEMPLA, tmp_path / "again.sqlite")
    assert again.read_bytes() == stored.read_bytes()


def test_a_store_found_by_digest_is_used_and_a_stale_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    mine = tmp_path / "laws"
    _copy(EXEMPLA, mine)
    built = api.build_store(mine)
    assert api.open_library(mine).store == built
    record = mine / "atlas/actor/xa/senate.yaml"
    record.write_text(record.read_text("utf-8").replace("upper", "older"), "utf-8")
    assert api.open_library(mine).store is None


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*.yaml"):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    (tmp_path / "text.sqlite").write_text("not a database at all", "utf-8")
    for path in (other, tmp_path / "text.sqlite"):
        with pytest.raises(FileUnreadableError, match="technofed build"):
            api.open_library(path)


def test_plain_sqlite_can_read_it(stored: Path) -> None:
    connection = sqlite3.connect(stored)
    hits = connection.execute("SELECT id FROM search WHERE search MATCH '\"招 聘\"'").fetchall()
    assert hits == [("xa/hiring-bill",)]
    told = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'statistics'").fetchone()
    assert "-- the population it counts" in told[0]
    (licence,) = connection.execute("SELECT value FROM about WHERE key = 'licence'").fetchone()
    assert "CC BY 4.0" in licence
    sentences = connection.execute("SELECT subject, predicate, object FROM relation_sentences")
    assert ("Kiosk, Inc.", "drafts", "Robot Hiring Bill") in sentences.fetchall()
    assert connection.execute("SELECT count(*) FROM timeline").fetchone()[0] > 0
    assert connection.execute("SELECT point FROM points_on_records").fetchall()


def test_a_search_gives_hits_counts_and_what_it_left_out(small: api.Library) -> None:
    found = small.search("robot", DAYS)
    assert "Robot" in small.title(found.hits[0].record), "names weigh most"
    assert found.facets["type"]["instrument"] >= 2
    assert found.total == len(found.hits)
    early = small.search("robot", Days(DAYS.as_of, date(2029, 1, 1)))
    assert early.out_of_view > 0
    assert early.total + early.out_of_view == found.total + found.out_of_view


def test_filters_take_in_the_parts_of_a_place(small: api.Library) -> None:
    assert small.search("hiring", DAYS, {"jurisdiction": ["XA"]}).total > 0
    assert small.search("hiring", DAYS, {"jurisdiction": ["XB"]}).total == 0
    assert small.search("hir*", DAYS, {"stage": ["vetoed"]}).hits[0].record.id == "xa/hiring-bill"


@pytest.mark.parametrize("question", ["", "   ", "-", '""', "*", "-nothing", '"*"', "!?"])
def test_a_question_without_words_is_unclear(small: api.Library, question: str) -> None:
    with pytest.raises(QuestionUnclearError):
        small.search(question, DAYS)


WORDS = ["robot", "hiring", "Bill", "机器人", "招聘", "法", "kiosk", "Senate", "nobody", "café"]
ODD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(st.lists(st.sampled_from(WORDS) | ODD, min_size=1, max_size=3))
def test_the_index_finds_what_the_definition_finds(words: list[str]) -> None:
    """The readable definition: every token sequence asked for stands in some field."""
    question = " ".join(words)
    connection, texts = _indexed()
    try:
        expression = match_expression(question)
    except QuestionUnclearError:
        return
    asked = expression.split(" NOT ")[0].split(" AND ")
    unwanted = expression.split(" NOT ")[1:]
    found = {
        id_
        for (id_,) in connection.execute(
            "SELECT id FROM search WHERE search MATCH ?", (expression,)
        )
    }
    defined = {
        id_
        for id_, fields in texts.items()
        if all(_stands(part, fields) for part in asked)
        and not any(_stands(part, fields) for part in unwanted)
    }
    assert found == defined


def _stands(part: str, fields: list[list[str]]) -> bool:
    begin = part.endswith(" *")
    wanted = _tokens(part.removesuffix(" *").strip('"'))
    if not wanted:
        return True
    for tokens in fields:
        for n in range(len(tokens) - len(wanted) + 1):
            window = tokens[n : n + len(wanted)]
            if window == wanted or (
                begin and window[:-1] == wanted[:-1] and window[-1].startswith(wanted[-1])
            ):
                return True
    return False


def _tokens(text: str) -> list[str]:
    """What SQLite's unicode61 makes of text: letters, digits and private use, accents removed."""
    folded = unicodedata.normalize("NFD", searchable(text))
    kept = "".join(
        c if unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" else " "
        for c in folded
        if unicodedata.category(c)[0] != "M"
    )
    return kept.split()


_CACHE: dict[str, tuple[sqlite3.Connection, dict[str, list[list[str]]]]] = {}


def _indexed() -> tuple[sqlite3.Connection, dict[str, list[list[str]]]]:
    if "small" not in _CACHE:
        atlas = api.open_library(EXEMPLA).atlas
        connection = sqlite3.connect(":memory:")
        connection.executescript(search_schema())
        index(connection, atlas)
        texts = {
            record.id: [_tokens(text) for text in text_of(record, atlas).values()]
            for record in atlas.records()
        }
        _CACHE["small"] = (connection, texts)
    return _CACHE["small"]
