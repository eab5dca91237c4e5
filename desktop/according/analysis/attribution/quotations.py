"""Pairs quotation marks inside a block and, for long quotations, across blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from according.analysis.drafts import Parsed, Passage
from according.domain.spans import Span

MARKS = re.compile(r"''|``|[“”„«»\"‘’‚']")
DOUBLE = frozenset(("“", "”", "„", "«", "»", '"', "''", "``"))
OPENING = frozenset(("“", "„", "«", "``", "‘", "‚"))
CLOSING = frozenset(("”", "»", "''", "’"))

ELISIONS = frozenset(("em", "til", "tis", "twas", "cause", "cos", "n", "round", "bout"))
"""Words that are written with an apostrophe in front."""

SCARE_WORDS = 5
"""A quotation of more words is more than a term held at arm's length."""

SCARE_LENGTH = 80
NEAR = 40
"""Code points beside a quotation that show whether it stands within a sentence."""

BEGINNING = 40
"""Code points of a paragraph's beginning in a warning."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: `span` with its marks, `inner` without; both in code points of the article.

    `scare`: a short phrase without a finite verb inside a longer sentence. `nested`: it stands
    within another one. `continued`: it goes on from the end of the block before.
    """

    span: Span
    inner: Span
    scare: bool = False
    nested: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """`doubtful`: a possessive after s, or inches after a figure, rather than a quotation mark."""

    start: int
    end: int
    double: bool
    opens: bool
    closes: bool
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    first: _Mark
    last: _Mark


def find_quotations(parsed: Parsed) -> tuple[tuple[Quoted, ...], tuple[str, ...]]:
    """The quotations of the story in text order, and a warning for each stray mark's paragraph.

    A stray mark costs its own quotation: the pairs around it stand.
    """
    found: list[Quoted] = []
    warnings: list[str] = []
    texts = [passage.block.span.of(parsed.article.text) for passage in parsed.passages]
    running = False
    for passage, text, following in zip(parsed.passages, texts, [*texts[1:], ""], strict=False):
        marks = list(_marks(text))
        pairs, opened, stray = _pair(marks, running=running)
        resumed = running and bool(marks) and not text[: marks[0].start].strip()
        goes_on = opened is not None and _resumes(following)
        if opened is not None and goes_on:
            end = len(text.rstrip())
            pairs.append(_Pair(opened, _Mark(end, end, double=True, opens=False, closes=True)))
        found.extend(_quoted(passage, text, pairs, marks[0] if resumed else None))
        if stray or (opened is not None and not goes_on):
            warnings.append(_warning(text))
        running = goes_on
    return tuple(found), tuple(warnings)


def _quoted(
    passage: Passage, text: str, pairs: list[_Pair], resumed: _Mark | None
) -> Iterator[Quoted]:
    """Pairs of marks as quotations, outer before inner; `resumed` opens again what went before."""
    base, reached = passage.block.span.start, 0
    for pair in sorted(pairs, key=lambda pair: pair.first.start):
        if not text[pair.first.end : pair.last.start].strip():
            continue
        span = Span(base + pair.first.start, base + pair.last.end)
        inner = Span(base + pair.first.end, base + pair.last.start)
        yield Quoted(
            span,
            inner,
            scare=pair.last.end > pair.last.start and _scare(passage, text, span, inner),
            nested=span.end <= reached,
            continued=pair.first is resumed,
        )
        reached = max(reached, span.end)


def _marks(text: str) -> Iterator[_Mark]:
    """The quotation marks of a text, apostrophes and inches left out."""
    for match in MARKS.finditer(text):
        mark = match.group()
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        if mark in DOUBLE:
            yield from _double(match, mark, before, after)
        elif not _apostrophe(text, match.end(), before, after, mark):
            tight = not before.isspace() and before not in '([{—–“"'
            yield _Mark(
                match.start(),
                match.end(),
                double=False,
                opens=not tight or mark == "‘",
                closes=tight,
                doubtful=before in "sS" and after == " ",
            )


