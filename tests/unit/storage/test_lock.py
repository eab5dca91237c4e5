"""One program at a time holds the library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from according.errors import LibraryInUse
from according.storage.lock import Lock


def test_a_second_program_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    first.take()
    with pytest.raises(LibraryInUse, match="open in another window"):
        second.take()
    first.release()
    second.take()
    second.release()


def test_a_dead_program_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from according.storage.lock import Lock; "
        "Lock(Path(sys.argv[1])).take(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "lock")], check=False)
    lock = Lock(tmp_path / "lock")
    lock.take()
    lock.release()
