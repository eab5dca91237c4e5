"""Which files an argument means, and how forms are written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from according.domain.analysis import Analysis
from according.domain.json_form import to_json
from according.errors import ReadingError
from according.services.analyzing import analysed, as_line, clashing, inputs, write_form
from tests import factories
from tests.unit.services.conftest import ByHand, wire_alone


class Silent(ByHand):
    """Finds nothing in any article."""

    def analyze(self, *_: object, **__: object) -> Analysis:
        return Analysis(self.producer)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "c.text", "notes.md", ".hidden.txt"):
        (tmp_path / name).write_text("One line.", encoding="utf-8")
    (tmp_path / "inner.txt").mkdir()
    return tmp_path


def test_a_folder_stands_for_its_texts_in_order(folder: Path) -> None:
    files, failures = inputs([str(folder)])
    assert [file.path.name for file in files] == ["a.TXT", "b.txt", "c.text", "notes.md"]
    assert [file.argument for file in files] == [
        os.path.join(str(folder), file.path.name)  # noqa: PTH118
        for file in files
    ]
    assert failures == ()


def test_a_named_file_is_taken_whatever_its_ending(folder: Path) -> None:
    files, _ = inputs([str(folder / "notes.md"), "gone"])
    assert [file.argument for file in files] == [str(folder / "notes.md"), "gone"]
    assert [file.target for file in files] == ["notes.md.json", "gone.json"]


def test_a_folder_without_texts_is_a_failure(folder: Path) -> None:
    files, failures = inputs([str(folder / "inner.txt")])
    assert files == ()
    (sentence,) = failures
    assert sentence.startswith(
        f"{folder / 'inner.txt'} holds no file with the ending of an article"
    )


def test_names_clash_across_folders() -> None:
    files, _ = inputs(["one/a.txt", "two/a.txt", "two/b.txt"])
    assert clashing(files) == ("a.txt",)
    assert clashing(files[1:]) == ()


def test_a_form_is_written_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    form = to_json(factories.article(), factories.analysis(), file="bridge.txt")
    (tmp_path / "bridge.txt.json").write_text("old", encoding="utf-8")
    write_form(tmp_path, "bridge.txt.json", form)
    assert json.loads((tmp_path / "bridge.txt.json").read_text(encoding="utf-8")) == form
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_form_that_cannot_be_written_gives_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt.json").mkdir()
    with pytest.raises(ReadingError, match=r"^a\.txt\.json cannot be written to "):
        write_form(tmp_path, "a.txt.json", {})
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt.json"] or os.name == "nt"


def test_a_line_has_no_line_break_of_any_kind() -> None:
    line = as_line({"text": "one\ntwo\u2028three\x85four 🌉"})
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == "one\ntwo\u2028three\x85four 🌉"


def test_the_publisher_is_told_by_the_address_where_the_page_does_not(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://northern-wire.example/2025/bridge">'
    words = "<p>The harbour board said on Monday that the swing bridge would stay closed.</p>"
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head>{head}</head><body><h1>Bridge stays closed</h1>{words * 4}</body></html>"
    )
    (file,), _ = inputs([str(page)])
    assert analysed(file, Silent()).form()["article"]["publisher"] is None
    known = analysed(file, Silent(), wire_alone).form()["article"]
    assert known["publisher"] == "Northern Wire"
