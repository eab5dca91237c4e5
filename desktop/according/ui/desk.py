"""The open article between window and services: opened, kept, analysed, changed.

The library lane does one thing after another, and the newest reading of an article is handed from
change to change there; so a note written while another is being saved, or before the library is
open, is neither lost nor written twice.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from according.domain.reading import Opened, Reading
from according.errors import LibraryError, ReadingError
from according.ui.jobs import Job, Jobs, Lane, Ticket
from according.ui.offer import Build, Services, Step
from according.ui.workspace import Workspace


class _OpenArticle:
    """The newest reading of one article; after opening, touched in the library lane only."""

    __slots__ = ("newest",)

    def __init__(self, reading: Reading) -> None:
        self.newest = reading


class Desk(QObject):
    """Carries out what is asked of the open article and shows the result in the workspace.

    A result for an article that is no longer open is kept in the library and not shown.

    Signals
    -------
    told(str): a sentence for the reader.
    progressed(int, int): paragraphs analysed, of how many.
    analysis_began(), analysis_ended(): the latter also when it failed or was called off.
    recent_changed(tuple[Recent, ...]): the list of recent articles.
    settled(): the article's stored notes and analysis have arrived.
    """

    told = Signal(str)
    progressed = Signal(int, int)
    analysis_began = Signal()
    analysis_ended = Signal()
    recent_changed = Signal(object)
    settled = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, build: Build, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._build = build
        self._services: Services | None = None
        self._trouble: LibraryError | None = None
        self._open: _OpenArticle | None = None
        self._analysis: Job | None = None
        jobs.failed.connect(lambda error: self.told.emit(str(error)))

    @property
    def analysing(self) -> bool:
        return self._analysis is not None

    def start(self) -> None:
        """Open the library in the background and list what was read lately."""
        self._jobs.start(Lane.LIBRARY, lambda _: self._ready(), done=lambda _: self.list_recent())

    def show(self, opened: Opened) -> None:
        """Show a file as it was read, before the library knows of it."""
        self.cancel_analysis()
        reading = Reading(name=opened.name, article=opened.article, path=opened.path)
        self._open = _OpenArticle(reading)
        self._workspace.show(reading)

    def keep(self, opened: Opened) -> None:
        """Put what is shown into the library, bring its notes, and analyse it if need be."""
        article = self._open
        if article is None:
            return

        def work(_: Ticket) -> Reading:
            article.newest = self._ready().reading.keep(opened)
            return article.newest

        def done(reading: Reading) -> None:
            self._arrive(article, reading)
            self.list_recent()

        self._jobs.start(Lane.LIBRARY, work, done=done, failed=self._tell)

    def keep_aside(self, opened: Opened) -> None:
        """Put a further file into the library and its recent list without showing it."""
        self._jobs.start(
            Lane.LIBRARY,
            lambda _: self._ready().reading.keep(opened),
            done=lambda _: self.list_recent(),
        )

    def reopen(self, id: int, *, failed: Callable[[ReadingError], None] | None = None) -> None:
        """Show an article from the library."""

        def work(_: Ticket) -> _OpenArticle:
            return _OpenArticle(self._ready().reading.reopen(id))

        def done(article: _OpenArticle) -> None:
            self.cancel_analysis()
            self._open = article
            self._arrive(article, article.newest)
            self.list_recent()

        self._jobs.start(Lane.LIBRARY, work, done=done, failed=failed)

    def close_article(self) -> None:
        """Show nothing."""
        self.cancel_analysis()
        self._open = None
        self._workspace.show(None)

    def change(self, step: Step, *, failed: Callable[[ReadingError], None] | None = None) -> None:
        """Make one change of the open article, in the library lane, after those before it."""
        article = self._open
        if article is None:
            return

        def work(_: Ticket) -> Reading:
            article.newest = step(self._ready().annotating, article.newest)
            return article.newest

        def done(reading: Reading) -> None:
            if article is self._open:
                self._workspace.show(reading)

        def not_done(error: ReadingError) -> None:
            self.told.emit(str(error))
            if failed is not None:
                failed(error)

        self._jobs.start(Lane.LIBRARY, work, done=done, failed=not_done)

    def analyse(self) -> None:
        """Analyse the open article in the background; what the reader did stays."""
        article, services = self._open, self._services
        if article is None or services is None:
            return
        self.cancel_analysis()
        reading = article.newest

        def work(ticket: Ticket) -> Reading:
            return services.reading.analyse(
                reading, on_progress=ticket.progress, cancelled=ticket.cancelled
            )

        def done(analysed: Reading) -> None:
            self._end_analysis()
            self._take_analysis(article, analysed)

        def failed(error: ReadingError) -> None:
            self._end_analysis()
            self.told.emit(str(error))

        self._analysis = self._jobs.start(
            Lane.ANALYSIS, work, done=done, failed=failed, progressed=self.progressed.emit
        )
        self.analysis_began.emit()

    def cancel_analysis(self) -> None:
        """Call a running analysis off; the text stays as it is."""
        if self._analysis is not None:
            self._analysis.cancel()
            self._end_analysis()

    def list_recent(self) -> None:
        """Bring the list of recent articles up to date."""
        self._jobs.start(
            Lane.LIBRARY,
            lambda _: self._ready().reading.recent(),
            done=self.recent_changed.emit,
            failed=lambda _: None,
        )

    def _ready(self) -> Services:
        """The services, built the first time; called in the library lane."""
        if self._trouble is not None:
            raise self._trouble
        if self._services is None:
            try:
                self._services = self._build()
            except LibraryError as error:
                self._trouble = error
                raise
        return self._services

    def _arrive(self, article: _OpenArticle, reading: Reading) -> None:
        if article is not self._open:
            return
        self._workspace.show(reading)
        self.settled.emit()
        if reading.analysis is None:
            self.analyse()

    def _take_analysis(self, article: _OpenArticle, analysed: Reading) -> None:
        """Join an analysis with the notes written while it ran."""
        services = self._services
        if services is None or analysed.id is None:
            article.newest = analysed
            if article is self._open:
                self._workspace.show(analysed)
            return
        row = analysed.id

        def work(_: Ticket) -> Reading:
            article.newest = services.reading.reopen(row)
            return article.newest

        def done(reading: Reading) -> None:
            if article is self._open:
                self._workspace.show(reading)

        self._jobs.start(Lane.LIBRARY, work, done=done)

    def _end_analysis(self) -> None:
        self._analysis = None
        self.analysis_ended.emit()

    def _tell(self, error: ReadingError) -> None:
        self.told.emit(str(error))
