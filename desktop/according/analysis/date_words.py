"""What words for a date mean, seen from the day of publication, in ISO 8601."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MONTH_NAMES = tuple(name.lower() for name in calendar.month_name)[1:]
DAY_NAMES = tuple(name.lower() for name in calendar.day_name)

_MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name: number for number, name in enumerate(DAY_NAMES)}
_WEEKDAYS |= {name[:3]: number for name, number in _WEEKDAYS.items()}
_WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {name: number for number, name in enumerate(_COUNTED, 1)} | {"a": 1, "an": 1}
_RELATIVE_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}

MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
YEAR = r"(?:1[0-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = "(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\.?"
_DASH = r"(?:\s*[-–—]\s*|\s+(?:to|and|until|through)\s+)"

HALF_YEAR = 182
"""Days from which the same day of another year is nearer."""

_LEADING = re.compile(
    r"^(?:(?:on|in|at|by|since|until|till|during|before|after|for|of|early|earlier|late|later"
    r"|mid|around|about|the|end|start|beginning|middle|night|morning)[\s-]+)+"
)
_TRAILING = re.compile(r"\s*(?:morning|afternoon|evening|night|lunchtime|’s|'s)$")
_FUZZY = re.compile(
    r"\b(?:recent|past|coming|several|few|some|many|decades?|century|centuries|fiscal|financial"
    r"|old|aged?|every|each|daily|weekly|monthly|annual\w*|hours?|weeks?)\b|\d0['’]?s\b|-year\b"
)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a date is seen: the day of publication, and whether the words look ahead.

    `ahead` None: they may look either way.
    """

    today: date | None
    ahead: bool | None = False


def resolve(words: str, published: date | None, *, ahead: bool | None = False) -> tuple[str, ...]:
    """The dates that words such as "last June" stand for; none when they are vague.

    Both ends of a range are given. A weekday is the latest one up to `published`, which is itself
    the day when it falls on it; a month or day without a year the latest one, or with `ahead` the
    next one, with None the nearer of the two. Without `published` only what names its year is
    resolved.
    """
    today = published.date() if isinstance(published, datetime) else published
    at = Standpoint(today, ahead)
    text = _normal(words)
    if _FUZZY.search(text) or _FUZZY.search(words.lower()):
        return ()
    found = _range(text, at)
    if found is None:
        found = _single(text, at)
    return _numeric(text) if found is None else found


def _normal(words: str) -> str:
    text = re.sub(r"\s+", " ", words.lower()).strip(" ,.;“”\"'‘’()")
    if text not in _RELATIVE_DAYS:
        text = _TRAILING.sub("", text)
    return text if text in _RELATIVE_DAYS else _LEADING.sub("", text)


def _range(text: str, at: Standpoint) -> tuple[str, ...] | None:
    """Both ends of "2019 to 2021", "May and July 2020", "3-5 May"; () if only one is clear."""
    bare = re.sub(r"^(?:from|between) ", "", text)
    ends = _ends(bare)
    if ends is None:
        return None
    found = [_single(end, at) for end in ends]
    if not all(found):
        return None if _ISO.fullmatch(bare) else ()
    return tuple(iso for end in found for iso in end or ())


_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def _ends(bare: str) -> tuple[str, str] | None:
    """The words for the two ends of a range, each with the month and year they share."""
    if match := re.fullmatch(rf"({YEAR}){_DASH}({YEAR}|\d\d)", bare):
        first, last = match.groups()
        return first, last if len(last) == 4 else first[:2] + last
    if match := re.fullmatch(rf"({DAY}){_DASH}({DAY}) ({MONTH})( {YEAR})?", bare):
        day, other, month, year = match.groups()
        return f"{day} {month}{year or ''}", f"{other} {month}{year or ''}"
    if match := re.fullmatch(rf"({MONTH}) ({DAY}){_DASH}({DAY})(,? {YEAR})?", bare):
        month, day, other, year = match.groups()
        return f"{month} {day}{year or ''}", f"{month} {other}{year or ''}"
    if match := re.fullmatch(rf"(.+?){_DASH}(.+)", bare):
        first, last = match.groups()
        ending = re.search(rf"{YEAR}$", last)
        if ending and not re.search(YEAR, first):
            first = f"{first} {ending.group()}"
        return first, last
    return None


def _single(text: str, at: Standpoint) -> tuple[str, ...] | None:
    for rule in (_absolute, _day_of_month, _relative_day, _weekday, _ago, _named_unit):
        found = rule(text, at)
        if found is not None:
            return found
    return None


def _absolute(text: str, _: Standpoint) -> tuple[str, ...] | None:
    """A year, or a month with its year."""
    season = r"(?:(?:spring|summer|autumn|fall|winter|year)(?: of)? )?"
    if match := re.fullmatch(rf"{season}({YEAR})", text):
        return (match.group(1),)
    if match := re.fullmatch(rf"({MONTH}),?(?: of)? ({YEAR})", text):
        return (f"{match.group(2)}-{_month(match.group(1)):02}",)
    return None


