"""Faults of the disk and the file, told apart from ours and put into sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from according.errors import LibraryError

_SENTENCES = {
    sqlite3.SQLITE_FULL: (
        "The disk that holds the library {path} is full; the last change is not saved. "
        "Make room and make the change again."
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is writing to the library {path}; the last change is not saved. "
        "Close the other program and make the change again."
    ),
    sqlite3.SQLITE_READONLY: (
        "The library {path} cannot be written to; give yourself the right to write to the file "
        "and its folder, or start with another --data-dir."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The library {path} cannot be opened; see that its folder exists and that you may write "
        "to it, or start with another --data-dir."
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk that holds the library {path} reports a fault; see that it is connected, "
        "and make the change again."
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The library {path} is damaged. Nothing has been deleted; move it aside and put the "
        "newest copy from {backups} in its place, or start with another --data-dir."
    ),
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]
_SENTENCES[sqlite3.SQLITE_PERM] = _SENTENCES[sqlite3.SQLITE_CANTOPEN]
_SENTENCES[sqlite3.SQLITE_NOTADB] = _SENTENCES[sqlite3.SQLITE_CORRUPT]


@contextmanager
def told_in_words(path: Path, backups: Path) -> Iterator[None]:
    """Raise a LibraryError for a fault of the world; what is our own fault goes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        # The low byte is the kind of fault, the rest says more about it.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code not in _SENTENCES:
            raise
        raise LibraryError(_SENTENCES[code].format(path=path, backups=backups)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(
            f"The library {path} cannot be used: {reason}. See that its folder exists and that you "
            "may write to it, or start with another --data-dir."
        ) from error
