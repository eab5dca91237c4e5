"""Reads claims out of lines of text, as words rather than spans, for the tests of attribution."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language

from according.analysis.attribution.certainty import judge
from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Draft
from according.analysis.passages import parse
from according.domain.claims import Certainty
from according.domain.spans import Spans, text_of
from tests.unit.analysis.articles import article_of

WORDS = load_words()


@dataclass(frozen=True)
class Said:
    """A draft in words: pieces of content joined by " … "."""

    text: str
    source: str
    speakers: tuple[str, ...]
    cue: str
    via: tuple[tuple[str, ...], ...]
    draft: Draft
    certainty: Certainty
    hedges: tuple[str, ...]
    confidence: tuple[str, ...]
    distance: tuple[str, ...]

    @property
    def level(self) -> str:
        return self.certainty.level.value


def claims(nlp: Language, *paragraphs: str, headline: str | None = None) -> list[Said]:
    """All claims of an article, in text order."""
    article = article_of(*paragraphs, headline=headline)
    parsed = parse(nlp, article)
    quotations, _ = find_quotations(parsed)

    def words(spans: Spans) -> tuple[str, ...]:
        return tuple(span.of(article.text) for span in spans)

    found = []
    for draft in find_drafts(parsed, quotations, WORDS):
        certainty = judge(parsed, draft, WORDS)
        found.append(
            Said(
                text=text_of(draft.content, article.text),
                source=text_of(draft.source, article.text),
                speakers=words(draft.speakers),
                cue=text_of(draft.cue, article.text),
                via=tuple(words(relay.relays) for relay in draft.relays),
                draft=draft,
                certainty=certainty,
                hedges=words(certainty.likelihood.words),
                confidence=words(certainty.confidence),
                distance=words(certainty.distance.words),
            )
        )
    return found


def only(nlp: Language, *paragraphs: str, headline: str | None = None) -> Said:
    """The one claim of an article that has no other."""
    (claim,) = claims(nlp, *paragraphs, headline=headline)
    return claim
