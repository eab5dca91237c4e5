"""Hand work on who says something: claims credited to the sources that the reader names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.claims import (
    Attribution,
    Claim,
    Directness,
    Stance,
    Standing,
    Status,
    Voice,
)
from according.domain.entities import Entity, EntityKind
from according.domain.sources import Source, SourceKind

KIND_OF = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.PLACE: SourceKind.GOVERNMENT_BODY,
    EntityKind.GROUP: SourceKind.UNNAMED_GROUP,
    EntityKind.ORGANISATION: SourceKind.COMPANY,
    EntityKind.WORK: SourceKind.DOCUMENT,
    EntityKind.LAW: SourceKind.DOCUMENT,
}
"""The kind of a source that the reader makes of an entity; of anything else, a person."""


def with_sources(analysis: Analysis, id: str, names: Sequence[str], text: str) -> Analysis:
    """`analysis` with one claim credited to `names`, or to the paper where there are none."""
    entities = _entities_by_name(analysis, text)
    sources = list(analysis.sources)
    ids: list[str] = []
    for name in names:
        source = _source_named(name, sources, entities)
        if source not in sources:
            sources.append(source)
        if source.id not in ids:
            ids.append(source.id)
    named = {source.id: source.named for source in sources}
    claims = tuple(
        credited(claim, ids, named) if claim.id == id else claim for claim in analysis.claims
    )
    return replace(analysis, sources=tuple(sources), claims=claims)


def credited(claim: Claim, ids: Sequence[str], named: Mapping[str, bool]) -> Claim:
    """`claim` as that of these sources, of which `named` says which have a name."""
    if not ids:
        return replace(
            claim,
            voice=Voice.NARRATOR,
            attribution=Attribution(),
            sources=(),
            via=(),
            relays=(),
            relay_cues=(),
            standing=(),
            origins=1,
            status=Status.EDITED,
        )
    kept = {one.source: one for one in claim.standing}
    unknown = (Directness.NOT_STATED, Stance.NOT_KNOWN)
    # Each named source is an origin; unnamed ones may well be one and the same.
    origins = sum(named[one] for one in ids) + (not all(named[one] for one in ids))
    return replace(
        _without_relays(claim, ids),
        voice=Voice.ATTRIBUTED,
        sources=tuple(ids),
        standing=tuple(kept.get(one) or Standing(one, *unknown) for one in ids),
        origins=origins,
        status=Status.EDITED,
    )


def _without_relays(claim: Claim, ids: Sequence[str]) -> Claim:
    """`claim` with none of `ids` passing on what it says itself; a step left empty goes."""
    steps = [tuple(relay for relay in step if relay not in ids) for step in claim.via]
    left = [index for index, step in enumerate(steps) if step]
    return replace(
        claim,
        via=tuple(steps[index] for index in left),
        relays=tuple(claim.relays[index] for index in left if index < len(claim.relays)),
        relay_cues=tuple(
            claim.relay_cues[index] for index in left if index < len(claim.relay_cues)
        ),
    )


def _source_named(name: str, sources: Sequence[Source], entities: Mapping[str, Entity]) -> Source:
    """The source of that name, the entity of that name as a source, or somebody new."""
    wanted = _folded(name)
    for source in sources:
        if _folded(source.name) == wanted:
            return source
    entity = entities.get(wanted)
    if entity is not None:
        known = next((source for source in sources if source.entity == entity.id), None)
        if known is not None:
            return known
    if entity is None:
        return Source(
            _next_id(sources),
            " ".join(name.split()),
            SourceKind.PERSON,
            named=True,
            by_reader=True,
        )
    return source_of(entity, sources)


def source_of(entity: Entity, sources: Sequence[Source]) -> Source:
    """An entity as a source of its own, with an id that none of `sources` has."""
    place = entity.kind is EntityKind.PLACE
    return Source(
        id=_next_id(sources),
        name=f"government of {entity.name}" if place else entity.name,
        kind=KIND_OF.get(entity.kind, SourceKind.PERSON),
        named=True,
        entity=entity.id,
        description=entity.description,
    )


def _entities_by_name(analysis: Analysis, text: str) -> Mapping[str, Entity]:
    """Entities by their names, and by other words for them that no other entity shares."""
    owners: dict[str, set[str]] = {}
    by_name: dict[str, Entity] = {}
    for entity in analysis.entities:
        for mention in entity.mentions:
            if not (mention.doubtful or mention.inferred):
                words = _folded(mention.span.of(text))
                owners.setdefault(words, set()).add(entity.id)
                by_name[words] = entity
    alone = {words: one for words, one in by_name.items() if len(owners[words]) == 1}
    return alone | {_folded(entity.name): entity for entity in reversed(analysis.entities)}


def _next_id(sources: Sequence[Source]) -> str:
    numbers = [int(one.id[1:]) for one in sources if one.id[1:].isdecimal()]
    return f"s{max(numbers, default=0) + 1}"


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
