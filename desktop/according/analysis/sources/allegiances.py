"""Whom a source speaks for: itself, and the states it serves as far as article or catalogue say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from according.analysis.drafts import Draft, Parsed
from according.analysis.sources.catalogue import Catalogue
from according.analysis.sources.find import Resolved
from according.analysis.sources.mentions import Mentions
from according.domain.entities import EntityKind
from according.domain.sources import OUTLETS, Source, SourceKind
from according.domain.spans import Span

SERVING = frozenset(
    {
        SourceKind.OFFICIAL,
        SourceKind.GOVERNMENT_BODY,
        SourceKind.MILITARY_OR_INTELLIGENCE,
    }
)
"""Kinds whose description names the state they serve ("South Korea's defence minister")."""

_SPEAKING = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.UNNAMED_GROUP})

STATE_CONTROLLED = "state-controlled"

Allegiance = Mapping[str, Span | None]
"""Ids of entities a source speaks for, each with the article's words for it, if there are any."""


def allegiances(
    parsed: Parsed,
    drafts: Sequence[Draft],
    resolved: Sequence[Resolved],
    sources: Sequence[Source],
    mentions: Mentions,
    catalogue: Catalogue,
    voices: re.Pattern[str],
) -> dict[str, Allegiance]:
    """For each source the entities it speaks for; `voices` are the roles that speak for a body."""
    printed = _printed(drafts, resolved)
    return {
        source.id: {
            **_allegiance(parsed, source, printed.get(source.id, ()), mentions, catalogue),
            **_body(parsed, source, printed.get(source.id, ()), mentions, voices),
        }
        for source in sources
    }


def _printed(drafts: Sequence[Draft], resolved: Sequence[Resolved]) -> dict[str, tuple[Span, ...]]:
    """The words by which each source is credited."""
    found: dict[str, dict[Span, None]] = {}
    for draft, who in zip(drafts, resolved, strict=True):
        speakers = draft.speakers or draft.source
        if len(speakers) == len(who.sources):
            for span, source in zip(speakers, who.sources, strict=True):
                found.setdefault(source, {})[span] = None
    return {source: tuple(spans) for source, spans in found.items()}


def _allegiance(
    parsed: Parsed,
    source: Source,
    printed: Sequence[Span],
    mentions: Mentions,
    catalogue: Catalogue,
) -> Allegiance:
    found: dict[str, Span | None] = {}
    entity = mentions.entity(source.entity) if source.entity is not None else None
    if entity is not None:
        found[entity.id] = None
    if source.kind in SERVING:
        described = (entity.described,) if entity is not None and entity.described else ()
        for span in (*described, *(_phrase(parsed, span) for span in printed)):
            states = mentions.places((span,))
            if states:
                # The first state of a phrase is the one served: "Ukraine's envoy to France".
                first = min(states, key=lambda state: (states[state].start, state))
                for state, place in states.items():
                    if place == states[first]:
                        found.setdefault(state, place)
                break
    entry = catalogue.entry(source.catalogue) if source.catalogue is not None else None
    if entry is not None and entry.country is not None and _serves(source, catalogue):
        for other in mentions.entities:
            if other.kind is EntityKind.PLACE and _same(other.name, entry.country):
                found.setdefault(other.id, None)
    return found


def _body(
    parsed: Parsed,
    source: Source,
    printed: Sequence[Span],
    mentions: Mentions,
    voices: re.Pattern[str],
) -> Allegiance:
    """The organisation for which a spokesman or a chief executive speaks."""
    if source.kind not in _SPEAKING:
        return {}
    entity = mentions.entity(source.entity) if source.entity is not None else None
    places = [_phrase(parsed, span) for span in printed]
    if entity is not None and entity.described is not None:
        places.append(entity.described)
    found: dict[str, Span | None] = {}
    for place in places:
        if voices.search(place.of(parsed.article.text)):
            for named in mentions.over(place):
                if named.entity.kind is EntityKind.ORGANISATION:
                    found.setdefault(named.entity.id, named.mention.span)
    if entity is None and " for " in source.name:
        body = source.name.split(" for ", 1)[1]
        for other in mentions.entities:
            if other.kind is EntityKind.ORGANISATION and other.name == body:
                found.setdefault(other.id, None)
    return found


def _serves(source: Source, catalogue: Catalogue) -> bool:
    """Whether the catalogue makes a source the voice of a state."""
    entry = catalogue.entry(source.catalogue or "")
    if entry is None:
        return False
    if source.kind not in OUTLETS:
        return source.kind in SERVING
    return any(
        fact.field == "relation to a state" and fact.value.startswith(STATE_CONTROLLED)
        for fact in entry.facts
    )


def _phrase(parsed: Parsed, span: Span) -> Span:
    """A speaker's words with what its head governs before them: "US secretary of state Foo"."""
    passage = parsed.passage_at(span.start)
    tokens = passage.tokens(span) if passage is not None else None
    if passage is None or tokens is None:
        return span
    left = passage.doc[tokens.root.left_edge.i]
    return Span(min(span.start, passage.span(left).start), span.end)


def _same(name: str, country: str) -> bool:
    known = {"US": "United States", "USA": "United States", "UK": "United Kingdom"}
    known["Britain"] = "United Kingdom"
    return known.get(name, name).removeprefix("the ") == country
