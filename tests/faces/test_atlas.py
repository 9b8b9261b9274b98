"""The commands that look things up and follow threads, as a person would use them."""

import json
import shutil
import sqlite3
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from click.testing import CliRunner, Result

from technofed.faces.cli.main import main
from tests.conftest import EXEMPLA

DAY = ["--as-of", "2031-08-01", "--known", "2031-08-01"]
LAWS = ["--laws", str(EXEMPLA)]


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def said(*arguments: str) -> str:
    result = run(*arguments, *DAY, *LAWS)
    assert result.exit_code == 0, result.stderr
    vintage = '"digest"' if "--json" in arguments else "data vintage 2031-08-01"
    assert vintage in result.stdout + result.stderr, "every answer tells its vintage"
    return result.stdout


def told(*arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(said(*arguments, "--json"))
    return found


def test_search_in_english_and_chinese() -> None:
    for words in ("robot hiring", "招聘", "机器人"):
        assert "xa/hiring-bill  Robot Hiring Bill  机器人招聘法案" in said("search", words), words
    assert "stage: vetoed 1" in said("search", "招聘")


def test_search_as_it_was_known() -> None:
    result = run("search", "招聘", "--known", "2029-01-01", *LAWS)
    assert "no records" in result.stdout
    assert "left out, not known or not begun on these days: 1" in result.stdout


def test_search_filters() -> None:
    found = told("search", "robot", "--type", "actor")
    assert found["total"] == 2
    assert "facets" in found
    assert found["vintage"] == "2031-08-01"


def test_show_tells_both_truths_and_the_open_point() -> None:
    card = said("show", "xa/hiring-bill")
    for words in (
        "stage on 2031-08-01: vetoed",
        "Status in the article: introduced in March 2030",
        "Status verified on 2031-08-01: It was vetoed.",
        "Kiosk, Inc. [actor/market/kiosk-inc] drafts Robot Hiring Bill [xa/hiring-bill]",
        "contrasts with Robot Hiring Bill [xa/hiring-bill] (inferred)",
        "Open point point/q1: The text names Kiosk, Inc.",
    ):
        assert words in card, words


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("actor/xa/robot-office", "renamed, decree"),
        ("event/e1", "event, 2030-03; XA; software"),
        ("statistic/s1", "more than 1,200 kiosks"),
        ("statistic/s2", "none given"),
        ("relation/r1", "qualifier: word for word"),
        ("artefact/kiosk", "machine; of Kiosk, Inc."),
        ("point/q1", "What the records do: The relation is kept"),
        ("table/figure-1", "hardware: boxes; screens"),
        ("xa-1/fair-hiring", "coded law: "),
    ],
)
def test_every_kind_of_record_shows(id_: str, words: str) -> None:
    assert words in said("show", id_)
    assert told("show", id_)["id"] == id_


def test_coded_law_shows_its_sheet_and_its_threads() -> None:
    sheet = said("laws", "show", "xa-1/fair-hiring")
    assert "First State Code" in sheet
    assert "Tied to:" in sheet
    assert "stage" in told("laws", "show", "xa-1/fair-hiring")


def test_actors() -> None:
    assert "actor/xa/senate  Senate of Xanadu  (legislature, central, XA)" in said("actors", "list")
    assert "1 actor" in said("actors", "list", "--power", "academia")
    assert "[xa/hiring-bill]" in said("actors", "show", "market/kiosk-inc")
    assert "unknown-id" in run("actors", "show", "event/e1", *LAWS).stderr


def test_records_of_any_sort() -> None:
    assert "point/q1  Who drafted the bill" in said("records", "--type", "point")
    assert told("records", "--type", "table")["records"]


def test_an_alias_of_an_actor_is_enough() -> None:
    assert "Robot Office" in said("actors", "show", "Office for Automata")


def test_a_sheet_from_the_store_is_the_sheet_from_the_folder(tmp_path: Path) -> None:
    store = tmp_path / "small.sqlite"
    run("build", str(EXEMPLA), "-o", str(store))
    for command in (["laws", "sheet", "xa-1/fair-hiring"], ["laws", "list"], ["statistics"]):
        from_store = run(*command, "--laws", str(store))
        from_folder = run(*command, *LAWS)
        assert from_store.exit_code == 0, from_store.stderr
        assert from_store.stdout == from_folder.stdout, command


def test_events_and_statistics() -> None:
    assert said("events").splitlines()[0].startswith("from the 2020s")
    assert "1 event" in said("events", "--year", "2030")
    assert "caution: A floor, from a press report." in said("statistics")


def test_timeline_as_text_json_and_svg(tmp_path: Path) -> None:
    assert "Fair Hiring Act: stayed" in said("timeline", "--jurisdiction", "XA-1")
    rows = told("timeline", "--from", "2031-01-01")["timeline"]
    assert isinstance(rows, list)
    assert rows[0]["when"] == "202X/.."
    drawing = tmp_path / "t.svg"
    said("timeline", "--format", "svg", "-o", str(drawing))
    titles = [e.text for e in ElementTree.parse(drawing).iter() if e.tag.endswith("title")]  # noqa: S314
    assert any("Kiosk draft circulated" in (title or "") for title in titles)


