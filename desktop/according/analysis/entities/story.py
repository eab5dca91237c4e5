"""What the resolving of references looks things up in: names, speeches and who has spoken."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.analysis.entities.cast import Cast, Figure
from according.analysis.entities.gazetteer import Gazetteer
from according.analysis.entities.lines import Line
from according.analysis.entities.names import Name
from according.analysis.entities.roles import At, Role
from according.analysis.entities.speech import Speech
from according.domain.spans import Span

FAR = 60
"""Paragraphs from which on an article no longer counts on its readers' memory."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article's lines, names and speeches, with the ways from the one to the other.

    `positions` are where the names stand, in code points of the article; `roles` are what the
    text says beside each name. `index_at` leads from line and token to the name there.
    """

    lines: Sequence[Line]
    names: Sequence[Name]
    speeches: Sequence[Speech]
    gazetteer: Gazetteer
    at: At
    index_at: Mapping[tuple[int, int], int]
    positions: Sequence[int]
    roles: Mapping[int, tuple[Role, ...]]

    def span(self, index: int) -> Span:
        """Where name number `index` stands, titles included."""
        name = self.names[index]
        return self.lines[name.line].span(name.start, name.end)

    def named_in(self, first: int, last: int) -> range:
        """The numbers of the names from one line to another, both included."""
        lines = self.lines
        start = lines[max(0, first)].passage.block.span.start
        end = lines[min(last, len(lines) - 1)].passage.block.span.end
        return range(bisect_left(self.positions, start), bisect_left(self.positions, end))

    def before(self, position: int, first_line: int) -> Iterator[int]:
        """Names before a position, the nearest first, back to the line `first_line`."""
        for index in range(bisect_left(self.positions, position) - 1, -1, -1):
            if self.names[index].line < first_line:
                return
            yield index


@dataclass(slots=True)
class Memory:
    """Who has been found to speak so far, and where each figure is named, at all and in full.

    `governments` are the countries whose governments are named, with place and line in text order;
    `led` are the numbers of the figures that have a chief executive or the like. `held_in` are, by
    line, the tokens [start, end) at which a role stands for its holder, `bodies_in` the phrases
    that name a country's body. `contents` are the spans of what is said, in text
    order, `ends` how far they reach up to each. `first_at` is where a word, in lower case, is
    printed first.
    """

    cast: Cast
    speaker_of: dict[int, int] = field(default_factory=dict)
    speeches_of: dict[int, list[int]] = field(default_factory=dict)
    spoken: list[int] = field(default_factory=list)
    last_open: dict[str, int] = field(default_factory=dict)
    named_at: dict[int, list[int]] = field(default_factory=dict)
    full_at: dict[int, list[int]] = field(default_factory=dict)
    governments: list[tuple[int, int, Figure]] = field(default_factory=list)
    led: frozenset[int] = frozenset()
    held_in: dict[int, list[tuple[int, int, Figure]]] = field(default_factory=dict)
    bodies_in: dict[int, list[tuple[Figure, Role]]] = field(default_factory=dict)
    contents: Sequence[Span] = ()
    ends: Sequence[int] = ()
    first_at: Mapping[str, int] = field(default_factory=dict)

    def reported(self, span: Span) -> bool:
        """Whether a span lies inside what somebody is credited with."""
        before = bisect_left(self.contents, span.start, key=_start)
        inside = before < len(self.contents) and self.contents[before].start == span.start
        return inside or (before > 0 and self.ends[before - 1] >= span.end)

    def govern(self, position: int, line: int, figure: Figure) -> None:
        """A government is named at a position of the article."""
        insort(self.governments, (position, line, figure), key=_position)

    def government_before(self, position: int) -> tuple[int, Figure] | None:
        """The government named last before a position, and in which line."""
        before = bisect_left(self.governments, position, key=_position)
        return self.governments[before - 1][1:] if before else None

    def speaks(self, speech: int, figure: int) -> None:
        """Speech number `speech` is this figure's."""
        self.speaker_of[speech] = figure
        self.speeches_of.setdefault(figure, []).append(speech)

    def named(self, name: int, figure: int, *, full: bool) -> None:
        """Name number `name` means this figure; names come in text order."""
        self.named_at.setdefault(figure, []).append(name)
        if full:
            self.full_at.setdefault(figure, []).append(name)

    def figure_of(self, name: int) -> Figure | None:
        number = self.cast.of_name.get(name)
        return None if number is None else self.cast.figures[number]


def _start(span: Span) -> int:
    return span.start


def _position(named: tuple[int, int, Figure]) -> int:
    return named[0]
