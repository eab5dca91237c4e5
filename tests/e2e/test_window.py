"""The real program with the real model: read, note, be killed, start again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according import places as shipped
from according.bootstrap import build
from according.places import DATA_DIR_VARIABLE, Places, places
from according.settings import Settings
from according.ui.appearance import Appearance
from according.ui.jobs import Jobs
from according.ui.window import session
from according.ui.window.controls import Controls
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory

SAMPLE = "harbour-inquiry.txt"
PATIENCE = 60.0
LATE = ("alembic", "dateparser", "qtawesome", "rapidfuzz", "spacy", "sqlalchemy")
"""What must not be imported before the text is on the screen."""

WATCHED_START = f"""
import sys
from according import cli
from according.ui import application
original = application._Trace.visible
def visible(trace):
    early = sorted(set({LATE!r}) & set(sys.modules))
    print("early", ",".join(early), flush=True)
    original(trace)
    application.QApplication.exit(0)
application._Trace.visible = visible
sys.exit(cli.main(sys.argv[1:]))
"""


def opened(app: QApplication, where: Places) -> Controls:
    """The window as the program makes it, on the services as the program builds them."""
    window = MainWindow(Memory(where, Settings()), Appearance(app, "light"))
    window.show()
    controls = Controls(window, where, Jobs(window), lambda: build(where))
    window.controls = controls
    controls.begin(restoring=True)
    return controls


@pytest.mark.slow
def test_a_note_written_by_keyboard_is_there_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    where = places(tmp_path)
    first = opened(qapp, where)
    first.opening.open_paths([shipped.seed("articles", SAMPLE)])
    qtbot.waitUntil(lambda: first.workspace.analysis is not None, timeout=60_000)
    first.page.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_N):
        QTest.keyClick(first.page, key)
    editor = first.panel.claim.editor.text
    QTest.keyClicks(editor, "How does he know?")
    QTest.qWait(1500)
    chosen = first.workspace.claim
    assert chosen is not None
    first.window.close()

    second = opened(qapp, where)
    qtbot.waitUntil(lambda: second.workspace.claim is not None, timeout=20_000)
    claim, reading = second.workspace.claim, second.workspace.reading
    assert claim is not None
    assert reading is not None
    assert claim.text == chosen.text
    assert [one.note.text for one in reading.notes] == ["How does he know?"]
    assert second.panel.claim.editor.text.toPlainText() == "How does he know?"
    second.window.close()


def test_the_text_waits_for_nothing_it_does_not_need(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_START, str(shipped.seed("articles", SAMPLE))],
        env={**os.environ, DATA_DIR_VARIABLE: str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "early \n" in done.stdout, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


class Display:
    """A screen of its own, with the program on it."""

    def __init__(self, number: str, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": number,
            "QT_QPA_PLATFORM": "xcb",
            DATA_DIR_VARIABLE: str(folder),
            "ACCORDING_TRACE_START": "1",
        }
        self._log = folder / "said.txt"

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        with self._log.open("wb") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "according", *arguments],
                env=self._environment,
                stderr=said,
            )

    def wait_for(self, word: str) -> None:
        wait(lambda: word in self._log.read_text(encoding="utf-8"))

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout

    def focus(self) -> None:
        """There is no window manager: give the program's window the keyboard."""
        wait(lambda: bool(self.do("search", "--onlyvisible", "--class", "according").split()))
        window = self.do("search", "--onlyvisible", "--class", "according").split()[-1]
        self.do("windowfocus", "--sync", window)


def wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("Xvfb and xdotool are not installed")
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1360x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield Display(f":{number}", tmp_path)
    screen.terminate()
    screen.wait(timeout=10)


@pytest.mark.slow
def test_killed_three_seconds_after_typing_nothing_is_lost(
    display: Display, tmp_path: Path
) -> None:
    program = display.start(str(shipped.seed("articles", SAMPLE)))
    try:
        display.wait_for("analysed")
        display.focus()
        display.do("key", "j", "j", "n")
        time.sleep(0.5)
        display.do("type", "--delay", "20", "Who told him")
        time.sleep(3)
    finally:
        program.kill()
        program.wait(timeout=10)
    again = build(places(tmp_path))
    try:
        (article,) = again.reading.recent()
        notes = again.reading.reopen(article.id).notes
    finally:
        again.close()
    assert [one.note.text for one in notes] == ["Who told him"]


@pytest.mark.slow
def test_a_second_start_hands_its_file_to_the_first(display: Display, tmp_path: Path) -> None:
    program = display.start()
    try:
        display.wait_for("visible")
        file = tmp_path / "handed over.txt"
        file.write_text("An article that the second start of the program was given.", "utf-8")
        second = subprocess.run(
            [sys.executable, "-m", "according", str(file)],
            env=display._environment,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert second.returncode == 0
        wait(lambda: session.load(places(tmp_path).session)[0].article is not None)
        program.terminate()
        assert program.wait(timeout=20) == 0
    finally:
        with suppress(ProcessLookupError):
            program.kill()
        program.wait(timeout=10)
    assert _recent(tmp_path) == ["handed over.txt"]


def _recent(folder: Path) -> list[str]:
    services = build(places(folder))
    try:
        return [one.name for one in services.reading.recent()]
    finally:
        services.close()
