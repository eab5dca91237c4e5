"""Paints the marks of a page under its text: fills, outlines and underlines of what is visible.

The page, and later print and export, draw through `paint_marks`. Coordinates are those of the
document; the painter is translated by its caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from according.ui.page.highlights import Mark, MarkIndex, MarkKind, PageMap
from according.ui.theme import Theme

RADIUS = 3.0
WIDER = 1.0
UNDERLINE = 2.0
OUTLINE = 1.5
DASHES = (3.0, 2.0)
"""Dash and gap of an inferred mention's underline, in widths of the line."""

_FILLED = {
    MarkKind.CLAIM: 0,
    MarkKind.HIT: 1,
    MarkKind.CHOSEN: 2,
    MarkKind.CHOSEN_MENTION: 3,
    MarkKind.CURRENT: 4,
}
_OUTLINED = (MarkKind.CHOSEN, MarkKind.PART, MarkKind.CURRENT, MarkKind.PASSAGE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is needed to find a mark on the page: the document, its map, its marks and the scale."""

    document: QTextDocument
    page: PageMap
    marks: tuple[MarkIndex, ...]
    zoom: float = 1.0

    def on_row(self, number: int) -> list[Mark]:
        """The marks that show on a row."""
        span = self.page.rows[number].span if number < len(self.page.rows) else None
        if span is None:
            return []
        return [mark for index in self.marks for mark in index.overlapping(span)]

    def block(self, number: int) -> QTextBlock:
        """The paragraph of the document that a row is."""
        return self.document.findBlockByNumber(number - self.page.first)


def visible_rows(sheet: Sheet, top: float, bottom: float) -> Iterator[tuple[int, QRectF]]:
    """Rows between two heights of the document, with their rectangles."""
    layout = sheet.document.documentLayout()
    position = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    block = sheet.document.findBlock(max(0, position))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > bottom:
            return
        yield sheet.page.first + block.blockNumber(), rect
        block = block.next()


def paint_marks(
    painter: QPainter, sheet: Sheet, theme: Theme, *, top: float, bottom: float
) -> None:
    """Paint the marks of all rows between `top` and `bottom`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, _ in visible_rows(sheet, top, bottom):
        if marks := sheet.on_row(number):
            _paint_row(painter, sheet, theme, number, marks)


def rects_of(sheet: Sheet, number: int, mark: Mark) -> list[QRectF]:
    """Where a mark stands on a row, one rectangle a line, from ascent to descent."""
    block = sheet.block(number)
    start, end = sheet.page.local(number, mark.span)
    return [rect for rect, _ in _pieces(block, start, end)]


def lines_of(sheet: Sheet, number: int, mark: Mark) -> tuple[int, int]:
    """The first and last line of a row that a mark touches."""
    layout = sheet.block(number).layout()
    start, end = sheet.page.local(number, mark.span)
    first = layout.lineForTextPosition(start).lineNumber()
    last = layout.lineForTextPosition(max(start, end - 1)).lineNumber()
    return first, last


def line_span(block: QTextBlock, first: int, last: int) -> tuple[float, float]:
    """The heights from the ascent of one line of a block to the descent of another."""
    layout = block.layout()
    origin = layout.position().y()
    above, below = layout.lineAt(first), layout.lineAt(last)
    return origin + _top(above), origin + _top(below) + _height(below)


def _paint_row(
    painter: QPainter, sheet: Sheet, theme: Theme, number: int, marks: Iterable[Mark]
) -> None:
    block = sheet.block(number)
    placed = [
        (mark, list(_pieces(block, *sheet.page.local(number, mark.span))))
        for mark in marks
        if mark.kind is not MarkKind.NOTE
    ]
    fills = sorted(
        (one for one in placed if one[0].kind in _FILLED),
        key=lambda one: (_FILLED[one[0].kind], -len(one[0].span)),
    )
    painter.setPen(Qt.PenStyle.NoPen)
    for mark, pieces in fills:
        if (brush := _ground(mark, theme)) is not None:
            painter.setBrush(brush)
            for rect, _ in pieces:
                painter.drawRoundedRect(rect, RADIUS, RADIUS)
    mentions = [one for one in placed if one[0].kind is MarkKind.MENTION]
    for mark, pieces in mentions:
        # Around another mention ("South Korea’s minister"), the line runs below that one's.
        around = any(mark.span != one.span and mark.span.contains(one.span) for one, _ in mentions)
        _underline(painter, sheet, theme, mark, pieces, lower=around)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark, pieces in placed:
        if mark.kind in _OUTLINED:
            painter.setPen(_outline(mark, theme))
            # Round what is not filled, the underline of a name inside stays apart from the line.
            # To the right it ends with the words: a comma may follow.
            wider = (0, 0, -WIDER, 0) if mark.kind in _FILLED else (-1, 0, -WIDER, 2)
            for rect, _ in pieces:
                painter.drawRoundedRect(rect.adjusted(*wider), RADIUS, RADIUS)


def _ground(mark: Mark, theme: Theme) -> QBrush | None:
    """The fill of a mark; none for the narrator's claims, which have only their stripe."""
    if mark.kind is MarkKind.CHOSEN:
        return QBrush(theme.chosen)
    if mark.kind in (MarkKind.HIT, MarkKind.CURRENT):
        return QBrush(theme.hit)
    if mark.kind is MarkKind.CHOSEN_MENTION and mark.entity is not None:
        return QBrush(theme.entity_fill(mark.entity))
    return QBrush(theme.fill(mark.level)) if mark.level is not None else None


def _outline(mark: Mark, theme: Theme) -> QPen:
    color = theme.accent if mark.kind in (MarkKind.PART, MarkKind.PASSAGE) else theme.chosen_line
    return QPen(color, OUTLINE)


def _underline(
    painter: QPainter,
    sheet: Sheet,
    theme: Theme,
    mark: Mark,
    pieces: Iterable[tuple[QRectF, float]],
    *,
    lower: bool,
) -> None:
    if mark.entity is None:
        return
    width = max(1.0, UNDERLINE * min(sheet.zoom, 1.5))
    pen = QPen(theme.entity(mark.entity), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not mark.firm:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    for rect, descent in pieces:
        # Below the middle of the descenders, so that the letters stay whole.
        y = round(rect.bottom() - descent * 0.25 + (width + 1 if lower else 0))
        painter.drawLine(QLineF(rect.left() + WIDER, y, rect.right() - WIDER, y))


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """The rectangles of [start, end) (UTF-16 units of the block), each with its line's descent."""
    layout = block.layout()
    if start >= end or layout.lineCount() == 0:
        return
    origin = layout.position()
    number = layout.lineForTextPosition(start).lineNumber()
    while number < layout.lineCount():
        line = layout.lineAt(number)
        first = line.textStart()
        if first >= end:
            return
        left = _x(line, max(start, first))
        right = _x(line, min(end, first + line.textLength()))
        # A space at the end of a line has a width, but nothing is to be seen there.
        text = line.naturalTextRect()
        left, right = sorted((min(left, text.right()), min(right, text.right())))
        if right > left:
            yield (
                QRectF(
                    origin.x() + left - WIDER,
                    origin.y() + _top(line),
                    right - left + 2 * WIDER,
                    _height(line),
                ),
                line.descent(),
            )
        number += 1


def _x(line: QTextLine, position: int) -> float:
    # The binding gives the corrected position back beside the coordinate.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _top(line: QTextLine) -> float:
    return line.y()


def _height(line: QTextLine) -> float:
    return line.ascent() + line.descent()
