"""The overview bar: the whole article at the right edge, one tick a claim, note and search hit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from according.ui.page.highlights import Mark, MarkIndex, MarkKind
from according.ui.theme import NARRATOR, Theme, blend, brush_of

WIDTH = 12
TICK = 3.0
INSET = 2.0
NOTE_TICK = 5.0
FINEST = 2000
"""Heights at which ticks can be told apart: more than a bar has pixels."""
SEEN = 0.07
"""How much of the text's colour shades the part that is seen."""


class Tick(NamedTuple):
    """One mark on the bar; `place` is its height on the page, from 0 to 1."""

    place: float
    color: QColor
    tall: bool = False


def ticked(indexes: Iterable[MarkIndex], theme: Theme) -> list[tuple[Mark, QColor, bool]]:
    """The first mark of each claim, the hits and the notes: with their colour, notes taller."""
    ticks: list[tuple[Mark, QColor, bool]] = []
    claims: set[str] = set()
    for mark in (mark for index in indexes for mark in index.marks):
        if mark.kind is MarkKind.CLAIM and mark.id not in claims:
            claims.add(mark.id)
            level = NARRATOR if mark.level is None else mark.level
            ticks.append((mark, theme.stripe(level), False))
        elif mark.kind in (MarkKind.HIT, MarkKind.CURRENT):
            ticks.append((mark, theme.chosen_line, False))
        elif mark.kind is MarkKind.NOTE:
            ticks.append((mark, theme.accent, True))
    return ticks


class OverviewBar(QWidget):
    """Shows ticks and the visible part of the page, and stands in for its scroll bar.

    Signals
    -------
    jump_asked(float): the place (0-1) that should come into the middle of the page.
    wheel_turned(QWheelEvent): to be handed to the page.
    """

    jump_asked = Signal(float)
    wheel_turned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticks: tuple[Tick, ...] = ()
        self._visible = (0.0, 1.0)
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        self._fill()
        self.setAccessibleName(self.tr("Overview of the article"))
        self.setToolTip(self.tr("Claims, notes and hits in the whole article"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()
        self.update()

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show ticks; of those that would cover one another one is kept."""
        apart = {(round(one.place * FINEST), one.color.rgba(), one.tall): one for one in ticks}
        self._ticks = tuple(apart.values())
        self.update()

    def show_visible(self, start: float, end: float) -> None:
        """Say which part of the page is seen, both from 0 to 1."""
        if (start, end) != self._visible:
            self._visible = (start, end)
            self.update()

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self._ticks

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        start, end = self._visible
        if (start, end) != (0.0, 1.0):
            top, height = start * self.height(), max(16, (end - start) * self.height())
            painter.setBackground(brush_of(blend(self._theme.paper, self._theme.text, SEEN)))
            painter.eraseRect(QRectF(0, top, WIDTH, height))
        painter.drawLine(0, 0, 0, self.height())
        if self._ticks:
            self._paint_ticks(painter)
        painter.end()

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for tick in self._ticks:
            painter.setBrush(tick.color)
            painter.drawRoundedRect(self._place(tick), 1, 1)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & QtCore.Qt.MouseButton.LeftButton:
            self._ask(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Left alone, it would go on to the page as a click of its own.
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheel_turned.emit(event)

    def _fill(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.paper)
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.line)
        self.setPalette(palette)

    def _place(self, tick: Tick) -> QRectF:
        height = NOTE_TICK if tick.tall else TICK
        y = round(tick.place * (self.height() - height))
        return QRectF(INSET + 1, y, WIDTH - 2 * INSET - 1, height)

    def _ask(self, point: QPointF) -> None:
        self.jump_asked.emit(min(1.0, max(0.0, point.y() / max(1, self.height()))))
