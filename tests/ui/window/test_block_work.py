"""The reader says in the window which paragraphs belong to the article: kept, undone, analysed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from according.domain.article import Article
from according.domain.block_marks import BY_READER
from according.domain.notes import CorrectionKind
from according.ui.page.pointing import Target
from according.ui.page.rows import RowKind
from according.ui.window.controls import Controls
from tests import factories, windows

pytestmark = pytest.mark.qt_log_ignore("does not support")

APPEAL, GIRDERS, FERRIES = 4, 5, 11
BODY, BOILERPLATE = CorrectionKind.MARK_BODY, CorrectionKind.MARK_BOILERPLATE


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Controls:
    found = windows.window(qapp, tmp_path)
    found.opening.show(factories.opened())
    qtbot.waitUntil(lambda: found.workspace.analysis is not None and found.jobs.idle)
    return found


def article(controls: Controls) -> Article:
    reading = controls.workspace.reading
    assert reading is not None
    return reading.article


def go_to(controls: Controls, block: int) -> None:
    controls.page.set_caret(article(controls).blocks[block].span.start)


def settle(controls: Controls, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: controls.jobs.idle)


def offered(menu: QMenu) -> list[str]:
    return [
        action.text().replace("&", "") for action in menu.actions() if "article" in action.text()
    ]


def test_a_paragraph_is_left_out_and_undo_brings_it_back(controls: Controls, qtbot: QtBot) -> None:
    go_to(controls, GIRDERS)
    controls.actions["not-of-article"].trigger()
    settle(controls, qtbot)
    block = article(controls).blocks[GIRDERS]
    assert (block.folded, block.reason) == (True, BY_READER)
    rows = [row for row in controls.page.page_map.rows if GIRDERS in row.blocks]
    assert [row.kind for row in rows] == [RowKind.FOLDED]
    assert BY_READER in rows[0].text
    controls.changes.undo()
    settle(controls, qtbot)
    assert article(controls) == factories.article()
    assert controls.changes.stack.canRedo()


def test_folded_paragraphs_are_counted_to_the_article(controls: Controls, qtbot: QtBot) -> None:
    controls.blocks.mark(BODY, (APPEAL,))
    settle(controls, qtbot)
    assert not article(controls).blocks[APPEAL].folded
    reading = controls.workspace.reading
    assert reading is not None
    assert not reading.stale
    assert reading.analysis is not None


def test_the_page_keeps_its_place(controls: Controls, qtbot: QtBot) -> None:
    go_to(controls, FERRIES)
    before = controls.page.page_map.to_article(controls.page.textCursor().position())
    controls.blocks.mark(BOILERPLATE, (GIRDERS,))
    settle(controls, qtbot)
    after = controls.page.page_map.to_article(controls.page.textCursor().position())
    assert after == before != 0


def test_the_marks_are_there_when_the_article_is_opened_again(
    controls: Controls, qtbot: QtBot
) -> None:
    controls.blocks.mark(BOILERPLATE, (GIRDERS, FERRIES))
    settle(controls, qtbot)
    controls.desk.close_article()
    controls.opening.show(factories.opened())
    settle(controls, qtbot)
    folded = [index for index, block in enumerate(article(controls).blocks) if block.folded]
    assert {GIRDERS, FERRIES} < set(folded)


def test_nothing_changes_where_it_is_so_already(controls: Controls, qtbot: QtBot) -> None:
    controls.blocks.mark(BODY, (GIRDERS,))
    assert "already" in controls.status.said
    controls.blocks.mark(BOILERPLATE, (APPEAL,))
    assert "already" in controls.status.said
    settle(controls, qtbot)
    assert not controls.changes.stack.canUndo()


def test_the_context_menu_offers_what_fits(controls: Controls, qtbot: QtBot) -> None:
    rows = controls.page.page_map.rows
    fold = next(number for number, row in enumerate(rows) if row.of_fold)
    go_to(controls, GIRDERS)
    assert offered(controls.page.context_menu(Target())) == ["Paragraph is not part of the article"]
    at = controls.page.document().findBlockByNumber(fold).position()
    menu = controls.page.context_menu(Target(fold=fold), at)
    assert offered(menu) == ["Paragraph is part of the article"]
    next(one for one in menu.actions() if "article" in one.text()).trigger()
    settle(controls, qtbot)
    assert not article(controls).blocks[APPEAL].folded
