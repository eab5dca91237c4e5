"""Boxes of several lines on a page: sign-up forms, calls for stories, lists of links, forums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from according.domain.expressions import Expression
from according.readers.lines import ends_sentence
from according.readers.printed_dates import find_date

NEWSLETTER = "newsletter"
CALL = "call for readers’ stories"
RELATED = "related link"
FORUM = "comment forum"
COUNT = "comment count"

_GAP = 3
"""Lines without a wording of their own that two lines of one box may have between them."""

_PROMOTES = Expression(
    r"\b(?:our|we|us|you|your|stories|inbox|e-?mail|headlines|subscribers|delivered|essential|"
    r"every (?:week|day|morning)|weekly|daily|don['’]t miss)\b",
    re.IGNORECASE,
)
_SPEAKS = Expression(r"[“”\"]|\b(?:said|says|told|according to|added)\b")
_PROMOTION_END = Expression(r"after (?:newsletter )?promotion", re.IGNORECASE, hints=("promotion",))
_PROMOTION_REACH = 12
"""Lines above its end mark in which such a box begins."""

_LABEL_WORDS = 4
_LINK_WORDS = range(3, 25)
_PROSE = 60
_PARAGRAPHS = 1
_LINKS = 6
"""Links that a heading like "Read more" may have below it."""

_REPLY = Expression(
    r"^(?:reply|like|dislike|report|report comment|flag|upvote|recommend|share)\W*(?:\d+)?$",
    re.IGNORECASE,
    hints=("reply", "like", "report", "flag", "upvote", "recommend", "share"),
)
_STAMP = Expression(
    r"^(?:posted |edited )?(?:(?:\d+|an?) ?(?:s|m|h|d|w|min|mins|minutes?|hours?|hrs?|days?|weeks?|"
    r"months?|years?) ago|just now|yesterday)\W*$",
    re.IGNORECASE,
    hints=("ago", "just now", "yesterday"),
)
_WRITES = Expression(r"^[^.?!“”\"]{2,40} (?:says|said|wrote|writes):?$", re.IGNORECASE)
_REPLIES = 2
_FORUM_REACH = 12
"""Lines above the first reply in which the heading of a forum stands."""


def widened(lines: Sequence[str], reasons: Sequence[str | None]) -> list[str | None]:
    """`reasons` with those of the lines that belong to a box by where they stand."""
    wide = list(reasons)
    for reason in (NEWSLETTER, CALL):
        _fill(lines, wide, reason)
    for at in _promoted(lines, wide):
        wide[at] = NEWSLETTER
    for at in _links(lines, wide):
        wide[at] = RELATED
    for at in _forum(lines, wide):
        wide[at] = FORUM
    return wide


def _fill(lines: Sequence[str], reasons: list[str | None], reason: str) -> None:
    """Fold what stands between two lines of one box, if it could be said in the box."""
    before: int | None = None
    for at, why in enumerate(reasons):
        if why != reason:
            continue
        if before is not None and at - before - 1 <= _GAP:
            between = range(before + 1, at)
            if all(reasons[one] is not None or _promotes(lines[one]) for one in between):
                for one in between:
                    reasons[one] = reason
        before = at


def _promotes(line: str) -> bool:
    words = line.count(" ") + 1
    if _SPEAKS.search(line) or words > 45:
        return False
    return (words <= 12 and not ends_sentence(line)) or bool(_PROMOTES.search(line))


def _promoted(lines: Sequence[str], reasons: Sequence[str | None]) -> Iterator[int]:
    """The lines from a sign-up line to the mark that ends the promotion."""
    for end, line in enumerate(lines):
        if not _PROMOTION_END.fullmatch(line.strip(" .")):
            continue
        reach = range(max(0, end - _PROMOTION_REACH), end)
        start = next((at for at in reach if reasons[at] == NEWSLETTER), end)
        yield from (at for at in range(start, end + 1) if not _SPEAKS.search(lines[at]))


def _links(lines: Sequence[str], reasons: Sequence[str | None]) -> Iterator[int]:
    """The titles below a heading of links inside the text, with paragraphs above it."""
    prose = 0
    for start, why in enumerate(reasons):
        heading = lines[start]
        prose += why is None and len(heading) >= _PROSE and ends_sentence(heading)
        label = heading.count(" ") < _LABEL_WORDS and ": " not in heading
        if prose < _PARAGRAPHS or why != RELATED or not label:
            continue
        found = []
        for at in range(start + 1, min(len(lines), start + 1 + _LINKS)):
            line = lines[at]
            titled = not ends_sentence(line) or line.endswith("?")
            if reasons[at] is not None or not titled or line.count(" ") + 1 not in _LINK_WORDS:
                break
            found.append(at)
        # A list of links without end is a page's foot, where other rules hold.
        if len(found) < _LINKS:
            yield from found


def _forum(lines: Sequence[str], reasons: Sequence[str | None]) -> range:
    """The readers' comments, from their heading to the last button below one."""
    says = [
        at
        for at in range(len(lines) - 1)
        if _WRITES.match(lines[at]) and (find_date(lines[at + 1]) or _STAMP.match(lines[at + 1]))
    ]
    if len(says) > _REPLIES:
        return range(says[0], _next_reason(reasons, says[-1] + 1))
    replies = [at for at, line in enumerate(lines) if _REPLY.match(line)]
    answers = sum(lines[at].lower().startswith("reply") for at in replies)
    if answers < _REPLIES:
        return range(0)
    first = next(at for at in replies if lines[at].lower().startswith("reply"))
    reach = range(max(0, first - _FORUM_REACH), first)
    headings = [at for at in reach if reasons[at] in {COUNT, FORUM}]
    stamps = [at for at in reach if _STAMP.match(lines[at])]
    if headings:
        start = headings[0]
    elif stamps:
        start = max(0, stamps[-1] - 1)
    else:
        return range(0)
    last = replies[-1] + 1
    while last < len(lines) and not any(one.isalpha() for one in lines[last]):
        last += 1
    return range(start, last)


def _next_reason(reasons: Sequence[str | None], start: int) -> int:
    return next((at for at in range(start, len(reasons)) if reasons[at] is not None), len(reasons))
