"""What lies under a point of the page: marks, a fold row, a stripe, the glyph of a note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from according.ui.page.folds import fold_rows
from according.ui.page.gutter import column_left, column_right, glyphs, stripes
from according.ui.page.highlights import Mark, MarkKind
from according.ui.page.marks import Sheet, rects_of, visible_rows

REACH = 4.0
"""How far beside a stripe or glyph a pointer still means it, in pixels."""
_CHOOSABLE = (MarkKind.CLAIM, MarkKind.MENTION)


@dataclass(frozen=True, slots=True)
class Target:
    """What a click would act on; `marks` are claims and mentions, the smallest first."""

    marks: tuple[Mark, ...] = ()
    fold: int | None = None
    stripe: str | None = None
    note: str | None = None

    @property
    def empty(self) -> bool:
        return not self.marks and self.fold is None and not (self.stripe or self.note)


def target_at(sheet: Sheet, point: QPointF) -> Target:
    """What lies under `point`, in coordinates of the document."""
    if not sheet.page.rows:
        return Target()
    top, bottom = point.y() - REACH, point.y() + REACH
    if point.x() < column_left(sheet) - REACH:
        return Target(stripe=_stripe_at(sheet, point))
    if point.x() > column_right(sheet) + REACH:
        found = (
            glyph for glyph in glyphs(sheet, top=top, bottom=bottom) if _near(glyph.rect, point)
        )
        return Target(note=next((glyph.note for glyph in found), None))
    for number, box in fold_rows(sheet, top=top, bottom=bottom):
        if box.contains(point):
            return Target(fold=number)
    return Target(marks=_marks_at(sheet, point))


def _marks_at(sheet: Sheet, point: QPointF) -> tuple[Mark, ...]:
    # The layout gives the nearest position for any point, so what counts is the painted rectangle.
    found = {
        mark
        for number, rect in visible_rows(sheet, point.y(), point.y())
        if rect.top() - REACH <= point.y() <= rect.bottom() + REACH
        for mark in sheet.on_row(number)
        if mark.kind in _CHOOSABLE
        and any(rect.contains(point) for rect in rects_of(sheet, number, mark))
    }
    return tuple(sorted(found, key=lambda mark: (len(mark.span), mark.kind is MarkKind.CLAIM)))


def _stripe_at(sheet: Sheet, point: QPointF) -> str | None:
    near = [
        (abs(stripe.rect.center().x() - point.x()), stripe.claim)
        for stripe in stripes(sheet, top=point.y() - REACH, bottom=point.y() + REACH)
        if _near(stripe.rect, point)
    ]
    return min(near)[1] if near else None


def _near(rect: QRectF, point: QPointF) -> bool:
    return rect.adjusted(-REACH, -REACH, REACH, REACH).contains(point)
