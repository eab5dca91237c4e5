"""A document of a word processor or an editor to a page: all of it is article."""

from __future__ import annotations

from according.domain.article import BlockKind
from according.readers import pasted
from according.readers.facts import Facts
from according.readers.markup import page_of_markup
from according.readers.page import Page

_HEAD = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE})
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def page_of_document(markup: str, facts: Facts) -> Page:
    """The page of a document that was turned into HTML; what it says of itself comes first."""
    page = _with_head(page_of_markup(markup, whole=True))
    return page._replace(
        title=facts.title or page.title,
        names=facts.names or page.names,
        published=facts.published or page.published,
        publisher=facts.publisher or page.publisher,
        language=facts.language or page.language,
        address=facts.address or page.address,
    )


def _with_head(page: Page) -> Page:
    """`page` with headline, byline and date line told from its lines, as on a pasted page."""
    if any(line.kind is BlockKind.HEADLINE for line in page.lines):
        return page
    told = pasted.take_apart("\n\n".join(line.text for line in page.lines))
    if len(told.lines) != len(page.lines):
        return page
    lines = [
        line._replace(kind=other.kind) if line.kind in _PLAIN and other.kind in _HEAD else line
        for line, other in zip(page.lines, told.lines, strict=True)
    ]
    first = next((at for at, line in enumerate(lines) if line.kind in _PLAIN), None)
    if told.title is None and first is not None and lines[first].kind is BlockKind.HEADING:
        lines[first] = lines[first]._replace(kind=BlockKind.HEADLINE)
    headline = next((line.text for line in lines if line.kind is BlockKind.HEADLINE), None)
    return page._replace(
        lines=tuple(lines),
        title=headline or page.title,
        names=page.names or told.names,
        published=page.published or told.published,
        publisher=page.publisher or told.publisher,
    )
