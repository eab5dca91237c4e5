"""A reading: article, analysis, notes and hand work together; all that the window shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from according.domain.article import Article, Block
from according.domain.spans import Span

if TYPE_CHECKING:
    # For types alone, so that a window shows its text before claims and notes are loaded.
    from datetime import datetime

    from according.domain.analysis import Analysis
    from according.domain.judgements import Assessment, Judgement, SourceNote
    from according.domain.notes import AnchoredNote, Correction, Note
    from according.domain.offers import Offer


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read, before the library knows of it. `path` is None for a paste."""

    name: str
    path: str | None
    original: bytes
    article: Article


@dataclass(frozen=True, slots=True)
class Reading:
    """What the window shows of one article.

    `id` is the article's row in the library, None until it is kept there. `version_of` is that of
    the article of which it is a changed copy, if it is one. `analysis` is the
    machine's reading with the reader's `corrections` applied, None until there is one. `unfolded`
    holds the indexes of boilerplate blocks that the reader has opened. `as_read` is the blocks of
    the article as they were before the reader marked any, empty where none is marked; `stale` says
    that the analysis is of other blocks than the article has by now. `offers` is what the reader
    did with entities of the same names in other articles. `judgements` (oldest first),
    `source_notes` and `assessments` are what the library holds of the sources of the analysis; each
    names its source by key.
    """

    name: str
    article: Article
    id: int | None = None
    path: str | None = None
    version_of: int | None = None
    analysis: Analysis | None = None
    notes: tuple[AnchoredNote, ...] = ()
    orphans: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unfolded: frozenset[int] = frozenset()
    as_read: tuple[Block, ...] = ()
    stale: bool = False
    offers: tuple[Offer, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    source_notes: tuple[SourceNote, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    def notes_on(self, span: Span) -> tuple[AnchoredNote, ...]:
        """The notes whose passage overlaps `span`."""
        return tuple(note for note in self.notes if note.span.overlaps(span))


@dataclass(frozen=True, slots=True)
class Recent:
    """One line of the recent list; `missing` when the file is no longer where it was."""

    id: int
    name: str
    title: str
    path: str | None
    opened: datetime
    missing: bool = False
