"""Hand work on who is who: entities renamed, of another kind, joined, or parted by their mentions.

Claims and sources follow: what rests on a mention is said by whom the mention means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.notes import Correction, CorrectionKind
from according.domain.source_corrections import KIND_OF, credited, source_of
from according.domain.spans import Span


def with_entities(
    analysis: Analysis, correction: Correction, place: Span, other: Span | None, text: str
) -> Analysis:
    """`analysis` with one correction of an entity, whose mentions stand at `place` and `other`."""
    entity = entity_at(analysis, place)
    if entity is None:
        return analysis
    if correction.kind is CorrectionKind.MERGE_ENTITIES:
        kept = entity_at(analysis, other) if other is not None else None
        return analysis if kept is None else _joined(analysis, entity, kept)
    if not correction.names:
        return analysis
    said = " ".join(correction.names[0].split())
    if correction.kind is CorrectionKind.RENAME_ENTITY:
        return _renamed(analysis, entity, said) if said else analysis
    if correction.kind is CorrectionKind.SET_ENTITY_KIND:
        return _of_kind(analysis, entity, said)
    return _meaning(analysis, entity, place, said, text) if said else analysis


def entity_at(analysis: Analysis, place: Span) -> Entity | None:
    """The entity with the mention that shares most with a passage; of two alike, the shorter."""
    touching = [
        (_shared(mention.span, place), -len(mention.span), number)
        for number, entity in enumerate(analysis.entities)
        for mention in entity.mentions
        if mention.span.overlaps(place)
    ]
    return analysis.entities[max(touching)[2]] if touching else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _renamed(analysis: Analysis, entity: Entity, name: str) -> Analysis:
    """An entity has another name, and so have the sources that had its own."""
    names = {
        entity.name: name,
        f"government of {entity.name}": f"government of {name}",
    }
    sources = tuple(
        replace(source, name=names.get(source.name, source.name))
        if source.entity == entity.id
        else source
        for source in analysis.sources
    )
    renamed = replace(entity, name=name)
    return replace(_with_entity(analysis, entity.id, renamed), sources=sources)


def _of_kind(analysis: Analysis, entity: Entity, said: str) -> Analysis:
    """An entity is of another kind; a source that was of the old one's kind follows."""
    try:
        kind = EntityKind(said)
    except ValueError:  # written by a later version of the program
        return analysis
    before, after = KIND_OF.get(entity.kind), KIND_OF.get(kind)
    sources = tuple(
        replace(source, kind=after)
        if source.entity == entity.id and source.kind is before and after is not None
        else source
        for source in analysis.sources
    )
    return replace(_with_entity(analysis, entity.id, replace(entity, kind=kind)), sources=sources)


def _joined(analysis: Analysis, entity: Entity, kept: Entity) -> Analysis:
    """Two entities are one, which has the name and the kind of `kept`."""
    if entity.id == kept.id:
        return analysis
    mentions = {mention.span: mention for mention in (*entity.mentions, *kept.mentions)}
    one = replace(
        kept,
        mentions=tuple(mentions[span] for span in sorted(mentions)),
        description=kept.description or entity.description,
        described=kept.described if kept.description else entity.described,
        related=tuple(dict.fromkeys((*kept.related, *entity.related))),
    )
    result = _without_entity(_with_entity(analysis, kept.id, one), entity.id, kept.id)
    return _with_one_source(result, analysis, entity.id, kept.id)


def _with_one_source(result: Analysis, before: Analysis, entity: str, kept: str) -> Analysis:
    """`result` with the claims of both entities credited to the one that is left."""
    first = next((one for one in before.sources if one.entity == kept), None)
    if first is None:
        return result
    gone = {one.id: first.id for one in before.sources if one.entity == entity}
    return replace(
        result,
        sources=tuple(one for one in result.sources if one.id not in gone),
        claims=tuple(_crediting(claim, gone) for claim in result.claims),
    )


def _crediting(claim: Claim, gone: Mapping[str, str]) -> Claim:
    """`claim` with other ids for some of its sources and relays, each once."""
    if not gone.keys() & {*claim.sources, *(one for step in claim.via for one in step)}:
        return claim
    sources = tuple(dict.fromkeys(gone.get(one, one) for one in claim.sources))
    standing = {gone.get(one.source, one.source): one for one in reversed(claim.standing)}
    return replace(
        claim,
        sources=sources,
        via=tuple(tuple(dict.fromkeys(gone.get(one, one) for one in step)) for step in claim.via),
        standing=tuple(replace(standing[one], source=one) for one in sources if one in standing),
        origins=max(1, claim.origins - (len(claim.sources) - len(sources))),
    )


