"""What the resolving of references looks things up in: names, speeches and who has spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.analysis.entities.cast import Cast, Figure
from according.analysis.entities.gazetteer import Gazetteer
from according.analysis.entities.lines import Line
from according.analysis.entities.names import Name
from according.analysis.entities.roles import At, Role
from according.analysis.entities.speech import Speech
from according.domain.spans import Span


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

    def before(self, position: int, first_line: int) -> Iterator[int]:
        """Names before a position, the nearest first, back to the line `first_line`."""
        for index in range(bisect_left(self.positions, position) - 1, -1, -1):
            if self.names[index].line < first_line:
                return
            yield index


@dataclass(slots=True)
class Memory:
    """Who has been found to speak so far, and where each figure is named, at all and in full.

    `government` is the country whose government was named last, `led` are the numbers of the
    figures that have a chief executive or the like.
    """

    cast: Cast
    speaker_of: dict[int, int] = field(default_factory=dict)
    speeches_of: dict[int, list[int]] = field(default_factory=dict)
    spoken: list[int] = field(default_factory=list)
    last_open: dict[str, int] = field(default_factory=dict)
    named_at: dict[int, list[int]] = field(default_factory=dict)
    full_at: dict[int, list[int]] = field(default_factory=dict)
    government: Figure | None = None
    led: frozenset[int] = frozenset()

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
