"""The library's file: opened when first needed, brought up to date, and given out in sessions.

Sessions are short. WAL lets the notes be saved while an analysis is read or saved; every commit is
on the disk when it returns (`synchronous=FULL`), so that neither a killed process nor a power cut
loses a note: at one save a second the price is not felt.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from according.errors import LibraryError, NewerLibrary
from according.storage.faults import told_in_words
from according.storage.lock import Lock
from according.storage.revisions import HEAD, VERSIONS, back_up, revision_of

PATIENCE = 5.0
"""Seconds a write waits for another one to end."""


class Database:
    """A library's file; nothing is touched before the first session.

    `head` and `versions` are the form to bring it to and where the migrations are.
    """

    def __init__(
        self,
        path: Path,
        backups: Path,
        *,
        head: str = HEAD,
        versions: Sequence[Path] = (VERSIONS,),
    ) -> None:
        self.path = path
        self.backups = backups
        self._head = head
        self._versions = tuple(versions)
        self._lock = Lock(path.with_name(path.name + ".lock"))
        self._engine: Engine | None = None
        self._opening = threading.Lock()
        self._when_opened: list[Callable[[Session], None]] = []

    def when_opened(self, run: Callable[[Session], None]) -> None:
        """Have `run` called in a writing session each time the file is opened."""
        self._when_opened.append(run)

    def open(self) -> None:
        """Open the file if it is not open; a LibraryError says why it cannot be."""
        self._opened()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the library throughout."""
        engine = self._opened()
        with told_in_words(self.path, self.backups), Session(engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at its end, or leaves no trace when something fails."""
        with self._written(self._opened()) as session:
            yield session

    def close(self) -> None:
        """Let go of the file; the next session opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self._lock.release()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                with told_in_words(self.path, self.backups):
                    self._engine = self._open()
            return self._engine

    def _open(self) -> Engine:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take()
        try:
            self._bring_up_to_date()
            engine = _engine(self.path)
            with self._written(engine) as session:
                for run in self._when_opened:
                    run(session)
        except BaseException:
            self._lock.release()
            raise
        return engine

    def _bring_up_to_date(self) -> None:
        revision = revision_of(self.path)
        if revision == self._head:
            return
        # Alembic is loaded only where it is needed: it would slow every start.
        from according.storage.migrating import known_revisions, migrate  # noqa: PLC0415

        if revision is not None:
            if revision not in known_revisions(self._versions):
                raise NewerLibrary(
                    f"The library {self.path} was written by a later version of the program; "
                    "nothing was changed. Install that version, or start with another --data-dir."
                )
            back_up(self.path, self.backups, revision)
        try:
            with told_in_words(self.path, self.backups):
                migrate(self.path, to=self._head, versions=self._versions)
        except SQLAlchemyError as error:
            raise LibraryError(
                f"The library {self.path} could not be brought up to date; it is as it was, "
                f"and a copy lies in {self.backups}. Use the version you had before."
            ) from error

    @contextmanager
    def _written(self, engine: Engine) -> Iterator[Session]:
        with (
            told_in_words(self.path, self.backups),
            Session(engine.execution_options(writes=True)) as session,
            session.begin(),
        ):
            yield session


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver begins no transactions by itself, so that reading sessions have one too.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A write takes its place in the queue at once: one that began by reading could not wait.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
