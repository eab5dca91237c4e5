"""Opening, reopening and analysing articles: everything the window shows comes as a Reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from according.analysis.sources.catalogue import Catalogue, with_publisher
from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.domain.reading import Opened, Reading, Recent
from according.errors import UnreadableFile
from according.readers.read import read
from according.services.assembling import with_hand_work, with_marks, with_notes
from according.services.source_layer import with_judgements
from according.storage.library import Library

Progress = Callable[[int, int], None]
"""Told how many paragraphs are done, of how many."""

Cancelled = Callable[[], bool]
"""Asked between paragraphs whether to stop."""


class Analyzer(Protocol):
    """Reads claims, sources and entities out of an article.

    `sensitivity` is how many claims the next analysis finds: 0 the usual, fewer and surer ones
    below, more and less sure ones above.
    """

    sensitivity: int

    @property
    def producer(self) -> Producer:
        """Who makes the analyses, known without loading the model."""

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Analysis: ...


class ReadingService:
    """Keeps articles and their analyses; what the reader added is never touched by it."""

    def __init__(
        self,
        library: Library,
        analyzer: Analyzer,
        catalogue: Callable[[], Catalogue] = Catalogue,
    ) -> None:
        self._library = library
        self._analyzer = analyzer
        self._catalogue = catalogue

    def keep(self, opened: Opened) -> Reading:
        """Keep an article in the library, and give it with its notes.

        The analysis is the one that was saved, if this very analyzer made it of this very text and
        the blocks that are story by now; else there is none yet.
        """
        opened = replace(opened, article=with_publisher(opened.article, self._catalogue))
        kept = self._library.keep(opened)
        reading = Reading(
            opened.name,
            opened.article,
            id=kept.id,
            path=opened.path,
            version_of=kept.version_of,
        )
        reading = with_marks(reading, self._library.corrections(kept.id))
        saved = self._library.analysis(kept.id, reading.article, self._analyzer.producer)
        return self._with_own_work(reading, saved)

    def reopen(self, id: int) -> Reading:
        """The article `id` from its stored bytes, whether or not its file still exists."""
        stored = self._library.article(id)
        try:
            article = read(stored.original, name=stored.name)
        except UnreadableFile:
            # It could be read once, by a version of the program that kept what it read.
            article = stored.article
        return self.keep(replace(stored, article=article))

    def analyse(
        self,
        reading: Reading,
        *,
        on_progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Reading:
        """`reading` analysed anew; the machine's analysis is saved, then corrected by hand work.

        Notes and corrections made in the meantime are in the result.
        """
        analysis = self._analyzer.analyze(
            reading.article, on_progress=on_progress, cancelled=cancelled
        )
        if reading.id is not None:
            self._library.save_analysis(reading.id, reading.article, analysis)
        return self._with_own_work(replace(reading, stale=False), analysis)

    def set_sensitivity(self, sensitivity: int) -> None:
        """Let the analyses from now on find more or fewer claims than the usual 0.

        An analysis that is stored with another sensitivity is no longer used.
        """
        self._analyzer.sensitivity = sensitivity

    def recent(self, limit: int = 12) -> tuple[Recent, ...]:
        """The articles opened last, newest first."""
        return tuple(
            replace(one, missing=one.path is not None and not Path(one.path).exists())
            for one in self._library.recent(limit)
        )

    def _with_own_work(self, reading: Reading, machine: Analysis | None) -> Reading:
        if reading.id is None:
            return replace(reading, analysis=machine)
        noted = with_notes(reading, self._library.notes(reading.id))
        corrected = with_hand_work(
            noted,
            machine,
            self._library.corrections(reading.id),
            self._library.entity_work_besides(reading.id),
            self._catalogue,
        )
        return with_judgements(corrected, self._library.judgements, self._catalogue)
