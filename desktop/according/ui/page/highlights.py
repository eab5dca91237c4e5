"""Units and marks: code points <-> UTF-16, article <-> page, and what is highlighted where.

`OffsetMap` is the only place where units change. Marks are values in code points of the article;
painting them is the business of `marks`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from according.domain.spans import Span, Spans, merged
from according.ui.page.rows import Row
from according.ui.workspace import Layers, Selection

if TYPE_CHECKING:  # the text shows before these are needed
    from according.domain.analysis import Analysis
    from according.domain.claims import Claim, Level
    from according.domain.entities import EntityKind
    from according.domain.notes import AnchoredNote

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Converts positions in one text between code points (Python) and UTF-16 units (Qt)."""

    def __init__(self, text: str) -> None:
        # Most texts have none of the characters that take two units, and to count is quicker.
        plain = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        self._points = [] if plain else [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """The UTF-16 position of a code-point position."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code-point position of a UTF-16 position; inside a pair, that of its character."""
        return unit - bisect_left(self._units, unit)

    def length(self, span: Span) -> int:
        """The length of a span (code points) in UTF-16 units."""
        return self.to_units(span.end) - self.to_units(span.start)


class PageMap:
    """Where the article's text stands on the page, given its rows.

    A row is one paragraph of the document; document positions are UTF-16 units, article positions
    code points. Of a long page the document may hold only the rows from `first` to before `last`:
    then a position elsewhere on the page is taken to the nearest end.
    """

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.first, self.last = 0, len(self.rows)
        self._units = OffsetMap(text)
        self._starts = [0, *accumulate(self._length(row) + 1 for row in self.rows)]
        self._shown = [number for number, row in enumerate(self.rows) if row.span is not None]
        self._article_starts = [_span(self.rows[number]).start for number in self._shown]

    def cut(self, first: int, last: int) -> PageMap:
        """The same page, of which the document holds the rows from `first` to before `last`."""
        part = copy(self)
        part.first, part.last = first, last
        return part

    @property
    def whole(self) -> bool:
        """Whether the document holds all rows."""
        return (self.first, self.last) == (0, len(self.rows))

    @property
    def length(self) -> int:
        """The last position of the document."""
        return max(0, self.size(self.first, self.last) - 1)

    def size(self, first: int, last: int) -> int:
        """How many UTF-16 units the rows from `first` to before `last` take."""
        return self._starts[last] - self._starts[first]

    def below(self, number: int, size: int) -> int:
        """Before which row the rows from `number` on end that take `size` UTF-16 units or more."""
        return min(len(self.rows), bisect_left(self._starts, self._starts[number] + size))

    def above(self, number: int, size: int) -> int:
        """With which row the rows before `number` begin that take `size` UTF-16 units or more."""
        return max(0, bisect_right(self._starts, self._starts[number] - size) - 1)

    def row_at(self, position: int) -> int:
        """The number of the row that holds a document position."""
        number = bisect_right(self._starts, position + self._starts[self.first]) - 1
        return max(0, min(number, self.last - 1))

    def start_of(self, number: int) -> int:
        """The document position at which a row starts."""
        return self._starts[number] - self._starts[self.first]

    def row_of(self, point: int) -> int | None:
        """The number of the row that shows an article position, or None where it is folded."""
        at = bisect_right(self._article_starts, point) - 1
        if at < 0:
            return None
        number = self._shown[at]
        return number if point <= _span(self.rows[number]).end else None

    def row_near(self, point: int) -> int:
        """The number of the row that shows an article position, or of the nearest that is shown."""
        return self._shown[max(0, bisect_right(self._article_starts, point) - 1)]

    def to_document(self, point: int) -> int:
        """The document position of an article position; of a folded one, the nearest shown."""
        if not self._shown:
            return 0
        number = self.row_near(point)
        span = _span(self.rows[number])
        within = min(max(point, span.start), span.end)
        position = self.start_of(number) + self._units.length(Span(span.start, within))
        return min(max(0, position), self.length)

    def to_article(self, position: int) -> int | None:
        """The article position of a document position; None on rows that are not the article's."""
        if not self.rows:
            return None
        number = self.row_at(position)
        span = self.rows[number].span
        if span is None:
            return None
        unit = self._units.to_units(span.start) + position - self.start_of(number)
        return min(self._units.to_points(unit), span.end)

    def nearest(self, position: int) -> int:
        """The article position at a document position, or else the next below it."""
        point = self.to_article(position)
        if point is not None:
            return point
        following = next(iter(self._pieces(position, self.length)), None)
        return following.start if following is not None else 0

    def fold_start(self, block: int) -> int | None:
        """The document position of the row that folds or unfolds the block of this index."""
        rows = (n for n, row in enumerate(self.rows) if row.of_fold and block in row.blocks)
        number = next(rows, None)
        return None if number is None else self.start_of(number)

    def local(self, number: int, span: Span) -> tuple[int, int]:
        """The part of `span` on a row, in UTF-16 units from the start of that row."""
        row = _span(self.rows[number])
        base = self._units.to_units(row.start)
        start, end = max(span.start, row.start), min(span.end, row.end)
        return self._units.to_units(start) - base, self._units.to_units(end) - base

    def point_at(self, share: float) -> int:
        """The article position of the row at a share of the page, from 0 to 1."""
        row = bisect_right(self._starts, share * self._starts[-1]) - 1
        at = bisect_left(self._shown, row)
        return self._article_starts[min(at, len(self._shown) - 1)] if self._shown else 0

    def numbers(self, span: Span) -> Iterator[int]:
        """The rows of the document that show a part of `span`."""
        at = max(0, bisect_right(self._article_starts, span.start) - 1)
        for number in map(self._shown.__getitem__, range(at, len(self._shown))):
            row = _span(self.rows[number])
            if row.start >= span.end:
                return
            if row.overlaps(span) and self.first <= number < self.last:
                yield number

    def between(self, start: int, end: int) -> Spans:
        """What the article says between two document positions, one span a row."""
        return tuple(self._pieces(start, end))

    def shown_spans(self) -> Iterator[Span]:
        """The spans of the article that can be seen on the page, in order."""
        return (_span(self.rows[number]) for number in self._shown)

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        at = bisect_left(self._shown, self.row_at(start))
        for number in map(self._shown.__getitem__, range(at, len(self._shown))):
            if self.start_of(number) >= end:
                return
            row = _span(self.rows[number])
            base = self._units.to_units(row.start) - self.start_of(number)
            first = self._units.to_points(max(base + start, base + self.start_of(number)))
            last = min(self._units.to_points(base + end), row.end)
            if first < last:
                yield Span(first, last)

    def _length(self, row: Row) -> int:
        """UTF-16 units of a row; what a block shows in place of a character is as long."""
        if row.span is not None:
            return self._units.length(row.span)
        return OffsetMap(row.text).to_units(len(row.text))


class MarkKind(StrEnum):
    """What a mark stands for."""

    CLAIM = "claim"
    MENTION = "mention"
    CHOSEN = "chosen claim"
    PART = "source or relay of the chosen"
    CHOSEN_MENTION = "mention of the chosen entity"
    HIT = "hit"
    CURRENT = "current hit"
    PASSAGE = "passage"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """One highlighted stretch of the article, in code points; `id` is of what it marks.

    `level` is None for claims in the narrator's voice and for what is no claim. `firm` is false
    for an inferred mention and for a note that asks to be checked.
    """

    span: Span
    kind: MarkKind
    id: str = ""
    level: Level | None = None
    entity: EntityKind | None = None
    firm: bool = True


class MarkIndex:
    """Marks in text order, which can be asked what overlaps a span without walking them all."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.span.start, -len(mark.span))))
        self._starts = [mark.span.start for mark in self.marks]
        self._reach = list(accumulate((mark.span.end for mark in self.marks), max))

    def overlapping(self, span: Span) -> list[Mark]:
        """The marks that overlap `span`, in text order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return [mark for mark in self.marks[first:last] if mark.span.end > span.start]

    def at(self, point: int) -> list[Mark]:
        """The marks that hold a code point, the smallest first, a mention before a claim."""
        found = self.overlapping(Span(point, point + 1))
        return sorted(found, key=lambda mark: (len(mark.span), mark.kind is MarkKind.CLAIM))


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch whose letters change: words of certainty, or a cue."""

    span: Span
    certainty: bool


def reading_marks(analysis: Analysis | None, layers: Layers) -> tuple[Mark, ...]:
    """The claims and mentions of an analysis, as far as their layers are shown."""
    if analysis is None:
        return ()
    marks: list[Mark] = []
    if layers.claims:
        for claim in analysis.claims:
            level = claim.credited_level
            marks += [Mark(span, MarkKind.CLAIM, claim.id, level) for span in claim.content]
    if layers.entities:
        for entity in analysis.entities:
            marks += [
                Mark(
                    mention.span,
                    MarkKind.MENTION,
                    entity.id,
                    entity=entity.kind,
                    firm=not mention.inferred,
                )
                for mention in entity.mentions
            ]
    return tuple(marks)


def chosen_marks(analysis: Analysis | None, selection: Selection) -> tuple[Mark, ...]:
    """What is chosen: a claim with its source and relays, an entity's mentions, a passage."""
    marks: list[Mark] = []
    if selection.passage is not None:
        marks.append(Mark(selection.passage, MarkKind.PASSAGE))
    for claim in analysis.claims if analysis else ():
        if claim.id == selection.claim:
            level = claim.credited_level
            marks += [Mark(span, MarkKind.CHOSEN, claim.id, level) for span in claim.content]
            marks += [Mark(span, MarkKind.PART, claim.id) for span in credited(claim)]
        elif selection.source is not None and selection.source in claim.sources:
            marks += [Mark(span, MarkKind.PART, claim.id) for span in claim.attribution.source]
    for entity in analysis.entities if analysis else ():
        if entity.id == selection.entity:
            marks += [
                Mark(
                    mention.span,
                    MarkKind.CHOSEN_MENTION,
                    entity.id,
                    entity=entity.kind,
                    firm=not mention.inferred,
                )
                for mention in entity.mentions
            ]
    return tuple(dict.fromkeys(marks))


def note_marks(notes: Sequence[AnchoredNote]) -> tuple[Mark, ...]:
    """The notes, each on its passage."""
    return tuple(
        Mark(note.span, MarkKind.NOTE, note.note.id, firm=not note.moved) for note in notes
    )


def credited(claim: Claim) -> Spans:
    """Where the article names the source and the relays of a claim."""
    relays = (span for step in claim.relays for span in step)
    return tuple(dict.fromkeys((*claim.attribution.source, *relays)))


def styled_words(analysis: Analysis | None, layers: Layers) -> tuple[Words, ...]:
    """The words of certainty and the cues; disjoint and in text order.

    Where a cue is itself the word of distance ("claimed"), it is shown as a cue.
    """
    likely: set[Span] = set()
    distant: set[Span] = set()
    cues: set[Span] = set()
    for claim in analysis.claims if analysis else ():
        likely.update(claim.certainty.likelihood.words, claim.certainty.confidence)
        distant.update(claim.certainty.distance.words)
        cues.update(claim.attribution.cue, *claim.relay_cues)
    firm = merged(likely)
    said = _clear_of(merged(cues), firm)
    certain = merged([*firm, *_clear_of(merged(distant), (*firm, *said))])
    words = [Words(span, certainty=True) for span in certain] if layers.certainty else []
    if layers.claims:
        words += [Words(span, certainty=False) for span in said]
    return tuple(sorted(words, key=lambda word: word.span))


def _clear_of(spans: Spans, taken: Spans) -> Spans:
    """Those of `spans` that no span of `taken` touches."""
    index = MarkIndex(Mark(span, MarkKind.HIT) for span in taken)
    return tuple(span for span in spans if not index.overlapping(span))


def _span(row: Row) -> Span:
    if row.span is None:
        raise ValueError("this row does not show the article")
    return row.span
