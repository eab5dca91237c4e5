"""Hand work on the page: blocks that the reader counts to the story, or does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from according.domain.anchoring import find_all
from according.domain.article import Article, Block, BlockKind
from according.domain.notes import Correction, CorrectionKind

MARKS = frozenset({CorrectionKind.MARK_BODY, CorrectionKind.MARK_BOILERPLATE})

BY_READER = "marked by you"
"""Why a block is folded that the reader took out of the story."""


def marked(article: Article, corrections: Sequence[Correction]) -> Article:
    """`article` with each block as the reader marked it last; text and places stay as they are.

    A block of the story that was marked as body stays what it was; a folded one becomes a
    paragraph. A mark whose passage is not found changes nothing.
    """
    marks = [one for one in corrections if one.kind in MARKS]
    if not marks:
        return article
    blocks = list(article.blocks)
    found = find_all(article.text, [one.target for one in marks])
    for mark, place in zip(marks, found, strict=True):
        if place is None:
            continue
        for index, block in enumerate(article.blocks):
            shared = min(block.span.end, place.span.end) - max(block.span.start, place.span.start)
            if 2 * shared > len(block.span):
                blocks[index] = _as_marked(block, mark.kind)
    return replace(article, blocks=tuple(blocks))


def _as_marked(block: Block, kind: CorrectionKind) -> Block:
    if kind is CorrectionKind.MARK_BOILERPLATE:
        return block if block.folded else Block(BlockKind.BOILERPLATE, block.span, BY_READER)
    return Block(BlockKind.PARAGRAPH, block.span) if block.folded else block
