"""A text taken as it is: each non-empty line a block, nothing cleaned, nothing folded."""

from __future__ import annotations

import re

from according.domain.article import Block, BlockKind
from according.domain.spans import Span
from according.readers import byline
from according.readers.head import is_dateline
from according.readers.lines import ends_sentence, title_cased

_LINE = re.compile(r"\S[^\n]*")

_HEADLINE_WORDS = range(3, 26)
_HEAD = 5
"""Lines under the headline among which a byline or date line is looked for."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The lines of `text` as blocks, white space at their ends left out of the spans."""
    spans = [
        Span(match.start(), match.start() + len(match[0].rstrip()))
        for match in _LINE.finditer(text)
    ]
    lines = [span.of(text) for span in spans]
    kinds = [BlockKind.PARAGRAPH] * len(spans)
    if is_headline(lines):
        kinds[0] = BlockKind.HEADLINE
        for at in range(1, min(_HEAD + 1, len(lines) - 1)):
            kinds[at] = _head_kind(lines, at)
    return tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))


def is_headline(lines: list[str]) -> bool:
    """Whether the first line heads the rest: short, no full stop, and longer text follows."""
    if len(lines) < 2:
        return False
    first = lines[0]
    return (
        first.count(" ") + 1 in _HEADLINE_WORDS
        and (not ends_sentence(first) or first.endswith("?") or title_cased(first))
        and not byline.led_by(first)
        and is_dateline(first) is None
        and any(len(line) > len(first) and ends_sentence(line) for line in lines[1 : _HEAD + 3])
    )


def _head_kind(lines: list[str], at: int) -> BlockKind:
    line = lines[at]
    if byline.led_by(line) and byline.names_in(line) and not ends_sentence(line):
        return BlockKind.BYLINE
    if is_dateline(line) is not None:
        return BlockKind.DATELINE
    beside = at + 1 < len(lines) and is_dateline(lines[at + 1]) is not None
    if beside and byline.names_in(line):
        return BlockKind.BYLINE
    return BlockKind.PARAGRAPH
