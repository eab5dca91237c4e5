"""Pairs quotation marks of any style within a paragraph and, for long quotations, across them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from according.domain.spans import Span

MARKS = re.compile(r"''|``|[“”„«»\"‘’‚']")
DOUBLE = frozenset(("“", "”", "„", "«", "»", '"', "''", "``"))
OPENING = frozenset(("“", "„", "«", "``", "‘", "‚"))
CLOSING = frozenset(("”", "»", "''", "’"))

ELISIONS = frozenset(("em", "til", "tis", "twas", "cause", "cos", "n", "round", "bout"))
"""Words that are written with an apostrophe in front."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`doubtful`: a possessive after s, or inches after a figure, rather than a quotation mark."""

    start: int
    end: int
    double: bool
    opens: bool
    closes: bool
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    first: Mark
    last: Mark


@dataclass(frozen=True, slots=True)
class PairedMarks:
    """The marks of one paragraph, in code points of it.

    `pairs` in text order, outer before inner. `resumed`: the mark that opens again what the
    paragraph before left open. `unpaired`: a mark has no partner.
    """

    pairs: tuple[Pair, ...]
    resumed: Mark | None
    unpaired: bool


def pair_marks(texts: Sequence[str]) -> Iterator[PairedMarks]:
    """The paired marks of each paragraph; a stray mark costs its own pair, the others stand."""
    running = False
    for text, following in zip(texts, [*texts[1:], ""], strict=False):
        marks = list(_marks(text))
        pairs, opened, stray = _pair(marks, running=running)
        resumed = running and bool(marks) and not text[: marks[0].start].strip()
        goes_on = opened is not None and _resumes(following)
        if opened is not None and goes_on:
            end = len(text.rstrip())
            pairs.append(Pair(opened, Mark(end, end, double=True, opens=False, closes=True)))
        yield PairedMarks(
            tuple(sorted(pairs, key=_first)),
            marks[0] if resumed else None,
            stray or (opened is not None and not goes_on),
        )
        running = goes_on


def quoted_ranges(texts: Sequence[str]) -> list[list[Span]]:
    """What stands in quotation marks in each paragraph, marks included, in code points of it."""
    return [
        [Span(pair.first.start, pair.last.end) for pair in paired.pairs]
        for paired in pair_marks(texts)
    ]


def _first(pair: Pair) -> int:
    return pair.first.start


def _marks(text: str) -> Iterator[Mark]:
    """The quotation marks of a text, apostrophes and inches left out."""
    for match in MARKS.finditer(text):
        mark = match.group()
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        if mark in DOUBLE:
            yield from _double(match, mark, before, after)
        elif not _apostrophe(text, match.end(), before, after, mark):
            tight = not before.isspace() and before not in '([{—–“"'
            yield Mark(
                match.start(),
                match.end(),
                double=False,
                opens=not tight or mark == "‘",
                closes=tight,
                doubtful=before in "sS" and after == " ",
            )


def _double(match: re.Match[str], mark: str, before: str, after: str) -> Iterator[Mark]:
    loose_before = before.isspace() or before in "([{—–-‘'/:"
    loose_after = after.isspace() or after in ")]}.,;:!?—–-’'"
    if mark in {'"', "''"}:
        opens, closes = loose_before, not loose_before or loose_after
    elif mark in OPENING:
        # Typists leave “ where ” belongs; its neighbours tell.
        opens, closes = not (not loose_before and loose_after), not loose_before and loose_after
    else:
        opens, closes = loose_before and not loose_after, True
    yield Mark(
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


def _pair(marks: list[Mark], *, running: bool) -> tuple[list[Pair], Mark | None, bool]:
    """Pairs of marks, a double one left open at the end, and whether a mark was stray.

    `running`: the block goes on with a quotation from the block before, so its first mark opens
    again and what closes it closes both.
    """
    pairs: list[Pair] = []
    stack: list[Mark] = []
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
            pairs.append(Pair(same, mark))
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


def _possessive(mark: Mark, later: Iterable[Mark]) -> bool:
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
