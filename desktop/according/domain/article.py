"""The article: one canonical text, whose blocks are spans of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from according.domain.spans import Span

if TYPE_CHECKING:
    from datetime import date


class BlockKind(StrEnum):
    """What a block of the page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST = "list"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


READ_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.LIST,
        BlockKind.CAPTION,
    }
)
"""The kinds of block that belong to the story and are analysed."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, caption or list item; `reason` says why it is folded, if it is."""

    kind: BlockKind
    span: Span
    reason: str | None = None

    @property
    def folded(self) -> bool:
        return self.kind is BlockKind.BOILERPLATE


@dataclass(frozen=True, slots=True)
class Article:
    """What is read.

    `text` is the blocks joined by one newline each, normalised by the reader and never again; only
    a text taken as it is (`--as-is`) may have other characters between its blocks. All offsets are
    code points of `text`. `published` is a `datetime` with its zone where a time is printed, else
    a `date`. `sha256` is that of the original bytes.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    byline: tuple[str, ...]
    published: date | None
    publisher: str | None
    language: str | None
    sha256: str
    address: str | None = None

    @property
    def foreign(self) -> bool:
        """Whether the article is surely not in English, so that it is read but not analysed."""
        return self.language not in {None, "en"}

    def of(self, block: Block) -> str:
        """The text of one block."""
        return block.span.of(self.text)

    def story(self) -> Iterator[Block]:
        """The blocks that are analysed, in order."""
        return (block for block in self.blocks if block.kind in READ_KINDS)

    def block_at(self, position: int) -> Block | None:
        """The block that holds a code point, or that ends there."""
        for block in self.blocks:
            if block.span.start <= position <= block.span.end:
                return block
        return None
