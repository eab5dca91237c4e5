"""One program at a time holds the library; the system takes the lock back when a process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from according.errors import LibraryInUse


class Lock:
    """Holds a file beside the library until it is released or the process ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock; LibraryInUse where another program has it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(descriptor):
            os.close(descriptor)
            raise LibraryInUse(
                f"The library in {self._path.parent} is open in another window of the program; "
                "close that one, or start with another --data-dir."
            )
        self._descriptor = descriptor

    def release(self) -> None:
        # The file stays: taking it away could take it from under a program that just opened it.
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        """Whether the lock could be taken."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        """Whether the lock could be taken; a file system without locks counts as taken."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
