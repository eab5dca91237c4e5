"""The one row of tools: open and paste, the highlights, find in the article, light and dark."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from according.domain.claims import Level
from according.domain.entities import EntityKind
from according.ui.find_field import FindField
from according.ui.session import LAYERS
from according.ui.theme import Theme

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
        for command, text in (("open", self.tr("Open")), ("paste-article", self.tr("Paste"))):
            self._add(actions[command], text, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addSeparator()
        names = (self.tr("Claims"), self.tr("Entities"), self.tr("Certainty words"))
        self._chips = {
            layer: self._add(
                actions[f"layer-{layer}"], text, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            )
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

    def _add(self, action: QAction, text: str, style: Qt.ToolButtonStyle) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(style)
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
