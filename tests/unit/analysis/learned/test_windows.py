"""Windows cover an article so that each piece is read once, with enough around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from according.analysis.learned.windows import LENGTH, MARGIN, Window, windows

STEP = LENGTH - 2 * MARGIN


def test_nothing_needs_no_window() -> None:
    assert windows(0) == []


@pytest.mark.parametrize("pieces", [1, 2, LENGTH - 1, LENGTH])
def test_a_short_article_is_one_window(pieces: int) -> None:
    assert windows(pieces) == [Window(0, pieces, 0, pieces)]


def test_one_piece_too_many_takes_two_windows() -> None:
    first, second = windows(LENGTH + 1)
    assert (first.start, first.end) == (0, LENGTH)
    assert (second.start, second.end) == (1, LENGTH + 1)
    assert first.last == second.first


@pytest.mark.parametrize("more", [1, 2, 5, 400])
def test_no_more_windows_than_are_needed(more: int) -> None:
    assert len(windows(LENGTH + more * STEP)) == more + 1
    assert len(windows(LENGTH + more * STEP + 1)) == more + 2


@settings(deadline=None)
@given(st.integers(1, 60_000))
@example(LENGTH + 1)
@example(LENGTH + STEP)
@example(LENGTH + STEP + 1)
@example(1_000_003)
def test_each_piece_is_read_once_and_well_inside(pieces: int) -> None:
    cut = windows(pieces)
    assert cut[0].start == cut[0].first == 0
    assert cut[-1].end == cut[-1].last == pieces
    for one in cut:
        assert one.start <= one.first < one.last <= one.end
        assert one.end - one.start == min(pieces, LENGTH)
        assert one.start == 0 or one.first - one.start >= MARGIN
        assert one.end == pieces or one.end - one.last >= MARGIN
    for before, after in pairwise(cut):
        assert before.last == after.first
        assert before.start < after.start < before.end < after.end
