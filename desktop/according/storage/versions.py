"""Which stored article a newly opened one is a version of."""

from __future__ import annotations

import hashlib
import re

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from according.domain.article import Article, BlockKind
from according.storage.schema import ArticleRow, ParagraphRow

_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST})
_WORD = re.compile(r"\w+")


def fingerprints(article: Article) -> frozenset[str]:
    """A hash of each paragraph's words, typography and case apart.

    Of an article without paragraphs, of whatever is read in it. Folded blocks do not count: one
    appeal for donations stands under every article of its paper.
    """
    story = list(article.story())
    paragraphs = [block for block in story if block.kind in _PARAGRAPHS] or story
    words = (" ".join(_WORD.findall(article.of(one).casefold())) for one in paragraphs)
    return frozenset(hashlib.sha256(one.encode()).hexdigest()[:32] for one in words if one)


def keep_fingerprints(session: Session, id: int, prints: frozenset[str]) -> None:
    """Make `prints` the fingerprints of a stored article."""
    session.execute(delete(ParagraphRow).where(ParagraphRow.article_id == id))
    session.add_all(ParagraphRow(article_id=id, hash=one) for one in sorted(prints))


def earlier_version(
    session: Session, article: Article, prints: frozenset[str]
) -> ArticleRow | None:
    """The stored article of the same address, or that shares at least half of the paragraphs.

    Half of both: a report that takes up half of a long one is not the long one over again.
    """
    if article.address is not None:
        same = session.scalars(
            select(ArticleRow)
            .where(ArticleRow.address == article.address)
            .order_by(ArticleRow.opened.desc(), ArticleRow.id.desc())
        ).first()
        if same is not None:
            return same
    return _sharing_half(session, prints)


def _sharing_half(session: Session, prints: frozenset[str]) -> ArticleRow | None:
    # One JSON array rather than a variable for each hash, of which SQLite allows so many only.
    wanted = select(func.json_each(_json_array(prints)).table_valued("value").c.value)
    shared = (
        select(ParagraphRow.article_id, func.count().label("count"))
        .where(ParagraphRow.hash.in_(wanted))
        .group_by(ParagraphRow.article_id)
        .subquery()
    )
    total = (
        select(func.count()).where(ParagraphRow.article_id == shared.c.article_id).scalar_subquery()
    )
    return session.scalars(
        select(ArticleRow)
        .join(shared, shared.c.article_id == ArticleRow.id)
        .where(2 * shared.c.count >= func.max(total, len(prints)))
        .order_by(shared.c.count.desc(), ArticleRow.opened.desc(), ArticleRow.id.desc())
    ).first()


def _json_array(prints: frozenset[str]) -> str:
    return "[" + ",".join(f'"{one}"' for one in sorted(prints)) + "]"
