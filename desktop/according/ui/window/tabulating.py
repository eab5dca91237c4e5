"""Opens the table of sources and claims, and keeps it with the article that is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from according.ui.style import Look
from according.ui.window.main_window import MainWindow

if TYPE_CHECKING:  # made when it is asked for
    from according.ui.window.sources_table import SourcesTableDialog


class Tabulating(QObject):
    """Holds the dialog, which stays beside the window while the reader goes from claim to claim."""

    def __init__(self, window: MainWindow, look: Callable[[], Look]) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._look = look
        self.dialog: SourcesTableDialog | None = None
        self._workspace.reading_changed.connect(lambda _: self._show_reading())
        self._workspace.selection_changed.connect(lambda _: self._show_claim())

    def show(self) -> None:
        """Show the table, or bring it to the front."""
        if self.dialog is None:
            self.dialog = self._made()
        if not self.dialog.isVisible():
            self.dialog.show()
            self._show_reading()
            self._stay_on_screen(self.dialog)
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.table.setFocus()

    def follow(self) -> None:
        """Theme or text size have changed."""
        if self.dialog is not None:
            self.dialog.restyle(self._look())

    def end(self) -> None:
        """Close it with the window."""
        if self.dialog is not None:
            self.dialog.close()

    def _made(self) -> SourcesTableDialog:
        from according.ui.window.sources_table import SourcesTableDialog  # noqa: PLC0415 - after the text

        dialog = SourcesTableDialog(self._look(), self._window)
        dialog.claim_chosen.connect(lambda one: self._workspace.choose(claim=one, reveal=True))
        dialog.source_chosen.connect(lambda one: self._workspace.choose(source=one))
        return dialog

    def _stay_on_screen(self, dialog: SourcesTableDialog) -> None:
        """With large text it may open partly beside the screen."""
        room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
        left = min(frame.left(), room.right() - frame.width())
        top = min(frame.top(), room.bottom() - frame.height())
        dialog.move(max(room.left(), left), max(room.top(), top))

    def _show_reading(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_reading(self._workspace.reading)
            self._show_claim()

    def _show_claim(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_claim(self._workspace.selection.claim)
