"""Dates as pages print them: with or without a weekday, a time, a zone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from according.domain.datelines import find_dateline
from according.domain.expressions import Expression
from according.domain.spans import Span

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DATES = tuple(
    Expression(pattern, re.IGNORECASE, hints=("19", "20"))
    for pattern in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?=$|[T\s,.;|)·-])",
        rf"{_WEEKDAY}\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})[-/]{_MONTH}[-/]{_YEAR}\b",
        r"\b(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
    )
)
_ZONE = r"(?P<zone>(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|Z\b|[A-Z]{2,5}\b)"
_TIME = Expression(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?"
    r"(?:\s?(?P<half>[apAP])\.?[mM]\b\.?)?(?:\s?hrs)?"
    rf"(?:\s?\(?{_ZONE}\)?)?"
)
_TIME_WITHOUT_MARK = Expression(rf"(?<!\d)(?P<hour>\d\d)(?P<minute>\d\d)\s?(?:hrs\s)?{_ZONE}")

_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "SAST": 120, "CAT": 120, "EAT": 180,
    "WAT": 60, "GST": 240, "PKT": 300, "IST": 330, "NPT": 345, "ICT": 420, "WIB": 420,
    "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570,
    "AEST": 600, "ACDT": 630, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540,
    "AKDT": -480, "HST": -600, "ADT": -180, "NST": -210, "NDT": -150, "BRT": -180, "ART": -180,
}  # fmt: skip
"""Minutes east of Greenwich, by abbreviation. Those with several meanings (BST, IST, CST) have the
one English-language news pages mean most often."""

_REGIONS = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AET": "Australia/Sydney",
}
"""Abbreviations that leave open whether it is summer time."""


_FIRST = 3
"""Lines of a story among which its dateline stands."""

_NEAR = 60
"""Days between a dateline and another date of the page that lends it the year."""


class Printed(NamedTuple):
    """A date found in a line: a `datetime` where a time stands beside it; `span` covers both."""

    value: date
    span: Span


def find_date(line: str) -> Printed | None:
    """The first date with a year in `line`, with the time printed before or after it."""
    for pattern in _DATES:
        for match in pattern.finditer(line):
            day = _day(match)
            if day is not None:
                return _with_time(line, day, Span(*match.span()))
    return None


def dated(story: Sequence[str], lines: Sequence[str]) -> date | None:
    """The day in the dateline of the story's first lines.

    Where it lacks the year, the year is that in which the day lies near another date of the page.
    """
    found = next((one for line in story[:_FIRST] if (one := find_dateline(line))), None)
    if found is None or found.day is None or found.month is None:
        return None
    if found.year is not None:
        return _real(found.year, found.month, found.day)
    for line in lines:
        near = find_date(line)
        if near is None:
            continue
        printed = date(near.value.year, near.value.month, near.value.day)
        for year in (printed.year, printed.year - 1, printed.year + 1):
            day = _real(year, found.month, found.day)
            if day is not None and abs((day - printed).days) <= _NEAR:
                return day
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    try:
        if parts.get("first"):
            return _numeric(year, int(parts["first"]), int(parts["second"]))
        number = parts.get("number")
        month = int(number) if number else _month(parts["month"])
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None


def _numeric(year: int, first: int, second: int) -> date | None:
    """A date in figures, where only one order of day and month is possible."""
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) // 4 + 1


def _with_time(line: str, day: date, span: Span) -> Printed:
    after = re.match(r"[T\s,|/·•–-]*(?:at\s+)?", line[span.end :])
    start = span.end + (after.end() if after else 0)
    for pattern in (_TIME_WITHOUT_MARK, _TIME):
        match = pattern.match(line, start)
        if match and (moment := _moment(match, day)) is not None:
            return Printed(moment, Span(span.start, match.end()))
    for pattern in (_TIME_WITHOUT_MARK, _TIME):
        for match in pattern.finditer(line, 0, span.start):
            gap = line[match.end() : span.start]
            if not gap.strip(" ,|/·•–-").removeprefix("on") and (
                (moment := _moment(match, day)) is not None
            ):
                return Printed(moment, Span(match.start(), span.end))
    return Printed(day, span)


def _moment(match: re.Match[str], day: date) -> datetime | None:
    parts = match.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if parts.get("minute") is None and half is None:
        return None  # a bare number is no time
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    try:
        clock = time(hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
    except ValueError:
        return None
    zone = _zone(parts.get("zone"))
    return datetime.combine(day, clock, tzinfo=zone)


def _zone(printed: str | None) -> tzinfo | None:
    """The zone an abbreviation or offset names; None where it is not known."""
    if not printed:
        return None
    if printed in _OFFSETS:
        return timezone(timedelta(minutes=_OFFSETS[printed]), printed)
    if printed in _REGIONS:
        # Here, because few pages need it and it would slow every start.
        from zoneinfo import ZoneInfo  # noqa: PLC0415

        return ZoneInfo(_REGIONS[printed])
    match = re.search(r"([+-])\s?(\d{1,2}):?(\d\d)?$", printed)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
