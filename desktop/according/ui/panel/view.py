"""What the three views of the panel share: one scrolling column of cards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from according.ui.panel.cards import caption, clear, plain, small_button
from according.ui.panel.wording import tr
from according.ui.style import Look


class Canvas(QWidget):
    """What the view scrolls over: as tall as its cards are at the width it has.

    A layout's least height is that of its least width, where every word stands on a line of its
    own; a scroll area would keep room for it below the last card.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class View(QScrollArea):
    """A scrolling column of cards.

    Signals
    -------
    analysis_asked(): the reader wants the article analysed.
    """

    analysis_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setProperty("role", "view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = Canvas()
        self.canvas.setProperty("role", "canvas")
        self.column = QVBoxLayout(self.canvas)
        self.setWidget(self.canvas)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._measure()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size; the view must be filled anew."""
        self.look = look
        self._measure()

    def empty(self) -> None:
        """Take everything out."""
        clear(self.column)

    def say(self, text: str, *, offer: bool = False) -> None:
        """Show one sentence in place of cards, with a button to analyse where that may help."""
        self.empty()
        label = plain(text, "empty")
        label.setContentsMargins(0, self.look.px(24), 0, 0)
        self.column.addWidget(label)
        if offer:
            button = small_button(tr("Analyse now"), self.look, "plain")
            button.clicked.connect(self.analysis_asked)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def head(self, text: str) -> None:
        """Add the small heading of a section."""
        label = caption(text)
        label.setContentsMargins(0, self.look.px(8), 0, 0)
        self.column.addWidget(label)

    def order_tabs(self) -> None:
        """Make the Tab key go down the column; Qt would follow the order of making."""
        for one, following in pairwise(focusable(self.column)):
            QWidget.setTabOrder(one, following)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to a part once the column has been laid out."""

        def scroll() -> None:
            self._settle()
            if widget.height() > self.viewport().height():
                self._put_at_top(widget)
            else:
                self.ensureWidgetVisible(widget, 0, self.look.px(12))

        QTimer.singleShot(0, widget, scroll)

    def show_top(self, widget: QWidget) -> None:
        """Scroll so that a part stands at the top, once the column has been laid out."""

        def scroll() -> None:
            self._settle()
            self._put_at_top(widget)

        QTimer.singleShot(0, widget, scroll)

    def _put_at_top(self, widget: QWidget) -> None:
        top = widget.mapTo(self.canvas, widget.rect().topLeft()).y()
        self.verticalScrollBar().setValue(top - self.look.px(4))

    def _settle(self) -> None:
        """Let the layout take in what was just added, whose place is not known before."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _measure(self) -> None:
        self.column.setSpacing(self.look.px(8))
        self._keep_width(0, self.verticalScrollBar().maximum())

    def _keep_width(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the margin, so that the cards keep their width."""
        px = self.look.px
        right = px(14) - (px(12) if most > 0 else 0)
        self.column.setContentsMargins(px(14), px(2), right, px(24))


def focusable(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout that the Tab key may reach, from top to bottom."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            inner = widget.layout()
        if inner is not None:
            yield from focusable(inner)
