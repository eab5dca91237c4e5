"""Where a content stands: token ranges tidied and turned into spans that never cut a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from according.analysis.attribution.quotations import Quoted
from according.analysis.attribution.trees import Range, Tree
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans, merged

EDGES = " \t\n\u00a0\u2028,;:–—-"
STOPS = ".…"
OPENERS, CLOSERS = "“‘\"'«„([", "”’\"'»)]"
SPEECH_WORDS = 3
"""From so many words on, a quotation is read as speech in which nothing further is attributed."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The quotations of one passage that are not nested, in order."""

    quotations: tuple[Quoted, ...]
    starts: tuple[int, ...]

    def at(self, position: int) -> Quoted | None:
        """The quotation that holds a code point of the article."""
        index = bisect_left(self.starts, position + 1) - 1
        if index >= 0 and self.quotations[index].span.holds(position):
            return self.quotations[index]
        return None

    def touching(self, span: Span) -> list[Quoted]:
        """The quotations that overlap a span."""
        index = max(0, bisect_left(self.starts, span.start) - 1)
        found = []
        for quoted in self.quotations[index:]:
            if quoted.span.start >= span.end:
                break
            if quoted.span.overlaps(span):
                found.append(quoted)
        return found


def marked(quotations: Iterable[Quoted]) -> Marked:
    """The outer quotations among those of one passage."""
    outer = tuple(quoted for quoted in quotations if not quoted.nested)
    return Marked(outer, tuple(quoted.span.start for quoted in outer))


def in_speech(tree: Tree, token: int, quotes: Marked) -> bool:
    """Whether a token is spoken within a quotation, and so is no cue of the article's."""
    quoted = quotes.at(tree.starts[token])
    return quoted is not None and _words(tree, quoted) >= SPEECH_WORDS


def _words(tree: Tree, quoted: Quoted) -> int:
    first = bisect_left(tree.starts, quoted.inner.start)
    last = bisect_left(tree.starts, quoted.inner.end)
    return sum(1 for at in range(first, last) if tree.text[at][0].isalnum())


def spans_of(tree: Tree, ranges: Sequence[Range], quotes: Marked, text: str) -> Spans:
    """Ranges of tokens as tidy spans: whole quotations, no comma or full stop left at the edges."""
    found: list[Span] = []
    for start, stop in ranges:
        if start >= stop:
            continue
        end = stop
        while start < end - 1 and tree.pos[end - 1] == "CCONJ":
            end -= 1
        span = _tidied(_whole(tree.span((start, end)), quotes), quotes, text)
        if span is not None:
            found.append(span)
    return merged(found)


def kind_of(spans: Spans, quotes: Marked, text: str) -> Quotation:
    """How much of a content stands within quotation marks."""
    inside = outside = False
    for span in spans:
        position = span.start
        for quoted in quotes.touching(span):
            outside = outside or _has_word(text[position : max(position, quoted.span.start)])
            inside = True
            position = quoted.span.end
        outside = outside or _has_word(text[position : max(position, span.end)])
    if not inside:
        return Quotation.INDIRECT
    return Quotation.MIXED if outside else Quotation.DIRECT


def without(ranges: Iterable[Range], cut: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges of tokens less those in `cut`."""
    left = list(ranges)
    for start, end in cut:
        parts: list[Range] = []
        for low, high in left:
            if end <= low or high <= start:
                parts.append((low, high))
                continue
            if low < start:
                parts.append((low, start))
            if end < high:
                parts.append((end, high))
        left = parts
    return tuple(left)


def covers(ranges: Iterable[Range], token: int) -> bool:
    return any(start <= token < end for start, end in ranges)


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _whole(span: Span, quotes: Marked) -> Span:
    """A span widened so that it cuts no quotation."""
    start, end = span.start, span.end
    for quoted in quotes.touching(span):
        start, end = min(start, quoted.span.start), max(end, quoted.span.end)
    return Span(start, end)


def _tidied(span: Span, quotes: Marked, text: str) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start] in EDGES or text[start] in STOPS or text[start] in CLOSERS):
        if quotes.at(start) is not None:
            break
        start += 1
    while end > start and quotes.at(end - 1) is None:
        last = text[end - 1]
        if (
            last in EDGES
            or last in OPENERS
            or (last in "\"'”’" and end - start > 1)
            or (last in STOPS and not _abbreviation(text[start:end]))
            or (last == ")" and "(" not in text[start:end])
        ):
            end -= 1
        else:
            break
    if not _has_word(text[start:end]):
        return None
    return Span(start, end)


def _abbreviation(text: str) -> bool:
    """Whether the last full stop belongs to an abbreviation such as "U.S."."""
    word = text.rsplit(None, 1)[-1] if text.strip() else ""
    return len(word) > 2 and word[-3] == "." and word[-2].isupper()
