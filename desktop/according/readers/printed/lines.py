"""The lines of a printed page, each with its place, from the characters that PDFium finds.

All lengths are in points, with the origin at the lower left of the page.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Any

HYPHENS = frozenset("-\u2010\xad\x02\ufffe")
"""How a hyphen at the end of a line comes out; the last two are PDFium's marks for one."""

_GAP, _GUTTER = 0.9, 1.6
"""Gaps between two characters, in heights of the line: from the first on one may be the white
between two columns, beyond the second it is; word spaces of narrow columns lie between them."""

_ALIGNED, _COLUMN = 2.0, 3
"""Points by which lines of a column begin apart from each other, and how many lines show one."""

_BOLD = 600
"""The weight from which on a face is bold."""

_QUARTER = pi / 2

_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
    }
    | {"\ufb06": "st"}
)
"""Letters that some fonts have as one; nobody who searches types them so."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of one column; `turn` is the quarter turns by which its letters lie."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    bold: bool = False
    turn: int = 0

    @property
    def height(self) -> float:
        """From the lowest to the highest that letters of the face reach: grows with its size."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def overlaps(self, other: PrintedLine) -> bool:
        """Whether both stand in the same column."""
        return self.left < other.right and other.left < self.right


class _Letters:
    """The letters of a line while it is put together."""

    def __init__(self, page: int, turn: int, *, bold: bool) -> None:
        self.page, self.turn, self.bold = page, turn, bold
        self.text: list[str] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def add(self, letter: str, box: tuple[float, float, float, float]) -> None:
        self.text.append(letter)
        self.boxes.append(box)

    def goes_on(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a letter stands on this line, and not far to the side of its end."""
        left, bottom, _, top = box
        _, last_bottom, last_right, last_top = self.boxes[-1]
        height = max(last_top - last_bottom, top - bottom)
        shared = min(top, last_top) - max(bottom, last_bottom)
        gap = left - last_right
        return shared > 0.4 * min(last_top - last_bottom, top - bottom) and (
            -height < gap < _GAP * height
        )

    def line(self) -> PrintedLine:
        lefts, bottoms, rights, tops = zip(*self.boxes, strict=True)
        # A raised figure or a larger first letter is no measure for its line.
        middle = len(bottoms) // 2
        return PrintedLine(
            text="".join(self.text).translate(_LIGATURES),
            left=min(lefts),
            right=max(rights),
            bottom=sorted(bottoms)[middle],
            top=sorted(tops)[middle],
            page=self.page,
            bold=self.bold,
            turn=self.turn,
        )


def lines_of(page: Any, number: int) -> tuple[PrintedLine, ...]:
    """The lines of one page of PDFium, in the order of the file, turned as they are read."""
    text = page.get_textpage()
    try:
        found = _rejoined([line for line in _found(text, number) if line.text.strip()])
    finally:
        text.close()
    usual = Counter(line.turn for line in found).most_common(1)
    turn = usual[0][0] if usual else 0
    return tuple(_turned(line, turn) for line in found)


def _found(text: Any, number: int) -> Iterator[PrintedLine]:
    # Imported here as in `pdf`: it loads PDFium.
    from pypdfium2 import raw  # noqa: PLC0415

    box = raw.FS_RECTF()
    where = ctypes.byref(box)
    letters: _Letters | None = None
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = chr(code) if 0 < code <= 0x10FFFF else " "
        if raw.FPDFText_IsGenerated(text, at) == 1 or not raw.FPDFText_GetLooseCharBox(
            text, at, where
        ):
            if letters is not None and letter in "\r\n":
                yield letters.line()
                letters = None
            elif letters is not None:
                letters.text.append(letter)
            continue
        place = (box.left, box.bottom, box.right, box.top)
        if letters is not None and (letter in "\r\n" or not _same(letters, place)):
            yield letters.line()
            letters = None
        if letters is None:
            if letter.isspace():
                continue
            turn = round(raw.FPDFText_GetCharAngle(text, at) / _QUARTER) % 4
            letters = _Letters(number, turn, bold=raw.FPDFText_GetFontWeight(text, at) >= _BOLD)
        letters.add(letter, place)
    if letters is not None:
        yield letters.line()


def _rejoined(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines whose pieces stand further apart than usual, but at no edge of a column, made whole."""
    begins = Counter(round(line.left / _ALIGNED) for line in lines)
    joined: list[PrintedLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        at = round(line.left / _ALIGNED)
        column = begins[at - 1] + begins[at] + begins[at + 1] >= _COLUMN
        if before is not None and not column and _beside(before, line):
            text = f"{before.text.rstrip()} {line.text.lstrip()}"
            joined[-1] = replace(before, text=text, right=line.right)
        else:
            joined.append(line)
    return joined


def _beside(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a line goes on after a gap that may be a word space."""
    level = abs(line.bottom - following.bottom) < 0.2 * line.height
    same = line.turn == following.turn == 0 and abs(line.height - following.height) < 1
    return level and same and 0 <= following.left - line.right < _GUTTER * line.height


def _same(letters: _Letters, place: tuple[float, float, float, float]) -> bool:
    # Letters that lie on their side are put together by PDFium's own line ends alone.
    return letters.turn != 0 or letters.goes_on(place)


def _turned(line: PrintedLine, turn: int) -> PrintedLine:
    """`line` as it stands once the page is turned so that most of its lines lie level."""
    if turn == 0:
        return line
    angle = -turn * _QUARTER
    corners = [
        (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle))
        for x in (line.left, line.right)
        for y in (line.bottom, line.top)
    ]
    across, up = zip(*corners, strict=True)
    return replace(
        line,
        left=min(across),
        right=max(across),
        bottom=min(up),
        top=max(up),
        turn=(line.turn - turn) % 4,
    )