def _day_of_month(text: str, at: Standpoint) -> tuple[str, ...] | None:
    """A day with its month; a missing year is the nearest in the direction of the words."""
    text = re.sub(rf"^{_WEEKDAY},? ", "", text)
    if match := re.fullmatch(rf"({DAY})(?: of)? ({MONTH}),?(?: ({YEAR}))?", text):
        day, month, year = match.groups()
    elif match := re.fullmatch(rf"({MONTH}) ({DAY}),?(?: ({YEAR}))?", text):
        month, day, year = match.groups()
    else:
        return None
    number = int(re.sub(r"\D", "", day))
    if year is not None:
        return _iso(int(year), _month(month), number)
    if at.today is None:
        return ()
    place, now = (_month(month), number), (at.today.month, at.today.day)
    return _iso(at.today.year + _turn(place, now, at), _month(month), number)


def _relative_day(text: str, at: Standpoint) -> tuple[str, ...] | None:
    if text not in _RELATIVE_DAYS:
        return None
    return _days(at, _RELATIVE_DAYS[text])


def _weekday(text: str, at: Standpoint) -> tuple[str, ...] | None:
    match = re.fullmatch(rf"(?:(this coming|this past|this|last|next) )?({_WEEKDAY})", text)
    if match is None:
        return None
    if at.today is None:
        return ()
    which, name = match.groups()
    back = (at.today.weekday() - _WEEKDAYS[name.rstrip(".")]) % 7
    if which == "next" or (back and (which == "this coming" or (at.ahead and which is None))):
        return _days(at, 7 - back)
    return _days(at, -7 if which == "last" and back == 0 else -back)


def _ago(text: str, at: Standpoint) -> tuple[str, ...] | None:
    """ "Three months ago": at the precision of the unit."""  # noqa: D210
    counts = "|".join((*_NUMBERS, r"\d{1,3}"))
    match = re.fullmatch(rf"({counts}) (day|month|year)s? ago", text)
    if match is None:
        return None
    count, unit = match.groups()
    return _unit(unit, -(_NUMBERS.get(count) or int(count)), at)


def _named_unit(text: str, at: Standpoint) -> tuple[str, ...] | None:
    """ "Last year", "this month", "next June", "June"."""  # noqa: D210
    match = re.fullmatch(rf"(?:(last|previous|this|next) )?(month|year|{MONTH})", text)
    if match is None:
        return None
    which, unit = match.groups()
    if unit in {"month", "year"}:
        back = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(which or "")
        return () if back is None else _unit(unit, back, at)
    if at.today is None:
        return ()
    month = _month(unit)
    ways = {"last": False, "previous": False, "next": True}
    seen = Standpoint(at.today, ways.get(which or "", at.ahead))
    return (f"{at.today.year + _turn((month,), (at.today.month,), seen)}-{month:02}",)


def _unit(unit: str, by: int, at: Standpoint) -> tuple[str, ...]:
    if at.today is None:
        return ()
    if unit == "day":
        return _days(at, by)
    if unit == "year":
        return (str(at.today.year + by),)
    months = at.today.year * 12 + at.today.month - 1 + by
    return (f"{months // 12}-{months % 12 + 1:02}",)


def _turn(place: tuple[int, ...], now: tuple[int, ...], at: Standpoint) -> int:
    """How many years away the nearest such place of a year is, in the direction of the words."""
    if at.ahead is None:
        days = (place[0] - now[0]) * 30 + (sum(place[1:]) - sum(now[1:]))
        return -int(days > HALF_YEAR) + int(days < -HALF_YEAR)
    if at.ahead:
        return int(place < now)
    return -int(place > now)


def _numeric(text: str) -> tuple[str, ...]:
    """A date in figures, by dateparser; none where day and month could be either."""
    if not re.fullmatch(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}", text):
        return ()
    # Imported here: it takes as long to import as a short article to analyse, and is rarely needed.
    from dateparser import parse  # noqa: PLC0415

    orders = ("YMD",) if _ISO.fullmatch(text) else ("DMY", "MDY")
    found = {
        parse(text, languages=["en"], settings={"STRICT_PARSING": True, "DATE_ORDER": order})
        for order in orders
    }
    days = {moment.date().isoformat() for moment in found if moment is not None}
    return tuple(days) if len(days) == 1 else ()


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _iso(year: int, month: int, day: int) -> tuple[str, ...]:
    try:
        return (date(year, month, day).isoformat(),)
    except ValueError:
        return ()


def _days(at: Standpoint, by: int) -> tuple[str, ...]:
    return () if at.today is None else ((at.today + timedelta(days=by)).isoformat(),)
