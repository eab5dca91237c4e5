"""Who speaks where: the speaker phrases of the drafts, with what is said around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.analysis.drafts import Draft
from according.analysis.lines import Line
from according.domain.spans import Span

CONTENT_WORDS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True)
class Speech:
    """Speaker phrase number `number`, tokens [start, end) of a line; `root` is its head.

    `said` are the spans of what it is credited with, `topic` their content words.
    """

    number: int
    span: Span
    line: int
    start: int
    end: int
    root: int
    said: tuple[Span, ...]
    topic: frozenset[str]

    def says(self, span: Span) -> bool:
        """Whether a span lies inside what is said here."""
        return any(piece.overlaps(span) for piece in self.said)


def speeches(drafts: Sequence[Draft], lines: Sequence[Line]) -> tuple[Speech, ...]:
    """One speech for each phrase that speaks or relays, in text order."""
    contents: dict[Span, list[Span]] = {}
    for draft in drafts:
        for span in _speakers(draft):
            contents.setdefault(span, []).extend(draft.content)
    begins = [line.passage.block.span.start for line in lines]
    found: list[Speech] = []
    for span in sorted(contents):
        line = lines[bisect_right(begins, span.start) - 1]
        tokens = line.inside(span)
        if tokens is not None:
            said = tuple(contents[span])
            topic = _topic(said, lines, begins)
            root = _root(line, *tokens)
            found.append(Speech(len(found), span, line.number, *tokens, root, said, topic))
    return tuple(found)


def _speakers(draft: Draft) -> Iterator[Span]:
    yield from draft.speakers or draft.source
    for relay in draft.relays:
        yield from relay.relays


def _root(line: Line, start: int, end: int) -> int:
    """The head of a phrase: the first of its tokens that hangs on something outside."""
    for index in range(start, end):
        head = line.heads[index]
        if not start <= head < end or head == index:
            return index
    return end - 1


def _topic(said: Sequence[Span], lines: Sequence[Line], begins: Sequence[int]) -> frozenset[str]:
    words: set[str] = set()
    for span in said:
        line = lines[max(0, bisect_right(begins, span.start) - 1)]
        tokens = line.inside(span)
        if tokens is not None:
            words.update(
                line.words[index].lower()
                for index in range(*tokens)
                if line.pos[index] in CONTENT_WORDS
            )
    return frozenset(words)
