"""Shows the article: its rows as text, its marks painted under them, the overview beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.page.growing import Growth
from according.ui.page.highlights import (
    Mark,
    MarkIndex,
    PageMap,
    Words,
    chosen_marks,
    note_marks,
    reading_marks,
    styled_words,
)
from according.ui.page.overview import WIDTH as OVERVIEW_WIDTH
from according.ui.page.overview import OverviewBar, Tick, ticked
from according.ui.page.rows import rows_of
from according.ui.page.scrolling import Scroller
from according.ui.page.typesetting import (
    ABOVE,
    BELOW,
    COLUMN,
    MARGIN,
    RIGHT_MARGIN,
    Faces,
    beside,
)
from according.ui.theme import Theme, interface_palette
from according.ui.workspace import Layers, Selection, Workspace

if TYPE_CHECKING:
    from according.ui.page.marks import Sheet

ZOOM = (50, 300)
ZOOM_STEP = 10
LEAST_COLUMN = 120
MANY = 2000
"""Ticks beyond which they stand where their words are in the text, and not where their line is: to
look for that many lines would hold the window.
"""

_ENUMS = {
    "frameShape": 0,  # QFrame.Shape.NoFrame
    "horizontalScrollBarPolicy": 1,  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    "verticalScrollBarPolicy": 1,
    "textInteractionFlags": 3,  # Qt.TextInteractionFlag: TextSelectableByMouse, ...ByKeyboard
}
"""Properties of the view by number: to take `Qt` by name makes all its enums, and the first paint
would wait 12 ms for them. Below, it is looked up where it is used, for the same reason.
"""


class ArticleView(QTextBrowser):
    """The article of the workspace's reading, with the marks of what is found and chosen in it.

    Nothing is ever read back from the document: it is made from the article, and positions are
    converted by a `PageMap`.

    Signals
    -------
    zoom_changed(int): the size of the text in per cent.
    painted(): the text is on the screen for the first time.
    """

    zoom_changed = Signal(int)
    painted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._theme = theme
        self._percent = 100
        self._reading: Reading | None = None
        self._unpainted = True
        self._found = self._chosen = self._noted = self._hits = MarkIndex()
        self.scroller = Scroller(self, lambda: self._page, self.fetch)
        self._growth = Growth(self.document(), self.scroller.held, self)
        self.overview = OverviewBar(theme, self)
        self._ticks_due = QTimer(self, singleShot=True, interval=0)
        self._set_up()
        self._connect()
        self._show_reading(workspace.reading)

    def _set_up(self) -> None:
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        for name, number in _ENUMS.items():
            self.setProperty(name, number)
        self.setCursorWidth(2)
        self.setViewportMargins(0, 0, OVERVIEW_WIDTH, 0)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("The text of the article; Enter chooses what the caret stands on")
        )
        self._apply_palette()

    def _connect(self) -> None:
        self.workspace.reading_changed.connect(self._show_reading)
        self.workspace.selection_changed.connect(self._show_selection)
        self.workspace.layers_changed.connect(self._show_layers)
        self.workspace.reveal_asked.connect(self.reveal)
        self.overview.jump_asked.connect(self._jump)
        self.overview.wheel_turned.connect(self.wheelEvent)
        self._ticks_due.timeout.connect(self._show_ticks)
        self._growth.whole.connect(self._ticks_due.start)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _: self._ticks_due.start() if self._page.whole else None
        )
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._show_visible_part())
        bar.rangeChanged.connect(lambda *_: self._show_visible_part())

    # What is shown

    @property
    def page_map(self) -> PageMap:
        """Where the article stands in the document."""
        return self._growth.page

    _page = page_map

    def set_all(self) -> None:
        """Wait until the whole of a long page is set."""
        self._growth.finish()

    @property
    def sheet(self) -> Sheet:
        """The document with all its marks."""
        from according.ui.page.marks import Sheet  # noqa: PLC0415 - the text shows before it is needed

        return Sheet(self.document(), self._page, self._marks, self._percent / 100)

    @property
    def _marks(self) -> tuple[MarkIndex, ...]:
        return (self._found, self._hits, self._chosen, self._noted)

    @property
    def percent(self) -> int:
        """The size of the text in per cent."""
        return self._percent

    def zoom(self, percent: int) -> None:
        """Set the size of the text, 50 to 300 per cent; the place is kept."""
        percent = max(ZOOM[0], min(ZOOM[1], percent))
        if percent == self._percent:
            return
        self._percent = percent
        self._typeset_again(self._page)
        self.zoom_changed.emit(percent)

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Show the page in a colour scheme; the place is kept.

        With the scheme that is shown already, only the palette is given back to the view, which
        loses it to a new style sheet.
        """
        if theme == self._theme:
            self._apply_palette()
            return
        self._theme = theme
        self._apply_palette()
        self._typeset_again(self._page)
        self._ticks_due.start()

    def place(self) -> int:
        """The code point at which the first visible line starts."""
        return self.scroller.place()

    def above(self) -> float:
        """How much of the first visible line is above the edge, in pixels."""
        return self.scroller.above()

    def go_to(self, offset: int, *, above: float = 0.0) -> None:
        """Bring the line of a code point to the upper edge, or that many pixels above it."""
        self.scroller.go_to(offset, above=above)

    def reveal(self, span: Span) -> None:
        """Bring a passage into view."""
        if self._page.rows:
            self.scroller.reveal(span)

    def caret(self) -> int | None:
        """The code point at the caret; None on rows that are not the article's."""
        return self._page.to_article(self.textCursor().position())

    def caret_in_view(self) -> bool:
        return self.viewport().rect().intersects(self.cursorRect())

    def set_caret(self, point: int, *, anchor: int | None = None) -> None:
        """Put the caret before a code point, selecting from `anchor`; the page does not move."""
        position = self._page.to_document(point)
        self._set_cursor(position if anchor is None else self._page.to_document(anchor), position)

    def _set_cursor(self, anchor: int, position: int) -> None:
        bar = self.verticalScrollBar()
        top = bar.value()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar.setValue(top)

    def marks_at(self, point: int) -> tuple[Mark, ...]:
        """The claims and mentions shown at a code point, the smallest first."""
        return tuple(self._found.at(point))

    def loadResource(self, type: int, name: QtCore.QUrl | str) -> object:  # noqa: ARG002
        """Nothing: a page refers to no file and no address."""
        return None

    # Following the workspace

    def _show_reading(self, reading: Reading | None) -> None:
        before, self._reading = self._reading, reading
        if reading is None:
            self._typeset(PageMap("", ()))
        elif before is None or before.article.text != reading.article.text:
            self._hits = MarkIndex()
            page = PageMap(reading.article.text, rows_of(reading.article, reading.unfolded))
            self._typeset(page, styled_words(reading.analysis, self.workspace.layers))
            self.set_caret(0)
            self.scroller.go_to(0)
        elif (before.article, before.unfolded) != (reading.article, reading.unfolded):
            rows = rows_of(reading.article, reading.unfolded)
            self._typeset_again(PageMap(reading.article.text, rows))
        self._noted = MarkIndex(note_marks(reading.notes if reading else ()))
        self._show_layers(self.workspace.layers)
        self._show_selection(self.workspace.selection)

    def _show_layers(self, layers: Layers) -> None:
        analysis = self._reading.analysis if self._reading else None
        self._found = MarkIndex(reading_marks(analysis, layers))
        words = styled_words(analysis, layers)
        if words != self._growth.words:
            if self._growth.long:
                self._typeset_again(self._page, words)
            else:
                with self.scroller.held():
                    self._growth.restyle(words)
        self._ticks_due.start()
        self._paint_again()

    def _show_selection(self, selection: Selection) -> None:
        analysis = self._reading.analysis if self._reading else None
        self._chosen = MarkIndex(chosen_marks(analysis, selection))
        self._paint_again()

    def show_hits(self, hits: tuple[Mark, ...]) -> None:
        """Mark what a search found."""
        self._hits = MarkIndex(hits)
        self._ticks_due.start()
        self._paint_again()

    # Layout

    def _typeset(self, page: PageMap, words: tuple[Words, ...] = (), *, row: int = 0) -> None:
        """Make the document anew, from a row outwards."""
        zoom = self._percent / 100
        self.scroller.halt()
        self._growth.clear(zoom)
        self._set_margins()  # which lays out what is there
        self._growth.begin(page, Faces(self._theme, zoom), words, row=row)

    def fetch(self, row: int) -> None:
        """Begin a long page anew at a row that is not set yet."""
        if not self._page.first <= row < self._page.last:
            anchor, caret = self._ends()
            self._typeset(self._page, self._growth.words, row=row)
            self.set_caret(caret, anchor=anchor)

    def _typeset_again(self, page: PageMap, words: tuple[Words, ...] | None = None) -> None:
        """Make the document anew; place, caret and selection are kept."""
        before, (anchor, caret) = self._page, self._ends()
        words = self._growth.words if words is None else words
        row = before.rows[before.row_at(self.textCursor().position())] if before.rows else None
        with self.scroller.held():
            place = self.scroller.place()
            self._typeset(page, words, row=page.row_near(place) if place and page.rows else 0)
            fold = page.fold_start(row.blocks[0]) if row and row.of_fold else None
            if fold is not None:
                self._set_cursor(fold, fold)
            else:
                self.set_caret(caret, anchor=anchor)

    def _ends(self) -> tuple[int, int]:
        """Where the selection begins, and where the caret stands."""
        cursor = self.textCursor()
        return self._page.nearest(cursor.anchor()), self._page.nearest(cursor.position())

    def _apply_palette(self) -> None:
        palette = interface_palette(self._theme)
        palette.setColor(QPalette.ColorRole.Base, self._theme.paper)
        self.setPalette(palette)
        self.overview.set_theme(self._theme)

    def _set_margins(self) -> None:
        """Centre the column, and leave room for the stripes and the glyphs beside it."""
        width = self.maximumViewportSize().width()
        zoom = self._percent / 100
        margin, right_margin = MARGIN * beside(zoom), RIGHT_MARGIN * beside(zoom)
        column = min(COLUMN * zoom, width - margin - right_margin)
        column = max(LEAST_COLUMN, round(column))
        left = max(round(margin), (width - column) // 2)
        root = self.document().rootFrame()
        form = root.frameFormat()
        form.setTopMargin(ABOVE)
        form.setBottomMargin(BELOW)
        form.setLeftMargin(left)
        form.setRightMargin(max(0, width - left - column))
        if form != root.frameFormat():
            root.setFrameFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._growth.long and event.size().width() != event.oldSize().width():
            self._typeset_again(self._page)
        with self.scroller.held():
            self._set_margins()
            super().resizeEvent(event)
        self.overview.setGeometry(
            self.width() - OVERVIEW_WIDTH, 0, OVERVIEW_WIDTH, event.size().height()
        )
        self._show_visible_part()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._unpainted:
            super().paintEvent(event)
            self._unpainted = False
            self.painted.emit()
            QTimer.singleShot(0, self._complete)
            return
        if self._page.rows:
            self._paint_marks(event)
        super().paintEvent(event)

    def _paint_marks(self, event: QPaintEvent) -> None:
        # Here, because the text shows before there are marks.
        from according.ui.page.folds import paint_folds  # noqa: PLC0415
        from according.ui.page.gutter import paint_gutter  # noqa: PLC0415
        from according.ui.page.marks import paint_marks  # noqa: PLC0415

        top, seen, sheet = self.scroller.top, event.rect(), self.sheet
        edges = {"top": float(top + seen.top()), "bottom": float(top + seen.bottom())}
        painter = QPainter(self.viewport())
        painter.translate(QPointF(0, -top))
        paint_marks(painter, sheet, self._theme, **edges)
        chosen = self.workspace.selection.claim
        paint_gutter(painter, sheet, self._theme, chosen=chosen, **edges)
        paint_folds(painter, sheet, self._theme, **edges)
        painter.end()

    def _complete(self) -> None:
        # Not before the first paint, since to ask for `viewport()` makes every kind of widget known
        # to Python (9 ms), and to paint the rules of folds all of Qt's enums.
        self.viewport().setMouseTracking(True)
        self.viewport().update()

    def _paint_again(self) -> None:
        if not self._unpainted:
            self.viewport().update()

    # Overview and zoom by wheel

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoom(self._percent + ZOOM_STEP * ((turned > 0) - (turned < 0)))
            event.accept()
            return
        super().wheelEvent(event)

    def _jump(self, place: float) -> None:
        above, height = self._extent()
        goal = place * height - self.maximumViewportSize().height() / 2
        if not self._page.whole and not above <= place * height < above + self._height():
            self.scroller.go_to(self._page.point_at(place))
        else:
            self.verticalScrollBar().setValue(round(goal - above))

    def _height(self) -> float:
        """How high the document is."""
        return max(1.0, self.document().size().height())

    def _extent(self) -> tuple[float, float]:
        """How high what is above the document will be, and the whole page, as far as is known."""
        page, height = self._page, self._height()
        if page.whole:
            return 0.0, height
        unit = height / max(1, page.size(page.first, page.last))
        return page.size(0, page.first) * unit, page.size(0, len(page.rows)) * unit

    def _show_visible_part(self) -> None:
        above, height = self._extent()
        top = above + self.scroller.top
        end = min(1.0, (top + self.maximumViewportSize().height()) / height)
        self.overview.show_visible(top / height, end)

    def _show_ticks(self) -> None:
        if not self._page.whole:
            return  # the rest of the page is to come, and the ticks with it
        ticks = ticked(self._marks, self._theme)
        place = self._line_of if len(ticks) <= MANY else self._share_of
        self.overview.show_ticks(
            [Tick(place(mark.span.start), color, tall) for mark, color, tall in ticks]
        )

    def _line_of(self, point: int) -> float:
        """The height of a line on the page, from 0 to 1."""
        height = max(self._height(), float(self.maximumViewportSize().height()))
        return self.scroller.line(point).center().y() / height

    def _share_of(self, point: int) -> float:
        """About the height of a line on the page, from 0 to 1, without looking for it."""
        return self._page.to_document(point) / max(1, self._page.length)
