"""Starts the window: one instance, theme, faults, and an orderly end.

The text comes first. What the first paint does not need (database, icons, language model, panel,
socket, log) is imported and made after it. With ACCORDING_TRACE_START=1 in the environment the
program writes "visible" and "analysed" to standard error, each with the seconds since it started;
`tests/benchmarks/start.py` reads them.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QLockFile, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from according import settings as settings_file
from according.domain.reading import Opened
from according.errors import ReadingError
from according.places import Places
from according.ui.appearance import Appearance
from according.ui.faults import Faults
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory

if TYPE_CHECKING:
    from according.ui.window.controls import Controls
    from according.ui.window.offer import Build

APP_ID = "org.according.According"
TRACE_VARIABLE = "ACCORDING_TRACE_START"

LARGE = 1_000_000
"""Bytes of a file from which on the window is shown first, and the file read behind it."""

SETTLED = 3000
"""Milliseconds after which the packages that the first article needs are there: to look through
them for garbage while they come would hold the window for 60 ms.
"""

SWITCH_INTERVAL = 0.001
"""Seconds a thread keeps the interpreter while another waits: measured during an analysis, 95 % of
the window's waits are under 3 ms, with Python's usual 0.005 under 6 ms; the analysis takes as long.
"""

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

    if sys.platform == "darwin":  # elsewhere it would only make each kind of event known to Python

        def event(self, event: QEvent) -> bool:
            if isinstance(event, QFileOpenEvent) and event.file():
                self.file_asked.emit(Path(event.file()))
                return True
            return super().event(event)


def run(
    paths: Sequence[Path], places: Places, *, build: Build, started: float | None = None
) -> int:
    """Show the window on `paths`, or hand them to the window that is open; the exit status.

    `build` makes the services, in the background. `started` is when the process began, in seconds
    of `time.time()`. The collector of garbage is switched on some time after the text is there.
    """
    app = Application()
    faults = Faults(places.log)
    faults.install()
    lock = QLockFile(str(places.data / "window.lock"))
    if not _alone(lock, places):
        return _hand_over(places, paths)
    preferred, warning = settings_file.load(places.settings)
    memory = Memory(places, preferred)
    window = MainWindow(memory, Appearance(app, preferred.theme, last=memory.session.scheme))
    first = read_first(paths)
    if first.opened is not None:
        window.show_first(first.opened)
    trace = _Trace(time.time() if started is None else started)

    def complete() -> None:
        trace.visible()
        QTimer.singleShot(SETTLED, _collect_garbage)
        sys.setswitchinterval(SWITCH_INTERVAL)
        window.appearance.settle()
        controls = _controls(window, places, build, faults)
        trace.follow(window)
        app.file_asked.connect(lambda path: controls.opening.open_paths([path]))
        if not first.large:
            controls.opening.take_up(first.opened, first.others)
        for sentence in filter(None, (warning, *first.sentences)):
            controls.banner.tell(sentence)
        controls.begin(restoring=not paths)
        if first.large:
            controls.opening.open_paths(first.others, again=True)
        _listen(controls, places)
        _end_on_signals(window)
        if memory.trouble:
            faults.note(memory.trouble)

    # After the events that are waiting, so that the paint reaches the screen first.
    window.page.painted.connect(lambda: QTimer.singleShot(0, complete))
    window.show()
    status = app.exec()
    faults.remove()
    lock.unlock()
    return status


class _First(NamedTuple):
    """What the command line names: the first file that can be read, those after it, complaints.

    A `large` one is still to be read, and the first of the others.
    """

    opened: Opened | None = None
    others: tuple[Path, ...] = ()
    sentences: tuple[str, ...] = ()
    large: bool = False


def read_first(paths: Sequence[Path]) -> _First:
    """Read the first file that can be read; a large one is left for later."""
    sentences: list[str] = []
    for number, path in enumerate(paths):
        if _is_large(path):
            return _First(None, tuple(paths[number:]), tuple(sentences), large=True)
        from according.readers.read import load  # noqa: PLC0415 - only where there is a file

        try:
            return _First(load(path), tuple(paths[number + 1 :]), tuple(sentences))
        except ReadingError as error:
            sentences.append(str(error))
    return _First(sentences=tuple(sentences))


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > LARGE
    except OSError:
        return False  # which reading it will say


def _collect_garbage() -> None:
    """From now on collect garbage, but not among what is there: most of it stays to the end."""
    gc.freeze()
    gc.enable()


def _controls(window: MainWindow, places: Places, build: Build, faults: Faults) -> Controls:
    """Menus, tools, panel and desk, imported now that the text is there."""
    from according.ui.jobs import Jobs  # noqa: PLC0415 - see above
    from according.ui.window.controls import Controls  # noqa: PLC0415 - see above

    jobs = Jobs(window)
    controls = Controls(window, places, jobs, build)
    window.controls = controls
    jobs.broke.connect(faults.report)
    faults.noticed.connect(controls.help.tell_of_fault)
    return controls


def _alone(lock: QLockFile, places: Places) -> bool:
    """Whether no other window has this library.

    A folder that cannot be written holds no lock: the library says so when it is opened.
    """
    with suppress(OSError):
        places.data.mkdir(parents=True, exist_ok=True)
    lock.setStaleLockTime(0)
    return lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError


def _hand_over(places: Places, paths: Sequence[Path]) -> int:
    """Let the window that is open show the files."""
    from according.ui.single_instance import hand_over, server_name  # noqa: PLC0415

    if hand_over(server_name(places.data), paths):
        return 0
    sys.stderr.write(IN_USE.format(folder=places.data) + "\n")
    return 1


def _listen(controls: Controls, places: Places) -> None:
    """Take the files of later starts."""
    # Qt's network module is not needed to show the text.
    from according.ui.single_instance import Door, server_name  # noqa: PLC0415

    door = Door(server_name(places.data), controls)
    door.knocked.connect(controls.answer)


def _end_on_signals(window: MainWindow) -> None:
    """Close in good order when the system asks; on Windows it closes the window itself."""
    if os.name == "posix":
        from according.ui.ending import Ending  # noqa: PLC0415 - not needed to show the text

        Ending(window).asked.connect(window.close)


class _Trace:
    """Says on standard error, where wanted, how long the start took."""

    def __init__(self, began: float) -> None:
        self._began = began
        self._wanted = os.environ.get(TRACE_VARIABLE) == "1"

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
