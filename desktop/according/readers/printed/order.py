"""The order in which the lines of a printed page are read: column after column."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from typing import NamedTuple

from according.readers.printed.lines import PrintedLine

_JUMPS = 0.1
"""Share of steps across the page or up it from which the order of the file is not trusted."""

_PROSE = 18
"""Characters of the middle line: shorter ones are cells of a table, read row by row."""

_LEAST = 3
"""Lines on either side that make a column."""

_CROSSING = 0.4
"""Share of the lines that may run across two columns: headline, standfirst, a wide picture's."""

_DEEPEST = 6
"""Columns beside each other, at most."""


def in_reading_order(lines: Sequence[PrintedLine]) -> tuple[PrintedLine, ...]:
    """The lines of one page as they are read.

    Most programs write a page in its reading order, boxes and notes included, and know it better
    than geometry does. Some write row by row across the columns: there the gutters decide.
    """
    steps = list(itertools.pairwise(lines))
    jumps = sum(_jumps(*step) for step in steps)
    if jumps <= max(2, len(steps) * _JUMPS) or _is_table(lines):
        return tuple(lines)
    return tuple(_ordered(list(lines), _DEEPEST))


def _jumps(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether the file goes on beside a line, or above it in its own column."""
    if abs(line.middle - following.middle) < 0.5 * line.height:
        return not line.overlaps(following)
    return following.middle > line.middle and line.overlaps(following)


def _is_table(lines: Sequence[PrintedLine]) -> bool:
    return statistics.median(len(line.text) for line in lines) < _PROSE


def _ordered(lines: list[PrintedLine], deepest: int) -> list[PrintedLine]:
    gutter = _gutter(lines) if deepest else None
    lines = sorted(lines, key=lambda line: (-line.middle, line.left))
    if gutter is None:
        return lines
    ordered: list[PrintedLine] = []
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for line in lines:
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            ordered += [*_ordered(left, deepest - 1), *_ordered(right, deepest - 1), line]
            left, right = [], []
    return [*ordered, *_ordered(left, deepest - 1), *_ordered(right, deepest - 1)]


class _Gutter(NamedTuple):
    worth: int
    at: float


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Where the white between two columns is, if there are two."""
    best: _Gutter | None = None
    for at in sorted({round(line.left) - 1.0 for line in lines}):
        before = [line for line in lines if line.right <= at]
        after = [line for line in lines if line.left >= at]
        crossing = len(lines) - len(before) - len(after)
        if min(len(before), len(after)) < _LEAST or crossing > len(lines) * _CROSSING:
            continue
        if not _beside(before, after):
            continue
        worth = min(len(before), len(after)) - 2 * crossing
        if best is None or worth > best.worth:
            best = _Gutter(worth, at)
    return best.at if best is not None else None


def _beside(before: Sequence[PrintedLine], after: Sequence[PrintedLine]) -> bool:
    """Whether two groups stand beside each other rather than one above the other."""
    top = min(max(line.top for line in before), max(line.top for line in after))
    bottom = max(min(line.bottom for line in before), min(line.bottom for line in after))
    return top > bottom
