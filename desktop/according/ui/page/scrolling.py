"""Moves the page: to a line, gently to a passage, and back to where it was after a new layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QTextBrowser

from according.domain.spans import Span
from according.ui.page.highlights import PageMap

GLIDE = 180
"""Milliseconds of a gentle move."""
THIRD = 1 / 3
COMFORT = (0.06, 0.8)
"""A passage wholly within this part of the view is not moved."""


class Scroller:
    """Scrolls a view whose document shows the rows of a `PageMap`.

    The map changes with the article, so it is asked for at each use. `fetch` brings a row that the
    document does not hold yet.
    """

    def __init__(
        self, view: QTextBrowser, page: Callable[[], PageMap], fetch: Callable[[int], None]
    ) -> None:
        self._view = view
        self._page = page
        self._fetch = fetch
        self._bar = view.verticalScrollBar()
        self._glide: QtCore.QPropertyAnimation | None = None

    @property
    def top(self) -> int:
        """The height of the document at the upper edge of the view."""
        return self._bar.value()

    def place(self) -> int:
        """The code point at which the first visible line starts; 0 on an unmoved page."""
        if self._unmoved:
            return 0
        return self._page().nearest(self._first_position())

    def above(self) -> float:
        """How much of the first visible line is above the edge; negative where it is below."""
        return 0.0 if self._unmoved else self.top - self.line(self.place()).top()

    def go_to(self, point: int, *, above: float = 0.0) -> None:
        """Bring the line of an article position to the upper edge or `above` it, at once."""
        self.halt()
        self._reach(point)
        self._set(0 if point <= 0 and above == 0 else round(self.line(point).top() + above))

    def reveal(self, span: Span) -> None:
        """Bring a passage to a third of the view, gently; not where it can be read already."""
        self.halt()
        self._reach(span.start)
        height = self._view.viewport().height()
        first, last = self.line(span.start), self.line(max(span.start, span.end - 1))
        above, below = first.top() - self.top, last.bottom() - self.top
        if COMFORT[0] * height <= above and below <= COMFORT[1] * height:
            return
        bar = self._bar
        goal = max(0, min(bar.maximum(), round(first.top() - height * THIRD)))
        if not self._view.isVisible() or not self._page().whole:
            bar.setValue(goal)
            return
        glide = self._glide = self._glide or self._make_glide()
        glide.setStartValue(bar.value())
        glide.setEndValue(goal)
        glide.start()

    def show_edges(self) -> None:
        """Where the caret is in the first or last line, show the margin above or below it too."""
        caret = self._view.cursorRect().translated(0, self.top)
        bar = self._bar
        root = self._view.document().rootFrame().frameFormat()
        if caret.top() < root.topMargin() + caret.height():
            bar.setValue(0)
        elif caret.bottom() > self._view.document().size().height() - root.bottomMargin() - 1:
            bar.setValue(bar.maximum())

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the first visible line where it is on the screen while the layout changes."""
        if self._unmoved:
            yield
            return
        point = self._page().nearest(self._first_position())
        offset = self.line(point).top() - self.top
        yield
        self._set(round(self.line(point).top() - offset))

    def line(self, point: int) -> QRectF:
        """The line of an article position, in coordinates of the document."""
        document = self._view.document()
        document.size()  # lays out what is still pending
        position = self._page().to_document(point)
        block = document.findBlock(position)
        layout = block.layout()
        if layout.lineCount() == 0:
            return QRectF(0, 0, 0, 0)
        line = layout.lineForTextPosition(position - block.position())
        return line.naturalTextRect().translated(layout.position())

    def _make_glide(self) -> QtCore.QPropertyAnimation:
        glide = QtCore.QPropertyAnimation(self._bar, b"value", self._view)
        glide.setDuration(GLIDE)
        glide.setEasingCurve(QtCore.QEasingCurve.Type.OutCubic)
        return glide

    def halt(self) -> None:
        """End a gentle move where it is."""
        if self._glide is not None:
            self._glide.stop()

    @property
    def _unmoved(self) -> bool:
        return self.top == 0 and self._page().first == 0

    def _reach(self, point: int) -> None:
        page = self._page()
        if page.rows:
            self._fetch(page.row_near(point) if point > 0 else 0)

    def _set(self, value: int) -> None:
        self._view.document().size()
        self._bar.setValue(value)

    def _first_position(self) -> int:
        margin = self._view.document().rootFrame().frameFormat().leftMargin()
        layout = self._view.document().documentLayout()
        corner = QPointF(margin + 1, self.top + 1)
        return max(0, layout.hitTest(corner, QtCore.Qt.HitTestAccuracy.FuzzyHit))
