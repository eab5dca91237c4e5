"""The head of a page: headline, standfirst, byline and date line before the body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from according.domain.expressions import Expression
from according.readers import byline
from according.readers.lines import ends_sentence, is_bullet, title_cased
from according.readers.printed_dates import Printed, find_date

_REACH_BACK = 30
"""Lines before the body among which the headline is looked for."""

_REACH_ON = 6
"""Lines of the body's beginning that may still be a standfirst with byline and date after it."""

_STANDFIRSTS = 3
"""Lines a standfirst may have; more of them are a list of other stories."""

_ASIDE = "aside"
"""Stands for a reason while the head is looked for."""

_AGO = Expression(
    r"^(?:(?:first |last )?(?:published|updated|posted|modified)\W{0,3})?"
    r"(?:(?:\d+|an?|one|two|three) (?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?) ago|"
    r"just now|yesterday)\W*$",
    re.IGNORECASE,
    hints=("ago", "just now", "yesterday"),
)

_ANNOUNCES = Expression(
    r"^(?:(?:words |written |story |text )?by|authors?)\W*$", re.IGNORECASE, hints=("by", "author")
)
"""A line that says that the writer's name follows on the next."""

_DATE_WORDS = Expression(
    r"\b(?:first|last|originally|published|updated?|posted|modified|created|on|at|by|date|issued|"
    r"mins?|minutes?|read|ago|time|local|edition)\b",
    re.IGNORECASE,
)
_MODIFIED = Expression(r"\b(?:updated?|modified)\b", re.IGNORECASE, hints=("update", "modified"))
_ISSUED = Expression(
    r"\b(?:published|posted|issued|first|originally)\b",
    re.IGNORECASE,
    hints=("published", "posted", "issued", "first", "originally"),
)


@dataclass(slots=True)
class Head:
    """Indexes of the head's lines, what they say, and where the body begins after them."""

    body_start: int
    title: int | None = None
    standfirst: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    datelines: list[int] = field(default_factory=list)
    published: date | None = None


def find_head(
    lines: Sequence[str],
    reasons: Sequence[str | None],
    body: range,
    captions: frozenset[int] = frozenset(),
) -> Head:
    """The head of the page whose densest run of prose is `body`.

    `captions` and the items of a list are neither headline nor standfirst.
    """
    aside = captions | {at for at, line in enumerate(lines) if is_bullet(line)}
    reasons = [_ASIDE if at in aside else why for at, why in enumerate(reasons)]
    head = Head(body_start=body.start)
    head.title = _title(lines, reasons, body)
    first = 0 if head.title is None else max(0, head.title - 3)
    begin = max(body.start, (head.title or 0) + 1)
    zone = range(first, _reach(begin, reasons))
    if head.title is None:
        zone = range(max(0, body.start - _REACH_ON), min(len(lines), body.start + 2))
    _find_dates(head, lines, reasons, zone, body)
    _find_bylines(head, lines, reasons, zone, body)
    _find_standfirst(head, lines, reasons, body)
    after = [*head.standfirst, *head.bylines, *head.datelines]
    if head.title is not None:
        after.append(head.title)
    head.body_start = max([body.start, *(at + 1 for at in after)])
    return head


def _reach(begin: int, reasons: Sequence[str | None]) -> int:
    """Where the beginning of the body ends in which the head's last lines may stand."""
    open_lines = 0
    for at in range(begin, min(len(reasons), begin + _REACH_ON * 2)):
        open_lines += reasons[at] is None
        if open_lines > _REACH_ON:
            return at
    return min(len(reasons), begin + _REACH_ON * 2)


def is_dateline(line: str) -> Printed | None:
    """The date of a line that holds a date and little else, or None."""
    if len(line) > 120 or (found := find_date(line)) is None:
        return None
    rest = line[: found.span.start] + " " + line[found.span.end :]
    while (more := find_date(rest)) is not None:
        rest = rest[: more.span.start] + " " + rest[more.span.end :]
    left = re.findall(r"[^\W\d_]+", _DATE_WORDS.sub(" ", rest))
    return found if len(left) <= 4 and not rest.rstrip().endswith((".", "?")) else None


def _title(lines: Sequence[str], reasons: Sequence[str | None], body: range) -> int | None:
    copies = Counter(line.lower() for line in lines)
    scored = {
        at: score
        for at in range(max(0, body.start - _REACH_BACK), min(len(lines), body.start + 1))
        if (score := _title_score(lines, reasons, at, body, copies)) > 0
    }
    if not scored:
        return None
    best = max(scored, key=lambda at: (scored[at], -at))
    # A standfirst looks like a headline: of such lines in a row the first is the headline, unless
    # there are so many that they are the links of a menu.
    first = best
    while first - 1 in scored and scored[first - 1] >= scored[first] - 1:
        first -= 1
    if best - first <= _STANDFIRSTS:
        return first
    return best


