"""The services on a library of each test's own, with an analyzer that has read one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from according.analysis.sources.catalogue import Catalogue, catalogue_of
from according.domain.analysis import Analysis, Producer
from according.domain.article import Article
from according.domain.sources import CatalogueEntry, SourceKind
from according.places import places
from according.services.annotating import AnnotatingService
from according.services.judging import JudgingService
from according.services.reading import ReadingService
from according.storage.database import Database
from according.storage.library import Library
from tests.factories import analysis


@dataclass
class ByHand:
    """Gives the analysis of the bridge story for any article that still has its words."""

    producer: Producer = field(default_factory=lambda: analysis().producer)
    read: int = 0
    sensitivity: int = 0

    def analyze(
        self,
        article: Article,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Analysis:
        assert cancelled is None or not cancelled()
        self.read += 1
        if on_progress is not None:
            on_progress(1, 1)
        return analysis(article)


WIRE = CatalogueEntry(
    id="northern-wire",
    name="Northern Wire",
    kind=SourceKind.NEWS_AGENCY,
    aliases=("Northern Wire Service",),
    domains=("northern-wire.example",),
    country=None,
    parent=None,
    facts=(),
)


def wire_alone() -> Catalogue:
    """A catalogue that knows the agency of the bridge story and nobody else."""
    return catalogue_of((WIRE,))


@pytest.fixture
def library() -> Iterator[Library]:
    where = places()
    database = Database(where.library, where.backups)
    yield Library(database)
    database.close()


@pytest.fixture
def analyzer() -> ByHand:
    return ByHand()


@pytest.fixture
def reading_service(library: Library, analyzer: ByHand) -> ReadingService:
    return ReadingService(library, analyzer, wire_alone)


@pytest.fixture
def annotating_service(library: Library) -> AnnotatingService:
    return AnnotatingService(library, wire_alone)


@pytest.fixture
def judging_service(library: Library) -> JudgingService:
    return JudgingService(library, wire_alone)
