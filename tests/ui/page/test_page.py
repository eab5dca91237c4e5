"""The page shows the reading, keeps its place, and turns what the reader does into choices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QShortcut, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from according.domain.article import BlockKind
from according.domain.claims import Level
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.page.highlights import MarkKind
from according.ui.page.marks import rects_of
from according.ui.page.page import Page
from according.ui.page.rows import RowKind
from according.ui.theme import READING_FAMILY, load_theme
from according.ui.workspace import Selection, Workspace
from tests.factories import article, plain, reading, span_of

LIGHT = load_theme("light")
TEXT = reading().article.text


@pytest.fixture
def workspace() -> Workspace:
    workspace = Workspace()
    workspace.show(reading())
    return workspace


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> Page:
    page = Page(workspace, LIGHT)
    qtbot.addWidget(page)
    page.resize(928, 788)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def long_page(workspace: Workspace, page: Page) -> Page:
    """The story twelve times over, which is longer than the window."""
    story = [(BlockKind.PARAGRAPH, f"{n}. {TEXT.splitlines()[5]} 🌉", None) for n in range(60)]
    workspace.show(Reading("long.txt", article(story)))
    return page


def where(page: Page, words: str, nth: int = 0) -> QPoint:
    """The middle of some words of the article, in the viewport."""
    span = span_of(TEXT, words, nth)
    middle = (span.start + span.end) // 2
    rect = page.scroller.line(middle)
    block = page.document().findBlock(page.page_map.to_document(middle))
    line = block.layout().lineForTextPosition(page.page_map.to_document(middle) - block.position())
    x = line.cursorToX(page.page_map.to_document(middle) - block.position())[0]  # type: ignore[index]
    return QPoint(
        round(block.layout().position().x() + x), round(rect.center().y()) - page.scroller.top
    )


def click(page: Page, at: QPoint) -> None:
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def color_at(page: Page, at: QPoint) -> QColor:
    return page.viewport().grab().toImage().pixelColor(at)


def select(page: Page, start: int, end: int) -> None:
    page.set_caret(end, anchor=start)


class TestText:
    def test_it_is_set_in_the_reading_face(self, page: Page) -> None:
        cursor = QTextCursor(page.document())
        cursor.setPosition(page.page_map.to_document(span_of(TEXT, "The swing").start) + 1)
        assert cursor.charFormat().font().family() == READING_FAMILY
        assert cursor.charFormat().font().pixelSize() == 18

    def test_certainty_is_bold_and_cues_are_italic(self, page: Page) -> None:
        cursor = QTextCursor(page.document())
        cursor.setPosition(page.page_map.to_document(span_of(TEXT, "We are conf").start) + 1)
        assert cursor.charFormat().fontWeight() == QFont.Weight.Bold
        assert cursor.charFormat().foreground().color() == LIGHT.certainty
        cursor.setPosition(page.page_map.to_document(span_of(TEXT, "reported.").start) + 1)
        assert cursor.charFormat().fontItalic()
        assert cursor.charFormat().foreground().color() == LIGHT.accent

    def test_switching_certainty_off_gives_the_words_back(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.set_layers(certainty=False)
        cursor = QTextCursor(page.document())
        cursor.setPosition(page.page_map.to_document(span_of(TEXT, "We are conf").start) + 1)
        assert cursor.charFormat().fontWeight() == QFont.Weight.Normal
        assert cursor.charFormat().foreground().color() == LIGHT.text

    def test_nothing_is_loaded_from_anywhere(self, page: Page) -> None:
        assert page.loadResource(2, "file:///etc/hostname") is None
        assert not page.openLinks()
        assert not page.isUndoRedoEnabled()
        assert not page.acceptDrops()

    def test_an_article_without_analysis_can_be_read(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.show(reading(analysed=False))
        page.next_claim()
        page.next_entity()
        page.next_certainty(-1)
        assert workspace.selection == Selection()
        assert page.page_map.rows

    def test_no_article_no_text(self, page: Page, workspace: Workspace) -> None:
        workspace.show(None)
        page.grab()
        click(page, QPoint(300, 100))
        assert page.place() == 0
        assert page.selected_span() is None
        assert page.document().isEmpty()


class TestMarks:
    def test_claims_are_filled_by_level(self, page: Page) -> None:
        at = corner(page, "a third girder")
        assert color_at(page, at) == LIGHT.fill(claim_level(page, "c4"))

    def test_the_narrators_claims_are_not_filled(self, page: Page) -> None:
        assert color_at(page, corner(page, "The swing bridge at")) == LIGHT.paper

    def test_the_chosen_claim_is_yellow(self, page: Page, workspace: Workspace) -> None:
        workspace.choose(claim="c4")
        assert color_at(page, corner(page, "girder may")) == LIGHT.chosen

    def test_all_mentions_of_the_chosen_entity_are_filled(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.choose(entity="e1")
        entity = workspace.entity
        assert entity is not None
        for nth in (0, 1):
            at = corner(page, "Port Ansel", nth)
            assert color_at(page, at).name() == LIGHT.entity_fill(entity.kind).name()

    def test_a_layer_can_be_switched_off(self, page: Page, workspace: Workspace) -> None:
        workspace.set_layers(claims=False)
        assert color_at(page, corner(page, "a third girder")) == LIGHT.paper

    def test_choosing_lays_nothing_out_again(self, page: Page, workspace: Workspace) -> None:
        changes: list[int] = []
        page.document().contentsChange.connect(lambda *_: changes.append(1))
        workspace.choose(claim="c2")
        workspace.choose(entity="e2")
        workspace.set_layers(entities=False)
        assert changes == []

    def test_a_mark_after_an_emoji_stands_on_its_words(self, page: Page) -> None:
        sheet = page.sheet
        span = span_of(TEXT, "Tomas Reyl")
        number = page.page_map.row_of(span.start)
        assert number is not None
        mark = next(one for one in sheet.on_row(number) if one.span == span)
        (rect,) = rects_of(sheet, number, mark)
        assert rect.contains(QPointF(where(page, "Tomas Reyl")))


class TestMouse:
    def test_a_click_chooses_the_smallest_first(self, page: Page, workspace: Workspace) -> None:
        click(page, where(page, "2027"))
        assert workspace.selection == Selection(entity="e8", passage=span_of(TEXT, "2027"))
        click(page, where(page, "new bridge"))
        assert workspace.selection == Selection(claim="c7")

    def test_a_click_beside_the_text_lets_go_of_nothing(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.choose(claim="c8")
        last = where(page, "ten years.")
        click(page, last + QPoint(160, 0))
        assert workspace.selection == Selection(claim="c8")

    def test_a_click_does_not_scroll(self, page: Page, workspace: Workspace) -> None:
        page.resize(928, 300)
        page.verticalScrollBar().setValue(150)
        click(page, where(page, "Maria Okonjo"))
        assert workspace.selection.entity == "e2"
        assert page.verticalScrollBar().value() == 150

    def test_a_click_on_a_stripe_chooses_its_claim(self, page: Page, workspace: Workspace) -> None:
        at = where(page, "Councillor")
        left = page.document().rootFrame().frameFormat().leftMargin()
        click(page, QPoint(round(left) - 18, at.y()))
        assert workspace.selection.claim == "c7"

    def test_a_click_on_a_note_chooses_its_claim(self, page: Page, workspace: Workspace) -> None:
        at = where(page, "a third girder")
        right = page.viewport().width() - page.document().rootFrame().frameFormat().rightMargin()
        click(page, QPoint(round(right) + 22, at.y()))
        assert workspace.selection.claim == "c4"

    def test_a_click_on_a_fold_row_asks_to_unfold(self, page: Page) -> None:
        asked: list[object] = []
        page.unfold_asked.connect(asked.append)
        row = next(n for n, row in enumerate(page.page_map.rows) if row.kind is RowKind.FOLDED)
        rect = (
            page.document()
            .documentLayout()
            .blockBoundingRect(page.document().findBlockByNumber(row))
        )
        click(page, QPoint(700, round(rect.center().y())))
        assert asked == [(4,)]

    def test_an_unfolded_block_is_shown_and_can_be_hidden(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.show(replace(reading(), unfolded=frozenset({4})))
        asked: list[object] = []
        page.fold_asked.connect(asked.append)
        assert page.page_map.row_of(span_of(TEXT, "Your support").start) is not None
        place_caret_on(page, RowKind.UNFOLDED)
        QTest.keyClick(page, Qt.Key.Key_Return)
        assert asked == [(4,)]
        workspace.show(reading())
        row = page.page_map.rows[page.page_map.row_at(page.textCursor().position())]
        assert row.kind is RowKind.FOLDED, "the caret stays on the row it acted on"

    def test_dragging_selects_and_chooses_nothing(self, page: Page, workspace: Workspace) -> None:
        start, end = where(page, "swing bridge"), where(page, "was closed on Sunday")
        QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(page.viewport(), end)
        QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=end)
        selected = page.selected_span()
        assert selected is not None
        assert "Port Ansel" in selected.of(TEXT)
        assert workspace.selection == Selection()

    def test_the_pointer_says_what_can_be_clicked(self, page: Page) -> None:
        QTest.mouseMove(page.viewport(), where(page, "Anna Reyl"))
        assert page.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
        QTest.mouseMove(page.viewport(), where(page, "for the inspection in"))
        assert page.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor

    def test_tips(self, page: Page) -> None:
        def tip(words: str, nth: int = 0) -> str:
            return page.tip(page.target(QPointF(where(page, words, nth))))

        assert tip("Maria Okonjo") == "Maria Okonjo, person\nChief engineer"
        assert tip("Reyl", 2).endswith("Doubtful, or Tomas Reyl")
        assert tip("a third girder") == (
            "Two people familiar with the inspection, via Ansel Gazette\npossible, “may”"
        )
        assert tip("for the inspection in") == ""

    def test_the_menu_lists_all_that_lies_under_the_pointer(
        self, page: Page, workspace: Workspace
    ) -> None:
        asked: list[tuple[QMenu, Span | None]] = []
        page.context_asked.connect(lambda menu, span, _: asked.append((menu, span)))
        menu = page.context_menu(page.target(QPointF(where(page, "2027"))))
        names = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert names[0] == "2027, date"
        assert names[1].startswith("Claim 8 of 9, Anna Reyl")
        assert asked == [(menu, span_of(TEXT, "2027"))]
        menu.actions()[1].trigger()
        assert workspace.selection.claim == "c7"


class TestCopy:
    def test_the_articles_own_text_is_copied(self, page: Page, qapp: QApplication) -> None:
        span = span_of(TEXT, "“SAVE IT 🌉” on the quay wall")
        select(page, span.start, span.end)
        assert page.selected_span() == span
        page.copy()
        assert qapp.clipboard().text() == span.of(TEXT)

    def test_what_is_folded_is_not_copied(self, page: Page) -> None:
        select(page, span_of(TEXT, "council orders").start, span_of(TEXT, "The swing").end)
        data = page.createMimeDataFromSelection()
        assert data.text() == "council orders checks\nThe swing"
        assert not data.hasHtml()

    def test_a_non_breaking_space_survives(self, page: Page, workspace: Workspace) -> None:
        workspace.show(Reading("a", plain("It costs 5\u00a0million.", "Yes.")))
        select(page, 0, 24)
        assert page.createMimeDataFromSelection().text() == "It costs 5\u00a0million.\nYes."[:24]


class TestKeyboard:
    def test_claims_one_after_the_other(self, page: Page, workspace: Workspace) -> None:
        page.next_claim()
        page.next_claim()
        assert workspace.selection.claim == "c1"
        page.next_claim(-1)
        page.next_claim(-1)
        assert workspace.selection.claim == "c0", "there is none before the first"

    def test_claims_from_the_caret(self, page: Page, workspace: Workspace) -> None:
        page.set_caret(span_of(TEXT, "Residents").start)
        page.next_claim()
        assert workspace.selection.claim == "c5"

    def test_mentions_one_after_the_other(self, page: Page, workspace: Workspace) -> None:
        page.set_caret(span_of(TEXT, "Councillor").start)
        chosen = []
        for _ in range(3):
            page.next_entity()
            chosen.append((workspace.selection.entity, page.caret()))
        assert chosen == [
            ("e7", span_of(TEXT, "Anna Reyl").start),
            ("e7", span_of(TEXT, "Reyl said a new").start),
            ("e8", span_of(TEXT, "2027").start),
        ]
        page.next_entity(-1)
        assert page.caret() == span_of(TEXT, "Reyl said a new").start

    def test_words_of_certainty(self, page: Page, workspace: Workspace) -> None:
        page.next_certainty()
        page.next_certainty()
        assert workspace.selection.claim == "c2"
        assert page.caret() == span_of(TEXT, "very likely", 1).start

    def test_a_letter_is_left_to_the_shortcuts(self, page: Page, qtbot: QtBot) -> None:
        shortcut = QShortcut("J", page)
        shortcut.activated.connect(page.next_claim)
        page.setFocus()
        qtbot.waitUntil(page.hasFocus)
        QTest.keyClick(page, Qt.Key.Key_J)
        assert page.workspace.selection.claim == "c0"

    def test_the_ends_of_the_text_show_its_margins(self, long_page: Page) -> None:
        bar = long_page.verticalScrollBar()
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(long_page, Qt.Key.Key_End, control)
        assert bar.value() == bar.maximum() > 0
        QTest.keyClick(long_page, Qt.Key.Key_Home, control)
        assert bar.value() == 0

    def test_enter_chooses_what_the_caret_stands_on(self, page: Page, workspace: Workspace) -> None:
        page.set_caret(span_of(TEXT, "Ansel Gazette").start + 2)
        QTest.keyClick(page, Qt.Key.Key_Return)
        place = span_of(TEXT, "Ansel Gazette")
        assert workspace.selection == Selection(entity="e4", passage=place)

    def test_the_caret_comes_to_a_claim_and_says_so_once(self, page: Page) -> None:
        said: list[str] = []
        page.announced.connect(said.append)
        page.set_caret(span_of(TEXT, "a third girder").start - 1)
        for _ in range(3):
            QTest.keyClick(page, Qt.Key.Key_Right)
        assert len(said) == 1
        assert said[0].startswith("Claim 5 of 9, Two people familiar with the inspection, may, via")

    def test_j_says_which_claim_it_came_to(self, page: Page) -> None:
        said: list[str] = []
        page.announced.connect(said.append)
        page.next_claim()
        assert said == ["Claim 1 of 9, Maria Okonjo, very likely, no note"]


class TestSearch:
    def test_hits_are_counted_marked_and_walked(self, page: Page) -> None:
        told: list[tuple[int, int]] = []
        page.hits_changed.connect(lambda count, number: told.append((count, number)))
        assert page.find("girder") == 2
        kinds = [mark.kind for index in page.sheet.marks for mark in index.marks]
        assert (kinds.count(MarkKind.HIT), kinds.count(MarkKind.CURRENT)) == (1, 1)
        assert [page.find_next(), page.find_next(), page.find_next(-1)] == [2, 1, 2]
        assert told == [(2, 1), (2, 2), (2, 1), (2, 2)]

    def test_nothing_found(self, page: Page) -> None:
        assert page.find("zeppelin") == 0
        assert page.find_next() == 0

    def test_folded_text_is_found_once_it_is_shown(self, page: Page, workspace: Workspace) -> None:
        counts: list[int] = []
        page.hits_changed.connect(lambda count, _: counts.append(count))
        assert page.find("your support") == 0
        workspace.show(replace(reading(), unfolded=frozenset({4})))
        assert counts[-1] == 1

    def test_an_empty_search_takes_the_marks_away(self, page: Page) -> None:
        page.find("girder")
        page.find("")
        assert not any(
            mark.kind in (MarkKind.HIT, MarkKind.CURRENT)
            for index in page.sheet.marks
            for mark in index.marks
        )


class TestPlace:
    def test_the_place_is_the_first_visible_line(self, long_page: Page) -> None:
        block = long_page.workspace.reading.article.blocks[30]  # type: ignore[union-attr]
        long_page.go_to(block.span.start)
        assert long_page.place() == block.span.start
        long_page.go_to(0)
        assert long_page.place() == 0

    @pytest.mark.parametrize("change", ["zoom", "theme", "width"])
    def test_it_is_kept_when_the_layout_changes(self, long_page: Page, change: str) -> None:
        block = long_page.workspace.reading.article.blocks[20]  # type: ignore[union-attr]
        long_page.go_to(block.span.start)
        select(long_page, block.span.start + 4, block.span.start + 9)
        if change == "zoom":
            long_page.zoom(150)
        elif change == "theme":
            long_page.set_theme(load_theme("dark"))
        else:
            long_page.resize(600, 700)
        assert long_page.place() == block.span.start
        selected = Span(block.span.start + 4, block.span.start + 9)
        assert long_page.selected_span() == selected

    def test_a_note_or_an_analysis_leaves_the_page_where_it_is(
        self, page: Page, workspace: Workspace
    ) -> None:
        workspace.show(reading(analysed=False))
        page.resize(928, 300)
        page.verticalScrollBar().setValue(180)
        place = page.place()
        workspace.show(reading())
        assert page.place() == place

    def test_reveal_brings_a_passage_to_a_third(self, long_page: Page, qtbot: QtBot) -> None:
        block = long_page.workspace.reading.article.blocks[40]  # type: ignore[union-attr]
        long_page.workspace.reveal(block.span)
        third = long_page.viewport().height() / 3

        def arrived() -> bool:
            line = long_page.scroller.line(block.span.start)
            return abs(line.top() - long_page.scroller.top - third) < 2

        qtbot.waitUntil(arrived)

    def test_reveal_leaves_alone_what_can_be_read(self, long_page: Page) -> None:
        block = long_page.workspace.reading.article.blocks[2]  # type: ignore[union-attr]
        long_page.workspace.reveal(block.span)
        QApplication.processEvents()
        assert long_page.verticalScrollBar().value() == 0

    def test_another_article_starts_at_its_top(self, long_page: Page, workspace: Workspace) -> None:
        long_page.go_to(2000)
        workspace.show(reading())
        assert long_page.place() == 0
        assert long_page.caret() == 0


class TestZoom:
    def test_it_stays_within_its_bounds(self, page: Page) -> None:
        told: list[int] = []
        page.zoom_changed.connect(told.append)
        page.zoom(1000)
        page.zoom(10)
        assert told == [300, 50]

    def test_ctrl_and_wheel(self, page: Page) -> None:
        event = QWheelEvent(
            QPointF(300, 300),
            QPointF(300, 300),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        page.wheelEvent(event)
        assert page.percent == 110

    def test_the_column_grows_with_the_text(self, page: Page) -> None:
        page.resize(1400, 700)
        assert column(page) == 600
        page.zoom(150)
        assert column(page) == 900
        page.resize(700, 700)
        assert column(page) < 700
        assert not page.horizontalScrollBar().isVisible()


class TestOverview:
    def test_one_tick_a_claim_and_note_and_hit(self, page: Page, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: len(page.overview.ticks) == 9 + 2)
        page.find("girder")
        qtbot.waitUntil(lambda: len(page.overview.ticks) == 9 + 2 + 2)

    def test_a_press_on_it_jumps(self, long_page: Page) -> None:
        bar = long_page.overview
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() - 1))
        maximum = long_page.verticalScrollBar().maximum()
        assert long_page.verticalScrollBar().value() == maximum


def corner(page: Page, words: str, nth: int = 0) -> QPoint:
    """A point between the top of a fill and the letters."""
    at = where(page, words, nth)
    span = span_of(TEXT, words, nth)
    line = page.scroller.line(span.start)
    return QPoint(at.x(), round(line.top() - page.scroller.top) + 2)


def claim_level(page: Page, id: str) -> Level:
    analysis = page.workspace.analysis
    assert analysis is not None
    return analysis.claim(id).certainty.level


def place_caret_on(page: Page, kind: RowKind) -> None:
    number = next(n for n, row in enumerate(page.page_map.rows) if row.kind is kind)
    cursor = page.textCursor()
    cursor.setPosition(page.page_map.start_of(number) + 1)
    page.setTextCursor(cursor)


def column(page: Page) -> float:
    form = page.document().rootFrame().frameFormat()
    return page.viewport().width() - form.leftMargin() - form.rightMargin()
