"""Writing files: whole or not at all, with the rights they had, through links and devices."""

import os
from pathlib import Path

import pytest

from technofed._base.errors import FileTooLargeError
from technofed.atlas.files import read_text, write_whole


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text(encoding="utf-8") == "new"


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.touch(mode=0o600)
    write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_new_file_has_the_rights_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(tmp_path / "new", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, "hello")
    assert os.read(reader, 10) == b"hello"
    os.close(reader)
    assert path.is_fifo()


def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(FileTooLargeError):
        read_text(Path("/dev/zero"))
