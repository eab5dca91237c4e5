"""Phrases as regular expressions, of which only those are compiled that a line may hold.

To compile the wording of page furniture as a whole takes longer than to read an article, and the
text shows only after it. So each phrase has hints, plain words of which one stands in every line
that it matches, and is compiled when a line holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

DIGIT = "0"
"""Stands for any digit where it is told how a phrase begins."""

_PREFIX = re.compile(r"[^\\.^$*+?{}\[\]|()]*")


class Phrase:
    """One regular expression, with what is put around it when it is compiled."""

    __slots__ = ("_before", "_behind", "_compiled", "_hints", "text")

    def __init__(self, text: str, *, before: str = "", behind: str = "") -> None:
        self.text = text
        self._before, self._behind = before, behind
        self._hints: tuple[str, tuple[str, ...]] | None = None
        self._compiled: re.Pattern[str] | None = None

    def search(self, line: str) -> bool:
        """Whether the phrase is in `line`."""
        if self._hints is None:
            self._hints = hints_of(self.text)
        needed, options = self._hints
        if needed not in line:
            return False
        if options and not any(option in line for option in options):
            return False
        if needed == self.text and not self._before:
            return True
        if self._compiled is None:
            self._compiled = re.compile(f"{self._before}(?:{self.text}){self._behind}")
        return self._compiled.search(line) is not None


def openings_of(text: str) -> tuple[str, ...]:
    """Plain characters with one of which all begins that `text` matches; none if not to be told.

    `text` must have no "|" that stands in no group.
    """
    if text.startswith(r"\d"):
        return () if text[2:3] in {"?", "*", "{"} else (DIGIT,)
    if not text.startswith("("):
        match = _PREFIX.match(text)
        end = match.end() if match else 0
        end -= text[end : end + 1] in {"?", "*", "{"}
        return (text[:end],) if end > 0 else ()
    end = _end_of(text, 0)
    inner = text[1 : end - 1]
    if inner.startswith("?") or text[end : end + 1] in {"*", "{"}:
        return ()
    groups = [openings_of(one) for one in _alternatives(inner)]
    if text[end : end + 1] == "?":
        groups.append(openings_of(text[end + 1 :]))
    return tuple(one for group in groups for one in group) if all(groups) else ()


def hints_of(text: str) -> tuple[str, tuple[str, ...]]:
    """What stands in whatever `text` matches: a run of characters, and one of several others.

    Where that cannot be told, the run is empty, and so are the others.
    """
    alternatives = _alternatives(text)
    if len(alternatives) > 1:
        return "", _one_of(alternatives)
    longest = ""
    options: tuple[str, ...] = ()
    for run, group in _parts(text):
        longest = max(longest, run, key=len)
        options = max(options, _one_of(group), key=_weight)
    return longest, options


def _weight(options: tuple[str, ...]) -> int:
    """How much a choice of hints says: as much as the shortest of them."""
    return min(map(len, options), default=0)


def _one_of(expressions: Sequence[str]) -> tuple[str, ...]:
    """Characters of which one run stands in what any of `expressions` matches, or none."""
    found: list[str] = []
    for needed, options in map(hints_of, expressions):
        if not needed and not options:
            return ()
        found += [needed] if needed else options
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The runs of plain characters that an expression must match, and its necessary groups."""
    match = _PREFIX.match(text)
    at = max(0, match.end() - 1) if match else 0  # the last one may be optional
    run = text[:at]
    while at < len(text):
        one = text[at]
        end = _end_of(text, at)
        escaped = one == "\\" and not text[at + 1].isalnum()
        plain = escaped or (end - at == 1 and one not in ".^$+")
        optional = text[end : end + 1] in {"?", "*", "{"}
        if plain and not optional:
            run += text[end - 1]
        else:
            group = text[at + 1 : end - 1] if one == "(" and not optional else ""
            yield run, _alternatives(group) if group and not group.startswith("?") else ()
            run = ""
        at = text.index("}", end) + 1 if text[end : end + 1] == "{" else end + optional
    yield run, ()


def _alternatives(text: str) -> tuple[str, ...]:
    """The parts of an expression between the "|" that stand in no group."""
    if "|" not in text:
        return (text,)
    found, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "|":
            found.append(text[start:at])
            start = at + 1
        at = _end_of(text, at)
    return (*found, text[start:])


def _end_of(text: str, start: int) -> int:
    """Where the group, set, escape or character that begins at `start` ends."""
    if text[start] == "\\":
        return start + 2
    if text[start] == "[":
        at = start + 2  # a "]" that stands first is one of the set
        while text[at] != "]":
            at += 2 if text[at] == "\\" else 1
        return at + 1
    if text[start] != "(":
        return start + 1
    at = start + 1
    while text[at] != ")":
        at = _end_of(text, at)
    return at + 1
