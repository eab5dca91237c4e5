"""Hand work on entities of other articles that would fit this one: offered, never done unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from according.domain.analysis import Analysis
from according.domain.entities import Entity
from according.domain.notes import Correction, CorrectionKind


@dataclass(frozen=True, slots=True)
class Offer:
    """What the reader did elsewhere with an entity of this name.

    `kind` is that of the correction; `entity` the id of the entity here; `said` the name or kind
    that it would get, or the name of the entity with the id `other` that it would be joined with.
    """

    kind: CorrectionKind
    entity: str
    said: str
    other: str | None = None


def offers(analysis: Analysis, elsewhere: Sequence[Correction]) -> tuple[Offer, ...]:
    """What fits of the hand work in other articles, given oldest first; the newest word counts.

    A name that two entities share fits neither.
    """
    named: dict[str, list[Entity]] = {}
    for entity in analysis.entities:
        named.setdefault(_folded(entity.name), []).append(entity)
    alone = {name: found[0] for name, found in named.items() if len(found) == 1}
    made: dict[tuple[CorrectionKind, str], Offer] = {}
    for correction in elsewhere:
        offer = _offer(correction, alone)
        if offer is not None:
            made[offer.kind, offer.entity] = offer
    return tuple(one for one in made.values() if _needed(one, analysis))


def _offer(correction: Correction, alone: dict[str, Entity]) -> Offer | None:
    kind, names = correction.kind, correction.names
    if len(names) < 2:  # what it was called before is not known
        return None
    if kind is CorrectionKind.MERGE_ENTITIES:
        entity, kept = (alone.get(_folded(name)) for name in names[:2])
        if entity is None or kept is None or entity.id == kept.id:
            return None
        return Offer(kind, entity.id, kept.name, kept.id)
    if kind in {CorrectionKind.RENAME_ENTITY, CorrectionKind.SET_ENTITY_KIND}:
        entity = alone.get(_folded(names[1]))
        return None if entity is None else Offer(kind, entity.id, names[0])
    return None


def _needed(offer: Offer, analysis: Analysis) -> bool:
    entity = analysis.entity(offer.entity)
    return offer.said not in (entity.name, entity.kind.value)


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()
