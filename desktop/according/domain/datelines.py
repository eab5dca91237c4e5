"""Datelines as agencies print them at the head of a paragraph: "CAIRO, April 14 (Reuters) - "."""

from __future__ import annotations

import re
from typing import NamedTuple

from according.domain.expressions import Expression

AGENCIES = {
    "AP": "The Associated Press",
    "The Associated Press": "The Associated Press",
    "Associated Press": "The Associated Press",
    "AFP": "Agence France-Presse",
    "Reuters": "Reuters",
    "UPI": "United Press International",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "CNN": "CNN",
    "dpa": "dpa",
    "DPA": "dpa",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "Interfax": "Interfax",
    "Yonhap": "Yonhap",
    "Kyodo": "Kyodo",
    "Anadolu": "Anadolu",
    "AA": "Anadolu",
    "PTI": "Press Trust of India",
    "ANI": "ANI",
    "AAP": "Australian Associated Press",
    "Bloomberg": "Bloomberg",
}
"""How agencies sign a dateline, and their names."""

_HEAD = Expression(
    r"(?P<head>\S[^\n—–]{1,88}?)(?:(?:(?<=\))\s*|\s+)(?P<long>—|–|--)\s*|(?:(?<=\))\s*|\s+)-\s+)",
    hints=("—", "–", "-"),
)
_SLASHED = Expression(
    r"(?P<head>\S[^\n/]{1,60}?)\.?,? /(?P<agency>[A-Z]\w+)/\.?(?:\s*[—–-])?\s+", hints=(" /",)
)
_BRACKETED = Expression(r"^(?P<before>.*?)\s*\((?P<agency>[^()]{2,40})\)$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_DATES = tuple(
    Expression(pattern)
    for pattern in (
        rf"^{_MONTH} (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?$",
        rf"^(?P<day>\d{{1,2}}) {_MONTH}(?:,? (?P<year>\d{{4}}))?$",
        r"^(?P<year>(?:19|20)\d\d)$",
        r"^(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?$",
    )
)
_REGION = Expression(
    r"^(?:[^\W\d_a-z][\w.’'-]*|of|the|and)(?: (?:[^\W\d_a-z][\w.’'-]*|of|the|and)){0,3}$"
)
_PLACE = Expression(r"^[^\W\d_][\w.’'/-]*(?: [^\W\d_][\w.’'/-]*){0,5}$")

_NO_PLACES = frozenset(
    re.findall(
        r"\S+",
        "breaking exclusive update updated watch listen live video photos opinion analysis comment "
        "review correction clarification editorial column factbox explainer obituary advisory "
        "alert new now note spoiler warning question answer nato nasa opec unesco unicef covid "
        "covid-19 brics asean nafta fifa uefa nhs bbc fbi cia eu un us uk usa who imf gop lgbtq "
        "wnba nfl nba",
    )
)
"""Words in capitals that open paragraphs before a dash and name no place."""

_SHORTEST = 3
"""Letters of the shortest place in capitals: "ROME" is one, initials are none."""


class Dateline(NamedTuple):
    """A dateline: its length in code points with the dash, and the date and agency it gives."""

    length: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    agency: str | None = None


def dateline_prefix(text: str) -> int:
    """The length, in code points, of the dateline that `text` begins with; 0 where it has none."""
    found = find_dateline(text)
    return found.length if found else 0


def find_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with.

    The place must be in capitals, unless a known agency signs; without date, region and agency the
    dash must be a long one, with the beginning of a sentence behind it.
    """
    slashed = _SLASHED.match(text)
    if slashed and slashed["agency"] in AGENCIES:
        return _parsed(slashed["head"], slashed["agency"], slashed.end())
    match = _HEAD.match(text)
    if match is None or match.end() >= len(text):
        return None
    head, agency = match["head"], None
    if bracketed := _BRACKETED.match(head):
        head, agency = bracketed["before"], bracketed["agency"].strip()
    elif head.endswith("CNN"):
        head, agency = head.removesuffix("CNN").rstrip(" ,"), "CNN"
    following = text[match.end()]
    plain = agency is None and "," not in head
    if plain and (not match["long"] or following.islower() or following.isspace()):
        return None
    return _parsed(head, agency, match.end())


def _parsed(head: str, agency: str | None, length: int) -> Dateline | None:
    known = agency in AGENCIES
    if agency is not None and not known and not _REGION.match(agency):
        return None
    name = AGENCIES.get(agency, agency) if agency else None
    if not head:
        return Dateline(length, agency=name) if known else None
    place, *rest = head.split(", ")
    if known and _date(place):  # UPI leaves the place out at times
        rest = [place, *rest]
    elif not _is_place(place, signed=known):
        return None
    day: dict[str, int] = {}
    regions = 0
    for part in rest:
        if (date := _date(part)) is not None:
            day.update(_numbers(date))
        elif _REGION.match(part) and not regions and (agency or not _shouted(part)):
            regions = 1
        else:
            return None
    return Dateline(length, day.get("day"), day.get("month"), day.get("year"), name)


def _date(part: str) -> re.Match[str] | None:
    return next((m for pattern in _DATES if (m := pattern.match(part.strip()))), None)


def _is_place(words: str, *, signed: bool) -> bool:
    if not _PLACE.match(words) or words.lower() in _NO_PLACES:
        return False
    small = words.replace(" and ", " ").replace(" & ", " ")
    letters = [one for one in small if one.isalpha()]
    if signed:
        return all(word[0].isupper() for word in small.split())
    return len(letters) >= _SHORTEST and all(one.isupper() for one in letters)


def _shouted(words: str) -> bool:
    """Whether words are a heading in capitals rather than a region: "BUT WATER RISES"."""
    return words.isupper() and "." not in words


def _numbers(match: re.Match[str]) -> dict[str, int]:
    parts = match.groupdict()
    found = {name: int(parts[name]) for name in ("day", "year") if parts.get(name)}
    if parts.get("month"):
        found["month"] = _MONTHS.index(parts["month"][:3].lower()) + 1
    return found
