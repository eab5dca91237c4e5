"""A page as pasted from a news site: every line becomes a block of some kind, none is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from according.domain.article import READ_KINDS, BlockKind
from according.readers import body as bodies
from according.readers.boilerplate import APPEAL, wording
from according.readers.head import Head, find_head
from according.readers.lines import ends_sentence, paragraphs
from according.readers.publisher import language, publisher

NAVIGATION = "navigation"
RELATED = "related link"
OTHER = "other page text"
ADDRESS = "web address"
LEGAL = "legal"

_SPOKEN = frozenset({APPEAL, LEGAL, "comment forum", "newsletter", "author biography"})
"""Reasons of the lines in which a paper speaks of itself."""

_BULLET = re.compile(r"^(?:[•▪◦‣●*·–-]\s|\(?\d{1,2}[.)]\s)")
_CREDITED = re.compile(
    r"\((?:[^()]{0,60}[/ ])?(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?|Shutterstock|Alamy|"
    r"Bloomberg|Rex|Handout|Supplied|Photo|File)(?:[/ ][^()]{0,40})?\)$"
)
_ADDRESS = re.compile(r"^(?:[\w ]{0,20}:\s*)?(https?://\S+)$")

_HEADING_WORDS = 14
_CAPTION_WORDS = 45
_CLEAN_REST = 12
"""Lines after the body that are kept as they are where nothing among them looks like furniture."""


@dataclass(frozen=True, slots=True)
class Line:
    """One block to be: its kind, its text, and the reason where it is folded."""

    kind: BlockKind
    text: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart."""

    lines: tuple[Line, ...]
    title: str | None
    names: tuple[str, ...]
    published: date | None
    publisher: str | None
    language: str | None
    address: str | None


def take_apart(text: str) -> Page:
    """The lines of a pasted page with their kinds, and what the page says about itself."""
    lines = paragraphs(text)
    reasons = _reasons(lines)
    noisy = bodies.is_noisy(lines, reasons)
    values = bodies.weights(lines, reasons, noisy=noisy)
    run = bodies.extended(bodies.densest_run(values), values, reasons)
    head = find_head(lines, reasons, run)
    marked = _Marking(lines, reasons, values, run, head, noisy).lines()
    spoken = [line.text for line in marked if line.reason in _SPOKEN]
    legal = [line.text for line in marked if line.reason == LEGAL]
    story = [line.text for line in marked if line.kind in READ_KINDS]
    prose = lines[head.body_start : run.stop]
    address = next((m[1] for line in lines if (m := _ADDRESS.match(line))), None)
    return Page(
        lines=marked,
        title=lines[head.title] if head.title is not None else None,
        names=tuple(head.names),
        published=head.published,
        publisher=publisher(spoken, legal, prose),
        language=language(prose or story),
        address=address,
    )


def _reasons(lines: Sequence[str]) -> list[str | None]:
    words = wording()
    appeals = words.appeals(lines)
    return [
        APPEAL if at in appeals else ADDRESS if _ADDRESS.match(line) else words.reason(line)
        for at, line in enumerate(lines)
    ]


@dataclass(frozen=True, slots=True)
class _Marking:
    """What is known of a page's lines while their kinds are decided."""

    text: Sequence[str]
    reasons: Sequence[str | None]
    values: Sequence[float]
    run: range
    head: Head
    noisy: bool

    def lines(self) -> tuple[Line, ...]:
        return tuple(self._line(at) for at in range(len(self.text)))

    def _line(self, at: int) -> Line:
        kind = self._head_kind(at)
        if kind is not None:
            return Line(kind, self.text[at])
        if (reason := self.reasons[at]) is not None:
            return Line(BlockKind.BOILERPLATE, self.text[at], reason)
        if self.run and at < self.head.body_start:
            return self._before(at)
        if self.run and self._outside(at):
            return Line(BlockKind.BOILERPLATE, self.text[at], self._leftover(at))
        return Line(self._kind(at), self.text[at])

    def _outside(self, at: int) -> bool:
        """Whether a line behind the head is none of the body's, though no wording says so."""
        if at >= self.run.stop:
            return not self._kept_rest()
        text = self.text[at]
        short = text.count(" ") < _HEADING_WORDS and not _BULLET.match(text)
        return self.noisy and short and self.values[at] < 0 and not self._flanked(at)

    def _head_kind(self, at: int) -> BlockKind | None:
        if at == self.head.title:
            return BlockKind.HEADLINE
        if at in self.head.standfirst:
            return BlockKind.STANDFIRST
        if at in self.head.bylines:
            return BlockKind.BYLINE
        return BlockKind.DATELINE if at in self.head.datelines else None

    def _before(self, at: int) -> Line:
        """A line above the body: between headline and body it may be a caption."""
        text = self.text[at]
        title = self.head.title
        captioned = not self.noisy or ends_sentence(text) or bool(_CREDITED.search(text))
        if title is not None and at > title and captioned and text.count(" ") + 1 >= 6:
            return Line(BlockKind.CAPTION, text)
        if not self.noisy and self.values[at] > 0:
            return Line(BlockKind.PARAGRAPH, text)
        return Line(BlockKind.BOILERPLATE, text, self._leftover(at))

    def _kind(self, at: int) -> BlockKind:
        text = self.text[at]
        words = text.count(" ") + 1
        if _BULLET.match(text):
            return BlockKind.LIST
        if words <= _CAPTION_WORDS and _CREDITED.search(text):
            return BlockKind.CAPTION
        if self.values[at] < 0 and words <= _HEADING_WORDS and self._flanked(at):
            return BlockKind.HEADING
        return BlockKind.PARAGRAPH

    def _flanked(self, at: int) -> bool:
        """Whether prose stands directly before and after, as at a heading."""
        return 0 < at < len(self.values) - 1 and min(self.values[at - 1], self.values[at + 1]) > 0

    def _kept_rest(self) -> bool:
        rest = self.reasons[self.run.stop :]
        return len(rest) <= _CLEAN_REST and not any(rest)

    def _leftover(self, at: int) -> str:
        """The reason for a line that no wording gave away."""
        text = self.text[at]
        if ends_sentence(text) and self.values[at] > 0:
            return OTHER
        return RELATED if text.count(" ") + 1 >= 6 else NAVIGATION
