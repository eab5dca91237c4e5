"""The command line, with the real analyzer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from according import cli
from according.domain.json_form import from_json
from according.places import resource, seed

SAMPLES = sorted(seed("articles").glob("*.txt"))

SHORT = (
    "Bridge closed by council\n\n"
    "The mayor, Ines Halloran, said the bridge was unsafe. Harbour Freight denied overloading it.\n"
)


@pytest.fixture
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        resource("schema", "analysis-1.schema.json").read_text("utf-8")
    )
    return loaded


@pytest.fixture
def short(tmp_path: Path) -> Path:
    file = tmp_path / "short.txt"
    file.write_bytes(SHORT.replace("\n", "\r\n").encode("utf-8-sig"))
    return file


def test_json_folder_holds_one_valid_document_a_file(
    tmp_path: Path, schema: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "made" / "here"
    assert cli.main(["analyze", *map(str, SAMPLES), "--json", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{path.name}.json" for path in SAMPLES]
    for sample in SAMPLES:
        form = json.loads((out / f"{sample.name}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(form)
        assert form["file"] == str(sample)
        assert len(form["claims"]) >= 10
        assert from_json(form).summary == form["summary"]
        text = form["article"]["text"]
        for claim in form["claims"]:
            pieces = [text[start:end] for start, end in claim["content"]]
            assert all(pieces)
            assert all(piece in claim["text"] for piece in pieces)
    assert capsys.readouterr() == ("", "")


def test_json_lines_come_in_the_order_of_the_arguments(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyze", str(SAMPLES[0]), str(short), "--json", "-"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["file"] for line in lines] == [str(SAMPLES[0]), str(short)]


def test_as_is_offsets_are_into_the_files_own_text(
    short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["analyze", "--as-is", str(short), "--json", "-"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert form["article"]["text"] == SHORT
    spoken = next(one for one in form["claims"] if "unsafe" in one["text"])
    ((start, end),) = spoken["content"]
    assert SHORT[start:end] == spoken["text"]


def test_a_failed_file_leaves_the_others_written(
    tmp_path: Path, short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    gone = tmp_path / "gone.txt"
    arguments = [str(tmp_path / "empty.txt"), str(gone), str(short)]
    assert cli.main(["analyze", *arguments, "--json", str(tmp_path / "out")]) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["short.txt.json"]
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"according: {tmp_path / 'empty.txt'} is empty: ")
    assert second.startswith(f"according: {gone} is not there: ")


def test_without_json_a_report_is_printed(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["analyze", str(short)]) == 0
    written = capsys.readouterr().out
    assert written.startswith("Bridge closed by council\n====")
    assert "Ines Halloran" in written


@pytest.mark.parametrize(
    "arguments",
    [
        ["analyze"],
        ["analyze", "a.txt", "--jso", "x"],
        ["--no-such-option"],
        ["analyze", "one/a.txt", "two/a.txt", "--json", "out"],
    ],
)
def test_wrong_usage(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_json_to_a_file_that_is_no_folder(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["analyze", str(short), "--json", str(short)]) == 2
    assert "is a file: name a folder" in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert "according analyze FILE" in capsys.readouterr().out
    assert cli.main(["--data-dir", "x", "analyze", "--help"]) == 0
    assert "--as-is" in capsys.readouterr().out
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("According ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a display")
def test_without_a_display_the_reading_is_printed(
    short: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([str(short)]) == 0
    written = capsys.readouterr()
    assert "there is no display" in written.err
    assert written.out.startswith("Bridge closed by council\n")
    assert cli.main([]) == 1
    assert "name a file" in capsys.readouterr().err


def test_a_file_called_analyze_opens_by_its_path(
    short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("needs a system where there may be no display")
    short.rename(tmp_path / "analyze")
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["./analyze"]) == 0
    assert capsys.readouterr().out.startswith("Bridge closed by council\n")


def test_nothing_of_window_or_library_is_loaded_or_written(
    short: Path, own_folders: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from according.cli import main; "
        f"status = main(['analyze', {str(short)!r}, '--json', '-']); "
        "print([m for m in ('PySide6', 'sqlalchemy', 'alembic') if m in sys.modules]); "
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "[]"
    assert not own_folders.exists()
    assert [path.name for path in tmp_path.iterdir()] == [short.name]


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    command = [sys.executable, "-m", "according", "analyze", *map(str, SAMPLES), "--json", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        complaint = running.stderr.read()
    assert (running.returncode, complaint) == (0, b"")


def test_a_folder_stands_for_articles_of_every_format(
    tmp_path: Path, short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.HTML").write_text(f"<html><body><p>{SHORT}</p></body></html>", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    assert cli.main(["analyze", str(tmp_path), "--json", "-"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == [
        str(tmp_path / "page.HTML"),
        str(short),
    ]
    assert err.splitlines() == [
        (
            f"according: {tmp_path / 'broken.pdf'} is damaged or not complete: copy or download it "
            "again, and open that copy."
        )
    ]


def test_only_a_text_is_taken_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    assert cli.main(["analyze", "--as-is", str(file)]) == 1
    assert "is a PDF file, and only a text can be taken as it is" in capsys.readouterr().err


def test_an_article_in_another_language_is_read_and_not_analysed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pont.txt"
    file.write_text(
        "Le pont tournant du port sera fermé pendant un an à partir du mois d’avril, a annoncé la "
        "municipalité après la visite des plongeurs.\n",
        encoding="utf-8",
    )
    assert cli.main(["analyze", str(file), "--json", "-"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["article"]["language"], form["claims"]) == ("fr", [])
    assert "The article is in French" in form["warnings"][0]
