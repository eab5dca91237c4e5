"""A long page is set from where it is read outwards, and behaves meanwhile like a whole one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from according.domain.analysis import Analysis
from according.domain.claims import Attribution
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.page.growing import AT_ONCE
from according.ui.page.page import Page
from according.ui.theme import load_theme
from according.ui.workspace import Workspace
from tests.factories import analysis, plain

LIGHT = load_theme("light")
COUNT = 400
PARAGRAPHS = [
    f"Number {n}: the ferry 🚢 left the quay at noon. " + "Nobody had asked for the timetable. " * 8
    for n in range(COUNT)
]


@pytest.fixture
def workspace() -> Workspace:
    return Workspace()


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> Page:
    page = Page(workspace, LIGHT)
    qtbot.addWidget(page)
    page.resize(928, 700)
    page.show()
    qtbot.waitExposed(page)
    workspace.show(Reading("long.txt", plain(*PARAGRAPHS)))
    return page


def start_of(page: Page, number: int) -> int:
    reading = page.workspace.reading
    assert reading is not None
    return reading.article.blocks[number].span.start


def wait_for_all(page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.page_map.whole)


def on_screen(page: Page, point: int) -> float:
    return page.scroller.line(point).top() - page.scroller.top


def assert_set_in_order(page: Page) -> None:
    assert page.document().blockCount() == COUNT
    for number in (0, 1, 7, 199, 200, COUNT - 1):
        block = page.document().findBlockByNumber(number)
        assert block.text() == page.page_map.rows[number].text
        assert block.position() == page.page_map.start_of(number)
        assert page.page_map.to_article(block.position()) == start_of(page, number)


def test_the_beginning_shows_at_once_and_the_rest_follows(page: Page, qtbot: QtBot) -> None:
    assert 0 < page.document().characterCount() < 2 * AT_ONCE < sum(map(len, PARAGRAPHS))
    assert page.page_map.first == 0
    assert not page.page_map.whole
    wait_for_all(page, qtbot)
    assert_set_in_order(page)


def test_a_place_shows_at_once_and_stays_while_the_rest_comes(page: Page, qtbot: QtBot) -> None:
    point = start_of(page, 250) + 60
    page.go_to(point, above=3)
    assert page.page_map.first > 0
    assert abs(on_screen(page, point) + 3) < 1
    assert page.place() == start_of(page, 250)
    place = page.scroller.line(page.place()).top() - page.scroller.top
    wait_for_all(page, qtbot)
    assert page.place() == start_of(page, 250)
    assert on_screen(page, page.place()) == place
    assert_set_in_order(page)


def test_the_upper_edge_of_what_is_set_is_not_the_beginning(page: Page, qtbot: QtBot) -> None:
    page.go_to(start_of(page, 250))
    page.verticalScrollBar().setValue(0)
    first = start_of(page, page.page_map.first)
    height = on_screen(page, first)
    assert 0 < height < page.viewport().height()
    wait_for_all(page, qtbot)
    assert abs(on_screen(page, first) - height) < 1
    page.go_to(0)
    assert (page.place(), page.scroller.top) == (0, 0)


def test_going_back_to_the_beginning_of_a_page_that_was_begun_elsewhere(page: Page) -> None:
    page.go_to(start_of(page, 300))
    page.go_to(0)
    assert page.page_map.first == 0
    assert (page.place(), page.scroller.top) == (0, 0)


def test_a_passage_that_is_not_set_yet_is_revealed(page: Page, qtbot: QtBot) -> None:
    span = Span(start_of(page, 380), start_of(page, 380) + 10)
    page.reveal(span)
    third = page.viewport().height() / 3
    assert abs(on_screen(page, span.start) - third) < 2
    wait_for_all(page, qtbot)
    assert abs(on_screen(page, span.start) - third) < 2


def test_a_search_finds_what_is_not_set_yet(page: Page) -> None:
    assert page.find("number 390") == 1
    assert 0 <= on_screen(page, start_of(page, 390)) < page.viewport().height()


def test_size_width_and_colours_change_from_the_place_outwards(page: Page, qtbot: QtBot) -> None:
    wait_for_all(page, qtbot)
    point = start_of(page, 200)
    page.go_to(point)
    page.set_caret(point + 8, anchor=point)

    page.zoom(150)
    assert not page.page_map.whole
    assert page.place() == point
    page.resize(700, 600)
    assert page.place() == point
    page.set_theme(load_theme("dark"))
    assert page.place() == point
    assert page.selected_span() == Span(point, point + 8)

    wait_for_all(page, qtbot)
    assert page.place() == point
    assert abs(on_screen(page, point)) < 1
    assert page.selected_span() == Span(point, point + 8)
    assert_set_in_order(page)


def test_words_are_styled_wherever_the_page_begins(page: Page, qtbot: QtBot) -> None:
    cues = [Span(start_of(page, n) + 11, start_of(page, n) + 14) for n in (0, 199, 200, 399)]
    claims = tuple(
        replace(
            analysis().claims[0], id=f"c{n}", content=(cue,), attribution=Attribution((), (cue,))
        )
        for n, cue in enumerate(cues)
    )
    reading = page.workspace.reading
    assert reading is not None
    page.go_to(start_of(page, 200))
    found = Analysis(analysis().producer, claims=claims)
    page.workspace.show(replace(reading, analysis=found))
    assert page.place() == start_of(page, 200)
    wait_for_all(page, qtbot)
    assert [style(page, cue.start).fontItalic() for cue in cues] == [True] * 4
    assert not style(page, cues[0].end + 1).fontItalic()
    page.workspace.set_layers(claims=False)
    wait_for_all(page, qtbot)
    assert [style(page, cue.start).fontItalic() for cue in cues] == [False] * 4


def test_the_caret_stays_before_its_words_while_rows_come_above(page: Page, qtbot: QtBot) -> None:
    point = start_of(page, 250)
    page.go_to(point)
    page.set_caret(point + 5)
    wait_for_all(page, qtbot)
    assert page.caret() == point + 5


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_End, COUNT - 1), (Qt.Key.Key_Home, 0)])
def test_the_keys_for_both_ends_mean_those_of_the_article(
    page: Page, key: Qt.Key, place: int
) -> None:
    page.go_to(start_of(page, 200))
    QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
    caret = page.caret()
    assert caret is not None
    assert page.page_map.row_of(caret) == place
    bar = page.verticalScrollBar()
    assert bar.value() == (bar.maximum() if place else 0)


def test_all_is_selected_of_a_page_that_is_not_wholly_set(page: Page) -> None:
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reading = page.workspace.reading
    assert reading is not None
    assert page.createMimeDataFromSelection().text() == reading.article.text


def test_the_bar_shows_the_part_of_the_whole_page(page: Page, qtbot: QtBot) -> None:
    page.go_to(start_of(page, 200))
    start, end = page.overview._visible
    assert abs(start - 0.5) < 0.05
    assert end - start < 0.05
    wait_for_all(page, qtbot)
    later = page.overview._visible
    assert abs(later[0] - start) < 0.02


def test_a_click_on_the_bar_goes_where_nothing_is_set_yet(page: Page) -> None:
    page.overview.jump_asked.emit(0.75)
    row = page.page_map.row_of(page.place())
    assert row is not None
    assert abs(row - COUNT * 0.75) < 10


def test_another_article_takes_the_place_of_one_that_is_being_set(page: Page, qtbot: QtBot) -> None:
    page.workspace.show(Reading("short.txt", plain("A short one.")))
    assert page.page_map.whole
    assert page.document().toPlainText() == "A short one."
    qtbot.wait(20)
    assert page.document().toPlainText() == "A short one."
    page.workspace.show(None)
    assert page.document().isEmpty()


def style(page: Page, point: int) -> QTextCharFormat:
    cursor = QTextCursor(page.document())
    cursor.setPosition(page.page_map.to_document(point) + 1)
    return cursor.charFormat()
