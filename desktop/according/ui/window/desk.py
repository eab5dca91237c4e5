"""The open article between window and services: opened, kept, analysed, changed.

The library lane does one thing after another, and the newest reading of an article is handed from
change to change there; so a note written while another is being saved, or before the library is
open, is neither lost nor written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from according.domain.reading import Opened, Reading
from according.errors import ReadingError
from according.readers.read import load
from according.ui.jobs import Job, Jobs, Lane, Ticket
from according.ui.window.offer import Build, JudgingService, JudgingStep, Services, Step
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
    told(str): a sentence for the reader: something could not be done.
    kept(Reading): what was shown is in the library now.
    kept_aside(tuple[str, ...]): further articles are in the library, by their titles.
    progressed(int, int): paragraphs analysed, of how many.
    analysis_began(), analysis_ended(): the latter also when it failed or was called off.
    analysed_again(Reading, bool): a new analysis is shown in place of another; whether it differs.
    recent_changed(tuple[Recent, ...]): the list of recent articles.
    opened(): another article has taken the place of what was shown.
    not_analysed(str): why there is no analysis.
    not_saved(): the last change could not be saved.
    leaving(): another article is about to be shown; what is being typed belongs to this one.
    """

    told = Signal(str)
    kept = Signal(object)
    kept_aside = Signal(object)
    progressed = Signal(int, int)
    analysis_began = Signal()
    analysis_ended = Signal()
    analysed_again = Signal(object, bool)
    recent_changed = Signal(object)
    opened = Signal()
    not_analysed = Signal(str)
    not_saved = Signal()
    leaving = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, build: Build, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._build = build
        self._services: Services | None = None
        self._open: _OpenArticle | None = None
        self._left: _OpenArticle | None = None
        self._started = False
        self._delayed: list[Callable[[], object]] = []
        self._analysis: Job | None = None
        jobs.failed.connect(lambda error: self.told.emit(str(error)))

    @property
    def analysing(self) -> bool:
        return self._analysis is not None

    def start(self) -> None:
        """Begin with the library; what was asked of it before is done first."""
        self._started = True
        for start in self._delayed:
            start()
        self._delayed.clear()
        self.list_recent()

    def show(self, opened: Opened) -> None:
        """Show a file as it was read, before the library knows of it."""
        self._leave()
        reading = Reading(name=opened.name, article=opened.article, path=opened.path)
        self._open = _OpenArticle(reading)
        self._workspace.show(reading)
        self.opened.emit()

    def read(
        self,
        work: Callable[[Ticket], Opened],
        *,
        done: Callable[[Opened], None],
        failed: Callable[[ReadingError], None],
        broken: Callable[[], None],
    ) -> Job:
        """Read a file in the background: a large one would hold the window."""
        return self._jobs.start(Lane.READING, work, done=done, failed=failed, broken=broken)

    def take_up(self) -> None:
        """Go on from the reading that the workspace shows."""
        if (reading := self._workspace.reading) is not None:
            self._open = _OpenArticle(reading)

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
            self.kept.emit(reading)
            self.list_recent()

        def not_kept(error: ReadingError) -> None:
            self.told.emit(str(error))
            self._arrive(article, article.newest)

        self._in_library(work, done=done, failed=not_kept)

    def keep_aside(self, paths: Sequence[Path]) -> None:
        """Put further files into the library and its recent list without showing them."""

        def work(_: Ticket) -> tuple[list[str], list[str]]:
            titles, complaints = [], []
            for path in paths:
                try:
                    reading = self._ready().reading.keep(load(path))
                except ReadingError as error:
                    complaints.append(str(error))
                else:
                    titles.append(reading.article.title or reading.name)
            return titles, complaints

        def done(outcome: tuple[list[str], list[str]]) -> None:
            titles, complaints = outcome
            for sentence in complaints:
                self.told.emit(sentence)
            if titles:
                self.kept_aside.emit(tuple(titles))
            self.list_recent()

        if paths:
            self._in_library(work, done=done)

    def reopen(
        self,
        id: int,
        *,
        done: Callable[[], None] | None = None,
        failed: Callable[[ReadingError], None] | None = None,
    ) -> None:
        """Show an article from the library."""

        def work(_: Ticket) -> _OpenArticle:
            return _OpenArticle(self._ready().reading.reopen(id))

        def reopened(article: _OpenArticle) -> None:
            self._leave()
            self._open = article
            self._arrive(article, article.newest)
            self.opened.emit()
            if done is not None:
                done()
            self.list_recent()

        def not_reopened(error: ReadingError) -> None:
            self.told.emit(str(error))
            if failed is not None:
                failed(error)

        self._in_library(work, done=reopened, failed=not_reopened)

    def close_article(self) -> None:
        """Show nothing."""
        self._leave()
        self._open = None
        self._workspace.show(None)

    def change(
        self,
        step: Step,
        *,
        of: Reading | None = None,
        failed: Callable[[ReadingError], None] | None = None,
    ) -> None:
        """Make one change, in the library lane, after those before it.

        `of` is the reading that the reader changed, which may no longer be the open one.
        """
        self._change(lambda newest: step(self._ready().annotating, newest), of=of, failed=failed)

    def judge(
        self,
        step: JudgingStep,
        *,
        of: Reading | None = None,
        failed: Callable[[ReadingError], None] | None = None,
    ) -> None:
        """Change what the reader says of sources, as `change` does notes and hand work."""
        self._change(lambda newest: step(self._ready().judging, newest), of=of, failed=failed)

    def with_lists(
        self,
        work: Callable[[JudgingService], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[ReadingError], None] | None = None,
    ) -> None:
        """Work with the reader's lists of assessments, which belong to no article."""
        self._in_library(lambda _: work(self._ready().judging), done=done, failed=failed)

    def _change(
        self,
        step: Callable[[Reading], Reading],
        *,
        of: Reading | None,
        failed: Callable[[ReadingError], None] | None,
    ) -> None:
        article = self._article(of)
        if article is None:
            return

        def work(_: Ticket) -> Reading:
            article.newest = step(article.newest)
            return article.newest

        def done(reading: Reading) -> None:
            if article is self._open:
                self._workspace.show(reading)
                if reading.stale:
                    self.analyse()

        def not_done(error: ReadingError) -> None:
            self.told.emit(str(error))
            self.not_saved.emit()
            if failed is not None:
                failed(error)

        self._in_library(work, done=done, failed=not_done, broken=self.not_saved.emit)

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
            self._take_analysis(article, reading, analysed)

        def failed(error: ReadingError) -> None:
            self._end_analysis()
            self.told.emit(str(error))
            self.not_analysed.emit(str(error))

        def broken() -> None:
            self._end_analysis()
            self.not_analysed.emit(
                self.tr(
                    "The analysis of this article broke off. You can still read and note on it."
                )
            )

        self._analysis = self._jobs.start(
            Lane.ANALYSIS,
            work,
            done=done,
            failed=failed,
            progressed=self.progressed.emit,
            broken=broken,
        )
        self.analysis_began.emit()

    def set_sensitivity(self, sensitivity: int) -> None:
        """Let analyses find more or fewer claims from now on, first that of the open article.

        In the library lane, so that an article opened before is looked up before, and one opened
        afterwards afterwards.
        """
        self._in_library(
            lambda _: self._ready().reading.set_sensitivity(sensitivity),
            done=lambda _: self.analyse(),
        )

    def cancel_analysis(self) -> None:
        """Call a running analysis off; the text stays as it is."""
        if self._analysis is not None:
            self._analysis.cancel()
            self._end_analysis()

    def list_recent(self) -> None:
        """Bring the list of recent articles up to date."""
        self._in_library(
            lambda _: self._ready().reading.recent(),
            done=self.recent_changed.emit,
            failed=lambda _: None,
        )

    def _in_library(
        self,
        work: Callable[[Ticket], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[ReadingError], None] | None = None,
        broken: Callable[[], None] | None = None,
    ) -> None:
        """Queue work in the library lane, which begins after the text is on the screen."""
        start = partial(
            self._jobs.start, Lane.LIBRARY, work, done=done, failed=failed, broken=broken
        )
        if self._started:
            start()
        else:
            self._delayed.append(start)

    def _ready(self) -> Services:
        """The services, built the first time; called in the library lane."""
        if self._services is None:
            self._services = self._build()
        return self._services

    def _arrive(self, article: _OpenArticle, reading: Reading) -> None:
        if article is not self._open:
            return
        self._workspace.show(reading)
        if reading.analysis is None:
            self.analyse()

    def _take_analysis(self, article: _OpenArticle, before: Reading, analysed: Reading) -> None:
        """Show an analysis, with whatever was written while it ran."""

        def work(_: Ticket) -> Reading:
            newest = article.newest
            if _work_on(newest) == _work_on(before) or newest.id is None:
                article.newest = analysed
            else:
                article.newest = self._ready().reading.reopen(newest.id)
            return article.newest

        def done(reading: Reading) -> None:
            if article is self._open:
                self._workspace.show(reading)
                if before.analysis is not None:
                    self.analysed_again.emit(reading, reading.analysis != before.analysis)
                if reading.stale or reading.analysis is None:
                    self.analyse()  # blocks were marked while it ran

        self._in_library(work, done=done)

    def close(self) -> None:
        """Call the analysis off and close the library, after what is still to be written."""
        self.cancel_analysis()
        self._in_library(lambda _: self._services.close() if self._services else None)

    def _article(self, reading: Reading | None) -> _OpenArticle | None:
        """The article that a reading is of: the open one, or one that was left."""
        if reading is None:
            return self._open
        for article in (self._open, self._left):
            if article is not None and article.newest.article.sha256 == reading.article.sha256:
                return article
        return _OpenArticle(reading)

    def _leave(self) -> None:
        self.leaving.emit()
        self.cancel_analysis()
        self._left = self._open

    def _end_analysis(self) -> None:
        self._analysis = None
        self.analysis_ended.emit()


def _work_on(reading: Reading) -> tuple[object, ...]:
    """All that the reader has added to an article."""
    sources = (reading.judgements, reading.source_notes, reading.assessments)
    return (reading.notes, reading.corrections, *sources)
