"""The page: the article view with what the reader does on it, by mouse, keyboard and search.

What only the reader's first move needs is imported then: the text shows before it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QMimeData, QPoint, QPointF, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from according.domain.spans import Span, hull
from according.ui.page.article_view import ArticleView
from according.ui.page.highlights import Mark, MarkKind
from according.ui.page.rows import RowKind
from according.ui.theme import Theme
from according.ui.workspace import Workspace

if TYPE_CHECKING:
    from according.ui.page.pointing import Target
    from according.ui.page.searching import Search
    from according.ui.page.walking import Walker


class Page(ArticleView):
    """The article, to be read, pointed at and walked through.

    Signals
    -------
    unfold_asked(tuple[int, ...]), fold_asked(tuple[int, ...]): block indexes to show or to fold.
    context_asked(QMenu, Span | None, tuple[int, ...]): a context menu is about to open on a passage
        and the blocks of these indexes; add to it.
    announced(str): what a screen reader was told of the claim at the caret.
    hits_changed(int, int): how many hits the search has, and the number of the current one.
    """

    unfold_asked = Signal(object)
    fold_asked = Signal(object)
    context_asked = Signal(object, object, object)
    announced = Signal(str)
    hits_changed = Signal(int, int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._pressed: QPoint | None = None
        workspace.reading_changed.connect(self._follow)

    # Selection and copying

    def selected_span(self) -> Span | None:
        """The selected passage, in code points of the article; None without a selection."""
        cursor = self.textCursor()
        pieces = self.page_map.between(cursor.selectionStart(), cursor.selectionEnd())
        return hull(pieces) if pieces else None

    def createMimeDataFromSelection(self) -> QMimeData:
        """The article's own text: what is folded between is not in it."""
        cursor = self.textCursor()
        page, reading = self.page_map, self.workspace.reading
        pieces = page.between(cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        if reading is not None and pieces:
            data.setText("\n".join(piece.of(reading.article.text) for piece in pieces))
        elif page.rows:
            data.setText(page.rows[page.row_at(cursor.selectionStart())].text)
        return data

    def blocks_chosen(self, position: int | None = None) -> tuple[int, ...]:
        """The indexes of the selected blocks; without a selection, those at a position or caret.

        A row that stands for folded blocks gives all of them.
        """
        page, reading = self.page_map, self.workspace.reading
        if reading is None or not page.rows:
            return ()
        span = self.selected_span()
        if span is None:
            at = self.textCursor().position() if position is None else position
            return page.rows[page.row_at(at)].blocks
        return tuple(
            index for index, block in enumerate(reading.article.blocks) if block.span.overlaps(span)
        )

    # Pointing

    def target(self, point: QPointF) -> Target:
        """What lies under a point of the viewport."""
        from according.ui.page.pointing import target_at  # noqa: PLC0415 - see above

        return target_at(self.sheet, point + QPointF(0, self.scroller.top))

    def act(self, target: Target) -> None:
        """Do what a click on `target` does: choose, or open a fold.

        Plain text lets go of nothing: a stray click must not take away the note one is writing.
        """
        if target.fold is not None:
            self._switch_fold(target.fold)
        elif target.note is not None:
            self._choose_note(target.note)
        elif target.stripe is not None:
            self.workspace.choose(claim=target.stripe)
        elif target.marks:
            self.choose_mark(target.marks[0])

    def choose_mark(self, mark: Mark) -> None:
        """Choose the claim or entity that a mark stands for."""
        if mark.kind is MarkKind.MENTION:
            self.workspace.choose(entity=mark.id, passage=mark.span)
        else:
            self.workspace.choose(claim=mark.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is QtCore.Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not QtCore.Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        if moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            self.act(self.target(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == QtCore.Qt.MouseButton.NoButton:
            self.viewport().setCursor(self._cursor_at(event.position()))

    def tip(self, target: Target) -> str:
        """What the pointer says of a target."""
        from according.ui.page.spoken import claim_tip, tip_of  # noqa: PLC0415 - see above

        reading, analysis = self.workspace.reading, self.workspace.analysis
        if target.note is not None and reading is not None:
            return next((one.note.text for one in reading.notes if one.note.id == target.note), "")
        if reading is None or analysis is None:
            return ""
        if target.stripe is not None:
            return claim_tip(reading, analysis.claim(target.stripe))
        return tip_of(reading, analysis, target.marks[0]) if target.marks else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.cursorRect().center() if by_key else event.pos()
        position = self.cursorForPosition(point).position()
        menu = self.context_menu(self.target(QPointF(point)), position)
        menu.exec(self.viewport().mapToGlobal(point))
        menu.deleteLater()

    def context_menu(self, target: Target, position: int | None = None) -> QMenu:
        """All that lies under a point, to be chosen; then what can be done with the passage.

        `position` is the nearest in the document, in UTF-16 units; without one, the caret's.
        """
        from according.ui.page.spoken import name_of  # noqa: PLC0415 - see above

        menu = QMenu(self)
        reading, analysis = self.workspace.reading, self.workspace.analysis
        if reading is not None and analysis is not None:
            for mark in target.marks:
                # An ampersand in a name is no mark of a key.
                text = name_of(reading, analysis, mark).replace("&", "&&")
                action = menu.addAction(text)
                action.triggered.connect(lambda _=False, one=mark: self.choose_mark(one))
        if target.marks:
            menu.addSeparator()
        copying = menu.addAction(self.tr("Copy"))
        copying.setEnabled(self.textCursor().hasSelection())
        copying.triggered.connect(self.copy)
        passage = self.selected_span() or (target.marks[0].span if target.marks else None)
        self.context_asked.emit(menu, passage, self.blocks_chosen(position))
        return menu

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.act(self._target_at_caret())
            return
        if not self.page_map.whole:
            self._prepare_for(event)
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.scroller.show_edges()
            self._walker.hear_caret()

    def _prepare_for(self, key: QKeyEvent) -> None:
        """Bring what a key goes to or takes in, on a page that is not wholly set yet."""
        keys = QKeySequence.StandardKey
        if key.matches(keys.MoveToEndOfDocument):
            self.fetch(len(self.page_map.rows) - 1)
        elif key.matches(keys.MoveToStartOfDocument):
            self.fetch(0)
        elif any(
            key.matches(one)
            for one in (keys.SelectAll, keys.SelectEndOfDocument, keys.SelectStartOfDocument)
        ):
            self.set_all()

    def next_claim(self, step: int = 1) -> None:
        """Choose the next or previous claim, from the chosen one or from the caret."""
        self._walker.next_claim(step)

    def next_entity(self, step: int = 1) -> None:
        """Choose the entity of the next or previous mention."""
        self._walker.next_entity(step)

    def next_certainty(self, step: int = 1) -> None:
        """Go to the next or previous words of certainty, and choose their claim."""
        self._walker.next_certainty(step)

    # Search

    def find(  # type: ignore[override]  # Qt's own would search the document, not the article
        self, text: str, *, whole: bool = False
    ) -> int:
        """Mark every place that reads `text` and go to the first from here; how many there are."""
        count = self._search.find(text, whole=whole)
        self.hits_changed.emit(count, self._search.number)
        return count

    def find_next(self, step: int = 1) -> int:
        """Go to the next or previous hit, round the end; its number from 1, or 0 without one."""
        number = self._search.step(step)
        self.hits_changed.emit(self._search.count, number)
        return number

    # Parts

    @cached_property
    def _walker(self) -> Walker:
        from according.ui.page.walking import Walker  # noqa: PLC0415 - see above

        return Walker(self, self.announced.emit)

    @cached_property
    def _search(self) -> Search:
        from according.ui.page.searching import Search  # noqa: PLC0415 - see above

        return Search(self)

    def _follow(self) -> None:
        if "_walker" in vars(self):
            self._walker.follow_reading()
        if "_search" in vars(self):
            self._search.repeat()
            self.hits_changed.emit(self._search.count, self._search.number)

    def _switch_fold(self, number: int) -> None:
        row = self.page_map.rows[number]
        asked = self.unfold_asked if row.kind is RowKind.FOLDED else self.fold_asked
        asked.emit(row.blocks)

    def _choose_note(self, id: str) -> None:
        reading = self.workspace.reading
        notes = reading.notes if reading else ()
        span = next((one.span for one in notes if one.note.id == id), None)
        if span is None:
            return
        claims = sorted(self._walker.claims.overlapping(span), key=lambda mark: len(mark.span))
        same = [mark for mark in claims if mark.span == span]
        if found := (same or claims):
            self.workspace.choose(claim=found[0].id)
        else:
            self.workspace.choose(passage=span)

    def _cursor_at(self, point: QPointF) -> QtCore.Qt.CursorShape:
        if not self.target(point).empty:
            return QtCore.Qt.CursorShape.PointingHandCursor
        return QtCore.Qt.CursorShape.IBeamCursor

    def _target_at_caret(self) -> Target:
        from according.ui.page.pointing import Target  # noqa: PLC0415 - see above

        position = self.textCursor().position()
        page = self.page_map
        if not page.rows:
            return Target()
        number = page.row_at(position)
        if page.rows[number].of_fold:
            return Target(fold=number)
        point = page.to_article(position)
        return Target(marks=self.marks_at(point) if point is not None else ())
