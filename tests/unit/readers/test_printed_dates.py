"""Dates as pages print them."""

from __future__ import annotations

import pytest

from according.readers.printed_dates import find_date


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
