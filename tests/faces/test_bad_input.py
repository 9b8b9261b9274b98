"""Bad input: each a clear error with exit code 2, no traceback, nothing half-written."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from technofed.faces.cli.main import main
from tests.conftest import EXEMPLA

GOOD = (EXEMPLA / "undertaking.yaml").read_text(encoding="utf-8")
DAY = ["--as-of", "2031-08-01", "--known", "2031-08-01", "--laws", str(EXEMPLA)]


def brief(path: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["brief", str(path), *DAY, *more])


def bomb() -> str:
    levels = ["a0: &a0 [lol, lol]"]
    levels += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    return "\n".join(levels)


BAD = {
    "empty": ("", "file-syntax", "empty"),
    "only a comment": ("# nothing\n", "file-syntax", "empty"),
    "a YAML bomb": (bomb(), "file-syntax", "aliases"),
    "tabs": ("undertaking: x\nwho:\n\t- id: a\n", "file-syntax", "tabs"),
    "nested too deep": ("[" * 500 + "]" * 500, "file-too-large", "deep"),
    "very deep indeed": ("[" * 200_000, "file-too-large", "deep"),
    "a key twice": ("undertaking: x\nundertaking: y\n", "file-syntax", "twice"),
    "two documents": (GOOD + "\n---\nundertaking: y\n", "file-syntax", "second document"),
    "a list": ("- a\n- b\n", "undertaking-invalid", "key: value"),
    "a scalar": ("hello", "undertaking-invalid", "key: value"),
    "a misspelt fact": (GOOD.replace("employees:", "employes:"), "undertaking-invalid", "did you mean employees?"),
    "a misspelt section": (GOOD.replace("transactions:", "transaction:"), "undertaking-invalid", "did you mean transactions?"),
    "a fact of the wrong type": (GOOD.replace("48", "many"), "undertaking-invalid", "not a number"),
    "a negative number": (GOOD.replace("48", "-1"), "undertaking-invalid", "not negative"),
    "not a number": (GOOD.replace("48", "nan"), "undertaking-invalid", "finite"),
    "a set as text": (GOOD.replace("{so_far: [face]}", "face"), "undertaking-invalid", "so_far"),
    "a value nobody declared": (GOOD.replace("[face]", "[nose]"), "undertaking-invalid", "not one of"),
    "a day that does not exist": (GOOD.replace("2031-05-05", "2031-02-30"), "undertaking-invalid", "not a day of the calendar"),
    "a day in another form": (GOOD.replace("2031-05-05", "5 May 2031"), "undertaking-invalid", "YYYY-MM-DD"),
    "an unknown jurisdiction": (GOOD.replace("so_far: [XA-1]", "so_far: [XA-9]"), "undertaking-invalid", "no jurisdiction"),
    "a fact in the wrong place": (GOOD.replace("domain: hiring", "employees: 3"), "undertaking-invalid", "fact of a party"),
    "a party nobody declared": (GOOD.replace("deployer: shop", "deployer: shp"), "undertaking-invalid", "did you mean shop?"),
    "a role nobody declared": (GOOD.replace("deployer: shop", "deployr: shop"), "undertaking-invalid", "did you mean deployer"),
    "a system nobody declared": (GOOD.replace("system: kiosk", "system: kisok"), "undertaking-invalid", "did you mean kiosk?"),
    "a hostile text": (GOOD.replace("48", "__import__('os').system('true')"), "undertaking-invalid", "not a number"),
    "the same id twice": (GOOD.replace("id: maker, name", "id: shop, name"), "undertaking-invalid", "the id shop stands here twice"),
    "a place twice": (GOOD.replace("so_far: [XA-1]", "so_far: [XA-1, XA-1]"), "undertaking-invalid", "the place XA-1 stands here twice"),
    "a presence twice": (GOOD.replace("- {place: XA-1, staff_here: 12}", "- {place: XA-1, staff_here: 12}\n      - XA-1"), "undertaking-invalid", "XA-1 stands here twice"),
    "a party twice in a role": (GOOD.replace("deployer: shop", "deployer: [shop, shop]"), "undertaking-invalid", "named twice"),
    "an empty role": (GOOD.replace("deployer: shop", "deployer: []"), "undertaking-invalid", "at least one party"),
    "a role that is a mapping": (GOOD.replace("deployer: shop", "deployer: [{id: shop}]"), "undertaking-invalid", "the id of a party was expected"),
    "a use without a system": (GOOD.replace("    system: kiosk\n", ""), "undertaking-invalid", "at least one system"),
    "a use with both": (GOOD.replace("    system: kiosk\n", "    system: kiosk\n    systems: [kiosk]\n"), "undertaking-invalid", "either system or systems"),
    "a site without stages": (GOOD + "sites: [{id: s, place: XA-1}]\n", "undertaking-invalid", "no stages"),
    "a site without a place": (GOOD + "sites: [{id: s, stages: [{stage: operation, roles: {owner: shop}}]}]\n", "undertaking-invalid", "the place is missing"),
    "an id of strange signs": (GOOD.replace("id: hiring", "id: 'u?/x:y'"), "undertaking-invalid", "needs an id of letters"),
    "places as one word": (GOOD.replace("{so_far: [XA-1], perhaps: [XA-2]}", "XA-1"), "undertaking-invalid", "places is a list"),
    "an empty perhaps": (GOOD.replace("{so_far: [face]}", "{so_far: [face], perhaps: }"), "undertaking-invalid", "perhaps is a list"),
    "everywhere in a country without parts": (GOOD.replace("{so_far: [XA-1], perhaps: [XA-2]}", "[{everywhere_in: XB}]"), "undertaking-invalid", "no parts of XB"),
    "a day out of all reckoning": (GOOD.replace("2031-05-05", "9999-12-31"), "undertaking-invalid", "outside 1600 to 2999"),
    "control characters": (GOOD.replace("A kiosk", '"A \\e[31mkiosk"'), "file-syntax", "control characters"),
    "nobody": ("undertaking: x\n", "undertaking-invalid", "nobody takes part"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_undertaking(tmp_path: Path, name: str) -> None:
    text, code, words = BAD[name]
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    result = brief(path, "-o", str(tmp_path / "out.txt"))
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith(f"{code}: ")
    assert words in result.stderr
    assert str(path) in result.stderr
    assert "Traceback" not in result.output + result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["bad.yaml"]


def test_every_fault_is_named_at_once_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD.replace("48", "many").replace("[face]", "[nose]"), encoding="utf-8")
    said = brief(path).stderr
    assert f"{path}, line 7, who.0.employees" in said
    assert f"{path}, line 19, uses.0.inputs" in said


def test_a_file_of_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    result = brief(path)
    assert result.exit_code == 2
    assert result.stderr.startswith("file-too-large: ")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "No such file"),
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00x"), "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, make: object, words: str) -> None:
    path = tmp_path / "there.yaml"
    make(path)  # type: ignore[operator]
    result = brief(path)
    assert result.exit_code == 2
    assert result.stderr.startswith("file-unreadable: ")
    assert words in result.stderr


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    result = brief(path, "-o", str(tmp_path / "no" / "out.html"))
    assert result.exit_code == 2
    assert result.stderr.startswith("file-unwritable: ")
    assert [file.name for file in tmp_path.iterdir()] == ["good.yaml"]


def test_an_output_that_is_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").mkdir()
    result = brief(path, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["good.yaml", "out"]


def test_a_day_on_the_command_line_that_does_not_exist(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["brief", "x.yaml", "--as-of", "2026-02-30"])
    assert result.exit_code == 2
    assert "not a day of the calendar" in result.stderr


def test_a_folder_that_holds_no_laws(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    result = CliRunner().invoke(main, ["brief", str(path), "--laws", str(tmp_path)])
    assert result.exit_code == 2
    assert "has no facts.yaml" in result.stderr


def test_with_json_the_error_is_json_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD.replace("48", "many"), encoding="utf-8")
    arguments = ["brief", str(path), *DAY, "--json"]
    monkeypatch.setattr(sys, "argv", ["technofed", *arguments])
    result = CliRunner().invoke(main, arguments)
    said = json.loads(result.stderr)["error"]
    assert said["code"] == "undertaking-invalid"
    assert "not a number" in said["faults"][0]["what"]


LAW_FAULTS = {
    "unknown key": ("modality: duty", "modalty: duty", "not known here"),
    "unknown fact": ("within(place, 'XA-1')", "within(plcae, 'XA-1')", "did you mean place?"),
    "hostile leaf": ("employees >= small", "__import__('os').system('id')", "may be called here"),
    "missing pinpoint": ('cite: "§ 7-5(a)", ', "", "a leaf needs cite"),
    "undeclared term": ("term: hiring_use", "term: hiring_us", "did you mean hiring_use?"),
    "bad day": ("known: 2031-03-04", "known: 2031-02-30", "not a day of the calendar"),
    "unknown area": ("anti-discrimination", "fairness", "not a legal area"),
    "unknown source": ("sources: [act]\n    confidence: primary", "sources: [bill]\n    confidence: primary", "no source is called bill"),
    "wrong id": ("id: xa-1/fair-hiring", "id: xa-1/unfair-hiring", "folder's name"),
    "idle parameter": ("parameters:", "parameters:\n  idle: {values: [{from: 2031-01-01, value: 1, cite: x}]}", "no condition reads"),
    "relation to nowhere": ("calendar:", "relations: [{kind: replaces, to: xa/nothing}]\ncalendar:", "no instrument has the id xa/nothing"),
    "anchor that is no date": ("anchor: before the first use", "anchor_fact: employees", "employees is not a declared date fact"),
    "missing field": ("    confidence: primary\n    expected: true", "    expected: true", "the field confidence is missing"),
    "word not in the list": ("modality: duty", "modality: must", "“must” is not one of duty, prohibition"),
    "fact of another matter": ("employees >= small", "load_mw >= small", "is a fact of a site"),
}  # fmt: skip


@pytest.mark.parametrize("name", LAW_FAULTS)
def test_a_fault_in_the_law_is_named_with_file_and_line(tmp_path: Path, name: str) -> None:
    old, new, words = LAW_FAULTS[name]
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    path = laws / "records/xa-1/fair-hiring/instrument.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = CliRunner().invoke(
        main, ["brief", str(EXEMPLA / "undertaking.yaml"), "--laws", str(laws)]
    )
    assert result.exit_code == 2
    assert result.stderr.startswith("record-invalid: ")
    assert words in result.stderr
    assert f"{path}, line " in result.stderr


def test_all_faults_of_all_law_files_are_reported_at_once(tmp_path: Path) -> None:
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    for path in laws.rglob("instrument.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("citation:", "quotation:", 1), encoding="utf-8")
    result = CliRunner().invoke(
        main, ["brief", str(EXEMPLA / "undertaking.yaml"), "--laws", str(laws)]
    )
    assert "fair-hiring" in result.stderr
    assert "award-guard" in result.stderr
