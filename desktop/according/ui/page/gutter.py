"""The margins of the page: a stripe beside the lines of each claim, and the glyphs of notes.

The pattern of a stripe says the level again, so that colour is never alone. Coordinates are those
of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from according.domain.claims import Level
from according.ui.page.highlights import Mark, MarkKind
from according.ui.page.marks import Sheet, line_span, lines_of, visible_rows
from according.ui.page.typesetting import ARROW, GAP, LANE, LANES, NOTE, NOTE_GAP, STRIPE, beside
from according.ui.theme import NARRATOR, Theme

INSET = 1.5
HATCHING = 1.25
"""From one line of the hatching to the next, in widths of the stripe."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """The stripe of one claim on one row; `lane` counts from the text outwards."""

    rect: QRectF
    claim: str
    level: Level | None
    lane: int
    first: QRectF


@dataclass(frozen=True, slots=True)
class Glyph:
    """The glyph of a note in the right margin."""

    rect: QRectF
    note: str
    firm: bool


def lanes(spans: Iterable[tuple[int, int]]) -> list[int]:
    """A lane for each (first line, last line), so that stripes that share a line lie apart."""
    busy_until: list[int] = []
    given = []
    for first, last in spans:
        free = (lane for lane, until in enumerate(busy_until) if until < first)
        lane = next(free, len(busy_until))
        if lane == len(busy_until):
            busy_until.append(last)
        else:
            busy_until[lane] = last
        given.append(min(lane, LANES - 1))
    return given


def stripes(sheet: Sheet, *, top: float, bottom: float) -> Iterator[Stripe]:
    """The stripes of the rows between two heights."""
    for number, _ in visible_rows(sheet, top, bottom):
        yield from stripes_of_row(sheet, number)


def stripes_of_row(sheet: Sheet, number: int) -> Iterator[Stripe]:
    """The stripes beside one row, the pieces of a claim on it joined."""
    runs: dict[str, tuple[int, int, Mark]] = {}
    for mark in sheet.on_row(number):
        if mark.kind is MarkKind.CLAIM:
            first, last = lines_of(sheet, number, mark)
            before = runs.get(mark.id)
            runs[mark.id] = (
                (min(first, before[0]), max(last, before[1]), mark)
                if before
                else (
                    first,
                    last,
                    mark,
                )
            )
    if not runs:
        return
    block = sheet.block(number)
    edge, size = column_left(sheet), beside(sheet.zoom)
    ordered = sorted(runs.values(), key=lambda run: run[:2])
    for (first, last, mark), lane in zip(ordered, lanes(run[:2] for run in ordered), strict=True):
        start, end = line_span(block, first, last)
        _, first_end = line_span(block, first, first)
        x = edge - (GAP + STRIPE + lane * LANE) * size
        yield Stripe(
            QRectF(x, start + INSET, STRIPE * size, end - start - 2 * INSET),
            mark.id,
            mark.level,
            lane,
            QRectF(x, start, STRIPE * size, first_end - start),
        )


def glyphs(sheet: Sheet, *, top: float, bottom: float) -> Iterator[Glyph]:
    """The glyphs of the notes that start on rows between two heights; those of a line in a row."""
    for number, _ in visible_rows(sheet, top, bottom):
        row = sheet.page.rows[number].span
        size = beside(sheet.zoom)
        before: dict[int, int] = {}
        for mark in sheet.on_row(number):
            if mark.kind is not MarkKind.NOTE or row is None or mark.span.start < row.start:
                continue
            line, _ = lines_of(sheet, number, mark)
            start, end = line_span(sheet.block(number), line, line)
            x = column_right(sheet) + (NOTE_GAP + before.get(line, 0) * (NOTE + 3)) * size
            before[line] = before.get(line, 0) + 1
            leaf = NOTE * size
            yield Glyph(QRectF(x, (start + end - leaf) / 2, leaf, leaf), mark.id, mark.firm)


def column_left(sheet: Sheet) -> float:
    return sheet.document.rootFrame().frameFormat().leftMargin()


def column_right(sheet: Sheet) -> float:
    margins = sheet.document.rootFrame().frameFormat()
    return sheet.document.textWidth() - margins.rightMargin()


def paint_gutter(
    painter: QPainter, sheet: Sheet, theme: Theme, *, chosen: str | None, top: float, bottom: float
) -> None:
    """Paint stripes, the arrow of the chosen claim and the glyphs of notes."""
    arrow_to_come = chosen is not None
    for stripe in stripes(sheet, top=top, bottom=bottom):
        paint_stripe(painter, stripe.rect, stripe.level, theme)
        if arrow_to_come and stripe.claim == chosen:
            _paint_arrow(painter, stripe, theme)
            arrow_to_come = False
    for glyph in glyphs(sheet, top=top, bottom=bottom):
        paint_note(painter, glyph.rect, theme, firm=glyph.firm)


def paint_stripe(painter: QPainter, rect: QRectF, level: Level | None, theme: Theme) -> None:
    """One stripe in the pattern of its level; a thin grey line for the narrator's voice."""
    color = theme.stripe(NARRATOR if level is None else level)
    middle = QLineF(rect.center().x(), rect.top(), rect.center().x(), rect.bottom())
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(color, rect.width())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if level is None:
        pen.setWidthF(rect.width() / 2)
    elif level is Level.PROBABLE:
        pen.setDashPattern([2.25, 0.75])
    elif level is Level.POSSIBLE:
        pen.setDashPattern([0.75, 0.75])
    if level is Level.ALLEGED:
        _paint_hatching(painter, rect, QPen(color, rect.width() * 0.45))
    elif level is Level.DENIED:
        painter.setPen(QPen(color, rect.width() * 0.4, c=Qt.PenCapStyle.FlatCap))
        for x in (rect.left() + 0.2, rect.right() - 0.2):
            painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
    else:
        painter.setPen(pen)
        painter.drawLine(middle)
    painter.restore()


def paint_note(painter: QPainter, rect: QRectF, theme: Theme, *, firm: bool = True) -> None:
    """A leaf with a folded corner; hollow where the note asks to be checked."""
    fold = rect.width() / 3
    leaf = QPainterPath(rect.topLeft())
    for corner in (
        rect.topRight(),
        QPointF(rect.right(), rect.bottom() - fold),
        QPointF(rect.right() - fold, rect.bottom()),
        rect.bottomLeft(),
    ):
        leaf.lineTo(corner)
    leaf.closeSubpath()
    painter.save()
    painter.setPen(QPen(theme.accent, 1.5))
    painter.setBrush(theme.accent if firm else Qt.BrushStyle.NoBrush)
    painter.drawPath(leaf)
    painter.restore()


def _paint_hatching(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    y = rect.top() - rect.width()
    while y < rect.bottom() + rect.width():
        painter.drawLine(QLineF(rect.left(), y + rect.width(), rect.right(), y))
        y += rect.width() * HATCHING


def _paint_arrow(painter: QPainter, stripe: Stripe, theme: Theme) -> None:
    size = stripe.rect.width() / STRIPE
    x, y, arrow = stripe.rect.left() - 4 * size, stripe.first.center().y(), ARROW * size
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.text)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(x - arrow, y - arrow + 0.5),
                QPointF(x, y),
                QPointF(x - arrow, y + arrow - 0.5),
            ]
        )
    )
    painter.restore()
