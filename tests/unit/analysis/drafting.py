"""Drafts, entities and claims made by hand from the words of an article."""

from __future__ import annotations

from collections.abc import Sequence

from according.analysis.drafts import Draft, Relay
from according.domain.article import Article
from according.domain.claims import (
    Attribution,
    Certainty,
    Claim,
    Level,
    Likelihood,
    Quotation,
    Standing,
    Voice,
)
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.spans import Span, text_of
from tests.unit.analysis.articles import span_of

At = str | tuple[str, int]
"""Words of an article, or words and which occurrence of them is meant."""


def draft_of(
    article: Article,
    content: At,
    *,
    by: At | None = None,
    speakers: Sequence[At] = (),
    cue: At | None = None,
    lemma: str = "say",
    via: Sequence[tuple[Sequence[At], At]] = (),
    quotation: Quotation = Quotation.INDIRECT,
    carried: bool = False,
    negated: bool = False,
) -> Draft:
    """A draft whose places are given by their words."""
    source = (_at(article, by),) if by is not None else ()
    return Draft(
        content=(_at(article, content),),
        quotation=quotation if cue is not None else Quotation.NONE,
        source=source,
        speakers=tuple(_at(article, one) for one in speakers) or source,
        cue=(_at(article, cue),) if cue is not None else (),
        lemma=lemma if cue is not None else "",
        relays=tuple(
            Relay(tuple(_at(article, one) for one in relays), (_at(article, words),))
            for relays, words in via
        ),
        carried=carried,
        negated=negated,
        origin="by hand",
    )


def entity_of(
    article: Article,
    id: str,
    name: str,
    kind: EntityKind,
    *mentions: At,
    inferred: Sequence[At] = (),
    description: str | None = None,
    related: tuple[str, ...] = (),
) -> Entity:
    """An entity with mentions given by their words, by default its name."""
    named = [Mention(_at(article, one)) for one in mentions or (name,)]
    named += [Mention(_at(article, one), inferred=True) for one in inferred]
    return Entity(
        id=id,
        name=name,
        kind=kind,
        mentions=tuple(sorted(named, key=lambda mention: mention.span)),
        description=description,
        described=span_of(article, description) if description is not None else None,
        related=related,
    )


def claim_of(
    article: Article,
    number: int,
    draft: Draft,
    *,
    sources: tuple[str, ...] = (),
    via: tuple[tuple[str, ...], ...] = (),
    level: Level = Level.ASSERTED,
    likelihood: At | None = None,
    standing: tuple[Standing, ...] = (),
) -> Claim:
    """The claim a draft becomes when these are its sources."""
    words = (_at(article, likelihood),) if likelihood is not None else ()
    return Claim(
        id=f"c{number}",
        content=draft.content,
        text=text_of(draft.content, article.text),
        voice=Voice.NARRATOR if draft.narrated else Voice.ATTRIBUTED,
        quotation=draft.quotation,
        attribution=Attribution(draft.source, draft.cue),
        sources=sources,
        via=via,
        certainty=Certainty(level=level, likelihood=Likelihood(words)),
        standing=standing,
        origins=1,
        when=(),
        entities=(),
        score=1.0,
        origin=draft.origin,
        relay_cues=tuple(relay.cue for relay in draft.relays),
    )


def _at(article: Article, place: At) -> Span:
    words, nth = place if isinstance(place, tuple) else (place, 0)
    return span_of(article, words, nth=nth)
