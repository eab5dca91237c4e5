"""What a window without an article shows: how to begin, in three lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from according.ui.theme import READING_FAMILY, Theme

WIDTH = 560
"""The widest the column of text becomes at 100 %."""


class StartPage(QFrame):
    """Teaches the first steps.

    Signals
    -------
    sample_asked(): the reader wants the sample article.
    open_asked(): the reader wants to choose a file.
    """

    sample_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAccessibleName(self.tr("Start"))
        self._title = _label(self.tr("Read one article closely"), "title")
        self._lead = _label(
            self.tr(
                "According shows who says what, through whom and how surely, and keeps what you "
                "make of it on this computer."
            ),
            "reading",
        )
        self._sample = QPushButton(self.tr("Open the sample article"))
        self._sample.clicked.connect(self.sample_asked)
        choose = QPushButton(self.tr("Open a file…"))
        choose.clicked.connect(self.open_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._sample)
        buttons.addWidget(choose)
        buttons.addStretch(1)

        self._column = QWidget()
        layout = QVBoxLayout(self._column)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._lead)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addSpacing(16)
        for line in self._lines():
            layout.addWidget(_label(line, "empty"))
        layout.addSpacing(8)
        layout.addWidget(
            _label(
                self.tr("You can also drop a file or some text anywhere on this window."), "small"
            )
        )
        centred = QHBoxLayout(self)
        centred.addStretch(1)
        centred.addWidget(self._column, 4, Qt.AlignmentFlag.AlignVCenter)
        centred.addStretch(1)
        self.setFocusProxy(self._sample)

    def restyle(self, theme: Theme, scale: float) -> None:
        """Take another theme or text size."""
        self._column.setMaximumWidth(round(WIDTH * scale))
        self._title.setStyleSheet(
            f'font-family: "{READING_FAMILY}"; font-size: {round(30 * scale)}px; font-weight: 700;'
        )
        self._sample.setStyleSheet(
            f"QPushButton {{ background: {theme.accent.name()}; color: {theme.card.name()};"
            f" border-color: {theme.accent.name()}; font-weight: 600; }}"
            f"QPushButton:focus {{ border: 2px solid {theme.text.name()}; }}"
        )

    def _lines(self) -> tuple[str, ...]:
        return (
            self.tr("Copy a news page in your browser, then press Ctrl+Shift+V here."),
            self.tr("Press j and k to go from claim to claim, e for people and places."),
            self.tr("Press n to write a note on a claim. It is saved while you type."),
        )


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
