"""From a place in the text to the next or previous of several spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from according.domain.spans import Span


def next_index(spans: Sequence[Span], place: Span, step: int) -> int | None:
    """The index of the span `step` away from `place` (code points); None at either end.

    `spans` are in text order. `place` is the span one comes from, or an empty one at the caret,
    from which a span that starts there is still ahead.
    """
    if step > 0:
        found = bisect_left(spans, place) if not len(place) else bisect_right(spans, place)
        index = found + step - 1
    else:
        index = bisect_left(spans, place) + step
    return index if 0 <= index < len(spans) else None
