"""The safety net of the tests itself holds."""

from __future__ import annotations

import logging
from pathlib import Path

from according.places import places
from tests.conftest import LogWatch


def test_the_folders_are_the_tests_own(own_folders: Path) -> None:
    assert places().library.is_relative_to(own_folders)


def test_an_unexpected_warning_is_noticed(log_watch: LogWatch) -> None:
    logging.getLogger("according.somewhere").warning("the disk is full")
    assert log_watch.unexpected() == ["WARNING according.somewhere: the disk is full"]
    log_watch.allow("disk is full")
    assert log_watch.unexpected() == []
