"""The project's own rules: sizes, names, exports, errors, documents. No exemption lists."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from technofed import api
from technofed._base import errors
from technofed.faces.cli.main import main
from tests.conftest import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
OURS = [
    *SOURCES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "benchmarks").rglob("*.py")),
]
TEXTS = [
    path
    for suffix in ("*.py", "*.md", "*.yaml", "*.toml", "*.txt", "*.j2", "*.in")
    for path in ROOT.rglob(suffix)
    if not {".venv", ".git", "out", "node_modules", ".hypothesis"}
    & set(path.relative_to(ROOT).parts)
]
LONGEST_FILE, LONGEST_FUNCTION, MOST_PARAMETERS = 300, 60, 6
DRAWERS = {"utils", "helpers", "common", "misc", "core", "manager"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    for node in functions(path):
        assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name
        assert len(node.args.args) + len(node.args.kwonlyargs) <= MOST_PARAMETERS + 1, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_module_is_a_drawer(path: Path) -> None:
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_clock_environment_and_files_are_touched_only_where_they_may_be(path: Path) -> None:
    inside = path.relative_to(ROOT / "src").as_posix()
    if inside.startswith(("technofed/atlas/", "technofed/faces/", "technofed_laws/")):
        return
    text = path.read_text(encoding="utf-8")
    for banned in (
        "date.today(",
        "datetime.now(",
        "os.environ",
        " open(",
        ".read_text(",
        ".write_text(",
    ):
        assert banned not in text, f"{banned} in {inside}"


def leaves(root: type[errors.TechnofedError]) -> Iterator[type[errors.TechnofedError]]:
    children = root.__subclasses__()
    if not children:
        yield root
    for child in children:
        yield from leaves(child)


def test_every_error_code_has_a_page_and_every_page_a_code() -> None:
    codes = {leaf.code for leaf in leaves(errors.TechnofedError)}
    assert codes == {page.stem for page in (ROOT / "docs/errors").glob("*.md")}
    tree = errors.__doc__ or ""
    assert all(code in tree for code in codes)


def test_the_api_exports_what_it_lists() -> None:
    assert api.__all__ == sorted(
        api.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name)
    )
    for name in api.__all__:
        exported = getattr(api, name)
        assert name.isupper() or exported.__doc__, name


def commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize(("path", "command"), list(commands(main)), ids=str)
def test_every_command_and_option_is_documented(
    path: tuple[str, ...], command: click.Command
) -> None:
    assert command.help, path
    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    assert f"technofed {' '.join(path)}" in page, path
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, (path, option.name)


def test_every_public_function_says_what_it_means() -> None:
    for path in SOURCES:
        body = ast.parse(path.read_text(encoding="utf-8")).body
        classes = [node for node in body if isinstance(node, ast.ClassDef)]
        for node in [*body, *(inner for each in classes for inner in each.body)]:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_nothing_names_a_machine_or_a_registry() -> None:
    banned = re.compile(
        r"/work/|/root/\.pyenv|pypi\.org/simple|files\.pythonhosted|/opt/wheels|/tmp/encode"
    )
    for path in TEXTS:
        if path == Path(__file__):
            continue
        found = banned.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.relative_to(ROOT)}: {found}"


def test_requirements_are_pinned_with_hashes() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9_.-]+==", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)


GLOSSARY = {
    r"\bheadcount\b": "employees",
    r"\bloophole": "gap",
    r"\bgeo\b": "jurisdiction",
    r"\brequirement_id\b": "provision",
}


def test_banned_synonyms_are_not_used_in_code() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for banned, instead in GLOSSARY.items():
            assert not re.search(banned, text), f"{path.name}: say {instead}"


def test_lazy_commands_can_be_loaded() -> None:
    for name in main.list_commands(click.Context(main)):
        assert main.get_command(click.Context(main), name)
    assert import_module("technofed").__doc__
