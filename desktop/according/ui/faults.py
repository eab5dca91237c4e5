"""Takes what nobody caught, in any thread and from Qt, and logs it."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)


class Faults(QObject):
    """The hooks of Python, its threads and Qt's messages.

    The log is opened with the first line that goes into it, since most starts write none.

    Signals
    -------
    noticed(): something of ours broke; announced in the window's thread.
    """

    noticed = Signal()
    _caught = Signal()

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._writing = threading.Lock()
        self._opened = False

    def install(self) -> None:
        """Become the hook of Python, of its threads, and of Qt's messages."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._thread_died
        qInstallMessageHandler(self._from_qt)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def report(self, error: BaseException) -> None:
        """Log a fault of ours and announce it."""
        self._open()
        from according.ui import log  # noqa: PLC0415 - see above

        log.write_fault(error)
        self._caught.emit()

    def note(self, line: str) -> None:
        """Log a line that the reader need not see."""
        self._open()
        from according.ui import log  # noqa: PLC0415 - see above

        log.write_line(line)

    def _open(self) -> None:
        with self._writing:
            if not self._opened:
                from according.ui import log  # noqa: PLC0415 - see above

                log.open_log(self._log)
                # Here, since to touch `Qt` makes all its enums.
                queued = QtCore.Qt.ConnectionType.QueuedConnection
                self._caught.connect(self.noticed, queued)
                self._opened = True

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, _: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.report(error)

    def _thread_died(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self.note(f"Qt {context.category} {message}")
