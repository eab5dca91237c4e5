"""Reads whole short articles for the tests, with the real model, as names rather than ids."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from according.analysis.pipeline import Analyzer
from according.domain.analysis import Analysis
from according.domain.article import Article
from according.domain.claims import Claim, LinkKind, Standing
from according.domain.sources import Source
from tests.unit.analysis.articles import article_of


@cache
def analyzer() -> Analyzer:
    """One for all tests, so that the model is loaded once."""
    return Analyzer()


class Reading:
    """An article with its analysis; claims are found by words of their content."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.analysis: Analysis = analyzer().analyze(article)

    def claim(self, words: str) -> Claim:
        """The claim whose content has these words; the shortest of several."""
        found = [claim for claim in self.analysis.claims if words in claim.text]
        assert found, f"no claim has “{words}”: {[one.text for one in self.analysis.claims]}"
        return min(found, key=lambda claim: len(claim.text))

    def sources(self, words: str) -> list[Source]:
        return [self.analysis.source(id_) for id_ in self.claim(words).sources]

    def source(self, words: str) -> Source:
        (source,) = self.sources(words)
        return source

    def via(self, words: str) -> list[list[str]]:
        return [[self.analysis.source(one).name for one in step] for step in self.claim(words).via]

    def standing(self, words: str) -> Standing:
        (standing,) = self.claim(words).standing
        return standing

    def told(self, standing: Standing) -> list[str]:
        return [span.of(self.article.text) for span in standing.words]

    def answered(self, words: str) -> set[tuple[LinkKind, str]]:
        """The kinds of the links that start from a claim, each with the claim answered."""
        first = self.claim(words).id
        return {
            (link.kind, self.analysis.claim(link.second).text)
            for link in self.analysis.links
            if link.first == first
        }


def reading(*paragraphs: str, headline: str | None = None, publisher: str | None = None) -> Reading:
    """The reading of an article of these paragraphs."""
    return Reading(replace(article_of(*paragraphs, headline=headline), publisher=publisher))
