"""Opening files of every format, and pastes of pieces of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from according.domain.article import BlockKind
from according.domain.reading import Reading
from according.ui.application import LARGE, read_first
from according.ui.window.controls import Controls
from tests import windows
from tests.unit.readers.samples import HEADLINE, PARAGRAPHS, TEXT, docx, pdf, plain_pdf
from tests.windows import Analyst

FRENCH = (
    "Le pont tournant du port sera fermé pendant un an à partir du mois d’avril, a annoncé mardi "
    "la municipalité, après que des plongeurs eurent constaté l’affaissement de deux piles.\n"
)


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path) -> Controls:
    return windows.window(qapp, tmp_path, Analyst())


PATIENCE = 30_000
"""Milliseconds that the packages of a format may take to come, on a busy machine."""


def reading(controls: Controls) -> Reading:
    found = controls.workspace.reading
    assert found is not None
    return found


def shown(controls: Controls, qtbot: QtBot, name: str) -> Reading:
    qtbot.waitUntil(
        lambda: controls.workspace.reading is not None and controls.jobs.idle, timeout=PATIENCE
    )
    assert reading(controls).name == name
    return reading(controls)


def made(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def paste(controls: Controls, markup: str, text: str) -> None:
    data = QMimeData()
    data.setHtml(markup)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    controls.opening.paste()


def test_a_pdf_is_read_in_the_background_and_reopens_alike(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.opening.open_paths([made(tmp_path, "bridge.pdf", plain_pdf())])
    assert controls.workspace.reading is None
    assert controls.status.doing == "Reading bridge.pdf"
    article = shown(controls, qtbot, "bridge.pdf").article
    assert article.title == HEADLINE
    assert controls.opening.folder == tmp_path
    assert controls.status.doing == ""
    controls.desk.close_article()
    controls.desk.reopen(1)
    assert shown(controls, qtbot, "bridge.pdf").article == article


def test_a_file_that_cannot_be_read_leaves_the_open_article(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.opening.open_paths([made(tmp_path, "a.txt", TEXT.encode())])
    before = shown(controls, qtbot, "a.txt")
    controls.opening.open_paths([made(tmp_path, "scan.pdf", pdf([]))])
    qtbot.waitUntil(lambda: controls.banner.sentence != "", timeout=PATIENCE)
    assert controls.banner.sentence.startswith("scan.pdf holds pictures of pages and no text")
    assert reading(controls) is before
    assert len(controls.recent.actions()) == 1


def test_of_several_files_the_first_that_can_be_read_is_shown(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [
        made(tmp_path, "scan.pdf", pdf([])),
        made(tmp_path, "report.docx", docx()),
        made(tmp_path, "b.txt", b"The ferry sails on Monday, the company said.\n"),
    ]
    controls.opening.open_paths(files)
    shown(controls, qtbot, "report.docx")
    qtbot.waitUntil(lambda: "2 articles opened" in controls.banner.sentence, timeout=PATIENCE)
    assert "scan.pdf" in controls.banner.sentence


def test_what_is_asked_for_last_is_shown(controls: Controls, qtbot: QtBot, tmp_path: Path) -> None:
    slow = made(tmp_path, "slow.pdf", plain_pdf())
    quick = made(tmp_path, "quick.txt", b"The ferry sails on Monday, the company said.\n")
    controls.opening.open_paths([slow])
    controls.opening.open_paths([quick])
    shown(controls, qtbot, "quick.txt")
    qtbot.waitUntil(lambda: len(controls.recent.actions()) == 2, timeout=PATIENCE)
    assert reading(controls).name == "quick.txt"


def test_markup_on_the_clipboard_brings_its_kinds_of_block(
    controls: Controls, qtbot: QtBot
) -> None:
    first, second, *others = PARAGRAPHS
    markup = f"<h1>{HEADLINE}</h1><p>{first}</p><blockquote><p>{second}</p></blockquote>" + "".join(
        f"<p>{one}</p>" for one in others
    )
    paste(controls, markup, TEXT)
    article = shown(controls, qtbot, "Pasted text").article
    assert [block.kind for block in article.blocks][:3] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
    ]
    controls.desk.reopen(1)
    qtbot.waitUntil(lambda: controls.jobs.idle, timeout=PATIENCE)
    assert reading(controls).article == article


def test_markup_that_lacks_the_text_gives_way_to_it(controls: Controls, qtbot: QtBot) -> None:
    paste(controls, "<p>See the picture.</p>", TEXT)
    assert shown(controls, qtbot, "Pasted text").article.text == TEXT.replace("\n\n", "\n")


def test_a_web_address_is_not_fetched(controls: Controls) -> None:
    QGuiApplication.clipboard().setText("https://example.org/bridge\n")
    controls.opening.paste()
    assert "only a web address" in controls.banner.sentence
    assert controls.workspace.reading is None


def test_another_language_is_told(controls: Controls, qtbot: QtBot, tmp_path: Path) -> None:
    controls.opening.open_paths([made(tmp_path, "pont.txt", FRENCH.encode())])
    qtbot.waitUntil(lambda: controls.banner.sentence != "", timeout=PATIENCE)
    assert controls.banner.sentence == (
        "The article is in French, and only English is analysed: read it, and write notes on it."
    )
    assert not controls.banner.complains
    qtbot.waitUntil(lambda: controls.jobs.idle, timeout=PATIENCE)
    assert controls.status.counts == "In French, not analysed · 0 notes"


def test_a_reading_that_is_called_off_leaves_the_open_article(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.opening.open_paths([made(tmp_path, "a.txt", TEXT.encode())])
    before = shown(controls, qtbot, "a.txt")
    next_one = made(tmp_path, "b.txt", b"The ferry sails on Monday, the company said.\n")
    for call_off in (controls.status._cancel.click, controls.let_go):
        controls.opening.open_paths([made(tmp_path, "large.html", large_page()), next_one])
        assert controls.status.doing == "Reading large.html"
        assert not controls.status._cancel.isHidden()
        call_off()
        assert controls.status.doing == ""
        qtbot.waitUntil(lambda: controls.jobs.idle, timeout=PATIENCE)
        assert (reading(controls), controls.banner.sentence) == (before, "")
        assert len(controls.recent.actions()) == 1


def test_an_analysis_can_be_called_off_while_a_file_is_read(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    analyst = Analyst()
    analyst.gate.clear()
    controls = windows.window(qapp, tmp_path, analyst)
    controls.opening.open_paths([made(tmp_path, "a.txt", TEXT.encode())])
    qtbot.waitUntil(lambda: controls.status.doing == "Analysing", timeout=PATIENCE)
    controls.opening.open_paths([made(tmp_path, "large.html", large_page())])
    assert controls.status.doing == "Reading large.html"
    controls.status._cancel.click()
    assert controls.status.doing == "Analysing"
    controls.status._cancel.click()
    assert controls.status.doing == ""
    analyst.gate.set()
    qtbot.waitUntil(lambda: controls.jobs.idle, timeout=PATIENCE)


def test_the_window_closes_while_a_file_is_read(controls: Controls, tmp_path: Path) -> None:
    controls.opening.open_paths([made(tmp_path, "large.html", large_page())])
    controls.window.close()
    assert controls.workspace.reading is None


def large_page() -> bytes:
    """A page that takes seconds to read."""
    paragraphs = "".join(f"<p>{number} {PARAGRAPHS[0]}</p>" for number in range(6000))
    return f"<html><body>{paragraphs}</body></html>".encode()


def test_the_dialog_offers_every_format(
    controls: Controls, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, _folder: str, filters: str) -> tuple[list[str], str]:
        offered.extend(filters.split(";;"))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    controls.opening.ask_for_files()
    assert offered[0].startswith("Articles (*.txt *.text *.md ")
    assert {"*.pdf", "*.docx", "*.html"} <= set(offered[0].split())
    assert offered[1] == "All files (*)"


def test_a_large_file_of_the_command_line_waits_for_the_window(tmp_path: Path) -> None:
    missing = tmp_path / "gone.txt"
    large = made(tmp_path, "large.txt", b"The ferry sails on Monday.\n" * (LARGE // 27 + 1))
    small = made(tmp_path, "small.txt", TEXT.encode())
    first = read_first([missing, large, small])
    assert (first.opened, first.others, first.large) == (None, (large, small), True)
    assert "gone.txt" in first.sentences[0]
    opened = read_first([small, large])
    assert opened.opened is not None
    assert (opened.others, opened.large) == ((large,), False)
