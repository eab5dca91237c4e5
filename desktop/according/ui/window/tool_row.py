"""The one row of tools: open and paste, the highlights, find in the article, light and dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from according.domain.claims import Level
from according.domain.entities import EntityKind
from according.ui.theme import Theme
from according.ui.window.find_field import FindField
from according.ui.window.session import LAYERS

LEAST_FIELD = 90
"""Pixels that the field to search in keeps in a narrow window."""

MARK = QSize(18, 16)
"""Size of the small mark on a layer's chip, at 100 %."""


class ToolRow(QToolBar):
    """Shows actions of the command table; does nothing of its own."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._ways_in = [
            self._add(actions["open"], self.tr("Open")),
            self._add(actions["paste-article"], self.tr("Paste")),
        ]
        self.addSeparator()
        names = (self.tr("Claims"), self.tr("Entities"), self.tr("Certainty words"))
        self._chips = {
            layer: self._add(actions[f"layer-{layer}"], text)
            for layer, text in zip(LAYERS, names, strict=True)
        }
        for chip in self._chips.values():
            chip.setProperty("role", "layer")
        stretch = QWidget(self)
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        self.find_field = FindField(self)
        self.addWidget(self.find_field)
        self.shade = QToolButton(self)
        self.shade.setAccessibleName(self.tr("Switch between light and dark"))
        self.shade.setToolTip(self.tr("Switch between light and dark"))
        self.shade.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self.shade)

    def restyle(self, theme: Theme, scale: float) -> None:
        """Draw the marks of the layers in the theme's colours."""
        size = MARK * scale
        self.setIconSize(size)
        for layer, chip in self._chips.items():
            chip.setIcon(layer_mark(layer, theme, size, self.devicePixelRatioF()))
        self.find_field.restyle(theme, scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the row is too narrow, first Open and Paste, then the chips do without words.

        At last the field becomes narrower.
        """
        field = self.find_field
        field.setFixedWidth(field.widest)
        self._write([*self._ways_in, *self._chips.values()], words=True)
        for buttons in (self._ways_in, list(self._chips.values())):
            if self._wanted() <= self.width():
                return
            self._write(buttons, words=False)
        missing = max(0, self._wanted() - self.width())
        field.setFixedWidth(max(LEAST_FIELD, field.widest - missing))

    def _wanted(self) -> int:
        """The width of all that is in the row; the bar's own hint leaves out what overflows."""
        widgets = [self.widgetForAction(action) for action in self.actions()]
        widths = [
            one.width() if one is self.find_field else max(0, one.sizeHint().width())
            for one in widgets
            if one
        ]
        layout = self.layout()
        if layout is None:  # not so for a tool bar, but Qt's type leaves it open
            return sum(widths)
        edges = layout.contentsMargins()
        between = max(layout.spacing(), 0) * (len(widths) - 1)
        return sum(widths) + between + edges.left() + edges.right()

    def _write(self, buttons: Sequence[QToolButton], *, words: bool) -> None:
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if words
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for button in buttons:
            if button.toolButtonStyle() is not style:
                button.setToolButtonStyle(style)

    def _add(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        # The row is shorter than the menu's words; a changed action would set its own text again.
        action.setIconText(text)
        self.addWidget(button)
        return button


def layer_mark(layer: str, theme: Theme, size: QSize, ratio: float) -> QIcon:
    """The mark of a layer: a marker's fill, an underline, or a strong word."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, size.width(), size.height())
    if layer == "claims":
        painter.setPen(QPen(theme.stripe(Level.PROBABLE), 1.4))
        painter.setBrush(theme.fill(Level.PROBABLE))
        painter.drawRoundedRect(whole.adjusted(2, 3, -2, -3), 2, 2)
    elif layer == "entities":
        painter.setPen(QPen(theme.entity(EntityKind.PERSON), 2.0))
        base = whole.bottom() - 4
        painter.drawLine(QPointF(whole.left() + 2, base), QPointF(whole.right() - 2, base))
    else:
        face = QFont(painter.font())
        face.setBold(True)
        face.setPixelSize(round(size.height() * 0.85))
        painter.setFont(face)
        painter.setPen(theme.certainty)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, "w")
    painter.end()
    return QIcon(pixmap)
