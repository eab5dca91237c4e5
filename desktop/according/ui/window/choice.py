"""A box to choose one of a few from, with an arrow in the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from according.ui.style import Look

ARROW, FROM_EDGE = 4.0, 16.0
"""Half the width of the arrow, and how far its middle is from the end; pixels at 100 %."""


class Choice(QComboBox):
    """The style sheet leaves the system's arrow out, which is of another hand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scale = self._look.scale
        edge = FROM_EDGE * scale
        middle = (
            edge
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            else (self.width() - edge)
        )
        point = QPointF(middle, self.height() / 2 + ARROW * scale / 2)
        wing = ARROW * scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.muted, 1.5 * scale))
        painter.drawPolyline([point + QPointF(-wing, -wing), point, point + QPointF(wing, -wing)])
        painter.end()
