"""The passages that a span of the article touches, found by bisection."""

from __future__ import annotations

from bisect import bisect_right

from according.analysis.drafts import Parsed, Passage
from according.domain.spans import Span


def passages_over(parsed: Parsed, span: Span) -> tuple[Passage, ...]:
    """The passages that overlap `span`, in order."""
    first = bisect_right(parsed.passages, span.start, key=_start) - 1
    last = bisect_right(parsed.passages, span.end, key=_start)
    return tuple(
        passage
        for passage in parsed.passages[max(first, 0) : last]
        if passage.block.span.overlaps(span)
    )


def passage_at(parsed: Parsed, position: int) -> Passage | None:
    """The passage that holds a code point of the article."""
    number = bisect_right(parsed.passages, position, key=_start) - 1
    if number < 0 or not parsed.passages[number].block.span.holds(position):
        return None
    return parsed.passages[number]


def _start(passage: Passage) -> int:
    return passage.block.span.start
