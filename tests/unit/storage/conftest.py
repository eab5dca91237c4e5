"""A library of each test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from according.places import Places, places
from according.storage.database import Database
from according.storage.library import Library


@pytest.fixture
def where() -> Places:
    return places()


@pytest.fixture
def database(where: Places) -> Iterator[Database]:
    database = Database(where.library, where.backups)
    yield database
    database.close()


@pytest.fixture
def library(database: Database) -> Library:
    return Library(database)
