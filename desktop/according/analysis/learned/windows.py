"""Cuts an article into overlapping windows, and says which window reads which piece."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

LENGTH = 382
"""Pieces in a window; with the two marks of its ends the network sees two more."""

MARGIN = 40
"""Pieces at a cut edge whose surroundings a window does not show well enough."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` of an article; anchors from `first` to `last` are read here."""

    start: int
    end: int
    first: int
    last: int


def windows(pieces: int) -> list[Window]:
    """Windows over an article of so many pieces; each piece is an anchor in just one of them."""
    if pieces <= LENGTH:
        return [Window(0, pieces, 0, pieces)] if pieces else []
    step = LENGTH - 2 * MARGIN
    count = 1 + -(-(pieces - LENGTH) // step)
    starts = [round(number * (pieces - LENGTH) / (count - 1)) for number in range(count)]
    borders = [(before + LENGTH + after) // 2 for before, after in pairwise(starts)]
    return [
        Window(start, start + LENGTH, first, last)
        for start, first, last in zip(starts, [0, *borders], [*borders, pieces], strict=True)
    ]
