"""Words for dates become ISO 8601 at the precision that is printed, or nothing."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from according.analysis.date_words import resolve

TUESDAY = date(2024, 10, 8)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("in June", "2024-06"),
        ("October", "2024-10"),
        ("November", "2023-11"),
        ("last June", "2024-06"),
        ("last November", "2023-11"),
        ("March 2020", "2020-03"),
        ("on Sunday", "2024-10-06"),
        ("Tuesday", "2024-10-08"),
        ("last Tuesday", "2024-10-01"),
        ("Saturday night", "2024-10-05"),
        ("next Monday", "2024-10-14"),
        ("Tues.", "2024-10-08"),
        ("yesterday", "2024-10-07"),
        ("last night", "2024-10-07"),
        ("tomorrow", "2024-10-09"),
        ("the day before yesterday", "2024-10-06"),
        ("three days ago", "2024-10-05"),
        ("two months ago", "2024-08"),
        ("a year ago", "2023"),
        ("last year", "2023"),
        ("next year", "2025"),
        ("this month", "2024-10"),
        ("in 2022", "2022"),
        ("the summer of 2022", "2022"),
        ("3 May", "2024-05-03"),
        ("the 3rd of May 2020", "2020-05-03"),
        ("Oct. 7", "2024-10-07"),
        ("Monday, October 7", "2024-10-07"),
        ("December 25", "2023-12-25"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("25/03/2024", "2024-03-25"),
        ("2024-03-01", "2024-03-01"),
    ],
)
def test_one_date_keeps_its_precision(words: str, iso: str) -> None:
    assert resolve(words, TUESDAY) == (iso,)


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("between 2019 and 2021", ("2019", "2021")),
        ("2014-18", ("2014", "2018")),
        ("from June to August", ("2024-06", "2024-08")),
        ("3-5 May 2022", ("2022-05-03", "2022-05-05")),
        ("May 3-5", ("2024-05-03", "2024-05-05")),
        ("September 2023 to March 2024", ("2023-09", "2024-03")),
        ("Friday and Saturday", ("2024-10-04", "2024-10-05")),
    ],
)
def test_a_range_has_both_ends(words: str, ends: tuple[str, str]) -> None:
    assert resolve(words, TUESDAY) == ends


@pytest.mark.parametrize(
    "words",
    [
        "recent years",
        "three years",
        "the past two weeks",
        "47 years old",
        "47-year-old",
        "the 1990s",
        "the 1980’s",
        "24 hours",
        "2,000 years",
        "daily",
        "the 21st century",
        "fiscal 2023",
        "31 February",
        "03/04/2024",
        "from June to the present",
    ],
)
def test_what_is_vague_or_could_be_two_days_is_left_out(words: str) -> None:
    assert resolve(words, TUESDAY) == ()


def test_words_that_look_ahead_take_the_next_such_date() -> None:
    assert resolve("Sunday", TUESDAY, ahead=True) == ("2024-10-13",)
    assert resolve("November", TUESDAY, ahead=True) == ("2024-11",)
    assert resolve("June", TUESDAY, ahead=True) == ("2025-06",)
    assert resolve("3 May", TUESDAY, ahead=True) == ("2025-05-03",)


def test_words_that_look_either_way_take_the_nearer_date() -> None:
    assert resolve("December 15", TUESDAY, ahead=None) == ("2024-12-15",)
    assert resolve("June", TUESDAY, ahead=None) == ("2024-06",)
    assert resolve("January", date(2024, 12, 1), ahead=None) == ("2025-01",)
    assert resolve("November 30", date(2024, 1, 5), ahead=None) == ("2023-11-30",)
    assert resolve("Sunday", TUESDAY, ahead=None) == ("2024-10-06",)


def test_the_hour_and_zone_of_publication_do_not_move_the_day() -> None:
    late = datetime(2024, 10, 8, 23, 55, tzinfo=ZoneInfo("Europe/London"))
    assert resolve("Tuesday", late) == ("2024-10-08",)
    assert resolve("yesterday", late) == ("2024-10-07",)


@pytest.mark.parametrize("words", ["Sunday", "June", "3 May", "last year", "yesterday"])
def test_nothing_relative_without_a_day_of_publication(words: str) -> None:
    assert resolve(words, None) == ()


def test_absolute_dates_need_no_day_of_publication() -> None:
    assert resolve("May 3, 2021", None) == ("2021-05-03",)
    assert resolve("2022", None) == ("2022",)
