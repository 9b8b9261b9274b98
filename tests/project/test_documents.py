"""The documents are right: schemas are generated, examples run, links lead somewhere."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from technofed import api
from technofed.atlas.files import read_tree
from technofed.atlas.laws import Laws
from technofed.faces.cli.main import main
from tests.conftest import ROOT

DAY = ["--as-of", "2026-11-22", "--known", "2026-11-22"]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("name", api.SCHEMA_NAMES)
def test_the_published_schema_is_the_generated_one(laws: Laws, name: str) -> None:
    path = ROOT / f"docs/reference/{name}.schema.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written == api.schema(name, laws.vocabulary), f"technofed laws schema {name} -o {path}"


def test_every_record_follows_the_published_schema(laws: Laws) -> None:
    validator = jsonschema.Draft202012Validator(api.schema("instrument", laws.vocabulary))
    for instrument in laws.instruments.values():
        plain = instrument.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        assert list(validator.iter_errors(plain)) == [], instrument.id


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_follows_the_schema_and_gives_a_brief_that_does(
    laws: Laws, path: Path
) -> None:
    tree = read_tree(path).tree
    jsonschema.validate(tree, api.schema("undertaking", laws.vocabulary))
    result = CliRunner().invoke(main, ["brief", str(path), *DAY, "--json"])
    assert result.exit_code == 0, result.stderr
    brief = json.loads(result.output)
    jsonschema.validate(brief, api.schema("brief", laws.vocabulary))
    assert any(finding["status"] == "applies" for finding in brief["findings"])
    assert [q for q in brief["questions"] if q["kind"] == "fact"], "a client file has open ends"


def test_there_are_the_five_examples_and_the_twin() -> None:
    assert {path.stem for path in EXAMPLES} == {
        "hiring",
        "frontier-model",
        "data-center",
        "data-center-bonds",
        "chip-export",
        "shanghai-genai",
    }


def documents() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def shown_commands() -> list[str]:
    """Every ``$ technofed …`` line in the documents."""
    found = []
    for path in documents():
        found += re.findall(r"^\$ (technofed .+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return sorted(set(found))


@pytest.mark.parametrize("line", shown_commands())
def test_commands_shown_in_the_documents_run(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    arguments = shlex.split(line, comments=True)[1:]
    for flag in ("-o", "--output"):
        if flag in arguments:
            at = arguments.index(flag) + 1
            arguments[at] = str(tmp_path / Path(arguments[at]).name)
    result = CliRunner().invoke(main, arguments, input="stop\n")
    assert result.exit_code == 0, result.stderr


def test_the_reference_of_commands_is_written_from_the_commands() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import runpy; print(runpy.run_path('scripts/write_cli_reference.py')['page']())",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    written = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    assert written.strip() == done.stdout.strip(), "run python scripts/write_cli_reference.py"
