"""Lays what the library holds of sources onto a reading: judgements, notes, lists of others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from according.analysis.sources.catalogue import Catalogue
from according.domain.anchoring import Selector
from according.domain.corrections import claims_at
from according.domain.judgements import (
    Assessment,
    Judgement,
    SourceNote,
    source_key,
    source_keys,
)
from according.domain.reading import Reading
from according.domain.sources import Source, domain_in, plain
from according.storage.judgements import Judgements


def with_judgements(
    reading: Reading, judgements: Judgements, catalogue: Callable[[], Catalogue]
) -> Reading:
    """`reading` with all that the library holds of the sources of its analysis."""
    if reading.id is None or reading.analysis is None:
        return reading
    sources = reading.analysis.sources
    key_of = {key: source_key(source) for source in sources for key in source_keys(source)}
    notes = judgements.notes(reading.id, key_of)
    return replace(
        reading,
        judgements=_placed(judgements.of(reading.id, key_of), reading, key_of),
        source_notes=_one_each(notes, key_of),
        assessments=_fitting(sources, judgements, catalogue),
    )


def _placed(
    judgements: Collection[Judgement], reading: Reading, key_of: Mapping[str, str]
) -> tuple[Judgement, ...]:
    """Each with the key its source has now, and the claim at which its passage stands."""
    passages = [one.target for one in judgements if one.target is not None]
    at: Mapping[Selector, str] = {}
    if passages and reading.analysis is not None:
        at = claims_at(reading.analysis, reading.article.text, passages)
    return tuple(
        replace(
            one,
            source=key_of.get(one.source, one.source),
            claim=at.get(one.target) if one.target is not None else None,
        )
        for one in judgements
    )


def _one_each(notes: Collection[SourceNote], key_of: Mapping[str, str]) -> tuple[SourceNote, ...]:
    """One note a source: that under its key of today, else that of before the catalogue knew it."""
    kept: dict[str, SourceNote] = {}
    for one in sorted(notes, key=lambda note: note.source != key_of[note.source]):
        key = key_of[one.source]
        kept.setdefault(key, replace(one, source=key))
    return tuple(kept.values())


def _fitting(
    sources: Collection[Source], judgements: Judgements, catalogue: Callable[[], Catalogue]
) -> tuple[Assessment, ...]:
    """The rows of the reader's lists that mean one of these sources, by whole name or domain."""
    if not judgements.has_assessments():
        return ()
    known = catalogue()
    named: dict[str, str] = {}
    hosted: dict[str, str] = {}
    for source in sources:
        if source.named:
            key = source_key(source)
            entry = known.entry(source.catalogue) if source.catalogue is not None else None
            aliases = (entry.name, *entry.aliases) if entry is not None else ()
            named |= {plain(name): key for name in (source.name, *aliases)}
            domains = entry.domains if entry is not None else (domain_in(source.name),)
            hosted |= {domain: key for domain in domains if domain is not None}
    fitting: list[Assessment] = []
    for row in judgements.assessments(names=named, domains=hosted):
        key = hosted.get(row.domain or "") or named.get(plain(row.name or ""), "")
        # A paper of that name with another address is another paper.
        elsewhere = row.domain not in {None, *hosted} and key in hosted.values()
        if key and not elsewhere:
            fitting.append(replace(row, source=key))
    return tuple(fitting)
