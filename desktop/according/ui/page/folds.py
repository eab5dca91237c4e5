"""The rows that stand for folded boilerplate: their rules, their "Show" and "Hide", their place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from according.ui.page.gutter import column_left, column_right
from according.ui.page.marks import Sheet, line_span, visible_rows
from according.ui.page.rows import RowKind
from according.ui.page.typesetting import FOLD, font_of
from according.ui.theme import Theme

HEIGHT = 28.0
"""From rule to rule around one line, at 100 %."""


def fold_rows(sheet: Sheet, *, top: float, bottom: float) -> Iterator[tuple[int, QRectF]]:
    """The fold rows between two heights of the document, with the box from rule to rule."""
    for number, _ in visible_rows(sheet, top, bottom):
        if number < len(sheet.page.rows) and sheet.page.rows[number].of_fold:
            yield number, fold_box(sheet, number)


def fold_box(sheet: Sheet, number: int) -> QRectF:
    """The box of one fold row, over the whole width of the column."""
    block = sheet.block(number)
    start, end = line_span(block, 0, max(0, block.layout().lineCount() - 1))
    _, first_end = line_span(block, 0, 0)
    room = (HEIGHT * sheet.zoom - (first_end - start)) / 2
    left = column_left(sheet)
    return QRectF(left, start - room, column_right(sheet) - left, end - start + 2 * room)


def paint_folds(
    painter: QPainter, sheet: Sheet, theme: Theme, *, top: float, bottom: float
) -> None:
    """Dashed rules above and below each fold row, and what a click on it does."""
    for number, box in fold_rows(sheet, top=top, bottom=bottom):
        painter.setPen(QPen(theme.line, 1, Qt.PenStyle.DashLine))
        for y in (round(box.top()) + 0.5, round(box.bottom()) + 0.5):
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        painter.setPen(theme.muted)
        painter.setFont(font_of(FOLD, sheet.zoom))
        place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -2, 0), place, _label(sheet.page.rows[number].kind))


def _label(kind: RowKind) -> str:
    if kind is RowKind.FOLDED:
        return QCoreApplication.translate("Page", "Show")
    return QCoreApplication.translate("Page", "Hide")
