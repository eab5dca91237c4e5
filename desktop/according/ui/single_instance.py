"""One running program for each reader and data folder: a second start hands its files over."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 400
PAUSE_MS = 150
PATIENCE = 8
"""Tries to reach the first program: it may have taken the lock a moment before it listens."""

LONGEST_MESSAGE = 1_000_000
"""Bytes; more is not a list of files."""


def server_name(data: Path) -> str:
    """The name of the local socket, one for each user and data folder."""
    key = f"{getpass.getuser()}\n{data.absolute()}"
    return "according-" + hashlib.sha256(key.encode()).hexdigest()[:16]


def hand_over(name: str, paths: Sequence[Path]) -> bool:
    """Give absolute paths to the program that runs; False where none answers."""
    socket = QLocalSocket()
    for _ in range(PATIENCE):
        socket.connectToServer(name)
        if socket.waitForConnected(CONNECT_MS):
            break
        QThread.msleep(PAUSE_MS)
    else:
        return False
    message = json.dumps([str(path.absolute()) for path in paths]) + "\n"
    socket.write(message.encode())
    socket.flush()
    answered = socket.waitForReadyRead(4 * CONNECT_MS)
    socket.disconnectFromServer()
    return answered


class Door(QObject):
    """Listens for later starts.

    Signals
    -------
    knocked(tuple[Path, ...]): another start handed these files over, maybe none.
    """

    knocked = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._received: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._open(name)

    @property
    def listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening, so that the next start is the first one."""
        self._server.close()

    def _open(self, name: str) -> None:
        # Asked first, because with UserAccessOption Qt listens by renaming its socket file over
        # whatever is there. Removed only where nobody answers: a crash leaves its file behind.
        probe = QLocalSocket()
        probe.connectToServer(name)
        if not probe.waitForConnected(CONNECT_MS):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        so_far = self._received.get(socket, b"") + socket.readAll().data()
        self._received[socket] = so_far
        if len(so_far) > LONGEST_MESSAGE:
            socket.abort()
        elif so_far.endswith(b"\n"):
            self._received[socket] = b""
            socket.write(b"received\n")
            socket.flush()
            self._announce(so_far)

    def _announce(self, message: bytes) -> None:
        try:
            names = json.loads(message)
        except ValueError:
            return
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            self.knocked.emit(tuple(Path(name) for name in names))

    def _forget(self, socket: QLocalSocket) -> None:
        self._received.pop(socket, None)
        QTimer.singleShot(0, socket.deleteLater)
