"""Names offered while one is typed, in a list with the look of the window."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from according.ui.style import Look, stylesheet


class Completing(QCompleter):
    """A completer of a field, blind to capitals."""

    def __init__(self, names: QAbstractItemModel, field: QLineEdit, look: Look) -> None:
        super().__init__(names, field)
        self._look = look
        self._worn: Look | None = None
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # The list stands in no window whose look it could take, and is made only when needed.
        field.textEdited.connect(self.dress)
        field.setCompleter(self)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look

    def dress(self) -> None:
        """Give the list its look before it opens."""
        popup = self.popup()
        if popup is not None and self._worn != self._look:
            self._worn = self._look
            popup.setStyleSheet(stylesheet(self._look.theme, self._look.scale))