def _meaning(analysis: Analysis, entity: Entity, place: Span, name: str, text: str) -> Analysis:
    """The mention at `place` means the entity of that name, which is made if there is none.

    Claims that are credited with the words of the mention are those of that entity from now on.
    """
    mention = max(
        (one for one in entity.mentions if one.span.overlaps(place)),
        key=lambda one: (_shared(one.span, place), -len(one.span)),
    )
    settled = replace(mention, doubtful=False, candidates=())
    if _folded(entity.name) == _folded(name):
        sure = tuple(settled if one is mention else one for one in entity.mentions)
        return _with_entity(analysis, entity.id, replace(entity, mentions=sure))
    left = replace(entity, mentions=tuple(one for one in entity.mentions if one is not mention))
    meant = _entity_named(analysis, name, settled, entity, text)
    entities = [left if one.id == entity.id else one for one in analysis.entities]
    entities = [meant if one.id == meant.id else one for one in entities]
    if all(one.id != meant.id for one in entities):
        entities.append(meant)
    result = replace(analysis, entities=tuple(entities))
    result = _with_named(result, {entity.id, meant.id}, mention.span)
    result = _credited_anew(result, mention.span, entity.id, meant)
    return result if left.mentions else _without_entity(result, entity.id, None)


def _entity_named(
    analysis: Analysis, name: str, mention: Mention, entity: Entity, text: str
) -> Entity:
    """The entity of that name with one mention more, or a new one with this mention alone."""
    wanted = _folded(name)
    found = next((one for one in analysis.entities if _folded(one.name) == wanted), None)
    if found is None:
        inferred = mention.inferred and _folded(mention.span.of(text)) != wanted
        return Entity(
            _next_id(analysis.entities), name, entity.kind, (replace(mention, inferred=inferred),)
        )
    mentions = {one.span: one for one in (*found.mentions, mention)}
    return replace(found, mentions=tuple(mentions[span] for span in sorted(mentions)))


def _with_named(analysis: Analysis, changed: set[str], span: Span) -> Analysis:
    """`analysis` with the entities of each claim that covers `span` as they are mentioned now."""
    mentions = [
        (mention.span, one.id)
        for one in analysis.entities
        if one.id in changed
        for mention in one.mentions
    ]

    def named(claim: Claim) -> Claim:
        now = {one for place, one in mentions if claim.covers(place)}
        kept = [one for one in claim.entities if one not in changed or one in now]
        return replace(claim, entities=tuple(dict.fromkeys((*kept, *sorted(now)))))

    claims = tuple(named(one) if one.covers(span) else one for one in analysis.claims)
    return replace(analysis, claims=claims)


def _credited_anew(analysis: Analysis, span: Span, before: str, meant: Entity) -> Analysis:
    """`analysis` with the claims that rest on the words at `span` credited to `meant`."""
    known = {one.id: one for one in analysis.sources}
    resting = [
        claim.id
        for claim in analysis.claims
        if any(words.overlaps(span) for words in claim.attribution.source)
        and any(known[one].entity == before for one in claim.sources)
    ]
    if not resting:
        return analysis
    source = next((one for one in analysis.sources if one.entity == meant.id), None)
    source = source or source_of(meant, analysis.sources)
    known[source.id] = source
    named = {one.id: one.named for one in known.values()}

    def anew(claim: Claim) -> Claim:
        ids = [source.id if known[one].entity == before else one for one in claim.sources]
        return credited(claim, list(dict.fromkeys(ids)), named)

    return replace(
        analysis,
        sources=tuple(known.values()),
        claims=tuple(anew(one) if one.id in resting else one for one in analysis.claims),
    )


def _with_entity(analysis: Analysis, id: str, entity: Entity) -> Analysis:
    return replace(
        analysis,
        entities=tuple(entity if one.id == id else one for one in analysis.entities),
    )


def _without_entity(analysis: Analysis, gone: str, kept: str | None) -> Analysis:
    """`analysis` with `kept`, if any, wherever the entity `gone` was spoken of."""

    def ids(of: Sequence[str], *, but: str = "") -> tuple[str, ...]:
        changed = (kept if one == gone else one for one in of)
        return tuple(dict.fromkeys(one for one in changed if one is not None and one != but))

    def mention(one: Mention, owner: str) -> Mention:
        left = ids(one.candidates, but=owner)
        settled = bool(one.candidates) and not left
        return replace(one, candidates=left, doubtful=one.doubtful and not settled)

    entities = tuple(
        replace(
            entity,
            mentions=tuple(mention(one, entity.id) for one in entity.mentions),
            related=ids(entity.related, but=entity.id),
        )
        for entity in analysis.entities
        if entity.id != gone
    )
    return replace(
        analysis,
        entities=entities,
        sources=tuple(
            replace(one, entity=kept) if one.entity == gone else one for one in analysis.sources
        ),
        claims=tuple(replace(one, entities=ids(one.entities)) for one in analysis.claims),
    )


def _next_id(entities: Sequence[Entity]) -> str:
    numbers = [int(one.id[1:]) for one in entities if one.id[1:].isdecimal()]
    return f"e{max(numbers, default=0) + 1}"


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
