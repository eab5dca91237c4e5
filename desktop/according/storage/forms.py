"""Domain values as the plain dicts that the library's JSON columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from according.domain.anchoring import Selector
from according.domain.article import Article, Block, BlockKind
from according.domain.claims import LinkKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.spans import Span

Form = dict[str, Any]


def article_form(article: Article) -> Form:
    """All of an article but what has columns of its own: text, hash, title and address."""
    return {
        "byline": list(article.byline),
        "published": article.published.isoformat() if article.published else None,
        "publisher": article.publisher,
        "language": article.language,
        "blocks": [
            [block.kind.value, block.span.start, block.span.end, block.reason]
            for block in article.blocks
        ],
    }


def article_of(
    form: Mapping[str, Any], *, text: str, sha256: str, title: str | None, address: str | None
) -> Article:
    """The article of a form and its columns."""
    return Article(
        text=text,
        blocks=tuple(
            Block(BlockKind(kind), Span(start, end), reason)
            for kind, start, end, reason in form["blocks"]
        ),
        title=title,
        byline=tuple(form["byline"]),
        published=_moment(form["published"]),
        publisher=form["publisher"],
        language=form["language"],
        sha256=sha256,
        address=address,
    )


def correction_form(correction: Correction) -> Form:
    """What a correction says, without its id, kind and time."""
    return {
        "target": asdict(correction.target),
        "other": asdict(correction.other) if correction.other else None,
        "names": list(correction.names),
        "link": correction.link.value if correction.link else None,
    }


def correction_of(form: Mapping[str, Any], *, id: str, kind: str, created: datetime) -> Correction:
    """The correction of a form and its columns."""
    return Correction(
        id=id,
        kind=CorrectionKind(kind),
        target=Selector(**form["target"]),
        names=tuple(form["names"]),
        link=LinkKind(form["link"]) if form["link"] else None,
        other=Selector(**form["other"]) if form["other"] else None,
        created=created,
    )


def _moment(printed: str | None) -> date | None:
    """A date or, where a time was printed, a time with its zone."""
    if printed is None:
        return None
    return datetime.fromisoformat(printed) if "T" in printed else date.fromisoformat(printed)