def _title_score(
    lines: Sequence[str],
    reasons: Sequence[str | None],
    at: int,
    body: range,
    copies: Counter[str],
) -> float:
    line = lines[at]
    words = line.count(" ") + 1
    if reasons[at] is not None or is_dateline(line) or byline.led_by(line) or words > 32:
        return 0
    if byline.is_name(line) and words < 4:
        return 0
    free = line.rstrip("'\"’”").endswith(("?", "!")) or (words > 3 and title_cased(line))
    if at >= body.start and not (free and words <= 20 and len(lines) > at + 1):
        return 0
    score = 3.0 if 5 <= words <= 20 else 1.0 if words in {3, 4} or words > 20 else -3.0
    score -= 2.5 if ends_sentence(line) and not free else 0
    score += 2 if copies[line.lower()] > 1 else 0
    score += 1 if not any(reasons[one] is None for one in range(at)) else 0
    near = range(at + 1, min(len(lines), at + 5))
    score += 2 if any(byline.led_by(lines[one]) or is_dateline(lines[one]) for one in near) else 0
    return score - 0.1 * (body.start - at)


def _find_dates(
    head: Head, lines: Sequence[str], reasons: Sequence[str | None], zone: range, body: range
) -> None:
    dated: list[tuple[int, date]] = []
    for at in zone:
        if reasons[at] not in {None, "navigation"}:
            continue
        found = is_dateline(lines[at])
        if found is None and head.title is not None and head.title < at and _AGO.match(lines[at]):
            head.datelines.append(at)
        signed = any(byline.led_by(lines[one]) for one in range(max(zone.start, at - 2), at))
        prose = _paragraphs(lines, reasons, body.start, at)
        if found is None or (at > body.start and prose > (2 if signed else 1)):
            continue
        line = lines[at]
        issued = find_date(line[m.start() :]) if (m := _ISSUED.search(line)) else None
        rank = 0 if _ISSUED.search(line) else 2 if _MODIFIED.search(line) else 1
        dated.append((rank, (issued or found).value))
        head.datelines.append(at)
    if not dated and head.title is not None:
        beside = (find_date(lines[at]) for at in zone if byline.led_by(lines[at]))
        dated.extend((1, found.value) for found in beside if found is not None)
    if dated:
        head.published = min(dated, key=lambda one: one[0])[1]


def _find_bylines(
    head: Head, lines: Sequence[str], reasons: Sequence[str | None], zone: range, body: range
) -> None:
    for at in zone:
        if at == head.title or reasons[at] is not None or head.names:
            continue
        if at > body.start and _paragraphs(lines, reasons, body.start, at) > 1:
            break
        led = byline.led_by(lines[at]) or (at > 0 and bool(_ANNOUNCES.match(lines[at - 1])))
        if not led and (at in head.datelines or head.title is None or at < head.title):
            continue
        names = byline.names_in(lines[at])
        if names and (led or _beside(at, head, lines, reasons, body)):
            head.bylines.append(at)
            head.names.extend(names)
            if at in head.datelines:
                head.datelines.remove(at)
            _follow_roles(head, lines, reasons, range(at + 1, zone.stop))


def _follow_roles(
    head: Head, lines: Sequence[str], reasons: Sequence[str | None], zone: range
) -> None:
    """Take the role under a writer's name, and further writers who have theirs under them."""
    at = zone.start
    while at < zone.stop and reasons[at] is None and byline.is_role(lines[at]):
        head.bylines.append(at)
        following = range(at + 1, min(at + 3, zone.stop))
        names = byline.names_in(lines[at + 1]) if len(following) == 2 else ()
        told = byline.is_handle(lines[at]) or (names and byline.is_role(lines[at + 2]))
        if not names or not told or reasons[at + 1] is not None:
            return
        head.bylines.append(at + 1)
        head.names.extend(names)
        at += 2


def _beside(
    at: int, head: Head, lines: Sequence[str], reasons: Sequence[str | None], body: range
) -> bool:
    """Whether a bare name stands where a byline does: by the date, or between title and body."""
    if any(abs(at - one) <= 3 for one in head.datelines):
        return True
    title = head.title if head.title is not None else -1
    before = sum(reasons[one] is None for one in range(title + 1, at))
    return (
        at < body.start
        and before < _STANDFIRSTS
        and all(
            reasons[one] is not None or byline.is_role(lines[one]) or one in head.datelines
            for one in range(at + 1, body.start)
        )
    )


def _find_standfirst(
    head: Head, lines: Sequence[str], reasons: Sequence[str | None], body: range
) -> None:
    if head.title is None:
        return
    marks = [at for at in (*head.bylines, *head.datelines) if at > head.title]
    stop = min(marks) if marks else body.start
    between = [
        at
        for at in range(head.title + 1, stop)
        if reasons[at] is None and 4 <= lines[at].count(" ") + 1 <= 70
    ]
    if marks and stop > body.start:
        head.standfirst = between if len(between) <= _STANDFIRSTS else []
    elif len(between) < _STANDFIRSTS:
        head.standfirst = between


def _paragraphs(lines: Sequence[str], reasons: Sequence[str | None], start: int, stop: int) -> int:
    return sum(1 for at in range(start, stop) if reasons[at] is None and len(lines[at]) >= 60)
