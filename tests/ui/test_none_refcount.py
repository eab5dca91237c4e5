"""The installed PySide6 does not lose references to None, which would abort the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_calls_without_a_result_keep_the_references_to_none() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    # Other threads and the interpreter move the count by a few; the fault moves it by one a call.
    assert sys.getrefcount(None) > before - CALLS // 10
