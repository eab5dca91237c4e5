"""The analysis of an article: entities, sources, claims, links, and who produced it."""

from __future__ import annotations

from dataclasses import dataclass

from according.domain.claims import Claim, Link
from according.domain.entities import Entity
from according.domain.sources import Source

LEARNED = "attribution model"
"""How the component that a learned attribution model is begins; its own name follows."""


@dataclass(frozen=True, slots=True)
class Producer:
    """Which program, model and stages made an analysis."""

    version: str
    model: str
    components: tuple[str, ...]

    @property
    def learned(self) -> bool:
        """Whether a learned model took part in finding who says what, or the rules were alone."""
        return any(component.startswith(LEARNED) for component in self.components)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the source summary; `claims` are the ids it counts, none for connecting words."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the machine reads out of one article; faults of the text are `warnings`."""

    producer: Producer
    entities: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The source summary as one paragraph."""
        return "".join(phrase.text for phrase in self.phrases)

    def entity(self, id: str) -> Entity:
        return next(entity for entity in self.entities if entity.id == id)

    def source(self, id: str) -> Source:
        return next(source for source in self.sources if source.id == id)

    def claim(self, id: str) -> Claim:
        return next(claim for claim in self.claims if claim.id == id)

    def claims_by(self, source: str) -> tuple[Claim, ...]:
        """The claims a source makes, alone or jointly."""
        return tuple(claim for claim in self.claims if source in claim.sources)

    def claims_via(self, source: str) -> tuple[Claim, ...]:
        """The claims a source passes on."""
        return tuple(claim for claim in self.claims if any(source in step for step in claim.via))
