"""The session file: found again, and ignored with a word for the log where it is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from according.ui.window import session
from according.ui.window.session import Session


def test_what_is_saved_is_found_again(tmp_path: Path) -> None:
    file = tmp_path / "state" / "session.json"
    left = Session(
        geometry="AAAA",
        splitter=(900, 432),
        article=7,
        position=1234,
        claim="c3",
        layers=("claims",),
    )
    session.save(left, file)
    assert session.load(file) == (left, None)
    assert [path.name for path in file.parent.iterdir()] == ["session.json"]


def test_without_a_file_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert session.load(tmp_path / "session.json") == (Session(), None)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"version": 99, "article": 1}',
        json.dumps({"version": session.VERSION, "article": "seven"}),
        json.dumps({"version": session.VERSION, "position": -3}),
        json.dumps({"version": session.VERSION, "splitter": ["wide"]}),
        json.dumps({"version": session.VERSION, "layers": 3}),
    ],
)
def test_a_broken_file_gives_the_usual_window_and_a_line_for_the_log(
    tmp_path: Path, content: str
) -> None:
    file = tmp_path / "session.json"
    file.write_text(content, encoding="utf-8")
    found, line = session.load(file)
    assert found == Session()
    assert line is not None
    assert file.read_text(encoding="utf-8") == content
