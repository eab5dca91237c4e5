"""The one place that builds things: library, analyzer and services, as one record."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from according import settings
from according.analysis.producer import PACKAGE, producer_of
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.own_catalogue import digest_of, load_with_own
from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.places import Places, seed
from according.services.annotating import AnnotatingService
from according.services.judging import JudgingService
from according.services.reading import Analyzer, Cancelled, Progress, ReadingService
from according.storage.database import Database
from according.storage.library import Library


@dataclass(frozen=True, slots=True)
class Services:
    """What the window works with; `close` when it is done."""

    reading: ReadingService
    annotating: AnnotatingService
    judging: JudgingService
    close: Callable[[], None]


def build(places: Places) -> Services:
    """The services on the reader's library; neither file nor model is opened before it is needed.

    Importing this module brings the database's packages: the window does it after the text shows.
    """
    database = Database(places.library, places.backups)
    library = Library(database)
    preferred, _ = settings.load(places.settings)
    own = OwnCatalogue(places.catalogue)
    catalogue = own.catalogue
    analyzer = LateAnalyzer(preferred.model, preferred.sensitivity, own)
    return Services(
        reading=ReadingService(library, analyzer, catalogue),
        annotating=AnnotatingService(library, catalogue),
        judging=JudgingService(library, catalogue),
        close=database.close,
    )


class OwnCatalogue:
    """The catalogue with the reader's own files, read once, when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._whole = functools.cache(lambda: load_with_own(seed("catalogue"), folder))
        self._digest = functools.cache(lambda: digest_of(folder))

    def catalogue(self) -> Catalogue:
        return self._whole().catalogue

    def components(self) -> tuple[str, ...]:
        """How analyses record which files of the reader's they were made with."""
        digest = self._digest()
        return (f"own catalogue {digest}",) if digest is not None else ()

    def warnings(self) -> tuple[str, ...]:
        """What the reader should know of their own files, as a sentence."""
        warning = self._whole().warning
        return (warning,) if warning is not None else ()


class LateAnalyzer:
    """The analyzer, imported with the language packages when the first article is analysed.

    `sensitivity` may be set from another thread; an analysis that runs already goes on as it began.
    """

    def __init__(self, model: str, sensitivity: int, own: OwnCatalogue) -> None:
        self.sensitivity = sensitivity
        self._model = model or PACKAGE
        self._own = own
        self._analyzer: Analyzer | None = None

    @property
    def producer(self) -> Producer:
        """Told without the model, so that notes need not wait for it, or lack it."""
        return self._with_own(producer_of(self._model, self.sensitivity))

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Analysis:
        analyzer = self._loaded()
        analyzer.sensitivity = self.sensitivity
        analysis = analyzer.analyze(article, on_progress=on_progress, cancelled=cancelled)
        return replace(
            analysis,
            producer=self._with_own(analysis.producer),
            warnings=(*analysis.warnings, *self._own.warnings()),
        )

    def _with_own(self, producer: Producer) -> Producer:
        """An analysis holds facts of the catalogue, so that of other files is another one."""
        return replace(producer, components=(*producer.components, *self._own.components()))

    def _loaded(self) -> Analyzer:
        if self._analyzer is None:
            with _uncollected():
                # Here, because spaCy takes longer to import than everything else together.
                from according.analysis import pipeline  # noqa: PLC0415

                analyzer = pipeline.Analyzer(self._model, catalogue=self._own.catalogue)
                analyzer.load()
            self._analyzer = analyzer
        return self._analyzer


@contextmanager
def _uncollected() -> Iterator[None]:
    """Collect no garbage while packages and model come, and never look through them afterwards.

    A collection that goes through all of them would hold the window's thread for 100 ms.
    """
    usual = gc.get_threshold()
    gc.set_threshold(0)  # to disable it is not enough: whoever unpacks the model enables it again
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)
