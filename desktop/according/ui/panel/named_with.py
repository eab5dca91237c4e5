"""Who else is named in the claims that have to do with an entity."""

from __future__ import annotations

from collections import Counter

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import Entity, EntityKind

NOBODY = {EntityKind.DATE, EntityKind.QUANTITY}
"""Kinds that stand in many claims and say nothing about who has to do with whom."""


def named_with(analysis: Analysis, entity: Entity) -> tuple[tuple[Entity, int], ...]:
    """The entities that share claims with one, as named or as saying it; most claims first."""
    speakers = {one.id: one.entity for one in analysis.sources}
    counts: Counter[str] = Counter()
    for claim in analysis.claims:
        ids = _named(claim, speakers)
        if entity.id in ids:
            counts.update(ids)
    others = (
        (one, counts[one.id])
        for one in analysis.entities
        if counts[one.id] and one.id != entity.id and one.kind not in NOBODY
    )
    return tuple(sorted(others, key=lambda one: -one[1]))


def _named(claim: Claim, speakers: dict[str, str | None]) -> set[str]:
    saying = (speakers.get(one) for one in claim.sources)
    return {*claim.entities, *(one for one in saying if one is not None)}
