"""Regular expressions that are compiled when a text first needs them.

The text of an article shows only after its page was read, and to compile every expression for that
takes longer than to read most pages.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator


class Expression:
    """One regular expression; its methods are those of `re.Pattern`.

    `hints` are plain characters, of which one run stands in whatever it matches; with IGNORECASE
    they are in small letters. Where a text holds none of them, nothing is compiled or searched.
    """

    __slots__ = ("_compiled", "_small", "flags", "hints", "text")

    def __init__(self, text: str, flags: int = 0, *, hints: tuple[str, ...] = ()) -> None:
        self.text = text
        self.flags = flags
        self.hints = hints
        self._small = bool(flags & re.IGNORECASE)  # to ask the flags each time takes longest
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.text, self.flags)
        return self._compiled

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, start) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text) if self._may_match(text) else None

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.pattern.search(text, start) if self._may_match(text) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text, start, end) if self._may_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        return self.pattern.findall(text) if self._may_match(text) else []

    def sub(self, by: str, text: str) -> str:
        return self.pattern.sub(by, text) if self._may_match(text) else text

    def split(self, text: str) -> list[str]:
        return (
            [part or "" for part in self.pattern.split(text)] if self._may_match(text) else [text]
        )

    def _may_match(self, text: str) -> bool:
        if not self.hints:
            return True
        searched = text.lower() if self._small else text
        return any(hint in searched for hint in self.hints)
