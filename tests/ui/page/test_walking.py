"""From a place to the next or previous span."""

from __future__ import annotations

import pytest

from according.domain.spans import Span
from according.ui.page.walking import next_index

SPANS = [Span(3, 8), Span(10, 12), Span(10, 20), Span(30, 31)]


@pytest.mark.parametrize(
    ("place", "step", "index"),
    [
        (Span(0, 0), 1, 0),
        (Span(3, 3), 1, 0),
        (Span(4, 4), 1, 1),
        (Span(3, 8), 1, 1),
        (Span(10, 12), 1, 2),
        (Span(10, 20), -1, 1),
        (Span(40, 40), -1, 3),
        (Span(30, 31), 1, None),
        (Span(3, 8), -1, None),
        (Span(3, 3), -1, None),
        (Span(0, 0), 2, 1),
    ],
)
def test_next_index(place: Span, step: int, index: int | None) -> None:
    assert next_index(SPANS, place, step) == index


def test_nothing_to_walk_to() -> None:
    assert next_index([], Span(0, 0), 1) is None
    assert next_index([], Span(0, 0), -1) is None
