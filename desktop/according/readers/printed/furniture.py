"""Running heads, page numbers and text on its side: what a printed page repeats or bears beside."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from according.readers.printed.lines import PrintedLine

RUNNING = "running head"
NUMBER = "page number"
SIDEWAYS = "text on its side"

_OUTERMOST = 3
"""Rows at the top and at the bottom of a page among which its furniture is looked for."""

_SHARE = 0.4
"""Share of the pages on which a line must stand: left and right pages may differ."""

_ROW = 4.0
"""Points within which lines are in one row."""

_MOVED = 10.0
"""Points by which a running head may stand elsewhere on another page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?i)[-–—|•\s]*(?:page|p\.)?\s*\d{1,4}\s*(?:(?:/|of|von|\|)\s*\d{1,4})?[-–—|•\s]*"
)


def furniture(pages: Sequence[Sequence[PrintedLine]]) -> Mapping[PrintedLine, str]:
    """The lines that belong to the pages and not to the text, with the reason of each."""
    found = {line: SIDEWAYS for lines in pages for line in lines if line.turn}
    level = [[line for line in lines if not line.turn] for lines in pages]
    rows = [_rows(lines) for lines in level]
    seen: defaultdict[str, list[float]] = defaultdict(list)
    for page in rows:
        for row in {*page[:_OUTERMOST], *page[-_OUTERMOST:]}:
            for key in {_key(line) for line in row}:
                seen[key].append(row[0].middle)
    least = max(2, math.ceil(len(pages) * _SHARE))
    for page in rows:
        for inwards in (page[:_OUTERMOST], page[::-1][:_OUTERMOST]):
            for row in inwards:
                reasons = {line: _reason(line, seen[_key(line)], least) for line in row}
                if None in reasons.values():
                    break  # what is further in than a line of the text is text, too
                found |= {line: why for line, why in reasons.items() if why}
    return found


def _rows(lines: Sequence[PrintedLine]) -> list[tuple[PrintedLine, ...]]:
    """The lines of a page by their height on it, from the top."""
    rows: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        rows[round(line.middle / _ROW)].append(line)
    return [tuple(rows[at]) for at in sorted(rows, reverse=True)]


def _reason(line: PrintedLine, seen: Sequence[float], least: int) -> str | None:
    if _NUMBER.fullmatch(line.text):
        return NUMBER
    near = sum(abs(middle - line.middle) <= _MOVED for middle in seen)
    return RUNNING if near >= least else None


def _key(line: PrintedLine) -> str:
    """What a line has in common with itself on other pages: words and size, not numbers."""
    return f"{_DIGITS.sub('#', line.text).casefold().strip()} {round(line.height)}"
