"""Where things are: shipped files, and the reader's folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from according import places
from according.places import DATA_DIR_VARIABLE


def test_shipped_files_are_found() -> None:
    assert places.resource("themes", "light.toml").is_file()
    assert list(places.seed("articles").glob("*.txt"))


def test_a_folder_that_is_named_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path / "variable"))
    assert places.places().library.is_relative_to(tmp_path / "variable")
    assert places.places(tmp_path / "named").library.is_relative_to(tmp_path / "named")


def test_all_files_lie_below_the_named_folder_and_apart(tmp_path: Path) -> None:
    where = places.places(tmp_path)
    files = {where.library, where.settings, where.session, where.log, where.backups}
    assert len(files) == 5
    assert all(file.is_relative_to(tmp_path) for file in files)
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_DIR_VARIABLE)
    where = places.places()
    assert where.library.is_absolute()
    assert where.library.parent.name == "according"
