"""The command `catalogue`, on real files and a real library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from according import cli
from according.bootstrap import build
from according.places import places

TABLE = "name,assessor,wording,date\nThe Quay Gazette,Press Board,accurate,2024\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def _lists(data_dir: Path) -> tuple[tuple[str, int], ...]:
    services = build(places(data_dir))
    try:
        return services.judging.lists()
    finally:
        services.close()


def test_the_bundled_catalogue_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["catalogue", "check"]) == 0
    assert capsys.readouterr().out.endswith(" facts: in order.\n")


def test_faults_are_told_on_lines_before_the_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[entry]]\nid = "herald"\nbias = "left"\n', encoding="utf-8")
    assert cli.main(["catalogue", "check", str(file)]) == 1
    *faults, summary = capsys.readouterr().out.splitlines()
    assert len(faults) == 2
    assert summary == "1 entry, 0 facts: 2 faults."


@pytest.mark.parametrize(
    "arguments", [["catalogue"], ["catalogue", "grade"], ["catalogue", "import"]]
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["catalogue", "--help"]) == 0
    assert "domain or name, assessor, wording, date" in capsys.readouterr().out


@pytest.mark.parametrize("first", [True, False])
def test_a_list_comes_into_the_library(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, first: bool
) -> None:
    where, task = ["--data-dir", str(tmp_path / "own")], ["catalogue", "import", str(table)]
    assert cli.main([*where, *task] if first else [*task, *where]) == 0
    assert capsys.readouterr() == ("1 assessment from list.csv in the library.\n", "")
    assert _lists(tmp_path / "own") == (("list.csv", 1),)


def test_rows_left_out_are_told(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(TABLE + "Mole Herald,,accurate,2024\n", encoding="utf-8")
    where = ["--data-dir", str(tmp_path / "own")]
    assert cli.main(["catalogue", "import", str(table), *where]) == 1
    told = capsys.readouterr()
    assert told.err == "according: Line 3 of list.csv has no assessor.\n"
    assert told.out == "1 assessment from list.csv in the library.\n"


def test_a_library_in_a_window_is_left_alone(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = build(places(tmp_path / "own"))
    services.reading.recent()
    try:
        command = ["catalogue", "import", str(table), "--data-dir", str(tmp_path / "own")]
        assert cli.main(command) == 1
    finally:
        services.close()
    assert "is open in another window" in capsys.readouterr().err
    assert _lists(tmp_path / "own") == ()


def test_checking_needs_neither_window_nor_library_nor_model(own_folders: Path) -> None:
    code = (
        "import sys; from according.cli import main; status = main(['catalogue', 'check']); "
        "print([m for m in ('PySide6', 'sqlalchemy', 'spacy') if m in sys.modules]); "
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "[]"
    assert not own_folders.exists()
