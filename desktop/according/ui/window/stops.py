"""A slider with a few stops, drawn in the theme's colours: a line, a dot a stop, and a handle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from according.ui.style import Look

HANDLE, RING, STOP, LINE = 8.0, 12.0, 3.0, 2.0
"""Radius of handle, focus ring and dots, and thickness of the line, in pixels at 100 %."""


class Stops(QSlider):
    """Keys, wheel and what a screen reader hears are those of any slider."""

    def __init__(self, least: int, most: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(least, most)
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(2 * RING + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def place_of(self, value: int) -> QPointF:
        """Where a stop lies in the widget."""
        edge = self._edge()
        share = (value - self.minimum()) / (self.maximum() - self.minimum())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return QPointF(edge + share * (self.width() - 2 * edge), self.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt would go one step towards the pointer; a stop that is pointed at is the one meant.
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._look.theme, self._look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.muted, LINE * scale))
        painter.drawLine(self.place_of(self.minimum()), self.place_of(self.maximum()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.muted)
        for value in range(self.minimum(), self.maximum() + 1):
            painter.drawEllipse(self.place_of(value), STOP * scale, STOP * scale)
        here = self.place_of(self.value())
        painter.setBrush(theme.accent)
        painter.drawEllipse(here, HANDLE * scale, HANDLE * scale)
        if self.hasFocus():
            ring = RING * scale - 1
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawEllipse(QRectF(here.x() - ring, here.y() - ring, 2 * ring, 2 * ring))
        painter.end()

    def _edge(self) -> float:
        """What the handle's ring needs at both ends."""
        return RING * self._look.scale + 1

    def _go_to(self, point: QPointF) -> None:
        values = range(self.minimum(), self.maximum() + 1)
        self.setValue(min(values, key=lambda value: abs(self.place_of(value).x() - point.x())))
