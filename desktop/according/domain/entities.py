"""Entities: who and what the article names, each with all its mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.domain.spans import Span


class EntityKind(StrEnum):
    """The kinds an entity may have."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"
    LAW = "law"
    PRODUCT = "product"
    FACILITY = "facility"
    DATE = "date"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names an entity.

    `inferred`: it is no name (a role, a pronoun, a capital for its government). `doubtful`: the
    name fits several entities, of which `candidates` holds the ids of the others.
    """

    span: Span
    inferred: bool = False
    doubtful: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named; `description` is in the article's words, from `described`.

    `related` holds ids of entities that are kept apart but belong together (North Korean and
    North Korea).
    """

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    description: str | None = None
    described: Span | None = None
    related: tuple[str, ...] = ()
