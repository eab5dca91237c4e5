"""Finds the entities of a written article with the drafts that its own sentences give."""

from __future__ import annotations

from spacy.language import Language

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.entities.find import find_entities
from according.analysis.passages import parse
from according.domain.article import Article
from according.domain.entities import Entity


def cast_of(nlp: Language, article: Article) -> dict[str, Entity]:
    """The entities by their names, of which no two may be alike."""
    parsed = parse(nlp, article)
    drafts = find_drafts(parsed, find_quotations(parsed)[0], load_words())
    entities = find_entities(parsed, drafts)
    by_name = {entity.name: entity for entity in entities}
    assert len(by_name) == len(entities)
    return by_name


def printed(article: Article, entity: Entity, *, inferred: bool | None = None) -> list[str]:
    """The words of an entity's mentions, all or only the inferred or uninferred ones."""
    return [
        mention.span.of(article.text)
        for mention in entity.mentions
        if inferred is None or mention.inferred is inferred
    ]
