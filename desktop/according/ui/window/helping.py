"""Opens what explains the program: keys, About, the command palette, the folder of the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from according.places import Places
from according.ui.theme import Theme
from according.ui.window.icons import program_icon


class Help(QObject):
    """Makes each dialog when it is asked for; `theme` and `scale` give those of that moment."""

    def __init__(
        self,
        places: Places,
        actions: Mapping[str, QAction],
        theme: Callable[[], Theme],
        scale: Callable[[], float],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._places = places
        self._actions = actions
        self._theme = theme
        self._scale = scale
        self._window = window
        self._fault_told = False

    def show_palette(self) -> None:
        """Let the reader find a command by name."""
        from according.ui.window.command_palette import CommandPalette  # noqa: PLC0415 - after the text

        self._open(CommandPalette(self._actions, self._window))

    def show_keys(self) -> None:
        """List the keys and explain the marks."""
        from according.ui.window.help_dialog import HelpDialog, keys_help  # noqa: PLC0415 - after the text

        title = self.tr("Keys and marks")
        dialog = HelpDialog(title, keys_help(), self._theme(), self._window, scale=self._scale())
        self._open(dialog)

    def show_about(self) -> None:
        """Say what the program is and what it is made of."""
        from according.ui.window.help_dialog import HelpDialog, about_help  # noqa: PLC0415

        title = self.tr("About According")
        dialog = HelpDialog(
            title,
            about_help(),
            self._theme(),
            self._window,
            scale=self._scale(),
            icon=program_icon(),
        )
        self._open(dialog)

    def open_log_folder(self) -> None:
        """Show where the log is kept."""
        self._places.state.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._places.state)))

    def tell_of_fault(self) -> None:
        """One calm dialog, however many faults there are."""
        if self._fault_told:
            return
        self._fault_told = True
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Something went wrong"),
            self.tr("Something in the program did not work. What was saved is safe."),
            QMessageBox.StandardButton.Close,
            self._window,
        )
        box.setInformativeText(
            self.tr("The log says where it happened. It holds no article text and no notes.")
        )
        folder = box.addButton(self.tr("Open the log folder"), QMessageBox.ButtonRole.ActionRole)
        folder.clicked.connect(self.open_log_folder)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _: setattr(self, "_fault_told", False))
        box.open()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
