"""The log tells where something broke, and nothing of what the reader reads or writes."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according.ui.faults import Faults
from according.ui.log import open_log
from tests.conftest import LogWatch

QUOTED = "what the source told me"


@pytest.fixture
def log(tmp_path: Path, log_watch: LogWatch) -> Iterator[Path]:
    log_watch.allow("a fault of the program")
    before = list(logging.getLogger().handlers)
    yield tmp_path / "state" / "according.log"
    for handler in set(logging.getLogger().handlers) - set(before):
        logging.getLogger().removeHandler(handler)
        handler.close()


def broken() -> BaseException:
    try:
        raise ValueError(QUOTED) from KeyError(QUOTED)  # noqa: TRY301
    except ValueError as error:
        return error


def test_a_fault_is_logged_without_its_words(qapp: QApplication, log: Path) -> None:
    Faults(log).report(broken())
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "in broken" in written
    assert QUOTED not in written


def test_what_names_files_may_be_said(qapp: QApplication, log: Path) -> None:
    Faults(log).report(PermissionError(13, "Permission denied", "/somewhere/library.sqlite3"))
    assert "/somewhere/library.sqlite3" in log.read_text(encoding="utf-8")


def test_a_start_without_faults_writes_no_log(qapp: QApplication, log: Path) -> None:
    Faults(log)
    assert not log.exists()


def test_the_fault_of_a_thread_is_announced_in_the_window(
    qapp: QApplication, log: Path, qtbot: QtBot
) -> None:
    faults = Faults(log)
    heard: list[threading.Thread] = []
    faults.noticed.connect(lambda: heard.append(threading.current_thread()))
    hook = threading.excepthook
    threading.excepthook = faults._thread_died
    try:
        thread = threading.Thread(target=lambda: next(iter(())))
        thread.start()
        thread.join()
    finally:
        threading.excepthook = hook
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]
    assert "StopIteration" in log.read_text(encoding="utf-8")


def test_the_hooks_are_given_back(qapp: QApplication, log: Path) -> None:
    before = sys.excepthook
    faults = Faults(log)
    faults.install()
    assert sys.excepthook == faults._uncaught
    qWarning("a warning of Qt")
    faults.remove()
    assert sys.excepthook in {before, sys.__excepthook__}
    assert "a warning of Qt" in log.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way", encoding="utf-8")
    assert open_log(tmp_path / "state" / "according.log") is None
