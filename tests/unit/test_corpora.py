"""Corpora as users bring them: formats, and everything that can be wrong with them."""

import gzip
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from technofed._base.errors import FileSyntaxError, FileUnreadableError, QuestionUnclearError
from technofed.atlas.imports.corpora import read_corpus

TODAY = date(2031, 8, 1)
ROWS = [
    {"id": "a", "text": "one law", "date": "2031-01-02", "jurisdiction": "XA", "series": "s"},
    {"id": "b", "text": "第二部法律", "date": "2031-02-03", "jurisdiction": "XB", "series": "s"},
]


def lines(rows: list[dict[str, str]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "csv", "parquet"])
def test_every_format_gives_the_same_documents(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"corpus.{kind}"
    if kind == "jsonl":
        path.write_text(lines(ROWS), encoding="utf-8")
    elif kind == "jsonl.gz":
        path.write_bytes(gzip.compress(lines(ROWS).encode()))
    elif kind == "csv":
        pl.DataFrame(ROWS).write_csv(path)
    else:
        pl.DataFrame(ROWS).with_columns(pl.col("date").str.to_date()).write_parquet(path)
    found = read_corpus(path, TODAY)
    assert [each.id for each in found.documents] == ["a", "b"]
    assert found.documents[1].text == "第二部法律"
    assert found.documents[0].day == date(2031, 1, 2)
    assert found.documents[0].jurisdiction == "XA"
    assert found.warnings() == []


def test_a_folder_is_read_whatever_the_encodings(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in {
        "a.txt": b"plain law",
        "b.md": "café law".encode("cp1252"),
        "c.txt": ("提供者应当保证数据来源合法" * 3).encode("gb18030"),
        "d.txt": "wide law".encode("utf-16"),
        "in/e.txt": "\ufeffmarked law".encode(),
        "f.txt": b"\x00\x01\x02\x03binary",
        "g.txt": b"  \n",
        "h.pdf": b"%PDF-1.7",
    }.items():
        (tmp_path / name).write_bytes(data)
    found = read_corpus(tmp_path, TODAY)
    texts = {each.id: each.text for each in found.documents}
    assert texts["b"] == "café law"
    assert texts["c"].startswith("提供者应当")
    assert texts["d"] == "wide law"
    assert texts["in/e"] == "marked law"
    said = "\n".join(found.warnings())
    for words in (
        "1 document of binary data left out (e.g. f.txt)",
        "1 document without text left out (e.g. g.txt)",
        "1 document of another kind than .txt or .md passed over (e.g. h.pdf)",
        "read as cp1252",
        "read as gb18030",
        "read as utf-16",
    ):
        assert words in said


def test_bad_rows_are_counted_and_never_stop_the_reading(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        {"id": "a", "text": "again"},
        {"id": "c", "text": "", "date": ""},
        {"id": "d", "text": "late", "date": "2099-01-01"},
        {"id": "e", "text": "odd", "date": "soon"},
        {"id": "f", "text": "nul \x00 inside"},
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text(lines(rows) + "{broken\n[1, 2]\n\n", encoding="utf-8")
    found = read_corpus(path, TODAY)
    assert [each.id for each in found.documents] == ["a", "b", "a#2", "d", "e"]
    said = "\n".join(found.warnings())
    for words in (
        "1 document with an id that was taken",
        "1 document without text left out",
        "1 document with a date in the future (e.g. d: 2099-01-01)",
        "1 document with a date that cannot be read",
        "1 document of binary data",
        "2 documents that are no JSON objects left out (e.g. corpus.jsonl, line 8, corpus.jsonl, line 9)",
    ):
        assert words in said


def test_other_names_of_columns_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_text("NO,BODY\n7,some law\n", encoding="utf-8")
    found = read_corpus(path, TODAY, {"id": "NO", "text": "BODY"})
    assert [(each.id, each.text) for each in found.documents] == [("7", "some law")]
    with pytest.raises(FileSyntaxError, match="no column holds the text"):
        read_corpus(path, TODAY)
    with pytest.raises(QuestionUnclearError, match="documents have no colour"):
        read_corpus(path, TODAY, {"colour": "NO"})


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("missing.jsonl", None, FileUnreadableError),
        ("empty.jsonl", b"", FileUnreadableError),
        ("program.exe", b"MZ", FileUnreadableError),
        ("bytes.txt", b"\x00" * 99, FileUnreadableError),
        ("torn.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 999, mtime=0)[:40], FileSyntaxError),
        ("not.parquet", b"no parquet", FileSyntaxError),
        ("not.jsonl.gz", b"no gzip", FileSyntaxError),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_corpus_is_said_to_be_none(
    tmp_path: Path, name: str, data: bytes | None, error: type[Exception]
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error):
        read_corpus(path, TODAY)
