"""Spans are half-open ranges of code points."""

from __future__ import annotations

import pytest

from according.domain.spans import Span, hull, merged, text_of


def test_counts_code_points_and_not_bytes_or_utf_16_units() -> None:
    assert Span(2, 5).of("🌉 né🙂x") == "né🙂"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_holds_its_first_code_point_and_not_its_end() -> None:
    assert Span(3, 5).holds(3)
    assert not Span(3, 5).holds(5)


def test_contains_itself() -> None:
    assert Span(3, 5).contains(Span(3, 5))
    assert not Span(3, 5).contains(Span(3, 6))


def test_hull_spans_the_gaps() -> None:
    assert hull([Span(8, 9), Span(1, 3)]) == Span(1, 9)


def test_merged_joins_what_touches_and_keeps_what_does_not() -> None:
    assert merged([Span(5, 7), Span(0, 3), Span(3, 4)]) == (Span(0, 4), Span(5, 7))


def test_merged_keeps_the_end_of_a_span_that_holds_the_next() -> None:
    assert merged([Span(0, 9), Span(2, 3)]) == (Span(0, 9),)


def test_text_of_marks_what_lies_between() -> None:
    assert text_of([Span(0, 3), Span(8, 11)], "one and two") == "one … two"
