"""The field that searches the open article while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from according.ui.theme import Theme

WIDTH = 210
"""Pixels at 100 %."""


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
        self._hint = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self._said = ""
        self.textChanged.connect(self.sought)

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take another theme or text size."""
        self._theme = theme
        self.setFixedWidth(round(WIDTH * min(scale, 1.5)))
        self.update()

    def show_hits(self, number: int, of: int) -> None:
        """Say which hit is shown, of how many; nothing for an empty field."""
        if not self.text():
            self._said = ""
        elif of == 0:
            self._said = self.tr("none")
        else:
            self._said = self.tr("{number} of {of}").format(number=number, of=of)
        self.setAccessibleDescription(self._said)
        self.update()

    @property
    def said(self) -> str:
        """What stands at the right end of the field."""
        return self._said or ("" if self.text() else self._hint)

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
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = (
            self.style()
            .subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
            .adjusted(0, 0, -4, 0)
        )
        painter.setPen(QPen(self._theme.muted))
        painter.drawText(
            inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.said
        )
        painter.end()
