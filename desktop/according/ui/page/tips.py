"""Says beside a resting pointer what it points at on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from according.ui.page.page import Page

NEAR = 2
"""Pixels that the pointer may move before the tip goes."""


class Tips(QObject):
    """Answers the questions for tips that come to the page's viewport.

    It is no method of the page, whose first paint would otherwise wait until each kind of event
    has been made known to Python.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._page.tip(self._page.target(QPointF(event.pos())))
            reach = QPoint(NEAR, NEAR)
            near = QRect(event.pos() - reach, event.pos() + reach)
            if text:
                QToolTip.showText(event.globalPos(), text, self._page.viewport(), near)
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)
