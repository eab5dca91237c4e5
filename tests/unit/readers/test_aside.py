"""A large file is read in a process of its own, with the same result, and can be called off."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from according.errors import UnreadableFile
from according.readers import aside
from according.readers.aside import CalledOff, load_aside, read_aside
from according.readers.read import load, read
from tests.unit.readers.samples import TEXT, docx, pdf


def never() -> bool:
    return False


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", TEXT.encode()), ("a.docx", docx()), ("é 'x'.md", b"# A\n\nB c.\n")]
)
def test_what_is_read_aside_is_what_is_read_here(name: str, data: bytes) -> None:
    assert read_aside(data, name=name, off=never) == read(data, name=name)


def test_a_complaint_comes_back_as_it_is() -> None:
    with pytest.raises(UnreadableFile) as here:
        read(pdf([]), name="scan.pdf")
    with pytest.raises(UnreadableFile) as there:
        read_aside(pdf([]), name="scan.pdf", off=never)
    assert str(there.value) == str(here.value)


def test_a_reading_that_breaks_off_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_program", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(UnreadableFile, match=r"^a\.txt cannot be read: the reading broke off\."):
        read_aside(b"A text.", name="a.txt", off=never)


def test_a_reading_that_is_called_off_ends_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **more: object) -> None:
            super().__init__(*args, **more)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    waiting = [sys.executable, "-c", "import time; time.sleep(600)"]
    monkeypatch.setattr(aside, "_program", lambda: waiting)
    with pytest.raises(CalledOff):
        read_aside(b"A text.", name="a.txt", off=lambda: True)
    assert started[0].returncode not in (None, 0)


def test_a_small_file_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(aside, "_program", lambda: ["no-such-program"])
    assert load_aside(path, cancelled=never) == load(path)
    path.write_bytes(b"The ferry sails on Monday.\n" * (aside.LARGE // 27 + 1))
    with pytest.raises(FileNotFoundError):
        load_aside(path, cancelled=never)


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes("".join(f"{n} The ferry sails – on Monday.\n\n" for n in range(9000)).encode())
    assert path.stat().st_size > aside.LARGE
    assert load_aside(path, cancelled=threading.Event().is_set) == load(path)
