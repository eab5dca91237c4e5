"""Builds articles for the tests of the analysis: one paragraph a line, no reader needed."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from according.domain.article import Article, Block, BlockKind
from according.domain.spans import Span


def article_of(*paragraphs: str, headline: str | None = None) -> Article:
    """An article of paragraphs, after a headline if one is given."""
    lines = ([headline] if headline else []) + list(paragraphs)
    blocks: list[Block] = []
    start = 0
    for line in lines:
        kind = BlockKind.HEADLINE if headline and not blocks else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    text = "\n".join(lines)
    digest = sha256(text.encode()).hexdigest()
    return Article(text, tuple(blocks), headline, (), date(2024, 3, 5), None, "en", digest)


def span_of(article: Article, words: str, *, nth: int = 0) -> Span:
    """Where the nth occurrence of some words stands in an article's text."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))
