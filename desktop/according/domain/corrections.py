"""Hand work laid over the machine's reading: sources, links and entities as the reader sees them.

The analysis is never written over: what is kept is the machine's own, and the corrections are
applied each time it is read. A correction whose passage is not found, or where no claim or entity
stands any more, changes nothing and stays kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.anchoring import Selector, find_all
from according.domain.article import Article
from according.domain.claims import Claim, Link, Status
from according.domain.entity_corrections import with_entities
from according.domain.notes import BLOCK_KINDS, ENTITY_KINDS, Correction, CorrectionKind
from according.domain.source_corrections import with_sources
from according.domain.spans import Span, hull, merged

LEAST_OVERLAP = 0.3
"""Part of a claim and a passage together that both must share to be one."""


def apply(analysis: Analysis, corrections: Sequence[Correction], article: Article) -> Analysis:
    """`analysis` with the reader's corrections, in the order they were made."""
    hand_work = [one for one in corrections if one.kind not in BLOCK_KINDS]
    if not hand_work:
        return analysis
    places = _places(article.text, hand_work)
    result = analysis
    for correction in hand_work:
        place = places.get(correction.target)
        other = places.get(correction.other) if correction.other is not None else None
        if place is None:
            continue
        if correction.kind in ENTITY_KINDS:
            result = with_entities(result, correction, place, other, article.text)
        else:
            result = _with_claims(result, analysis, correction, place, other, article.text)
    return _without_idle_sources(result, analysis)


def _with_claims(
    result: Analysis,
    machine: Analysis,
    correction: Correction,
    place: Span,
    other: Span | None,
    text: str,
) -> Analysis:
    """`result` with one correction of who says something, or of how claims answer one another."""
    first = _claim_at(machine, place)
    if first is None:
        return result
    if correction.kind is CorrectionKind.SET_SOURCE:
        return with_sources(result, first.id, correction.names, text)
    second = _claim_at(machine, other)
    if correction.link is None or second is None or second.id == first.id:
        return result
    return _with_link(result, machine, correction, first.id, second.id)


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
