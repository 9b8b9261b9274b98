"""``technofed trace`` and ``compare``, as a person would use them."""

import csv
import json
from pathlib import Path

import networkx
import polars as pl
from click.testing import CliRunner, Result

from technofed.faces.cli.main import main
from tests.unit.test_trace import CHINESE, CLAUSE, MODEL, filler


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def corpus(folder: Path) -> Path:
    path = folder / "bills.jsonl"
    rows = [
        {"id": f"<b&{n}>", "text": f"{filler(n)} {MODEL if n < 3 else CLAUSE} {filler(n + 50)}", "date": f"2031-01-0{n + 1}"}
        for n in range(6)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_corpus_is_traced_into_a_folder(tmp_path: Path) -> None:
    out = tmp_path / "found"
    result = run("trace", str(corpus(tmp_path)), "-o", str(out))
    assert result.exit_code == 0, result.stderr
    assert "6 documents" in result.stdout
    rows = pl.read_parquet(out / "passages.parquet").to_dicts()
    with (out / "passages.csv").open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == len(rows)
    texts = {
        row["id"]: row["text"]
        for row in map(json.loads, corpus(tmp_path).read_text(encoding="utf-8").splitlines())
    }
    for row in rows:
        inside = texts[row["late"]][row["late_start"] : row["late_end"]]
        assert inside in (MODEL.rstrip("."), CLAUSE.rstrip("."))
    graph = networkx.read_graphml(out / "pairs.graphml")
    assert graph.has_edge("<b&0>", "<b&1>")
    assert (out / "summary.txt").read_text(encoding="utf-8") == result.stdout


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("trace", "corpus", str(corpus(tmp_path)), "-o", str(tmp_path / name))
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_a_text_is_looked_up(tmp_path: Path) -> None:
    asked = tmp_path / "mine.txt"
    asked.write_text(f"Mine. {MODEL}", encoding="utf-8")
    result = run("trace", "query", str(asked), str(corpus(tmp_path)), "--json")
    assert result.exit_code == 0, result.stderr
    rows = json.loads(result.stdout)["passages"]
    assert {row["early"] for row in rows} <= {"<b&0>", "<b&1>", "<b&2>"}
    assert {row["late_start"] for row in rows} == {6}
    assert "[6:" in run("trace", "query", str(asked), str(corpus(tmp_path))).stdout


def test_two_texts_are_shown_side_by_side(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(f"{MODEL} <script>alert(1)</script> {CHINESE}", encoding="utf-8")
    other.write_text(f"{MODEL.replace('shall', 'may')} {CHINESE}", encoding="utf-8")
    said = run("compare", str(one), str(other)).stdout
    assert "[-shall-] {+may+}" in said
    assert "A[0:" in said
    page = run("compare", str(one), str(other), "--format", "html").stdout
    assert "<del>shall</del>" in page
    assert "<ins>may</ins>" in page
    assert "<script>" not in page
    pieces = json.loads(run("compare", str(one), str(other), "--json").stdout)["passages"]
    assert pieces[0]["edits"] >= 1


def test_bad_input_is_said_plainly(tmp_path: Path) -> None:
    good = corpus(tmp_path)
    for words, code in (
        (["trace", str(tmp_path / "none.jsonl")], "file-unreadable"),
        (["trace", str(good), "--column", "text"], "question-unclear"),
        (["trace", str(good), "--column", "text=nowhere"], "file-syntax"),
        (["trace", str(good), "-o", str(good)], "file-unwritable"),
        (["trace", "query", str(good), str(good)], "question-unclear"),
        (["compare", str(good), str(tmp_path / "none.txt")], "question-unclear"),
    ):
        result = run(*words)
        assert result.exit_code == 2, words
        assert f"{code}: " in result.stderr, (words, result.stderr)
        assert "Traceback" not in result.stderr
