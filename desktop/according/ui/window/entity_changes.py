"""What the reader says of who is who, as corrections that stand on mentions."""

from __future__ import annotations

from collections.abc import Sequence

from according.domain.analysis import Analysis
from according.domain.anchoring import Selector, describe, describe_all
from according.domain.entities import Entity, EntityKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.entity_work import first_name, surest_mention

Corrections = tuple[Correction, ...]


def renaming(reading: Reading, entity: str, name: str) -> Corrections:
    """The entity with this id has this name."""
    return _said(reading, entity, CorrectionKind.RENAME_ENTITY, name)


def setting_kind(reading: Reading, entity: str, kind: EntityKind) -> Corrections:
    """The entity with this id is of this kind."""
    return _said(reading, entity, CorrectionKind.SET_ENTITY_KIND, kind.value)


def joining(reading: Reading, entity: str, kept: str) -> Corrections:
    """The entity with the first id is the same as that with the second, which keeps its name."""
    analysis = reading.analysis
    one, other = _entity(analysis, entity), _entity(analysis, kept)
    if analysis is None or one is None or other is None or one.id == other.id:
        return ()
    names = (first_name(reading, analysis, one), first_name(reading, analysis, other))
    return (
        Correction(
            id="",
            kind=CorrectionKind.MERGE_ENTITIES,
            target=_place(reading, one),
            other=_place(reading, other),
            names=names,
        ),
    )


def meaning(reading: Reading, entity: str, mentions: Sequence[Span], name: str) -> Corrections:
    """Mentions of the entity with this id mean the one of this name, which may be a new one."""
    analysis = reading.analysis
    found = _entity(analysis, entity)
    if analysis is None or found is None:
        return ()
    names = (name, first_name(reading, analysis, found))
    return tuple(
        Correction(id="", kind=CorrectionKind.SET_MENTION, target=place, names=names)
        for place in describe_all(reading.article.text, mentions)
    )


def _said(reading: Reading, entity: str, kind: CorrectionKind, said: str) -> Corrections:
    analysis = reading.analysis
    found = _entity(analysis, entity)
    if analysis is None or found is None:
        return ()
    names = (said, first_name(reading, analysis, found))
    return (Correction(id="", kind=kind, target=_place(reading, found), names=names),)


def _entity(analysis: Analysis | None, id: str) -> Entity | None:
    entities = analysis.entities if analysis else ()
    return next((one for one in entities if one.id == id and one.mentions), None)


def _place(reading: Reading, entity: Entity) -> Selector:
    return describe(reading.article.text, surest_mention(entity).span)
