"""Which form a library's file has, and copies of it, told without loading Alembic."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from according.errors import LibraryError

HEAD = "0003"
"""The revision that `schema` describes; kept here so that opening need not load Alembic."""

VERSIONS = Path(__file__).with_name("migrations") / "versions"
"""Where the migrations are that come with the program."""

KEPT_BACKUPS = 10
"""Copies made before migrations that are kept; older ones go."""


def revision_of(path: Path) -> str | None:
    """The revision of a library, None for a file that is missing or empty. Writes nothing."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    # Without a write-ahead log the file is complete in itself; reading it as immutable keeps
    # SQLite from making the log's files beside a library that may turn out not to be ours.
    log = path.with_name(path.name + "-wal")
    how = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise LibraryError(
                f"{path} is not a library of this program; move it aside, or start with another "
                "--data-dir."
            )
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def back_up(path: Path, folder: Path, revision: str) -> Path:
    """Copy the library into `folder` before it is changed, and let the oldest copies go."""
    folder.mkdir(parents=True, exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = folder / f"library-{moment}-{revision}.sqlite3"
    unfinished = copy.with_suffix(".part")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    unfinished.replace(copy)
    for old in sorted(folder.glob("library-*.sqlite3"))[:-KEPT_BACKUPS]:
        old.unlink()
    return copy
