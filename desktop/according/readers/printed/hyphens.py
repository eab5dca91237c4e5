"""Words that were parted at the end of a line are joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from according.readers.printed.lines import HYPHENS

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")


class Hyphens:
    """Joins lines, with what the rest of the text shows of its words."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line)]
            # The pieces at either end may be half words, which would speak for themselves.
            self._words.update(found[1:-1] if line[-1:] in HYPHENS else found[1:])

    def joined(self, text: str, following: str) -> str:
        """`text` and the line that follows it, as one."""
        if text[-1:] not in HYPHENS or not text[:-1]:
            return f"{text} {following}"
        before, after = _LAST.search(text[:-1]), _FIRST.match(following)
        if before is None or after is None:
            # A dash that stands alone, or figures: "2020-" and "21".
            space = " " if text[-2:-1].isspace() else ""
            return f"{text[:-1]}-{space}{following}"
        kept = self._is_compound(before[0].lower(), after[0])
        return f"{text[:-1]}{'-' if kept else ''}{following}"

    def _is_compound(self, first: str, second: str) -> bool:
        """Whether the hyphen belongs to the word, as in "state-run"."""
        if second[0].isupper():
            return True
        known = self._words
        if known[first + second]:
            return False
        if known[f"{first}-{second}"]:
            return True
        return min(len(first), len(second)) > 2 and bool(known[first] and known[second])