def _double(match: re.Match[str], mark: str, before: str, after: str) -> Iterator[_Mark]:
    loose_before = before.isspace() or before in "([{—–-‘'/:"
    loose_after = after.isspace() or after in ")]}.,;:!?—–-’'"
    if mark in {'"', "''"}:
        opens, closes = loose_before, not loose_before or loose_after
    elif mark in OPENING:
        # Typists leave “ where ” belongs; its neighbours tell.
        opens, closes = not (not loose_before and loose_after), not loose_before and loose_after
    else:
        opens, closes = loose_before and not loose_after, True
    yield _Mark(
        match.start(),
        match.end(),
        double=True,
        opens=opens,
        closes=closes,
        doubtful=mark == '"' and before.isdigit(),
    )


def _apostrophe(text: str, end: int, before: str, after: str, mark: str) -> bool:
    """Whether a single mark is an apostrophe: inside a word, or for letters left out in front."""
    if mark == "‚":
        return not after.isalnum()
    if before.isalnum() and after.isalnum():
        return True
    word = re.match(r"[\w]+", text[end : end + 12])
    if word is None:
        return mark == "‘"
    if before.isalnum() or mark == "‘":
        return mark == "‘" and word.group().lower() in ELISIONS
    return mark == "’" or word.group().lower() in ELISIONS or word.group()[0].isdigit()


def _pair(marks: list[_Mark], *, running: bool) -> tuple[list[_Pair], _Mark | None, bool]:
    """Pairs of marks, a double one left open at the end, and whether a mark was stray.

    `running`: the block goes on with a quotation from the block before, so its first mark opens
    again and what closes it closes both.
    """
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    stray = False
    for number, mark in enumerate(marks):
        same = next((held for held in reversed(stack) if held.double == mark.double), None)
        if (
            mark.closes
            and same is not None
            and not _possessive(mark, islice(marks, number + 1, None))
        ):
            while stack[-1] is not same:
                stack.pop()
            stack.pop()
            pairs.append(_Pair(same, mark))
        elif mark.opens:
            if same is not None and mark.double:
                stray = True
                stack.remove(same)
            elif same is not None:
                stack.remove(same)
            stack.append(mark)
        elif mark.double and not mark.doubtful and not (running and number == 0):
            stray = True
    left = next((mark for mark in stack if mark.double), None)
    return pairs, left, stray


def _possessive(mark: _Mark, later: Iterable[_Mark]) -> bool:
    """Whether a doubtful closing mark ("the workers’ rights’") is one of possession.

    It is when a better one follows before the next opening mark of its kind.
    """
    if mark.double or not mark.doubtful:
        return False
    for other in later:
        if other.double:
            continue
        if other.closes:
            return True
        if other.opens:
            return False
    return False


def _resumes(text: str) -> bool:
    """Whether a block begins with an opening double mark, as each part of a long quotation does."""
    first = next(_marks(text), None)
    return first is not None and first.double and first.opens and not text[: first.start].strip()


def _scare(passage: Passage, text: str, span: Span, inner: Span) -> bool:
    """Whether a quotation is a short phrase without a finite verb inside a longer sentence."""
    tokens = passage.tokens(inner) if len(inner) <= SCARE_LENGTH else None
    if tokens is None or len(tokens) == 0:
        return False
    words = [token for token in tokens if token.is_alpha]
    if len(words) > SCARE_WORDS or tokens.text[-1] in ".,!?":
        return False
    if any(token.tag_ in {"VBD", "VBP", "VBZ", "MD"} for token in words):
        return False
    start, end = span.start - passage.block.span.start, span.end - passage.block.span.start
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return bool(before.strip(" \n")) or bool(behind.strip(" \n.,;:"))


def _warning(text: str) -> str:
    beginning = " ".join(text[:BEGINNING].split())
    if len(text) > BEGINNING:
        beginning += "…"
    return (
        f"A quotation mark has no partner in the paragraph that begins “{beginning}”, "
        "so one quotation there may be missing or too long."
    )
