"""Spans: half-open ranges of code points in an article's text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range [start, end) of `Article.text`, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def holds(self, position: int) -> bool:
        """Whether the code point at `position` lies inside."""
        return self.start <= position < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that contains all of `spans`, of which there must be at least one."""
    ordered = list(spans)
    return Span(min(span.start for span in ordered), max(span.end for span in ordered))


def merged(spans: Iterable[Span]) -> Spans:
    """`spans` in order, those that touch or overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def text_of(spans: Sequence[Span], text: str) -> str:
    """The words of several spans as one reading line: " … " stands for what lies between."""
    return " … ".join(span.of(text) for span in spans)
