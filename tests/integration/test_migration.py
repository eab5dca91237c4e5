"""A library with notes is migrated whole or not at all; no row is lost on either way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from according.domain.judgements import SourceNote
from according.domain.notes import Correction, CorrectionKind
from according.errors import LibraryError
from according.places import Places, places
from according.storage.database import Database
from according.storage.library import Library
from according.storage.migrating import step_back
from according.storage.revisions import HEAD, VERSIONS, revision_of
from tests.factories import analysis, article, note, opened, selector, span_of

TEXT = article().text

REBUILD = f'''
"""Makes articles and notes anew, as a batch migration does on SQLite."""
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{HEAD}"

def upgrade():
    with op.batch_alter_table("articles", recreate="always") as batch:
        batch.add_column(sa.Column("rating", sa.Integer))
    with op.batch_alter_table("notes", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.Text))
    with op.batch_alter_table("works", recreate="always") as batch:
        batch.add_column(sa.Column("label", sa.Text))
'''


def _and_then(*steps: str) -> str:
    """The migration above with more at its end."""
    return REBUILD + "".join(f"    {step}\n" for step in steps)


HALF_WAY = _and_then(
    """op.execute("UPDATE notes SET text = 'overwritten'")""",
    """op.execute("DELETE FROM note_tags")""",
    """op.execute("INSERT INTO no_such_table VALUES (1)")""",
)
BUG = _and_then(
    """op.execute("DELETE FROM notes")""",
    """raise ZeroDivisionError("a fault of ours")""",
)
ORPHANS = _and_then("""op.execute("DELETE FROM works")""")

Rows = dict[str, list[tuple[object, ...]]]


def _rows(path: Path) -> Rows:
    """Every row of every table, and the schema itself."""
    with closing(sqlite3.connect(path)) as connection:
        schema = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
            ).fetchall()
        ]
        # The names come from the file itself.
        rows = {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
            if table != "alembic_version"
            else connection.execute("SELECT * FROM alembic_version").fetchall()
            for table in tables
        }
    return rows | {"schema": schema}


@pytest.fixture
def where() -> Places:
    """A library with articles in two versions, notes, tags, trash, hand work and an analysis."""
    where = places()
    database = Database(where.library, where.backups)
    library = Library(database)
    row = library.keep(opened()).id
    library.save_analysis(row, article(), analysis())
    for number, words in enumerate(("girders", "harbour board", "SAVE IT 🌉")):
        library.save_note(row, note(TEXT, span_of(TEXT, words), words, id=f"n{number}"))
    library.trash_note("n2")
    target = selector(TEXT, span_of(TEXT, "overloading the bridge"))
    library.save_correction(
        row, Correction("k1", CorrectionKind.SET_SOURCE, target, ("Tomas Reyl",))
    )
    database.close()
    return where


def _with_migration(where: Places, folder: Path, code: str) -> Database:
    folder.mkdir()
    (folder / "9001_test.py").write_text(code, encoding="utf-8")
    return Database(where.library, where.backups, head="9001", versions=(VERSIONS, folder))


def test_a_migration_that_rebuilds_the_tables_keeps_every_row(
    where: Places, tmp_path: Path
) -> None:
    before = _rows(where.library)
    database = _with_migration(where, tmp_path / "versions", REBUILD)
    database.open()
    database.close()
    after = _rows(where.library)
    assert revision_of(where.library) == "9001"
    assert [row[:-1] for row in after["notes"]] == before["notes"]
    assert [row[:-1] for row in after["articles"]] == before["articles"]
    for table in ("note_tags", "corrections", "analyses", "paragraphs"):
        assert after[table] == before[table]
        assert before[table]


def test_a_copy_is_made_before(where: Places, tmp_path: Path) -> None:
    before = _rows(where.library)
    database = _with_migration(where, tmp_path / "versions", REBUILD)
    database.open()
    database.close()
    (copy,) = where.backups.iterdir()
    assert _rows(copy) == before


@pytest.mark.parametrize(
    ("code", "fault", "words"),
    [
        (HALF_WAY, LibraryError, "could not be brought up to date; it is as it was"),
        (BUG, ZeroDivisionError, "a fault of ours"),
        (ORPHANS, LibraryError, "would have lost what they belong to"),
    ],
    ids=["fails half-way", "has a bug", "breaks what belongs together"],
)
def test_a_migration_that_fails_changes_nothing(
    where: Places, tmp_path: Path, code: str, fault: type[Exception], words: str
) -> None:
    before = _rows(where.library)
    database = _with_migration(where, tmp_path / "versions", code)
    with pytest.raises(fault, match=words):
        database.open()
    assert _rows(where.library) == before
    assert revision_of(where.library) == HEAD
    # The program of before opens it as if nothing had been.
    library = Library(Database(where.library, where.backups))
    assert [one.id for one in library.notes(1)] == ["n0", "n1"]
    library.remove_correction("k1")


def test_a_library_without_notes_yet_gets_them(tmp_path: Path) -> None:
    where = places()
    early = Database(where.library, where.backups, head="0001")
    early.open()
    with early.writing() as session:
        session.connection().exec_driver_sql("INSERT INTO works (created) VALUES ('2025-03-03')")
    early.close()
    now = Database(where.library, where.backups)
    now.open()
    now.close()
    assert revision_of(where.library) == HEAD
    assert len(_rows(where.library)["works"]) == 1
    assert len(list(where.backups.iterdir())) == 1


def test_notes_and_hand_work_of_before_are_kept_when_judgements_come(where: Places) -> None:
    step_back(where.library, to="0002")
    before = _rows(where.library)
    library = Library(database := Database(where.library, where.backups))
    library.judgements.write_note(1, SourceNote("name:maria okonjo", "Ask her again."))
    assert [one.id for one in library.notes(1)] == ["n0", "n1"]
    database.close()
    after = _rows(where.library)
    for table in ("works", "articles", "notes", "note_tags", "corrections", "analyses"):
        assert after[table] == before[table]
        assert before[table]
    (copy,) = where.backups.iterdir()
    assert _rows(copy) == before
