"""A line of the article's text with its mentions marked as they are marked on the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from according.ui.style import Look
from according.ui.theme import reading_font


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line, in UTF-16 units: a ground under it and a line below it."""

    start: int
    end: int
    ground: QColor
    line: QColor
    dashed: bool = False


class MarkedLine(QWidget):
    """Wrapping text in the reading face; marks are painted under the text."""

    def __init__(self, text: str, mark: Mark, look: Look) -> None:
        super().__init__()
        self._text, self._mark, self._look = text, mark, look
        self._font = line_font(look)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return round(_height(self._layout(width))) + 3

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        wide = self._look.px(300)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self._look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout(self.width())
        for index in range(layout.lineCount()):
            self._paint_mark(painter, layout, index)
        painter.setPen(self._look.theme.text)
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _paint_mark(self, painter: QPainter, layout: QTextLayout, index: int) -> None:
        line = layout.lineAt(index)
        start = max(self._mark.start, line.textStart())
        end = min(self._mark.end, line.textStart() + line.textLength())
        if start >= end:
            return
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
        rect = QRectF(left - 1, line.y(), right - left + 2, line.ascent() + line.descent())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._mark.ground)
        painter.drawRoundedRect(rect, 3, 3)
        pen = QPen(self._mark.line, 2)
        if self._mark.dashed:
            pen.setDashPattern([2.5, 1.5])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        y = rect.bottom() + 0.5
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height() + 1
        layout.endLayout()
        return layout


def line_font(look: Look) -> QFont:
    """The face of a marked line."""
    font = reading_font(look.px(15))
    font.setWeight(QFont.Weight.Normal)
    # At this size hinting would press the letters to fewer pixels of height, which looks bold.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def line_metrics(look: Look) -> QFontMetricsF:
    """The measures of a marked line's face."""
    return QFontMetricsF(line_font(look))


def _height(layout: QTextLayout) -> float:
    if layout.lineCount() == 0:
        return 0.0
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()


def _x(found: object) -> float:
    """The place that `cursorToX` gives: a tuple in this binding, though typed as a number."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def utf16_length(text: str) -> int:
    """How many UTF-16 units, in which Qt counts, a text has."""
    return len(text.encode("utf-16-le")) // 2
