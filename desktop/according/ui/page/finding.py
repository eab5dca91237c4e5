"""Finds words in the text that is shown, as a reader means them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.domain.spans import Span, Spans

_INNER = frozenset("'’-‐‑")
"""Marks that stand inside a word."""

_ALIKE = ("'‘’ʼ`", '"“”„«»', "-‐‑–—")
"""Characters that a keyboard has in one form and a newspaper in several."""


def find_spans(text: str, shown: Iterable[Span], query: str, *, whole: bool = False) -> Spans:
    """Where `query` stands in the `shown` parts of `text` (code points), in order.

    Case does not count, nor do the forms of quotation marks and dashes, nor the width of spaces.
    `whole` asks for whole words.
    """
    if not query.strip():
        return ()
    pattern = _pattern(query, whole=whole)
    return tuple(
        Span(found.start(), found.end())
        for span in shown
        for found in pattern.finditer(text, span.start, span.end)
    )


def whole_words(text: str, span: Span) -> Span:
    """`span` (code points) to the ends of the words it begins and ends in, without outer space."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return span
    while start > 0 and _in_word(text, start):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return Span(start, end)


def _in_word(text: str, place: int) -> bool:
    """Whether a word goes on from the character before `place` to the one after it."""
    before, after = text[place - 1], text[place]
    if before.isalnum() and after.isalnum():
        return True
    # An apostrophe or a hyphen between two letters is part of the word.
    inner = after if before.isalnum() else before
    around = text[place - 2 : place - 1] if inner is before else text[place + 1 : place + 2]
    outer = after if inner is before else before
    return inner in _INNER and outer.isalnum() and around.isalnum()


def _pattern(query: str, *, whole: bool) -> re.Pattern[str]:
    words = r"\s+".join("".join(map(_letter, word)) for word in query.split())
    return re.compile(rf"(?<!\w){words}(?!\w)" if whole else words, re.IGNORECASE)


def _letter(letter: str) -> str:
    alike = next((group for group in _ALIKE if letter in group), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)
