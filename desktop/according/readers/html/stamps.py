"""Dates as markup writes them, most often in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from according.readers.printed_dates import find_date

_DAY = re.compile(r"((?:1[89]|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)$")
_HOURS = re.compile(r"(\d)\s+(?=[+-]\d\d:?\d\d$|Z$)")
_SHORT = re.compile(r"([T ]\d):")
_EARLIEST = 1850
_NEVER = (date(1970, 1, 1), date(1900, 1, 1))
"""Days that stand for "not known" in the systems that pages are made with."""


def stamp(text: str) -> date | None:
    """The date that an attribute holds: a `datetime` where it has a time, with its zone if told."""
    text = " ".join(text.split())[:80]
    value = _iso(text) or _mail(text)
    if value is None:
        printed = find_date(text)
        value = printed.value if printed else None
    if value is None or value.year < _EARLIEST:
        return None
    day = value.date() if isinstance(value, datetime) else value
    return None if day in _NEVER else value


def earliest_named(texts: Iterable[str | None]) -> date | None:
    """The first of `texts` that is a date, told as exactly as another one tells the same day."""
    values = [value for text in texts if text and (value := stamp(text)) is not None]
    if not values:
        return None
    first = values[0]
    if exactness(first) == 2:
        return first
    same = [one for one in values if _day(one) == _day(first)]
    return max(same, key=exactness)


def exactness(value: date) -> int:
    """0 for a day, 1 for a time without zone, 2 for one with it; midnight is no time."""
    if not isinstance(value, datetime):
        return 0
    return 2 if value.tzinfo is not None else 1


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _iso(text: str) -> date | None:
    if match := _DAY.match(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    if not text[:4].isdecimal():
        return None
    tidy = _SHORT.sub(lambda one: f"{one[1][0]}0{one[1][1]}:", _HOURS.sub(r"\1", text), count=1)
    for one in (text, tidy.replace("/", "-"), re.sub(r"\s?(?:UTC|GMT)$", "Z", tidy)):
        try:
            return datetime.fromisoformat(one)
        except ValueError:
            continue
    return None


def _mail(text: str) -> date | None:
    if not re.match(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
