"""A few sentences above the page: what could not be done, or what the reader should know."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from according.ui.theme import Theme
from according.ui.window.icons import make_icon

MOST = 3
"""Sentences shown at a time, the newest ones."""

ICON = 20
"""Pixels at 100 %."""


class Banner(QFrame):
    """Shows sentences, one a line, until they are dismissed or something else is opened.

    A complaint has an icon and a ground of its own; so have all sentences that stand with one.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._sentences: list[str] = []
        self.complains = False
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        dismiss = QPushButton(self.tr("Dismiss"), self)
        dismiss.setAccessibleName(self.tr("Dismiss this message"))
        dismiss.setToolTip(self.tr("Dismiss (Esc)"))
        dismiss.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown, one sentence a line; empty when nothing is."""
        return "\n".join(self._sentences)

    def tell(self, sentence: str) -> None:
        """Show what went wrong, and say it to a screen reader."""
        self.complains = True
        self._add(sentence)

    def inform(self, sentence: str) -> None:
        """Show something that is worth knowing and no fault."""
        self._add(sentence)

    def clear(self) -> None:
        """Show nothing."""
        self._sentences.clear()
        self.complains = False
        self.hide()

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take another theme or text size."""
        self._theme, self._scale = theme, scale
        if self._sentences:
            self._dress()

    def _add(self, sentence: str) -> None:
        if sentence in self._sentences:
            self._sentences.remove(sentence)
        self._sentences = [*self._sentences, sentence][-MOST:]
        self._text.setText(self.sentence)
        self.setAccessibleName(self.sentence)
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _dress(self) -> None:
        theme = self._theme
        ground = theme.color("fills.denied") if self.complains else theme.accent_soft
        edge = theme.color("stripes.denied") if self.complains else theme.accent
        self.setStyleSheet(
            f"Banner {{ background: {ground.name()}; border: none; border-radius: 0;"
            f" border-left: 4px solid {edge.name()}; }}"
        )
        size = round(ICON * self._scale)
        icon = make_icon("complaint" if self.complains else "about", theme, ink=edge)
        self._icon.setPixmap(icon.pixmap(QSize(size, size), self.devicePixelRatioF()))
