"""The log: faults of ours go to a rotating file, without article text, notes or messages."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

LONGEST = 500_000
"""Bytes of one log file."""

KEPT = 3
"""Older log files kept beside the newest."""

SAYABLE = (AttributeError, ImportError, NameError, NotImplementedError, OSError, TypeError)
"""Errors whose message names things of the program or the disk; any other may quote the article."""

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_logger = logging.getLogger("according")


class PrivateFormatter(logging.Formatter):
    """Writes where an error was raised and of which kind; its message only where it is safe."""

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        error = ei[1]
        lines: list[str] = []
        while error is not None:
            lines += traceback.format_tb(error.__traceback__)
            message = f": {error}" if isinstance(error, SAYABLE) else ""
            lines.append(f"{type(error).__name__}{message}\n")
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip()


def open_log(path: Path) -> logging.Handler | None:
    """Send the program's log to `path`; None where the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LONGEST, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    _logger.setLevel(logging.INFO)
    return handler


class Faults(QObject):
    """Takes what nobody caught, in any thread, and logs it.

    Signals
    -------
    noticed(): something of ours broke; announced in the window's thread.
    """

    noticed = Signal()
    _caught = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.noticed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of Python, of its threads, and of Qt's messages."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._thread_died
        qInstallMessageHandler(_from_qt)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def report(self, error: BaseException) -> None:
        """Log a fault of ours and announce it."""
        _logger.error("a fault of the program", exc_info=error)
        self._caught.emit()

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


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _logger.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt %s %s", context.category, message)