def test_graph_in_every_format(tmp_path: Path) -> None:
    assert "drafts" in said("graph", "xa/hiring-bill")
    assert '"actor/market/kiosk-inc" -> "xa/hiring-bill"' in said(
        "graph", "xa/hiring-bill", "--format", "dot"
    )
    path = tmp_path / "g.graphml"
    said("graph", "xa/hiring-bill", "--depth", "2", "--format", "graphml", "-o", str(path))
    read = networkx.read_graphml(path)
    assert read.nodes["xa/hiring-bill"]["title"] == "Robot Hiring Bill"
    assert any(data["predicate"] == "drafts" for *_, data in read.edges(data=True))
    assert told("graph", "xa/hiring-bill")["root"] == "xa/hiring-bill"


def test_matrix_and_stats() -> None:
    text = said("matrix", "--full")
    assert "anti-discrimination**: local 1" in text
    assert "note: Yet a state acts." in text
    assert told("matrix", "--jurisdiction", "XA")["jurisdiction"] == "XA"
    assert "instrument" in said("stats")
    assert told("stats", "--by", "level", "--across", "dimension")["by"] == "level"


def test_cite_in_every_style() -> None:
    def cited(style: str) -> str:
        result = run("cite", "xa/hiring-bill", "--style", style, *LAWS)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    assert "Robot Hiring Bill [机器人招聘法案]" in cited("bluebook")
    assert "record xa/hiring-bill" in cited("bluebook")
    (item,) = json.loads(cited("csl"))
    assert item["type"] == "bill"
    assert item["issued"] == {"date-parts": [[2030, 3]]}
    assert cited("bibtex").startswith("@misc{xa-hiring-bill,")
    assert cited("ris").startswith("TY  - BILL")
    assert "DA  - 2030/03//" in cited("ris")
    assert set(json.loads(run("cite", "statistic/s1", "--json", *LAWS).stdout)) >= {"csl", "ris"}


def test_audit_says_what_backs_a_record() -> None:
    result = run("audit", "--record", "xa/hiring-bill", *LAWS)
    assert "status_verified: primary" in result.stdout
    assert "fields by what backs them" in run("audit", *LAWS).stdout
    assert json.loads(run("audit", "--json", *LAWS).stdout)["fields"]["event"] == {"article": 2}


def test_build_writes_a_file_that_answers(tmp_path: Path) -> None:
    path = tmp_path / "small.sqlite"
    result = run("build", str(EXEMPLA), "-o", str(path))
    assert str(path) in result.stdout
    assert sqlite3.connect(path).execute("SELECT count(*) FROM records").fetchone()[0] > 10
    again = run("show", "xa/hiring-bill", "--laws", str(path), *DAY)
    assert "stage on 2031-08-01: vetoed" in again.stdout
    assert str(path) in again.stderr, "the vintage names the store"


def test_a_card_shows_nothing_that_was_not_known() -> None:
    then = ["--as-of", "2031-08-01", "--known", "2030-06-01"]
    card = run("show", "xa/hiring-bill", *then, *LAWS).stdout
    assert "stage on 2031-08-01: introduced" in card
    assert "vetoed" not in card
    before = run("show", "xa/hiring-bill", "--known", "2029-01-01", *LAWS).stdout
    assert "Nothing of it was known on 2029-01-01" in before
    assert "introduced" not in before
    early = run("show", "xa/hiring-bill", "--known", "2029-01-01", *LAWS, "--json").stdout
    assert json.loads(early)["in_view"] is False


def test_the_digest_changes_with_any_record(tmp_path: Path) -> None:
    mine = tmp_path / "laws"
    shutil.copytree(EXEMPLA, mine)
    before = json.loads(run("stats", "--laws", str(mine), "--json").stdout)["digest"]
    number = mine / "atlas/statistic/s1.yaml"
    number.write_text(number.read_text("utf-8").replace("1200", "1300"), "utf-8")
    assert json.loads(run("stats", "--laws", str(mine), "--json").stdout)["digest"] != before


def test_datasette_is_told_the_meaning_of_every_table(tmp_path: Path) -> None:
    path, told = tmp_path / "small.sqlite", tmp_path / "small.json"
    run("build", str(EXEMPLA), "-o", str(path), "--metadata", str(told))
    found = json.loads(told.read_text("utf-8"))
    assert "CC BY 4.0" in found["license"]
    tables = found["databases"]["small"]["tables"]
    assert tables["statistics"]["columns"]["base"].startswith("the population")
    made = sqlite3.connect(path).execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table','view')"
    )
    ours = {name for (name,) in made if not name.startswith("search")}
    assert ours == set(tables)
