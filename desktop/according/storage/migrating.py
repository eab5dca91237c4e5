"""Brings a library's file to the form of `schema`: all of a migration or nothing of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import URL, NullPool, create_engine, event
from sqlalchemy.engine import Connection

from according.errors import LibraryError
from according.storage.revisions import HEAD, VERSIONS

MIGRATIONS = VERSIONS.parent


def known_revisions(versions: Sequence[Path] = (VERSIONS,)) -> frozenset[str]:
    """The revisions this program can bring up to date."""
    directory = ScriptDirectory(str(MIGRATIONS), version_locations=[str(one) for one in versions])
    return frozenset(script.revision for script in directory.walk_revisions())


def migrate(path: Path, *, to: str = HEAD, versions: Sequence[Path] = (VERSIONS,)) -> None:
    """Bring the file up to revision `to`; a fault leaves it as it was."""
    _change(path, lambda connection: command.upgrade(_config(connection, versions), to))


def step_back(path: Path, *, to: str, versions: Sequence[Path] = (VERSIONS,)) -> None:
    """Bring the file down to revision `to`, "base" for an empty one."""
    _change(path, lambda connection: command.downgrade(_config(connection, versions), to))


def _change(path: Path, run: Callable[[Connection], None]) -> None:
    """Run migrations on a connection of their own, in one transaction.

    Foreign keys are off, which SQLite allows only outside a transaction: a batch migration makes a
    table anew and drops the old one, and with foreign keys on the drop would take the notes along
    (ON DELETE CASCADE). They are checked before the commit instead.
    """
    engine = create_engine(URL.create("sqlite+pysqlite", database=str(path)), poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            run(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise LibraryError(
                    f"The library {path} could not be brought up to date, because {len(broken)} of "
                    "its rows would have lost what they belong to; it is as it was."
                )
    finally:
        engine.dispose()


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would begin and commit by itself around DDL; every BEGIN here is our own.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=OFF")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config(connection: Connection, versions: Sequence[Path]) -> Config:
    config = Config()
    config.set_main_option("script_location", _escaped(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(_escaped(one) for one in versions))
    config.attributes["connection"] = connection
    return config


def _escaped(path: Path) -> str:
    """A path as Alembic's configuration takes it, which fills in what stands after "%"."""
    return str(path).replace("%", "%%")
