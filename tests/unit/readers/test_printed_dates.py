"""Dates as pages print them."""

from __future__ import annotations

from datetime import date

import pytest

from according.readers.printed_dates import dated, find_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Tuesday 04 March 2025 09:10 BST", "2025-03-04T09:10:00+01:00"),
        ("Tue 4 Mar 2025 09.10 GMT", "2025-03-04T09:10:00+00:00"),
        ("Updated 4:15 PM EDT, June 3, 2025", "2025-06-03T16:15:00-04:00"),
        ("Published 10:00 a.m. ET June 3, 2025", "2025-06-03T10:00:00-04:00"),
        ("Jan. 3, 2025, 6:00 a.m. ET", "2025-01-03T06:00:00-05:00"),
        ("June 3, 2025", "2025-06-03"),
        ("3rd of June 2025", "2025-06-03"),
        ("2025-06-03", "2025-06-03"),
        ("2025-06-03T10:00:00+05:30", "2025-06-03T10:00:00+05:30"),
        ("2025-06-03T10:00:05.123Z", "2025-06-03T10:00:05+00:00"),
        ("3 June 2025 at 14:05", "2025-06-03T14:05:00"),
        ("3 June 2025 | 4pm", "2025-06-03T16:00:00"),
        ("12 a.m., June 3, 2025", "2025-06-03T00:00:00"),
        ("3 Jun 2025 14:05 UTC+3", "2025-06-03T14:05:00+03:00"),
        ("Sept. 3, 2025 1400 GMT", "2025-09-03T14:00:00+00:00"),
        ("June 3, 2025 2:05 PM XYZT", "2025-06-03T14:05:00"),
        ("13/06/2025", "2025-06-13"),
        ("06/13/2025", "2025-06-13"),
        ("June 3, 2025 5 min read", "2025-06-03"),
        ("Last update: 31 February 2025, first 1 March 2025", "2025-03-01"),
    ],
)
def test_dates(line: str, iso: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.value.isoformat() == iso


@pytest.mark.parametrize(
    "line",
    [
        "5 min read",
        "in May 2025",
        "Tuesday 4 March 09:10 GMT",
        "06/03/2025",
        "31 February 2025",
        "Mayor 3 2025",
        "call 020 7946 2025",
    ],
)
def test_no_dates(line: str) -> None:
    assert find_date(line) is None


def test_the_span_covers_date_and_time() -> None:
    line = "Posted: 4 March 2025 09:10 GMT | 5 min read"
    found = find_date(line)
    assert found is not None
    assert found.span.of(line) == "4 March 2025 09:10 GMT"


def test_a_dateline_gives_the_day() -> None:
    story = ["WASHINGTON, March 3, 2025 (UPI) -- A panel put off a vote."]
    assert dated(story, story) == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("The report of 28 February 2025 said so.", date(2025, 3, 3)),
        ("The report of 20 December 2024 said nothing.", None),
        ("The report said nothing.", None),
    ],
)
def test_a_day_without_a_year_needs_another_date_near_it(other: str, day: date | None) -> None:
    story = ["WASHINGTON, March 3 (UPI) -- A panel put off a vote.", other]
    assert dated(story, story) == day


def test_the_year_may_have_turned_since_the_dateline() -> None:
    story = ["CAIRO, Dec. 30 (Reuters) - A tender was cancelled.", "It ends on January 4, 2025."]
    assert dated(story, story) == date(2024, 12, 30)


def test_a_date_that_does_not_exist_is_none() -> None:
    story = ["CAIRO, Feb. 30, 2025 (Reuters) - A tender was cancelled."]
    assert dated(story, story) is None
