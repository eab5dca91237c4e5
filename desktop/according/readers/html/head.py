"""The head of a web page: the rows of headline, standfirst, byline and date line about the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from according.readers import byline
from according.readers.head import is_dateline
from according.readers.html.facts import Facts, alike
from according.readers.html.judging import is_title
from according.readers.html.rows import Row
from according.readers.lines import ends_sentence
from according.readers.printed_dates import find_date

_ABOVE = 8
"""Rows above the headline among which byline and date may stand."""

_BELOW = 30
"""Rows below it that are looked at; between headline and body may be a row of buttons."""

_LONGEST_BYLINE = 24
_SHORTEST_STANDFIRST = 6
_WORD = re.compile(r"\w+")
_CAPITALS = 0.6
"""Share of capitals and numbers from which a line is one of names and days."""

_NEXT = 2
"""Rows below the headline of which one may be the standfirst though it ends without a full stop."""

_LONGEST_STANDFIRST = 60
_STANDFIRSTS = 2
_ALIKE = 0.8
"""Share of the words of the page's description from which a row is the standfirst."""


@dataclass(slots=True)
class PageHead:
    """The rows of the head by their index, and what they say."""

    title: int | None = None
    standfirst: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    datelines: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    published: date | None = None


def head_of(rows: Sequence[Row], kept: Sequence[bool], facts: Facts) -> PageHead:
    """The head of the page; `kept` says which rows are of the body."""
    first = next((at for at, one in enumerate(kept) if one), len(rows))
    head = PageHead(title=_title(rows, first, facts.title))
    start = max(0, (head.title if head.title is not None else first) - _ABOVE)
    stop = max(first, head.title or 0)
    for at in range(start, min(len(rows), stop + 2, start + _ABOVE + _BELOW)):
        if at != head.title and not is_title(rows[at], facts.title):
            _place(head, rows[at], at, facts, of_body=kept[at])
    if len(head.standfirst) > _STANDFIRSTS:
        head.standfirst.clear()
    return head


def _title(rows: Sequence[Row], first: int, title: str | None) -> int | None:
    """The headline nearest above the body, a heading rather than a copy in a menu."""
    found = [at for at, row in enumerate(rows) if is_title(row, title)]
    if not found and title is not None:
        near = range(max(0, first - _ABOVE), first)
        found = [at for at in near if _titles(rows[at].text, title)][:1]
    above = [at for at in found if at <= first] or found
    headings = [at for at in above if rows[at].tag in {"h1", "h2"}]
    return max(headings or above, default=None)


def _titles(text: str, title: str) -> bool:
    """Whether a line that is no heading is the headline, of which the title is another wording."""
    return text.count(" ") >= 2 and alike(text, title) >= _ALIKE and not byline.led_by(text)


def _place(head: PageHead, row: Row, at: int, facts: Facts, *, of_body: bool) -> None:
    text = row.text
    words = text.count(" ") + 1
    if words <= _LONGEST_BYLINE and "nav" not in row.around:
        led = byline.led_by(text)
        known = any(name.lower() in text.lower() for name in facts.names)
        names = byline.names_in(text) if led else ()
        if names or (known and words <= 8 and not of_body and not ends_sentence(text)):
            head.bylines.append(at)
            head.names.extend(name for name in names if name not in head.names)
            beside = find_date(text) if led else None
            head.published = head.published or (beside.value if beside else None)
            return
        if (printed := is_dateline(text)) is not None:
            head.datelines.append(at)
            head.published = head.published or printed.value
            return
    below = head.title is not None and at > head.title
    if below and not of_body and words >= _SHORTEST_STANDFIRST and _may_lead(row):
        described = facts.description and alike(text, facts.description) >= _ALIKE
        near = ends_sentence(text) or (at - (head.title or 0) <= _NEXT and _tells(text))
        next_line = near and not head.bylines and not head.datelines
        if described or "headed" in row.hints or next_line:
            head.standfirst.append(at)


def _tells(text: str) -> bool:
    """Whether a line without a full stop tells something, rather than names and days."""
    words = _WORD.findall(text)
    return sum(not word[0].islower() for word in words) < _CAPITALS * len(words)


def _may_lead(row: Row) -> bool:
    aside = row.around & {"figcaption", "figure", "nav", "aside", "form"}
    return row.linked < 0.5 and not aside and row.text.count(" ") < _LONGEST_STANDFIRST
