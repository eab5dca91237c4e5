"""The rows of the page: which blocks are shown, the line of metadata, and what is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from according.domain.article import Article, Block, BlockKind
from according.domain.expressions import Expression
from according.domain.spans import Span

_LIKE_FOR_LIKE = str.maketrans(
    {
        "\n": " ",
        "\r": " ",
        "\u2029": " ",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\0": "\ufffd",
    }
)
"""What Qt would take as the end of a paragraph or as an object, each replaced by one character."""

_ZONE = Expression(
    r"\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:(?i:[ap]\.?m\b\.?)\s*)?\(?(?!(?:[AP]M|ON)\b)([A-Z]{2,5})\b"
)
_METADATA = (BlockKind.BYLINE, BlockKind.DATELINE)


class RowKind(StrEnum):
    """What a row of the page is."""

    BLOCK = "block"
    METADATA = "metadata"
    FOLDED = "folded"
    UNFOLDED = "unfolded"


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the page.

    A BLOCK shows the article's `span` (code points), in the style of `shape`. A METADATA row is
    made of the article's particulars, of which the first `lead` characters are the authors. FOLDED
    stands for boilerplate, UNFOLDED heads boilerplate that is shown, of which the last row
    `closes`; `blocks` are indexes into `Article.blocks`.
    """

    kind: RowKind
    text: str
    blocks: tuple[int, ...] = ()
    span: Span | None = None
    shape: BlockKind = BlockKind.PARAGRAPH
    lead: int = 0
    closes: bool = False

    @property
    def of_fold(self) -> bool:
        """Whether a click on this row folds or unfolds."""
        return self.kind in (RowKind.FOLDED, RowKind.UNFOLDED)


def rows_of(article: Article, unfolded: frozenset[int] = frozenset()) -> tuple[Row, ...]:
    """The rows that show `article`, with the boilerplate blocks of these indexes opened."""
    rows: list[Row] = []
    metadata = metadata_row(article)
    # To look for a character in a text is far quicker than to translate it. A line feed stands
    # between two blocks anyway.
    found = (mark for mark in map(chr, _LIKE_FOR_LIKE) if mark in article.text)
    alone = article.text.count("\n") < len(article.blocks)
    odd = "".join(mark for mark in found if mark != "\n" or not alone)
    place = _metadata_place(article)
    for index, group in _groups(article, unfolded):
        if metadata is not None and index >= place:
            rows.append(metadata)
            metadata = None
        rows.extend(_rows_of_group(article, group, unfolded, odd))
    return (*rows, metadata) if metadata is not None else tuple(rows)


def metadata_row(article: Article) -> Row | None:
    """Authors, publisher and date in one line; as printed where the reader could not tell."""
    authors = ", ".join(article.byline) or _printed(article, BlockKind.BYLINE)
    parts = [authors, article.publisher or "", _published(article)]
    text = " · ".join(part for part in parts if part)
    shown = tuple(i for i, block in enumerate(article.blocks) if block.kind in _METADATA)
    return Row(RowKind.METADATA, text, shown, lead=len(authors)) if text else None


def _published(article: Article) -> str:
    printed = _printed(article, BlockKind.DATELINE)
    if article.published is None:
        return printed
    day = article.published
    text = QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
    if isinstance(day, datetime):
        zone = _zone(day, printed)
        text = f"{text}, {day:%H:%M}" + (f"\u00a0{zone}" if zone else "")
    return text


def _zone(day: date, printed: str) -> str:
    """The zone as the page prints it, else by its name."""
    if found := _ZONE.search(printed):
        return found.group(1)
    name = (day.tzname() or "") if isinstance(day, datetime) else ""
    return "UTC" if name == "Z" else name


def _printed(article: Article, kind: BlockKind) -> str:
    lines = (article.of(block) for block in article.blocks if block.kind is kind)
    return ", ".join(" ".join(line.split()) for line in lines)


def _metadata_place(article: Article) -> int:
    """The index of the first block that stands below the headline and the standfirst."""
    kinds = [block.kind for block in article.blocks]
    heads = [i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE]
    if not heads:
        return 0
    place = heads[0] + 1
    while place < len(kinds) and kinds[place] in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
        place += 1
    return place


def _groups(
    article: Article, unfolded: frozenset[int]
) -> Iterator[tuple[int, Sequence[tuple[int, Block]]]]:
    """Runs of boilerplate in one state, other blocks alone; a byline within parts no run."""
    shown = [
        (index, block) for index, block in enumerate(article.blocks) if block.kind not in _METADATA
    ]
    for folded, run in groupby(shown, key=lambda one: (one[1].folded, one[0] in unfolded)):
        blocks = list(run)
        if folded[0]:
            yield blocks[0][0], blocks
        else:
            yield from ((index, [(index, block)]) for index, block in blocks)


def _rows_of_group(
    article: Article, group: Sequence[tuple[int, Block]], unfolded: frozenset[int], odd: str
) -> Iterator[Row]:
    index, first = group[0]
    if first.folded:
        blocks = tuple(index for index, _ in group)
        opened = index in unfolded
        kind = RowKind.UNFOLDED if opened else RowKind.FOLDED
        yield Row(kind, _fold_text([block for _, block in group], opened=opened), blocks)
        if not opened:
            return
    for number, block in group:
        text = article.of(block)
        if any(mark in text for mark in odd):
            text = text.translate(_LIKE_FOR_LIKE)
        closes = block.folded and number == group[-1][0]
        yield Row(RowKind.BLOCK, text, (number,), block.span, block.kind, closes=closes)


def _fold_text(blocks: Sequence[Block], *, opened: bool) -> str:
    reasons = ", ".join(dict.fromkeys(block.reason for block in blocks if block.reason))
    if opened:
        one = QCoreApplication.translate("Page", "1 paragraph unfolded")
        many = QCoreApplication.translate("Page", "{count} paragraphs unfolded")
    else:
        one = QCoreApplication.translate("Page", "1 paragraph folded")
        many = QCoreApplication.translate("Page", "{count} paragraphs folded")
    said = one if len(blocks) == 1 else many.format(count=len(blocks))
    marker = "▾" if opened else "▸"
    return f"{marker} {said}: {reasons}" if reasons else f"{marker} {said}"
