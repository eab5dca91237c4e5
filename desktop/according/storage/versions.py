"""Which stored article a newly opened one is a version of."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from according.domain.article import Article, BlockKind
from according.storage.forms import article_of
from according.storage.schema import ArticleRow, ParagraphRow

CANDIDATES = 5
"""Stored articles compared paragraph by paragraph: those that share most, then of one headline."""

_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST})
_WORD = re.compile(r"\w+")
_RUN = 3  # words in a row by which a reworded paragraph is known again

Run = tuple[str, ...]


def fingerprints(article: Article) -> frozenset[str]:
    """A hash of each paragraph's words, typography and case apart.

    Of an article without paragraphs, of whatever is read in it. Folded blocks do not count: one
    appeal for donations stands under every article of its paper.
    """
    joined = (" ".join(words) for words in _paragraphs(article))
    return frozenset(hashlib.sha256(one.encode()).hexdigest()[:32] for one in joined)


def keep_fingerprints(session: Session, id: int, prints: frozenset[str]) -> None:
    """Make `prints` the fingerprints of a stored article."""
    session.execute(delete(ParagraphRow).where(ParagraphRow.article_id == id))
    session.add_all(ParagraphRow(article_id=id, hash=one) for one in sorted(prints))


def earlier_version(
    session: Session, article: Article, prints: frozenset[str]
) -> ArticleRow | None:
    """The stored article of the same address, or that shares at least half of the paragraphs.

    Half is counted of both articles together: a report that takes up a part of a long one is not
    the long one over again. A paragraph that was reworded is shared as long as half of its runs of
    three words still stand; those are looked at only where a paragraph or the headline is the same.
    """
    newest = (ArticleRow.opened.desc(), ArticleRow.id.desc())
    if article.address is not None:
        same = select(ArticleRow).where(ArticleRow.address == article.address).order_by(*newest)
        if (row := session.scalars(same).first()) is not None:
            return row
    likely: list[ArticleRow] = [row for row, _ in session.execute(_sharing(prints))]
    if article.title is not None:
        named = select(ArticleRow).where(ArticleRow.title == article.title).order_by(*newest)
        likely += session.scalars(named.limit(CANDIDATES))
    for row in dict.fromkeys(likely):
        stored = article_of(
            row.form, text=row.text, sha256=row.sha256, title=row.title, address=row.address
        )
        if half_shared(article, stored):
            return row
    return None


def half_shared(one: Article, other: Article) -> bool:
    """Whether at least half of the paragraphs of both are shared, some of them reworded."""
    first, second = _runs(one), _runs(other)
    where: dict[Run, list[int]] = {}
    for index, runs in enumerate(second):
        for run in runs:
            where.setdefault(run, []).append(index)
    left = set(range(len(second)))
    for runs in first:
        common = Counter(index for run in runs for index in where.get(run, ()) if index in left)
        for index, count in common.most_common(1):
            if 4 * count >= len(runs) + len(second[index]):
                left.remove(index)
    shared = len(second) - len(left)
    return shared > 0 and 4 * shared >= len(first) + len(second)


def _paragraphs(article: Article) -> list[list[str]]:
    """The words of each paragraph that has any."""
    story = list(article.story())
    blocks = [block for block in story if block.kind in _PARAGRAPHS] or story
    words = (_WORD.findall(article.of(one).casefold()) for one in blocks)
    return [one for one in words if one]


def _runs(article: Article) -> list[frozenset[Run]]:
    """The runs of three words of each paragraph; of a shorter one, all of it."""
    return [
        frozenset(
            tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))
        )
        for words in _paragraphs(article)
    ]


def _sharing(prints: frozenset[str]) -> Select[ArticleRow, int]:
    """The articles that have most of `prints`, with how many they have."""
    # One JSON array rather than a variable for each hash, of which SQLite allows so many only.
    array = "[" + ",".join(f'"{one}"' for one in sorted(prints)) + "]"
    count = func.count().label("count")
    return (
        select(ArticleRow, count)
        .join(ParagraphRow, ParagraphRow.article_id == ArticleRow.id)
        .where(ParagraphRow.hash.in_(select(func.json_each(array).table_valued("value").c.value)))
        .group_by(ArticleRow.id)
        .order_by(count.desc(), ArticleRow.opened.desc(), ArticleRow.id.desc())
        .limit(CANDIDATES)
    )
