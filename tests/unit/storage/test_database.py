"""The file is opened when first needed, and faults of the world are said in a sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from according.errors import LibraryError, LibraryInUse, NewerLibrary
from according.places import Places
from according.storage.database import Database
from according.storage.revisions import HEAD, revision_of
from according.storage.schema import ArticleRow, WorkRow

NOW = datetime(2025, 3, 3, tzinfo=UTC)


def _works(database: Database) -> int:
    with database.reading() as session:
        return len(session.scalars(select(WorkRow)).all())


def test_nothing_is_made_before_the_first_session(database: Database, where: Places) -> None:
    assert not where.data.exists()
    assert _works(database) == 0
    assert revision_of(where.library) == HEAD


def test_a_new_library_needs_no_copy(database: Database, where: Places) -> None:
    database.open()
    assert not where.backups.exists()


def test_opening_a_library_that_is_up_to_date_loads_no_alembic(
    database: Database, where: Places
) -> None:
    database.open()
    database.close()
    program = (
        "import sys; from pathlib import Path; from according.storage.database import Database; "
        "base = Path(sys.argv[1]); Database(base, base.parent / 'backups').open(); "
        "sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(where.library)], check=True)


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2)]
)
def test_sessions_are_safe(database: Database, pragma: str, value: object) -> None:
    with database.reading() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


def test_what_is_written_is_there_after_opening_again(database: Database) -> None:
    with database.writing() as session:
        session.add(WorkRow(created=NOW))
    database.close()
    with database.reading() as session:
        assert session.scalars(select(WorkRow.created)).one() == NOW


def test_a_failed_session_leaves_no_trace(database: Database) -> None:
    def write() -> None:
        with database.writing() as session:
            session.add(WorkRow(created=NOW))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert _works(database) == 0


def test_our_own_faults_are_not_put_into_sentences(database: Database) -> None:
    def write() -> None:
        with database.writing() as session:
            session.execute(
                text("INSERT INTO paragraphs (article_id, hash) VALUES (99, 'no such article')")
            )

    with pytest.raises(IntegrityError):
        write()


def test_a_time_needs_its_zone(database: Database) -> None:
    def write() -> None:
        with database.writing() as session:
            session.add(WorkRow(created=datetime(2025, 3, 3)))  # noqa: DTZ001

    with pytest.raises(Exception, match="without its zone"):
        write()


def test_a_reading_session_does_not_hold_up_a_writing_one(database: Database) -> None:
    with database.reading() as before:
        assert not before.scalars(select(WorkRow)).all()
        with database.writing() as session:
            session.add(WorkRow(created=NOW))
        # One state throughout: what was written meanwhile is seen by the next session.
        assert not before.scalars(select(WorkRow)).all()
    assert _works(database) == 1


def test_a_second_program_is_refused(database: Database, where: Places) -> None:
    database.open()
    with pytest.raises(LibraryInUse):
        Database(where.library, where.backups).open()


def test_a_newer_library_is_refused_and_left_alone(where: Places) -> None:
    first = Database(where.library, where.backups)
    first.open()
    first.close()
    with closing(sqlite3.connect(where.library)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = where.library.read_bytes()
    again = Database(where.library, where.backups)
    with pytest.raises(NewerLibrary, match="later version") as caught:
        again.open()
    assert str(where.library) in str(caught.value)
    assert where.library.read_bytes() == before
    assert not where.backups.exists()
    with pytest.raises(NewerLibrary):
        again.open()


def test_a_damaged_library_is_named_and_kept(where: Places) -> None:
    where.data.mkdir(parents=True)
    where.library.write_bytes(b"SQLite format 3\x00" + b"\x7f" * 5000)
    before = where.library.read_bytes()
    with pytest.raises(LibraryError, match="damaged") as caught:
        Database(where.library, where.backups).open()
    assert str(where.backups) in str(caught.value)
    assert where.library.read_bytes() == before


def test_damage_found_later_is_said_as_well(where: Places) -> None:
    first = Database(where.library, where.backups)
    with first.writing() as session:
        session.add_all(WorkRow(created=NOW) for _ in range(2000))
    first.close()
    size = where.library.stat().st_size
    with where.library.open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(size - 8192))
    again = Database(where.library, where.backups)
    with pytest.raises(LibraryError, match="damaged"):
        _works(again)
    again.close()


def test_a_full_disk_is_said_and_costs_only_the_last_change(database: Database) -> None:
    def write(size: int) -> None:
        with database.writing() as session:
            # The pragma stands for the disk: it bounds the pages this connection may use.
            session.execute(text("PRAGMA max_page_count = 60"))
            work = WorkRow(created=NOW)
            session.add(work)
            session.flush()
            session.add(_article(work.id, b"x" * size))

    write(10)
    with pytest.raises(LibraryError, match="is full"):
        write(1_000_000)
    assert _works(database) == 1


def test_a_library_locked_by_another_program_is_said(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("according.storage.database.PATIENCE", 0.05)
    database = Database(where.library, where.backups)
    database.open()
    with closing(sqlite3.connect(where.library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another program is writing"):
            _add(database)
        other.execute("ROLLBACK")
    _add(database)
    database.close()


@pytest.fixture
def sealed(where: Places) -> Iterator[Path]:
    """A data folder that may not be written to."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    where.data.mkdir(parents=True)
    where.data.chmod(0o500)
    yield where.data
    where.data.chmod(0o700)


def test_a_folder_that_may_not_be_written_is_said(sealed: Path, where: Places) -> None:
    with pytest.raises(LibraryError, match="cannot be used"):
        Database(where.library, where.backups).open()


def test_a_file_where_the_folder_should_be_is_said(where: Places) -> None:
    where.data.parent.mkdir(parents=True, exist_ok=True)
    where.data.write_text("not a folder")
    with pytest.raises(LibraryError, match="cannot be used"):
        Database(where.library, where.backups).open()


def _add(database: Database) -> None:
    with database.writing() as session:
        session.add(WorkRow(created=NOW))


def _article(work: int, original: bytes) -> ArticleRow:
    return ArticleRow(
        work_id=work,
        name="a.txt",
        media_type="text/plain",
        sha256=str(len(original)),
        added=NOW,
        opened=NOW,
        text_hash="",
        form={},
        text="",
        original=original,
    )
