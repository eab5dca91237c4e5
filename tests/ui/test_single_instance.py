"""One running program: files are handed over, and what a crash left behind is no hindrance."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according.ui.single_instance import Door, server_name

GIVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from according.ui.single_instance import hand_over
app = QCoreApplication(sys.argv)
sys.exit(0 if hand_over(sys.argv[1], [Path(name) for name in sys.argv[2:]]) else 3)
"""


@pytest.fixture
def name() -> str:
    return f"according-test-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def door(qapp: QApplication, name: str) -> Iterator[Door]:
    door = Door(name)
    yield door
    door.close()
    door.deleteLater()


def give(name: str, *files: str, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", GIVE, name, *files], cwd=cwd)


def test_files_arrive_with_absolute_paths(
    door: Door, name: str, tmp_path: Path, qtbot: QtBot
) -> None:
    received: list[tuple[Path, ...]] = []
    door.knocked.connect(received.append)
    other = give(name, "a.txt", "näher dran.txt", cwd=tmp_path)
    qtbot.waitUntil(lambda: bool(received), timeout=15_000)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=15_000)
    assert other.returncode == 0
    assert received == [(tmp_path / "a.txt", tmp_path / "näher dran.txt")]


def test_a_start_without_files_still_knocks(
    door: Door, name: str, tmp_path: Path, qtbot: QtBot
) -> None:
    received: list[tuple[Path, ...]] = []
    door.knocked.connect(received.append)
    other = give(name, cwd=tmp_path)
    qtbot.waitUntil(lambda: bool(received), timeout=15_000)
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=15_000)
    assert received == [()]


def test_where_nobody_listens_the_files_are_not_handed_over(name: str, tmp_path: Path) -> None:
    assert give(name, "a.txt", cwd=tmp_path).wait(timeout=30) == 3


def test_a_socket_left_by_a_crash_is_taken_over(qapp: QApplication, name: str) -> None:
    crash = (
        "import os, sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from PySide6.QtNetwork import QLocalServer\n"
        "app = QCoreApplication(sys.argv)\n"
        "server = QLocalServer()\n"
        "server.listen(sys.argv[1])\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", crash, name], check=False).returncode == 9
    door = Door(name)
    assert door.listening
    door.close()
    door.deleteLater()


def test_a_socket_in_use_is_left_to_its_owner(door: Door, name: str) -> None:
    second = Door(name)
    assert door.listening
    assert not second.listening
    second.deleteLater()


def test_only_the_user_may_connect(door: Door) -> None:
    option = QLocalServer.SocketOption.UserAccessOption
    assert door._server.socketOptions() == option


def test_the_name_tells_data_folders_apart(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") == server_name(tmp_path / "a")
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
