"""Who speaks where: the speaker phrases of the drafts, with what is said around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from according.analysis.drafts import Draft
from according.analysis.entities.lines import Line
from according.analysis.entities.persons import Gender
from according.domain.spans import Span

PRONOUNS = {"he": Gender.MAN, "she": Gender.WOMAN}
TAKEN_UP = 5
"""Tokens after a speaker within which what is said may begin."""

CONTENT_WORDS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True)
class Speech:
    """Speaker phrase number `number`, tokens [start, end) of a line; `root` is its head.

    `said` are the spans of what it is credited with, `topic` their content words. One that
    `relays` passes on what others say. `pronoun` is the gender with which the speaker is taken up
    at the beginning of what is said ("Marsh said she would go").
    """

    number: int
    span: Span
    line: int
    start: int
    end: int
    root: int
    said: tuple[Span, ...]
    topic: frozenset[str]
    relays: bool = False
    pronoun: Gender | None = None

    def says(self, span: Span) -> bool:
        """Whether a span lies inside what is said here."""
        return any(piece.overlaps(span) for piece in self.said)


def speeches(drafts: Sequence[Draft], lines: Sequence[Line]) -> tuple[Speech, ...]:
    """One speech for each phrase that speaks or relays, in text order."""
    contents: dict[Span, list[Span]] = {}
    for draft in drafts:
        for span in _speakers(draft):
            contents.setdefault(span, []).extend(draft.content)
    relaying = {span for draft in drafts for relay in draft.relays for span in relay.relays}
    begins = [line.passage.block.span.start for line in lines]
    found: list[Speech] = []
    for span in sorted(contents):
        line = lines[bisect_right(begins, span.start) - 1]
        tokens = line.inside(span)
        if tokens is not None:
            said = tuple(contents[span])
            topic = _topic(said, lines, begins)
            root = _root(line, *tokens)
            relays = span in relaying
            taken_up = _taken_up(line, tokens[1], said)
            number = len(found)
            found.append(
                Speech(number, span, line.number, *tokens, root, said, topic, relays, taken_up)
            )
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


def _taken_up(line: Line, end: int, said: Sequence[Span]) -> Gender | None:
    """The gender of "he" or "she" that opens an indirect content right after its speaker."""
    for index in range(end, min(end + TAKEN_UP, len(line))):
        word = line.words[index]
        if word in PRONOUNS and any(line.starts[index] in (s.start, s.start + 5) for s in said):
            return PRONOUNS[word]
    return None


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
