"""Windows for tests: real services, a library of their own, an analyzer without a model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from according import places as places_module
from according import settings
from according.bootstrap import Services
from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.services.annotating import AnnotatingService
from according.services.reading import ReadingService
from according.storage.database import Database
from according.storage.library import Library
from according.ui.appearance import Appearance
from according.ui.jobs import Jobs
from according.ui.window.controls import Controls
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory
from tests import factories


class Analyst:
    """Gives the analysis of the test article at once, or of another text an empty one.

    `gate` holds an analysis back until it is set.
    """

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.runs = 0

    @property
    def producer(self) -> Producer:
        return factories.analysis().producer

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        self.runs += 1
        if on_progress is not None:
            on_progress(1, 2)
        while not self.gate.wait(0.01):
            if cancelled is not None and cancelled():
                break
        if article.text == factories.article().text:
            return factories.analysis()
        return Analysis(self.producer)


def services(folder: Path, analyst: Analyst | None = None) -> Services:
    """Services on the library of `folder`."""
    where = places_module.places(folder)
    database = Database(where.library, where.backups)
    library = Library(database)
    return Services(
        reading=ReadingService(library, analyst or Analyst()),
        annotating=AnnotatingService(library),
        close=database.close,
    )


def window(
    app: QApplication, folder: Path, analyst: Analyst | None = None, *, restoring: bool = False
) -> Controls:
    """A whole window, shown, on the folders below `folder`."""
    where = places_module.places(folder)
    preferred, _ = settings.load(where.settings)
    shell = MainWindow(Memory(where, preferred), Appearance(app, preferred.theme))
    shell.show()
    controls = Controls(shell, where, Jobs(shell), lambda: services(folder, analyst))
    shell.controls = controls
    controls.begin(restoring=restoring)
    return controls
