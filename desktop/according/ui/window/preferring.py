"""Opens the preferences and carries out what is chosen there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from according.settings import Settings
from according.ui.style import Look
from according.ui.window.desk import Desk
from according.ui.window.judging import Judging
from according.ui.window.main_window import MainWindow

if TYPE_CHECKING:  # made when it is asked for
    from according.ui.window.preferences import PreferencesDialog

PAUSE = 300
"""Milliseconds from the slider's last move to the analysis: who moves it two stops wants one."""

BELOW_TOP, FROM_EDGE = 110, 24
"""Where the preferences open: over the panel, so that the page shows what they change."""


class Preferring(QObject):
    """Holds the dialog, which stays beside the window while the reader tries what suits.

    Signals
    -------
    grading_changed(bool): whether the reader grades sources and information.
    """

    grading_changed = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        judging: Judging,
        choose_theme: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._judging = judging
        self._window = window
        self._memory = window.memory
        self._desk = desk
        self._choose_theme = choose_theme
        self._running = False
        self._asked = self._memory.preferred.sensitivity
        self._due = QTimer(self, singleShot=True, interval=PAUSE)
        self._due.timeout.connect(self._apply)
        self.dialog: PreferencesDialog | None = None
        window.workspace.reading_changed.connect(lambda _: self._tell())
        desk.analysis_began.connect(lambda: self._run(running=True))
        desk.analysis_ended.connect(lambda: self._run(running=False))

    @property
    def waiting(self) -> bool:
        """Whether the slider has been moved, and its last move is yet to be analysed."""
        return self._due.isActive()

    def show(self) -> None:
        """Show the preferences, or bring them to the front."""
        if self.dialog is None:
            self.dialog = self._made()
        if not self.dialog.isVisible():
            self._tell()
            self._judging.tell_lists()
            self.dialog.move(self._beside(self.dialog.width()))
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.colours.setFocus()

    def follow(self) -> None:
        """Theme, text size or settings have changed somewhere."""
        if self.dialog is not None:
            self.dialog.restyle(self._look())
            self.dialog.show_settings(self._memory.preferred)

    def prefer_sensitivity(self, sensitivity: int) -> None:
        """Mark more or fewer claims: kept at once, analysed after the last move."""
        self._memory.prefer_sensitivity(sensitivity)
        self._due.start()
        self.follow()

    def prefer_grading(self, grading: bool) -> None:  # noqa: FBT001 - the slot of a signal
        """Show grades for the reader to give, or none."""
        self._memory.prefer_grading(grading)
        self.grading_changed.emit(grading)
        self.follow()

    def use_usual(self) -> None:
        """Take all that this dialog sets back to what it was at first."""
        usual = Settings()
        self._choose_theme(usual.theme)
        self._window.page.zoom(usual.zoom)
        self.prefer_sensitivity(usual.sensitivity)
        self.prefer_grading(usual.grading)

    def end(self) -> None:
        """Begin nothing more."""
        self._due.stop()
        if self.dialog is not None:
            self.dialog.close()

    def _apply(self) -> None:
        wanted = self._memory.preferred.sensitivity
        if wanted != self._asked:
            self._asked = wanted
            self._desk.set_sensitivity(wanted)

    def _made(self) -> PreferencesDialog:
        from according.ui.window.preferences import PreferencesDialog  # noqa: PLC0415 - after the text

        dialog = PreferencesDialog(self._memory.preferred, self._look(), self._window)
        dialog.theme_chosen.connect(self._choose_theme)
        dialog.zoom_chosen.connect(self._window.page.zoom)
        dialog.sensitivity_chosen.connect(self.prefer_sensitivity)
        dialog.grading_chosen.connect(self.prefer_grading)
        dialog.import_asked.connect(self._judging.ask_for_list)
        dialog.list_forgotten.connect(self._judging.forget)
        self._judging.lists_changed.connect(dialog.show_lists)
        dialog.usual_asked.connect(self.use_usual)
        return dialog

    def _look(self) -> Look:
        return Look(self._window.appearance.theme, self._window.page.percent / 100)

    def _beside(self, width: int) -> QPoint:
        """A place over the panel, within the window."""
        frame = self._window.frameGeometry()
        left = max(frame.left(), frame.right() - width - FROM_EDGE)
        return QPoint(left, frame.top() + BELOW_TOP)

    def _run(self, *, running: bool) -> None:
        self._running = running
        self._tell()

    def _tell(self) -> None:
        if self.dialog is not None:
            self.dialog.show_analysis(self._window.workspace.analysis, running=self._running)
