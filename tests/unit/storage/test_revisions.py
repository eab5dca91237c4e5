"""Which form a file has is told without touching it; copies are kept, the oldest let go."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from according.errors import LibraryError
from according.storage.migrating import migrate
from according.storage.revisions import HEAD, KEPT_BACKUPS, back_up, revision_of


def test_a_missing_and_an_empty_file_have_no_revision(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    assert revision_of(path) is None
    assert not path.exists()
    path.touch()
    assert revision_of(path) is None


def test_asking_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    migrate(path)
    before = path.read_bytes()
    assert revision_of(path) == HEAD
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_in_the_log_only_counts(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        assert path.with_name(path.name + "-wal").stat().st_size > 0
        assert revision_of(path) == "9999"


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(LibraryError, match="not a library of this program"):
        revision_of(path)


def test_a_copy_holds_what_the_library_held(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO works (created) VALUES ('2025-03-03')")
        connection.commit()
        copy = back_up(path, tmp_path / "backups", HEAD)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM works").fetchone() == (1,)


def test_the_newest_copies_stay(tmp_path: Path) -> None:
    path, folder = tmp_path / "library.sqlite3", tmp_path / "backups"
    migrate(path)
    copies = [back_up(path, folder, HEAD) for _ in range(KEPT_BACKUPS + 2)]
    assert sorted(folder.iterdir()) == copies[2:]
