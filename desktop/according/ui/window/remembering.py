"""What outlives the window: the reader's settings, and size and place of last time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter

from according import settings as settings_file
from according.places import Places
from according.settings import Settings
from according.ui.page.page import Page
from according.ui.window import session as session_file
from according.ui.window.session import LAYERS, VIEWS, Session
from according.ui.workspace import Workspace

if TYPE_CHECKING:
    from according.ui.window.main_window import MainWindow


PAUSE = 1000
"""Milliseconds from a change to its being saved."""


class Memory(QObject):
    """Keeps settings and session in their files.

    Signals
    -------
    told(str): a sentence for the reader, where something could not be saved.
    """

    told = Signal(str)

    def __init__(self, places: Places, preferred: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self.preferred = preferred
        self.session, self.trouble = session_file.load(places.session)

    def prefer_theme(self, choice: str) -> None:
        self._keep(replace(self.preferred, theme=choice))

    def prefer_zoom(self, percent: int) -> None:
        self._keep(replace(self.preferred, zoom=percent))

    def prefer_sensitivity(self, sensitivity: int) -> None:
        self._keep(replace(self.preferred, sensitivity=sensitivity))

    def prefer_grading(self, grading: bool) -> None:  # noqa: FBT001 - as the other settings
        self._keep(replace(self.preferred, grading=grading))

    def restore_shape(self, window: QMainWindow, splitter: QSplitter, workspace: Workspace) -> None:
        """Give the window the size, widths and layers of last time."""
        session = self.session
        if session.geometry:
            window.restoreGeometry(QByteArray.fromBase64(session.geometry.encode("ascii")))
        if len(session.splitter) == splitter.count():
            splitter.setSizes(session.splitter)
        workspace.set_layers(**{name: name in session.layers for name in LAYERS})

    def restore_place(
        self, page: Page, workspace: Workspace, show_view: Callable[[str], None]
    ) -> None:
        """Go to where the reader was in the article of last time."""
        session = self.session
        page.go_to(session.position, above=session.above)
        # Ids are those of the analysis that was shown; a new one will number everything anew.
        if workspace.analysis is not None:
            workspace.choose(claim=session.claim, entity=session.entity, source=session.source)
        if session.view in VIEWS:
            show_view(session.view)

    def follow(self, window: MainWindow) -> None:
        """Save the session a moment after something in it changes, for the sake of a crash."""
        due = QTimer(window, singleShot=True, interval=PAUSE)
        due.timeout.connect(lambda: self.save_session(window))
        workspace = window.workspace
        for changed in (
            workspace.reading_changed,
            workspace.selection_changed,
            workspace.layers_changed,
            window.page.verticalScrollBar().valueChanged,
        ):
            changed.connect(lambda _: due.start())

    def save_session(self, window: MainWindow) -> None:
        """Remember size and place for next time."""
        workspace = window.workspace
        reading, selection = workspace.reading, workspace.selection
        session = Session(
            geometry=bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
            splitter=tuple(window.splitter.sizes()),
            chrome=window.chrome(),
            article=reading.id if reading else None,
            position=window.page.place() if reading else 0,
            above=window.page.above() if reading else 0.0,
            claim=selection.claim,
            entity=selection.entity,
            source=selection.source,
            view=window.controls.panel.view.value if window.controls else self.session.view,
            layers=tuple(name for name in LAYERS if getattr(workspace.layers, name)),
            scheme=window.appearance.theme.name,
        )
        try:
            session_file.save(session, self._places.session)
        except OSError as error:
            self.trouble = f"the session could not be saved: {error.strerror}"

    def _keep(self, preferred: Settings) -> None:
        if preferred == self.preferred:
            return
        self.preferred = preferred
        try:
            settings_file.save(preferred, self._places.settings)
        except OSError as error:
            self.told.emit(
                self.tr("The settings cannot be saved in {file} ({why}).").format(
                    file=self._places.settings, why=error.strerror
                )
            )
