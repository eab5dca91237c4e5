"""Every test has folders of its own, and no warning passes in silence."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from according.places import DATA_DIR_VARIABLE

# Before anything imports Qt: a test needs no display, and qtawesome asks which binding to take.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")


class LogWatch(logging.Handler):
    """Keeps what is logged at warning level or above; `allow` takes expected messages out."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []
        self._allowed: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def allow(self, pattern: str) -> None:
        """Let messages that `pattern` (a regular expression) is found in pass in this test."""
        self._allowed.append(pattern)

    def unexpected(self) -> list[str]:
        return [
            message
            for message in self.messages
            if not any(re.search(pattern, message) for pattern in self._allowed)
        ]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the reader's own in this test."""
    folder = tmp_path / "reader"
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fails the test on a logged warning that it did not `allow`."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if messages := watch.unexpected():
        pytest.fail("logged warnings:\n" + "\n".join(messages), pytrace=False)
