"""Who vouches for a record: reviews count only for the record they were made of."""

import shutil
from pathlib import Path

import pytest

from technofed import api
from tests.conftest import EXEMPLA

ID = "xa-1/fair-hiring"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    laws = tmp_path / "laws"
    shutil.copytree(EXEMPLA, laws)
    return laws


def status(folder: Path) -> dict[str, str]:
    found = api.review_status(api.load(folder), [ID])
    return {id_.split("#")[1]: vouched.status for id_, vouched in found.items()}


def review(folder: Path, role: str = "second-reader", outcome: str = "confirmed") -> None:
    digest = api.review_status(api.load(folder), [ID])[f"{ID}#7-2"].digest
    path = folder / "records" / ID / "reviews.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else "reviews:\n"
    entry = f"  - {{provision: 7-2, digest: {digest}, by: somebody, role: {role}, day: 2031-09-01, outcome: {outcome}}}\n"
    path.write_text(text + entry, encoding="utf-8")


def test_nobody_has_checked_it_yet(folder: Path) -> None:
    assert status(folder) == {"7-2": "draft", "7-3": "draft"}


def test_a_second_reader_vouches(folder: Path) -> None:
    review(folder)
    assert status(folder) == {"7-2": "second-reader", "7-3": "draft"}


def test_the_weightiest_role_counts(folder: Path) -> None:
    review(folder, "lawyer")
    review(folder, "second-reader")
    assert status(folder)["7-2"] == "lawyer"


def test_the_last_doubt_counts(folder: Path) -> None:
    review(folder)
    review(folder, outcome="doubtful")
    assert status(folder)["7-2"] == "doubtful"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("employees >= small", "employees > small"),
        ("value: 50,", "value: 51,"),
        ("in_force_from: 2031-07-01", "in_force_from: 2031-07-02"),
        ("it is about jobs", "it is about work"),
    ],
)
def test_a_review_lapses_when_the_record_changes(folder: Path, old: str, new: str) -> None:
    review(folder)
    path = folder / "records" / ID / "instrument.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert status(folder)["7-2"] == "lapsed"


def test_a_change_elsewhere_leaves_it_standing(folder: Path) -> None:
    review(folder)
    path = folder / "records" / ID / "instrument.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Faces and voices are not", "Neither faces nor voices are"), encoding="utf-8"
    )
    assert status(folder)["7-2"] == "second-reader"
