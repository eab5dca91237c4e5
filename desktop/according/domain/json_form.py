"""The machine-readable form of an analysis: plain dicts and lists, as other programs read it.

The form is a contract (`resources/schema/analysis-1.schema.json`): every field is present, what is
not known is None, and what there is none of is an empty list. Fields may be added; none may change
its meaning without a new schema name. Offsets are half-open, in code points of `article.text`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from according.domain.analysis import Analysis, Phrase, Producer
from according.domain.article import Article, Block
from according.domain.claims import (
    Attribution,
    Certainty,
    Claim,
    Directness,
    Distance,
    DistanceKind,
    Level,
    Likelihood,
    Link,
    LinkKind,
    Quotation,
    Stance,
    Standing,
    Status,
    Voice,
)
from according.domain.entities import Entity, EntityKind, Mention
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.domain.spans import Span, Spans

SCHEMA = "according/analysis/1"

Form = dict[str, Any]


def to_json(article: Article, analysis: Analysis, *, file: str) -> Form:
    """The form of one analysed article; `file` is the argument as it was given."""
    return {
        "schema": SCHEMA,
        "file": file,
        "producer": {
            "version": analysis.producer.version,
            "model": analysis.producer.model,
            "components": list(analysis.producer.components),
        },
        "article": _article(article),
        "entities": [_entity(entity) for entity in analysis.entities],
        "sources": [_source(source) for source in analysis.sources],
        "claims": [_claim(claim) for claim in analysis.claims],
        "links": [_link(link) for link in analysis.links],
        "summary": analysis.summary,
        "phrases": [
            {"text": phrase.text, "claims": list(phrase.claims)} for phrase in analysis.phrases
        ],
        "warnings": list(analysis.warnings),
    }


def from_json(form: Mapping[str, Any]) -> Analysis:
    """The analysis a form holds; what older forms lack of the added fields gets its default."""
    producer = form["producer"]
    summary = (Phrase(form["summary"]),) if form["summary"] else ()
    return Analysis(
        producer=Producer(
            version=producer["version"],
            model=producer["model"],
            components=tuple(producer["components"]),
        ),
        entities=tuple(_read_entity(one) for one in form["entities"]),
        sources=tuple(_read_source(one) for one in form["sources"]),
        claims=tuple(_read_claim(one) for one in form["claims"]),
        links=tuple(_read_link(one) for one in form["links"]),
        phrases=(
            tuple(Phrase(one["text"], tuple(one["claims"])) for one in form["phrases"])
            if "phrases" in form
            else summary
        ),
        warnings=tuple(form["warnings"]),
    )


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _steps(steps: Sequence[Spans]) -> list[list[list[int]]]:
    return [_pairs(step) for step in steps]


def _article(article: Article) -> Form:
    return {
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published.isoformat() if article.published else None,
        "publisher": article.publisher,
        "language": article.language,
        "sha256": article.sha256,
        "address": article.address,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
    }


def _block(block: Block) -> Form:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "reason": block.reason,
    }


def _entity(entity: Entity) -> Form:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "description": entity.description,
        "described": _pairs((entity.described,))[0] if entity.described else None,
        "related": list(entity.related),
        "mentions": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "inferred": mention.inferred,
                "doubtful": mention.doubtful,
                "candidates": list(mention.candidates),
            }
            for mention in entity.mentions
        ],
    }


def _source(source: Source) -> Form:
    return {
        "id": source.id,
        "name": source.name,
        "entity": source.entity,
        "kind": source.kind.value,
        "named": source.named,
        "description": source.description,
        "catalogue": source.catalogue,
        "candidates": list(source.candidates),
        "notes": [
            {"field": note.field, "value": note.value, "as_of": note.as_of, "basis": note.basis}
            for note in source.notes
        ],
    }


def _claim(claim: Claim) -> Form:
    return {
        "id": claim.id,
        "content": _pairs(claim.content),
        "text": claim.text,
        "voice": claim.voice.value,
        "quotation": claim.quotation.value,
        "attribution": {
            "source": _pairs(claim.attribution.source),
            "cue": _pairs(claim.attribution.cue),
        },
        "sources": list(claim.sources),
        "via": [list(step) for step in claim.via],
        "certainty": _certainty(claim.certainty),
        "standing": [_standing(standing) for standing in claim.standing],
        "origins": claim.origins,
        "when": list(claim.when),
        "entities": list(claim.entities),
        "score": claim.score,
        "origin": claim.origin,
        "relays": _steps(claim.relays),
        "relay_cues": _steps(claim.relay_cues),
        "status": claim.status.value,
    }


def _certainty(certainty: Certainty) -> Form:
    likelihood = certainty.likelihood
    return {
        "level": certainty.level.value,
        "likelihood": {
            "words": _pairs(likelihood.words),
            "band": list(likelihood.band) if likelihood.band else None,
            "scale": likelihood.scale,
        },
        "confidence": {"words": _pairs(certainty.confidence)},
        "distance": {
            "words": _pairs(certainty.distance.words),
            "kind": certainty.distance.kind.value,
        },
    }


def _standing(standing: Standing) -> Form:
    return {
        "source": standing.source,
        "directness": standing.directness.value,
        "stance": standing.stance.value,
        "reason": standing.reason,
        "words": _pairs(standing.words),
    }


def _link(link: Link) -> Form:
    return {
        "kind": link.kind.value,
        "from": link.first,
        "to": link.second,
        "words": _pairs(link.words),
        "score": link.score,
        "status": link.status.value,
    }


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _read_entity(form: Mapping[str, Any]) -> Entity:
    described = form.get("described")
    return Entity(
        id=form["id"],
        name=form["name"],
        kind=EntityKind(form["kind"]),
        mentions=tuple(
            Mention(
                span=Span(one["start"], one["end"]),
                inferred=one["inferred"],
                doubtful=one["doubtful"],
                candidates=tuple(one["candidates"]),
            )
            for one in form["mentions"]
        ),
        description=form["description"],
        described=Span(*described) if described else None,
        related=tuple(form.get("related", ())),
    )


def _read_source(form: Mapping[str, Any]) -> Source:
    return Source(
        id=form["id"],
        name=form["name"],
        kind=SourceKind(form["kind"]),
        named=form["named"],
        entity=form["entity"],
        description=form["description"],
        catalogue=form["catalogue"],
        notes=tuple(
            ReliabilityNote(one["field"], one["value"], one["as_of"], one["basis"])
            for one in form["notes"]
        ),
        candidates=tuple(form.get("candidates", ())),
    )


def _read_claim(form: Mapping[str, Any]) -> Claim:
    return Claim(
        id=form["id"],
        content=_spans(form["content"]),
        text=form["text"],
        voice=Voice(form["voice"]),
        quotation=Quotation(form["quotation"]),
        attribution=Attribution(
            source=_spans(form["attribution"]["source"]), cue=_spans(form["attribution"]["cue"])
        ),
        sources=tuple(form["sources"]),
        via=tuple(tuple(step) for step in form["via"]),
        certainty=_read_certainty(form["certainty"]),
        standing=tuple(_read_standing(one) for one in form["standing"]),
        origins=form["origins"],
        when=tuple(form["when"]),
        entities=tuple(form["entities"]),
        score=form["score"],
        origin=form["origin"],
        relays=tuple(_spans(step) for step in form.get("relays", ())),
        relay_cues=tuple(_spans(step) for step in form.get("relay_cues", ())),
        status=Status(form.get("status", Status.SUGGESTED)),
    )


def _read_certainty(form: Mapping[str, Any]) -> Certainty:
    likelihood, distance = form["likelihood"], form["distance"]
    band = likelihood["band"]
    return Certainty(
        level=Level(form["level"]),
        likelihood=Likelihood(
            words=_spans(likelihood["words"]),
            band=(band[0], band[1]) if band else None,
            scale=likelihood["scale"],
        ),
        confidence=_spans(form["confidence"]["words"]),
        distance=Distance(words=_spans(distance["words"]), kind=DistanceKind(distance["kind"])),
    )


def _read_standing(form: Mapping[str, Any]) -> Standing:
    return Standing(
        source=form["source"],
        directness=Directness(form["directness"]),
        stance=Stance(form["stance"]),
        reason=form["reason"],
        words=_spans(form["words"]),
    )


def _read_link(form: Mapping[str, Any]) -> Link:
    return Link(
        kind=LinkKind(form["kind"]),
        first=form["from"],
        second=form["to"],
        words=_spans(form["words"]),
        score=form["score"],
        status=Status(form.get("status", Status.SUGGESTED)),
    )
