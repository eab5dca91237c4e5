"""Who published a page and in which language, as far as its own words tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from according.domain.datelines import find_dateline
from according.domain.expressions import Expression

_WORD = r"[A-Z][\w’'&-]*(?:\.\w+)*"
_NAME = rf"(?:The\s+)?{_WORD}(?:\s+(?:(?:of|and|&)\s+)?{_WORD}){{0,4}}"
_COPYRIGHT = Expression(
    rf"(?:©|\(c\)|[Cc]opyright)\W*(?:(?:19|20)\d\d\W*)?(?:[-–]\s*(?:19|20)\d\d\W*)?(?P<name>{_NAME})",
    hints=("©", "(c)", "opyright"),
)
_SPEAKS = (
    Expression(
        r"\b(?P<name>The [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) (?:is|has|was|needs|relies)\b",
        hints=("The ",),
    ),
    Expression(rf"\bother (?P<name>{_NAME}) readers\b", hints=("other ",)),
    Expression(
        rf"\b(?:[Ss]upport(?:ing)?|[Ss]ubscribe to|[Dd]onate to|[Jj]oin) (?P<name>{_NAME})",
        hints=("upport", "ubscribe to ", "onate to ", "oin "),
    ),
    Expression(
        rf"\b(?:for|to|of) (?P<name>{_NAME})(?:’s|'s)? (?:newsletter|readers|journalism)\b",
        hints=(" newsletter", " readers", " journalism"),
    ),
    Expression(
        rf"\bkeeps? (?P<name>{_NAME}) (?:reporting|going|free|running|independent)\b",
        hints=("keep",),
    ),
    Expression(
        rf"\b[Oo]riginally published (?:on|in|by) (?P<name>{_NAME})",
        hints=("riginally published ",),
    ),
    Expression(
        rf"^(?P<name>{_NAME}) is (?:part of|supported by|an? \w+ (?:newspaper|charity))",
        hints=(" is part of", " is supported by", " newspaper", " charity"),
    ),
)
_COMPANY = Expression(
    r"(?:,? (?:Inc|Ltd|Limited|Pty|LLC|LLP|PLC|plc|Corp|Corporation|GmbH|Co|Company)\b\.?)+$"
    r"|\s+All(?: [Rr]ights\b.*)?$|[’']s?$|\s+&$|^Copyright\s+"
)
_NO_NAMES = Expression(
    r"^(?:now|all|today|getty(?: images)?|alamy|shutterstock|newsletter|policy|privacy|our .*|"
    r"us|facebook|twitter|x|instagram|whatsapp|designed|terms|cookies?)$",
    re.IGNORECASE,
)
"""What furniture names that is a picture agency, a network, or no name."""

_OWN_WORDS = 2
"""Votes of a paper that speaks of itself; a copyright line, which may name its owner, has one."""

_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of to and in a is that for it on was with as he she they said by at from be has have "
        "not are this were but an who which his her their will had been or its would",
    )
)
_ENGLISH_SHARE = 0.2
"""Share of these words in English prose is about 0.4; in its neighbours it is below 0.1."""


def publisher(spoken: Sequence[str], legal: Sequence[str], story: Sequence[str]) -> str | None:
    """The outlet a page names: in what it says of itself, in its legal lines, in its first line.

    `spoken` are its appeals, forums and newsletters, `legal` its copyright lines; the first line of
    the story may name the agency it is taken from.
    """
    votes = Counter(_spoken(spoken) * _OWN_WORDS)
    owners = [name for line in legal if (name := _clean(_COPYRIGHT.search(line)))]
    for name in owners:
        votes[name] += 1
    merged = Counter[str]()
    for name, count in votes.items():
        # "Other Gazette readers" speaks for "The Gazette".
        whole = next((one for one in votes if one == f"The {name}"), name)
        merged[whole] += count
    if merged:
        return merged.most_common(1)[0][0]
    for line in story[:3]:
        if (found := find_dateline(line)) and found.agency:
            return found.agency
    return None


def language(story: Iterable[str]) -> str | None:
    """English ("en") where its function words are as frequent as in English; else not known."""
    words: list[str] = []
    for line in story:
        words.extend(re.findall(r"[^\W\d_]+", line[:20_000].lower()))
        if len(words) > 2_000:
            break
    if not words:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    return "en" if share >= _ENGLISH_SHARE else None


def _spoken(lines: Sequence[str]) -> list[str]:
    return [
        name
        for line in lines
        for pattern in _SPEAKS
        for match in pattern.finditer(line)
        if (name := _clean(match))
    ]


def _clean(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    name = _COMPANY.sub("", match["name"].strip()).strip(" .,-")
    name = _COMPANY.sub("", name).strip(" .,-")
    return name if len(name) > 2 and not _NO_NAMES.match(name) else None
