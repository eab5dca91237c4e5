"""Which lines of a page are the body: the one run of lines with the most prose in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from according.domain.expressions import Expression
from according.readers.boilerplate import APPEAL
from according.readers.boxes import CALL, COUNT, FORUM, NEWSLETTER
from according.readers.lines import ends_sentence

PROSE_LENGTH = 60
"""Code points from which a line that ends a sentence is a paragraph for certain."""

_MOST = 60
"""Words beyond which a paragraph counts no more, so that one long legal text wins no page."""

_LONG = 25
_SHORT_SENTENCE = 3
"""Words from which a line without a sentence's end, or with one, still looks like prose."""

_NOISY = 25
"""Lines of furniture, or short ones, from which a page counts as copied whole, menus and all,
if they are most of its lines: a live blog has many headings."""


_BOXED = frozenset({NEWSLETTER, CALL, APPEAL})
"""Reasons whose lines make one box that stands between two paragraphs and costs but once."""


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
_DAY_FIRST = Expression(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? )?{_DAY}\b\W+\w",
    re.IGNORECASE,
    hints=("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_DATES = 3
"""Lines that begin with a day from which they are a list."""

_TEASERS = 3
_TEASER_WORDS = 15
"""Beginnings of other stories that a page shows, if it does, and words of each."""


class Costs(NamedTuple):
    """What a line that is no prose costs the run it stands in."""

    short: float
    furniture: float
    comments: float = -40.0


_WHOLE_PAGE = Costs(short=-10.0, furniture=-6.0)
_SELECTION = Costs(short=-3.0, furniture=-1.0)
"""Tuned on saved pages of many publishers. Where the reader has selected the article with care,
little can lie between two paragraphs that would part them. A forum ends an article more surely than
a menu does, since readers' comments are prose as well."""


def is_noisy(lines: Sequence[str], reasons: Sequence[str | None]) -> bool:
    """Whether the page was copied whole rather than the article selected from it."""
    costs = Costs(short=-1.0, furniture=-1.0, comments=-1.0)
    values = [_weight(line, why, costs) for line, why in zip(lines, reasons, strict=True)]
    furniture = sum(value < 0 for value in values)
    return furniture >= _NOISY and furniture * 2 > len(values)


def weights(
    lines: Sequence[str], reasons: Sequence[str | None], *, noisy: bool
) -> tuple[float, ...]:
    """How much each line speaks for a body around it; prose is above zero."""
    costs = _WHOLE_PAGE if noisy else _SELECTION
    values = [_weight(line, why, costs) for line, why in zip(lines, reasons, strict=True)]
    if noisy:
        teasers = [at for at, line in enumerate(lines) if _is_teaser(line)]
        for at in teasers if len(teasers) >= _TEASERS else ():
            values[at] = costs.short
    for at in (at for at, why in enumerate(reasons) if why == FORUM):
        if _stands_alone(at, values, reasons):
            values[at] = costs.furniture
    for at in range(1, len(values)):
        if reasons[at] in _BOXED and reasons[at] == reasons[at - 1]:
            values[at] = 0.0
    return tuple(values)


def densest_run(values: Sequence[float]) -> range:
    """The run with the largest sum; empty where nothing is above zero."""
    best, found = 0.0, range(0)
    total, start = 0.0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, index
        total += value
        if total > best:
            best, found = total, range(start, index + 1)
    return found


def extended(
    run: range, lines: Sequence[str], values: Sequence[float], reasons: Sequence[str | None]
) -> range:
    """`run` with the short closing sentences beyond it, over at most one line that is none.

    A list of dates, as of a tour or of hearings, belongs to the prose above it.
    """
    stop = run.stop + _dates_from(lines, run.stop, reasons)
    while True:
        reach = values[stop : stop + 2]
        if reach and reach[0] > 0:
            stop += 1
        elif len(reach) > 1 and reach[1] > 0 and reasons[stop] is None:
            stop += 2
        else:
            return range(run.start, stop)


def begins_with_day(line: str) -> bool:
    """Whether a line is an item in a list of days: "June 9 -- Town hall"."""
    return bool(_DAY_FIRST.match(line))


def _dates_from(lines: Sequence[str], start: int, reasons: Sequence[str | None]) -> int:
    """How many lines from `start` on begin with a day; none where they are too few for a list."""
    stop = start
    while 0 < stop < len(lines) and reasons[stop] is None and begins_with_day(lines[stop]):
        stop += 1
    return stop - start if stop - start >= _DATES else 0


def _is_teaser(line: str) -> bool:
    """Whether a line is the beginning of another story, broken off."""
    return line.endswith(("...", "…", "[…]", "[...]")) and line.count(" ") + 1 >= _TEASER_WORDS


def _stands_alone(at: int, values: Sequence[float], reasons: Sequence[str | None]) -> bool:
    """Whether an invitation to comment has prose around it, rather than a forum."""
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(values) and values[other] <= 0:
            if reasons[other] in {FORUM, COUNT}:
                return False
            other += step
        if not 0 <= other < len(values):
            return False
    return True


def _weight(line: str, why: str | None, costs: Costs) -> float:
    if why is not None:
        return costs.comments if why == FORUM else costs.furniture
    words = line.count(" ") + 1
    if not line.isascii():
        words = max(words, len(line) // 12)  # scripts that leave no space between words
    if ends_sentence(line):
        if len(line) >= PROSE_LENGTH:
            return min(words, _MOST)
        return 2.0 if words >= _SHORT_SENTENCE else costs.short
    return words / 2 if words >= _LONG else costs.short
