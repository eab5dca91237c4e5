"""Starts the window: one instance, theme, faults, and an orderly end.

The text comes first. What the first paint does not need (database, icons, language model, panel,
socket, log) is imported and made after it. With ACCORDING_TRACE_START=1 in the environment the
program writes "visible" and "analysed" to standard error, each with the seconds since it started;
`tests/benchmarks/start.py` reads them.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

from according import settings as settings_file
from according.places import Places
from according.ui.appearance import Appearance
from according.ui.faults import Faults
from according.ui.jobs import Jobs
from according.ui.main_window import MainWindow
from according.ui.offer import Build

APP_ID = "org.according.According"
TRACE_VARIABLE = "ACCORDING_TRACE_START"

IN_USE = (
    "Another window of the program uses the library in {folder} and does not answer; close it, or "
    "start with another --data-dir."
)


class Application(QApplication):
    """The Qt application.

    Signals
    -------
    file_asked(Path): the system wants a file shown (macOS sends an event, not an argument).
    """

    file_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(sys.argv[:1])
        self.setApplicationName("according")
        self.setApplicationDisplayName("According")
        self.setDesktopFileName(APP_ID)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


class FirstPaint(QObject):
    """Calls `then` once, after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # After the events that are waiting, so that the paint reaches the screen first.
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def run(
    paths: Sequence[Path], places: Places, *, build: Build, started: float | None = None
) -> int:
    """Show the window on `paths`, or hand them to the window that is open; the exit status.

    `build` makes the services, in the background. `started` is when the process began, in seconds
    of `time.time()`.
    """
    began = time.time() if started is None else started
    app = Application()
    faults = Faults(places.log)
    faults.install()
    lock = QLockFile(str(_folder(places) / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return _hand_over(places, paths)
    preferred, warning = settings_file.load(places.settings)
    jobs = Jobs()
    window = MainWindow(places, preferred, Appearance(app, preferred.theme), jobs, build)
    jobs.broke.connect(faults.report)
    faults.noticed.connect(window.tell_of_fault)
    app.file_asked.connect(lambda path: window.opening.open_paths([path]))
    if warning:
        window.banner.tell(warning)
    window.restore()
    if not paths:
        window.restore_article()
    window.opening.open_paths(paths)
    trace = _Trace(began, wanted=os.environ.get(TRACE_VARIABLE) == "1")

    def complete() -> None:
        trace.visible()
        trace.follow(window)
        window.complete()
        _listen(window, places)

    FirstPaint(window.page.viewport() if paths else window, complete)
    window.show()
    status = app.exec()
    faults.remove()
    lock.unlock()
    return status


def _folder(places: Places) -> Path:
    places.data.mkdir(parents=True, exist_ok=True)
    return places.data


def _hand_over(places: Places, paths: Sequence[Path]) -> int:
    """Let the window that is open show the files."""
    from according.ui.single_instance import hand_over, server_name  # noqa: PLC0415

    if hand_over(server_name(places.data), paths):
        return 0
    sys.stderr.write(IN_USE.format(folder=places.data) + "\n")
    return 1


def _listen(window: MainWindow, places: Places) -> None:
    """Take the files of later starts."""
    # Qt's network module is not needed to show the text.
    from according.ui.single_instance import Door, server_name  # noqa: PLC0415

    door = Door(server_name(places.data), window)
    door.knocked.connect(window.answer)


class _Trace:
    """Says on standard error, where wanted, how long the start took."""

    def __init__(self, began: float, *, wanted: bool) -> None:
        self._began = began
        self._wanted = wanted

    def visible(self) -> None:
        self._say("visible")

    def follow(self, window: MainWindow) -> None:
        """Say when the first analysis is shown."""
        window.workspace.reading_changed.connect(
            lambda reading: self._say("analysed") if reading and reading.analysis else None
        )

    def _say(self, word: str) -> None:
        if self._wanted:
            sys.stderr.write(f"{word} {time.time() - self._began:.3f}\n")
            sys.stderr.flush()
