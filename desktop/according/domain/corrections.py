"""Hand work laid over the machine's reading: sources that the reader set, links moved or removed.

The analysis is never written over: what is kept is the machine's own, and the corrections are
applied each time it is read. A correction whose passage is not found, or where no claim stands any
more, changes nothing and stays kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.anchoring import Selector, find_all
from according.domain.article import Article
from according.domain.claims import (
    Attribution,
    Claim,
    Directness,
    Link,
    Stance,
    Standing,
    Status,
    Voice,
)
from according.domain.entities import Entity, EntityKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.sources import Source, SourceKind
from according.domain.spans import Span, hull, merged

LEAST_OVERLAP = 0.3
"""Part of a claim and a passage together that both must share to be one."""

KIND_OF = {
    EntityKind.PERSON: SourceKind.PERSON,
    EntityKind.PLACE: SourceKind.GOVERNMENT_BODY,
    EntityKind.GROUP: SourceKind.UNNAMED_GROUP,
    EntityKind.ORGANISATION: SourceKind.COMPANY,
    EntityKind.WORK: SourceKind.DOCUMENT,
    EntityKind.LAW: SourceKind.DOCUMENT,
}
"""The kind of a source that the reader makes of an entity; of anything else, a person."""


def apply(analysis: Analysis, corrections: Sequence[Correction], article: Article) -> Analysis:
    """`analysis` with the reader's corrections, in the order they were made."""
    hand_work = [one for one in corrections if one.kind is not CorrectionKind.UNFOLD]
    if not hand_work:
        return analysis
    places = _places(article.text, hand_work)
    entities = _entities_by_name(analysis, article.text)
    result = analysis
    for correction in hand_work:
        first = _claim_at(analysis, places.get(correction.target))
        if first is None:
            continue
        if correction.kind is CorrectionKind.SET_SOURCE:
            result = _with_sources(result, first.id, correction.names, entities)
        elif correction.other is not None and correction.link is not None:
            second = _claim_at(analysis, places.get(correction.other))
            if second is not None and second.id != first.id:
                result = _with_link(result, analysis, correction, first.id, second.id)
    return _without_idle_sources(result, analysis)


def unfolded(article: Article, corrections: Sequence[Correction]) -> frozenset[int]:
    """The indexes of the folded blocks that the reader has opened."""
    opened = [one for one in corrections if one.kind is CorrectionKind.UNFOLD]
    places = _places(article.text, opened).values()
    folded = [(index, block.span) for index, block in enumerate(article.blocks) if block.folded]
    return frozenset(index for place in places for index, span in folded if span.overlaps(place))


def claims_at(
    analysis: Analysis, text: str, passages: Sequence[Selector]
) -> Mapping[Selector, str]:
    """The ids of the claims that stand at these passages of the text; some may have none."""
    found = zip(passages, find_all(text, passages), strict=True)
    at = ((one, _claim_at(analysis, place.span)) for one, place in found if place is not None)
    return {one: claim.id for one, claim in at if claim is not None}


def _places(text: str, corrections: Sequence[Correction]) -> dict[Selector, Span]:
    """Where the passages that the corrections speak of stand in `text`."""
    selectors = [one.target for one in corrections]
    selectors += [one.other for one in corrections if one.other is not None]
    found = find_all(text, selectors)
    return {
        selector: place.span
        for selector, place in zip(selectors, found, strict=True)
        if place is not None
    }


def _claim_at(analysis: Analysis, place: Span | None) -> Claim | None:
    """The claim that shares most with a passage, counted in parts of both together."""
    if place is None or not analysis.claims:
        return None
    best = max(analysis.claims, key=lambda claim: _shared(claim, place))
    return best if _shared(best, place) >= LEAST_OVERLAP else None


def _shared(claim: Claim, place: Span) -> float:
    """The greater of the overlaps with the pieces of a claim and with its whole extent."""
    return max(_overlap(merged(claim.content), place), _overlap((hull(claim.content),), place))


def _overlap(pieces: Sequence[Span], place: Span) -> float:
    common = sum(
        max(0, min(piece.end, place.end) - max(piece.start, place.start)) for piece in pieces
    )
    together = sum(len(piece) for piece in pieces) + len(place) - common
    return common / together if together else 0.0


def _with_sources(
    analysis: Analysis, id: str, names: Sequence[str], entities: Mapping[str, Entity]
) -> Analysis:
    """`analysis` with one claim credited to `names`, or to the paper where there are none."""
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
        _credited(claim, ids, named) if claim.id == id else claim for claim in analysis.claims
    )
    return replace(analysis, sources=tuple(sources), claims=claims)


def _credited(claim: Claim, ids: Sequence[str], named: Mapping[str, bool]) -> Claim:
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


def _with_link(
    result: Analysis, machine: Analysis, correction: Correction, first: str, second: str
) -> Analysis:
    """`result` with one link added or removed; a moved link keeps the words that make it so."""
    others = tuple(
        link
        for link in result.links
        if (link.kind, link.first, link.second) != (correction.link, first, second)
    )
    if correction.kind is CorrectionKind.REMOVE_LINK or correction.link is None:
        return replace(result, links=others)
    words = next(
        (
            link.words
            for link in sorted(machine.links, key=lambda link: link.second != second)
            if link.kind is correction.link and link.first == first
        ),
        (),
    )
    added = Link(correction.link, first, second, words, score=1.0, status=Status.EDITED)
    return replace(result, links=(*others, added))


def _without_idle_sources(result: Analysis, machine: Analysis) -> Analysis:
    """`result` without the sources whose last claim the reader gave to others."""
    used, used_before = _used(result), _used(machine)
    known = {source.id for source in machine.sources}
    return replace(
        result,
        sources=tuple(
            source
            for source in result.sources
            if source.id in used or (source.id in known and source.id not in used_before)
        ),
    )


def _used(analysis: Analysis) -> frozenset[str]:
    """The ids of the sources that make a claim or pass one on."""
    makers = (maker for claim in analysis.claims for maker in claim.sources)
    relays = (relay for claim in analysis.claims for step in claim.via for relay in step)
    return frozenset((*makers, *relays))
