"""Finds in a new analysis what was chosen in the one before: numbers change, places do not."""

from __future__ import annotations

from dataclasses import replace

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.spans import Span, hull
from according.ui.workspace import Selection

LIKE = 0.5
"""Share of their letters that two contents have in common, from which they are the same claim."""


def followed(selection: Selection, before: Analysis, after: Analysis) -> Selection:
    """The choice as the analysis `after` numbers it.

    A claim that is no longer found leaves its passage chosen, so that the reader's place and the
    note in hand stay; where such a passage is a claim again, that claim is chosen.
    """
    if before.producer == after.producer:
        return _corrected(selection, before, after)
    now = replace(
        selection,
        claim=same_claim(selection.claim, before, after),
        entity=same_entity(selection.entity, before, after),
        source=same_source(selection.source, before, after),
    )
    if selection.claim is not None and now.claim is None and now.passage is None:
        lost = next((one for one in before.claims if one.id == selection.claim), None)
        return replace(now, passage=hull(lost.content) if lost else None)
    if selection == Selection(passage=selection.passage):
        again = next((one for one in after.claims if hull(one.content) == now.passage), None)
        if again is not None and all(hull(one.content) != now.passage for one in before.claims):
            return Selection(claim=again.id)
    return now


def _corrected(selection: Selection, before: Analysis, after: Analysis) -> Selection:
    """The choice where only the reader's corrections differ, which leave the claims' numbers alone.

    An entity that was joined with another is that one now; a mention that means somebody else
    takes the choice along.
    """
    place = selection.passage
    entity = _meant(place, before)
    if entity is not None and entity == selection.entity and before.entities != after.entities:
        entity = _meant(place, after)
    else:
        entity = _still(selection.entity, before, after)
        entity = entity or same_entity(selection.entity, before, after)
    source = selection.source
    if all(one.id != source for one in after.sources):
        source = same_source(source, before, after)
    return replace(selection, entity=entity, source=source)


def _still(id: str | None, before: Analysis, after: Analysis) -> str | None:
    """The id, if the entity that has it now has kept a mention of the one that had it."""
    places = {mention.span for one in before.entities if one.id == id for mention in one.mentions}
    now = next((one for one in after.entities if one.id == id), None)
    kept = now is not None and any(mention.span in places for mention in now.mentions)
    return id if kept else None


def _meant(place: Span | None, analysis: Analysis) -> str | None:
    """The id of the entity that has a mention at exactly this place."""
    return next(
        (
            one.id
            for one in analysis.entities
            if place is not None and any(mention.span == place for mention in one.mentions)
        ),
        None,
    )


def same_claim(id: str | None, before: Analysis, after: Analysis) -> str | None:
    """The id of the claim with the same content, or with the one most like it."""
    chosen = next((one for one in before.claims if one.id == id), None)
    if chosen is None:
        return None
    # Two claims may have one content, of different sources: then the number decides, if it can.
    found = max(
        after.claims,
        key=lambda one: (_likeness(one, chosen), one.id == chosen.id),
        default=None,
    )
    return found.id if found is not None and _likeness(found, chosen) >= LIKE else None


def same_entity(id: str | None, before: Analysis, after: Analysis) -> str | None:
    """The id of the entity that has the most mentions of the chosen one."""
    chosen = next((one for one in before.entities if one.id == id), None)
    if chosen is None:
        return None
    places = {mention.span for mention in chosen.mentions}
    shared = {
        one.id: len(places & {mention.span for mention in one.mentions}) for one in after.entities
    }
    found = max(shared, key=lambda one: (shared[one], one == id), default=None)
    return found if found is not None and shared[found] else None


def same_source(id: str | None, before: Analysis, after: Analysis) -> str | None:
    """The id of the source that is the same entity, or else has the same name."""
    chosen = next((one for one in before.sources if one.id == id), None)
    if chosen is None:
        return None
    entity = same_entity(chosen.entity, before, after)
    same = [
        one.id
        for one in after.sources
        if one.entity == entity and (entity is not None or one.name == chosen.name)
    ]
    return id if id in same else next(iter(same), None)


def _likeness(first: Claim, second: Claim) -> float:
    """How much two contents share, from 0 to 1."""
    one, other = _points(first.content), _points(second.content)
    return len(one & other) / len(one | other) if one | other else 0.0


def _points(content: tuple[Span, ...]) -> set[int]:
    return {point for span in content for point in range(span.start, span.end)}
