"""What the catalogue has on record about a source, as notes; spaCy is not needed for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from according.analysis.sources.catalogue import Catalogue
from according.domain.analysis import Analysis
from according.domain.claims import Status
from according.domain.source_corrections import credited
from according.domain.sources import OUTLETS, CatalogueEntry, ReliabilityNote, Source, SourceKind

UNKNOWN_FIELDS = ("owner", "funding", "relation to a state", "corrections policy")
"""What a reader asks about an outlet: shown as not known where nothing is on record."""


def facts_of(entry: CatalogueEntry) -> list[ReliabilityNote]:
    """The facts of an entry as notes, in its own order."""
    return [ReliabilityNote(fact.field, fact.value, fact.as_of, fact.basis) for fact in entry.facts]


def in_order(notes: Sequence[ReliabilityNote], kind: SourceKind) -> tuple[ReliabilityNote, ...]:
    """Notes newest first, what is not known last; of an outlet also what nothing is told of."""
    ordered = sorted(notes, key=lambda note: note.as_of or "", reverse=True)
    ordered.sort(key=lambda note: note.value is None)
    if kind not in OUTLETS:
        return tuple(ordered)
    told = {note.field for note in ordered}
    missing = (field for field in UNKNOWN_FIELDS if field not in told)
    return (*ordered, *(ReliabilityNote(field, None, None, None) for field in missing))


def with_known_sources(analysis: Analysis, catalogue: Callable[[], Catalogue]) -> Analysis:
    """`analysis` with what the catalogue knows of the sources that the reader named.

    Those are the ones that are credited by the reader's hand alone.
    """
    by_machine = {
        id_
        for claim in analysis.claims
        if claim.status is not Status.EDITED
        for id_ in (*claim.sources, *(relay for step in claim.via for relay in step))
    }
    by_hand = {id_ for claim in analysis.claims for id_ in claim.sources} - by_machine
    known = {
        source.id: _known(source, catalogue())
        for source in analysis.sources
        if source.id in by_hand and _open(source)
    }
    sources = tuple(known.get(source.id, source) for source in analysis.sources)
    return _each_once(replace(analysis, sources=sources), known)


def _each_once(analysis: Analysis, new: Collection[str]) -> Analysis:
    """`analysis` with the claims of a `new` source given to the one of the same entry before it."""
    first: dict[str, str] = {}
    for source in analysis.sources:
        if source.catalogue is not None:
            first.setdefault(source.catalogue, source.id)
    same = {
        source.id: first[source.catalogue]
        for source in analysis.sources
        if source.id in new and source.catalogue and first[source.catalogue] != source.id
    }
    named = {source.id: source.named for source in analysis.sources}
    claims = tuple(
        credited(claim, tuple(dict.fromkeys(same.get(id_, id_) for id_ in claim.sources)), named)
        if not same.keys().isdisjoint(claim.sources)
        else claim
        for claim in analysis.claims
    )
    left = tuple(source for source in analysis.sources if source.id not in same)
    return replace(analysis, sources=left, claims=claims)


def _open(source: Source) -> bool:
    """Whether the catalogue was not asked; a person of the article is none of its entries."""
    of_article = source.kind is SourceKind.PERSON and not source.by_reader
    return source.named and source.catalogue is None and not (source.candidates or of_article)


def _known(source: Source, catalogue: Catalogue) -> Source:
    entry = catalogue.match(source.name)
    if entry is None:
        return source
    return replace(
        source,
        name=entry.name,
        kind=entry.kind,
        catalogue=entry.id,
        notes=in_order(facts_of(entry), entry.kind),
        by_reader=False,
    )
