"""Migrations lead to the form the classes describe, step by step, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool

from according.storage.migrating import MIGRATIONS, known_revisions, migrate, step_back
from according.storage.revisions import HEAD, revision_of
from according.storage.schema import Base


@contextmanager
def _connected(path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def _schema(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {" ".join(sql.split()) for (sql,) in rows}


def _steps() -> list[str]:
    """The revisions, oldest first."""
    scripts = ScriptDirectory(str(MIGRATIONS)).walk_revisions()
    return [script.revision for script in scripts][::-1]


def test_the_last_revision_is_the_one_the_program_expects() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD
    assert HEAD in known_revisions()


def test_the_migrated_file_is_what_the_classes_describe(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    migrate(path)
    with _connected(path) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "render_as_batch": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_constraints_carry_the_names_of_the_convention(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.sqlite3", tmp_path / "made.sqlite3"
    migrate(migrated)
    with _connected(made) as connection:
        Base.metadata.create_all(connection)
        connection.commit()
    names = [
        {word for sql in _schema(path) for word in sql.split() if word.startswith(("fk_", "uq_"))}
        for path in (migrated, made)
    ]
    assert names[0] == names[1]
    assert names[0]


@pytest.mark.parametrize("revision", _steps())
def test_each_step_goes_up_and_down_again(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "library.sqlite3"
    before = _steps()[: _steps().index(revision)]
    if before:
        migrate(path, to=before[-1])
    else:
        migrate(path, to=revision)
        step_back(path, to="base")
    schema = _schema(path)
    migrate(path, to=revision)
    assert revision_of(path) == revision
    assert _schema(path) > schema
    step_back(path, to=before[-1] if before else "base")
    assert _schema(path) == schema


def test_paths_with_odd_characters_are_paths(tmp_path: Path) -> None:
    folder = tmp_path / "100% mine; and, more"
    folder.mkdir()
    migrate(folder / "library #1.sqlite3")
    assert revision_of(folder / "library #1.sqlite3") == HEAD
