"""Finds the entities that are named at a place or within a passage of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from according.domain.entities import Entity, EntityKind, Mention
from according.domain.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the entity it names."""

    mention: Mention
    entity: Entity


class Mentions:
    """All mentions of an article by place; offsets are code points of the article."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self._by_id = {entity.id: entity for entity in self.entities}
        self._named = sorted(
            (Named(mention, entity) for entity in self.entities for mention in entity.mentions),
            key=lambda named: (named.mention.span, named.entity.id),
        )
        self._starts = [named.mention.span.start for named in self._named]
        self._longest = max((len(named.mention.span) for named in self._named), default=0)

    def entity(self, id: str) -> Entity | None:
        return self._by_id.get(id)

    def over(self, span: Span) -> tuple[Named, ...]:
        """The mentions that overlap `span`, in text order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        return tuple(
            named for named in self._named[first:last] if named.mention.span.overlaps(span)
        )

    def within(self, spans: Spans) -> tuple[Named, ...]:
        """The mentions that overlap any of `spans`, in text order."""
        return tuple(named for span in spans for named in self.over(span))

    def at(self, span: Span, *, inside: Span | None = None) -> Named | None:
        """The longest mention over `span`, of those inside a wider span if one is given."""
        found = [
            named
            for named in self.over(span)
            if inside is None or inside.contains(named.mention.span)
        ]
        return max(found, key=lambda named: len(named.mention.span), default=None)

    def related(self, entity: Entity) -> tuple[Entity, ...]:
        """An entity and those that belong together with it, such as a country and its people."""
        ids = dict.fromkeys((entity.id, *entity.related))
        ids |= dict.fromkeys(other.id for other in self.entities if entity.id in other.related)
        return tuple(self._by_id[one] for one in ids if one in self._by_id)

    def places(self, spans: Spans) -> dict[str, Span]:
        """The places that are named within `spans`, also by their people, and where."""
        found: dict[str, Span] = {}
        for named in self.within(spans):
            if named.entity.kind in {EntityKind.PLACE, EntityKind.GROUP}:
                for entity in self.related(named.entity):
                    if entity.kind is EntityKind.PLACE:
                        found.setdefault(entity.id, named.mention.span)
        return found
