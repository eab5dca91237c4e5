"""Lets a signal of the system (Ctrl+C, the end of the session) close the window in good order."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = (signal.SIGINT, signal.SIGTERM)


class Ending(QObject):
    """Hears the signals that ask a program to end.

    Python runs its handlers between two of its own instructions, of which there are none while Qt
    waits; so the signal also writes to a pipe, which wakes Qt.

    Signals
    -------
    asked(): the program should end.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, self._heard) for one in ENDING}
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def remove(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        self._notifier.setEnabled(False)
        os.close(self._reading)
        os.close(self._writing)

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        """Nothing: the pipe has the number of the signal, and Qt's loop reads it."""

    def _woken(self) -> None:
        os.read(self._reading, 64)
        self.asked.emit()
