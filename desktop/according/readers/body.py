"""Which lines of a page are the body: the one run of lines with the most prose in it."""

from __future__ import annotations

from collections.abc import Sequence

from according.readers.lines import ends_sentence

PROSE_LENGTH = 60
"""Code points from which a line that ends a sentence is a paragraph for certain."""

_MOST = 60
"""Words beyond which a paragraph counts no more, so that one long legal text wins no page."""

_LONG = 25
_SHORT_SENTENCE = 4
"""Words from which a line without a sentence's end, or with one, still looks like prose."""

_SHORT_LINE = -10.0
_FURNITURE = -6.0
_COMMENTS = -40.0
"""What a line costs the run it stands in. Tuned on saved pages of many publishers; a forum ends an
article more surely than a menu does, since readers' comments are prose as well."""


def weights(lines: Sequence[str], reasons: Sequence[str | None]) -> tuple[float, ...]:
    """How much each line speaks for a body around it; prose is above zero."""
    return tuple(_weight(line, why) for line, why in zip(lines, reasons, strict=True))


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


def extended(run: range, values: Sequence[float], reasons: Sequence[str | None]) -> range:
    """`run` with the short closing sentences beyond it, over at most one line that is none."""
    stop = run.stop
    while True:
        reach = values[stop : stop + 2]
        if reach and reach[0] > 0:
            stop += 1
        elif len(reach) > 1 and reach[1] > 0 and reasons[stop] is None:
            stop += 2
        else:
            return range(run.start, stop)


def _weight(line: str, why: str | None) -> float:
    if why is not None:
        return _COMMENTS if why == "comment forum" else _FURNITURE
    words = line.count(" ") + 1
    if not line.isascii():
        words = max(words, len(line) // 12)  # scripts that leave no space between words
    if ends_sentence(line):
        if len(line) >= PROSE_LENGTH:
            return min(words, _MOST)
        return 2.0 if words >= _SHORT_SENTENCE else _SHORT_LINE
    return words / 2 if words >= _LONG else _SHORT_LINE
