"""Printed lines to paragraphs: which line goes on, and which begins anew."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from according.readers.lines import ends_sentence, is_bullet
from according.readers.printed.hyphens import Hyphens
from according.readers.printed.lines import HYPHENS, PrintedLine

_OTHER_SIZE = 0.12
"""Share by which letters of another size differ in height."""

_LEADING = 1.3
"""Times the usual distance of two lines from which on a gap parts two paragraphs."""

_INDENT = 0.6
"""Height of a line by which the first line of a paragraph is moved in."""

_SHORT = 1.5
"""Heights of a line that its end must be away from the column's edge to be a last line."""

_DENSE = 3
"""Indented first lines from which on paragraphs are told by them, and not by gaps."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it was printed; `page` is the one it begins on, `height` that of a line."""

    text: str
    page: int
    height: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of one size, one below the other in one column."""

    lines: tuple[PrintedLine, ...]
    left: float
    right: float
    leading: float


def paragraphs(lines: Sequence[PrintedLine]) -> tuple[Paragraph, ...]:
    """The paragraphs of lines that stand in reading order, over columns and pages."""
    runs = [_run(group) for group in _groups(lines)]
    hyphens = Hyphens(line.text.rstrip() for line in lines)
    indents = sum(_is_indented(line, run) for run in runs for line in run.lines[1:])
    groups: list[list[PrintedLine]] = []
    before: _Run | None = None
    for run in runs:
        for at, line in enumerate(run.lines):
            if at:
                begins = _begins(run.lines[at - 1], line, run)
            else:
                begins = before is None or not _flows(before, run, dense=indents >= _DENSE)
            if begins:
                groups.append([])
            groups[-1].append(line)
        before = run
    return tuple(_paragraph(group, hyphens) for group in groups)


def _groups(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and _is_below(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_below(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a line stands under another in the same column and size."""
    return (
        line.page == following.page
        and following.middle < line.middle + 0.1 * line.height
        and line.overlaps(following)
        and line.middle - following.middle < 5 * line.height
        and _same_size(line, following)
    )


def _same_size(line: PrintedLine, other: PrintedLine) -> bool:
    return abs(line.height - other.height) <= _OTHER_SIZE * max(line.height, other.height)


def _run(lines: Sequence[PrintedLine]) -> _Run:
    gaps = [line.bottom - after.bottom for line, after in itertools.pairwise(lines)]
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return _Run(
        lines=tuple(lines),
        left=lefts[len(lefts) // 10],
        right=rights[-1 - len(rights) // 10],
        # Between the paragraphs of a short run most gaps may be wide: the narrower ones count.
        leading=sorted(gaps)[len(gaps) // 4] if gaps else lines[0].height * 1.3,
    )


def _begins(line: PrintedLine, following: PrintedLine, run: _Run) -> bool:
    """Whether a paragraph begins between two lines of a run."""
    gap = line.bottom - following.bottom
    if gap > run.leading * _LEADING and gap > 0.2 * line.height:
        return True
    if line.bold != following.bold and (line.bold or following.bold) and ends_line(line, run):
        return True
    if is_bullet(following.text.lstrip()):
        return True
    if _is_indented(following, run) and not (_is_indented(line, run) or is_bullet(line.text)):
        return True
    first = following.text.split(" ", 1)[0]
    room = run.right - line.right
    width = (following.right - following.left) / max(1, len(following.text)) * (len(first) + 1)
    return ends_sentence(line.text.rstrip()) and room > max(width, _SHORT * line.height)


def ends_line(line: PrintedLine, run: _Run) -> bool:
    """Whether a line stops well before the edge of its column."""
    return run.right - line.right > _SHORT * line.height


def _is_indented(line: PrintedLine, run: _Run) -> bool:
    return _INDENT * line.height < line.left - run.left < 4 * line.height


def _flows(before: _Run, run: _Run, *, dense: bool) -> bool:
    """Whether a paragraph goes on from one column or page to the next."""
    last, first = before.lines[-1], run.lines[0]
    if not _same_size(last, first) or last.bold != first.bold:
        return False
    if is_bullet(first.text.lstrip()) or _is_indented(first, run):
        return False
    if last.page == first.page and first.middle < last.middle and last.overlaps(first):
        return False  # far below in the same column
    ended = last.text.rstrip()
    if ended[-1:] in HYPHENS:
        return True
    if not ends_sentence(ended):
        return first.text[:1].islower() or not ends_line(last, before)
    return dense and not ends_line(last, before)


def _paragraph(lines: Sequence[PrintedLine], hyphens: Hyphens) -> Paragraph:
    text = " ".join(lines[0].text.split())
    for line in lines[1:]:
        text = hyphens.joined(text, " ".join(line.text.split()))
    if text[-1:] in HYPHENS:
        text = f"{text[:-1]}-"
    return Paragraph(
        text=text,
        page=lines[0].page,
        height=statistics.median(line.height for line in lines),
        bold=sum(line.bold for line in lines) * 2 > len(lines),
    )
