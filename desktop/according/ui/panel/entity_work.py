"""The reader's own work on who is who, as far as it stands on one entity; and its wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from according.domain.analysis import Analysis
from according.domain.anchoring import find_all
from according.domain.entities import Entity, Mention
from according.domain.entity_corrections import entity_at
from according.domain.notes import ENTITY_KINDS, Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span


@dataclass(frozen=True, slots=True)
class EntityWork:
    """The corrections that made an entity what it is; `meant` has them by the mention's span."""

    renamed: Correction | None = None
    kind: Correction | None = None
    joined: tuple[Correction, ...] = ()
    meant: Mapping[Span, Correction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which an entity is written, and where (code points)."""

    words: str
    mentions: tuple[Mention, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(one.span for one in self.mentions)


def work_on(reading: Reading, analysis: Analysis, entity: Entity) -> EntityWork:
    """What the reader said of an entity; the last word of each kind that still holds."""
    renamed = kind = None
    joined: list[Correction] = []
    meant: dict[Span, Correction] = {}
    for correction, place in _standing_on(reading, analysis, entity):
        said = correction.names[0] if correction.names else ""
        if correction.kind is CorrectionKind.RENAME_ENTITY and said == entity.name:
            renamed = correction
        elif correction.kind is CorrectionKind.SET_ENTITY_KIND and said == entity.kind.value:
            kind = correction
        elif correction.kind is CorrectionKind.MERGE_ENTITIES:
            joined.append(correction)
        elif correction.kind is CorrectionKind.SET_MENTION:
            meant[place] = correction
    return EntityWork(renamed, kind, tuple(joined), meant)


def first_name(reading: Reading, analysis: Analysis, entity: Entity) -> str:
    """The name that the program gave an entity, by which it is known in other articles too."""
    for correction, _ in _standing_on(reading, analysis, entity):
        if correction.kind is CorrectionKind.RENAME_ENTITY and len(correction.names) > 1:
            return correction.names[1]
    return entity.name


def surest_mention(entity: Entity) -> Mention:
    """The mention by which an entity is found again best: one that names it beyond doubt."""
    return min(entity.mentions, key=lambda one: (one.doubtful, one.inferred, one.span))


def wordings(entity: Entity, text: str) -> tuple[Wording, ...]:
    """The ways in which an entity is written, in the order of the text, blind to capitals."""
    found: dict[str, list[Mention]] = {}
    for mention in entity.mentions:
        found.setdefault(_words(mention, text).casefold(), []).append(mention)
    return tuple(Wording(_words(same[0], text), tuple(same)) for same in found.values())


def wording_of(entity: Entity, span: Span, text: str) -> Wording:
    """All mentions of an entity that are written as the one at `span`."""
    return next(one for one in wordings(entity, text) if span in one.spans)


def _words(mention: Mention, text: str) -> str:
    return " ".join(mention.span.of(text).split())


def _standing_on(
    reading: Reading, analysis: Analysis, entity: Entity
) -> Sequence[tuple[Correction, Span]]:
    """The corrections of who is who whose passage means `entity` now, oldest first."""
    work = [one for one in reading.corrections if one.kind in ENTITY_KINDS]
    if not work:
        return ()
    places = find_all(reading.article.text, [one.target for one in work])
    return [
        (correction, place.span)
        for correction, place in zip(work, places, strict=True)
        if place is not None and _means(analysis, place.span, entity)
    ]


def _means(analysis: Analysis, place: Span, entity: Entity) -> bool:
    if not any(mention.span.overlaps(place) for mention in entity.mentions):
        return False
    found = entity_at(analysis, place)
    return found is not None and found.id == entity.id
