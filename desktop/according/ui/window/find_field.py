"""The field that searches the open article while one types."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from according.ui.theme import Theme

WIDTH = 210
"""Pixels at 100 %."""

APART = 12
"""Pixels between what is typed and what stands at the right end."""


class FindField(QLineEdit):
    """Announces what is sought; shows its key while empty and the number of hits afterwards.

    Signals
    -------
    sought(str): look for this, from the place where the page stands.
    again(int): the next hit (1) or the one before (-1).
    left(): the reader is done.
    """

    sought = Signal(str)
    again = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find in article"))
        self.setAccessibleName(self.tr("Find in article"))
        self.setClearButtonEnabled(False)
        self._theme: Theme | None = None
        self.widest = WIDTH
        self._hint = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self._said = ""
        self.textChanged.connect(self.sought)
        self.textChanged.connect(self._make_room)

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take another theme or text size."""
        self._theme = theme
        self.widest = round(WIDTH * min(scale, 1.5))
        self.setFixedWidth(self.widest)
        self._make_room()

    def show_hits(self, number: int, of: int) -> None:
        """Say which hit is shown, of how many; nothing for an empty field."""
        if not self.text():
            self._said = ""
        elif of == 0:
            self._said = self.tr("none")
        else:
            self._said = self.tr("{number} of {of}").format(number=number, of=of)
        self.setAccessibleDescription(self._said)
        self._make_room()

    @property
    def said(self) -> str:
        """What stands at the right end of the field; the key only where there is room for it."""
        if self._said or self.text():
            return self._said
        letters = self.fontMetrics()
        needed = sum(map(letters.horizontalAdvance, (self.placeholderText(), self._hint))) + APART
        return self._hint if needed <= self._inside().width() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.again.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None or not self.said:
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.muted))
        painter.drawText(
            self._inside(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.said
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep what is typed apart from what stands at the right end."""
        said = self.said
        room = self.fontMetrics().horizontalAdvance(said) + APART if said else 0
        self.setTextMargins(0, 0, room, 0)
        self.update()

    def _inside(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_LineEditContents
        return self.style().subElementRect(contents, option, self).adjusted(0, 0, -4, 0)
