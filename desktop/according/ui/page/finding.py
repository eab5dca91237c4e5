"""Finds words in the text that is shown, as a reader means them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from according.domain.spans import Span, Spans

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


def _pattern(query: str, *, whole: bool) -> re.Pattern[str]:
    words = r"\s+".join("".join(map(_letter, word)) for word in query.split())
    return re.compile(rf"(?<!\w){words}(?!\w)" if whole else words, re.IGNORECASE)


def _letter(letter: str) -> str:
    alike = next((group for group in _ALIKE if letter in group), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(letter)
