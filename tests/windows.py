"""Windows for tests: real services, a library of their own, an analyzer without a model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from according import places as places_module
from according import settings
from according.bootstrap import Services
from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.services.annotating import AnnotatingService
from according.services.judging import JudgingService
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

    `gate` holds an analysis back until it is set. Each step of `sensitivity` below 0 leaves one
    claim out, the first ones first.
    """

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.runs = 0
        self.sensitivity = 0
        self.learned = True

    @property
    def producer(self) -> Producer:
        """That of the test article's analysis; a sensitivity and a missing model tell in it."""
        usual = factories.analysis().producer
        components = usual.components if self.learned else ("rules: attribution",)
        if self.sensitivity:
            components = (*components, f"sensitivity {self.sensitivity:+d}")
        return replace(usual, components=components)

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        self.runs += 1
        producer, fewer = self.producer, max(0, -self.sensitivity)
        if on_progress is not None:
            on_progress(1, 2)
        while not self.gate.wait(0.01):
            if cancelled is not None and cancelled():
                break
        if article.text == factories.article().text:
            return without_first(replace(factories.analysis(), producer=producer), fewer)
        return Analysis(producer)


def without_first(analysis: Analysis, count: int) -> Analysis:
    """An analysis that has not found the first claims; the others have their numbers anew."""
    kept = analysis.claims[count:]
    names = {claim.id: f"c{number}" for number, claim in enumerate(kept)}
    return replace(
        analysis,
        claims=tuple(replace(claim, id=names[claim.id]) for claim in kept),
        links=tuple(
            replace(link, first=names[link.first], second=names[link.second])
            for link in analysis.links
            if {link.first, link.second} <= names.keys()
        ),
        phrases=analysis.phrases if not count else (),
    )


def services(folder: Path, analyst: Analyst | None = None) -> Services:
    """Services on the library of `folder`."""
    where = places_module.places(folder)
    database = Database(where.library, where.backups)
    library = Library(database)
    return Services(
        reading=ReadingService(library, analyst or Analyst()),
        annotating=AnnotatingService(library),
        judging=JudgingService(library),
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
