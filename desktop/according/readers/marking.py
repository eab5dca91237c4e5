"""The kind of each line of a page, once its body and its head are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from according.domain.article import BlockKind
from according.domain.expressions import Expression
from according.readers import body as bodies
from according.readers import byline
from according.readers.head import Head
from according.readers.lines import ends_sentence, is_bullet

NAVIGATION = "navigation"
RELATED = "related link"
OTHER = "other page text"
BIOGRAPHY = "author biography"
CREDIT = "image credit"
REPEATED = "repeated text"

CORRECTION = Expression(
    r"^(?:(?:correction|clarification|editor['’]s note)s?\b\s*(?:[:(—–-]|,? \w+ \d)|"
    r"(?:• )?(?:this (?:article|story|headline|piece|report) (?:was|has been) "
    r"(?:amended|corrected|updated|clarified)|an? (?:earlier|previous) version of this|"
    r"a correction was made))",
    re.IGNORECASE,
    hints=("correction", "clarification", "note", "this "),
)
"""Notes that correct the article, which belong to it wherever they stand."""

_POINTS = Expression(
    r"^(?:summary|(?:key|main) points|key takeaways|takeaways|at a glance|in brief|highlights)\W*$",
    re.IGNORECASE,
    hints=("summary", "points", "takeaways", "glance", "brief", "highlights"),
)
_HEADING_WORDS = 14
_ITEMS = 12
"""Items of a list without marks, below a line that ends in a colon."""

_CLEAN_REST = 12
"""Lines after the body that are kept as they are where nothing among them looks like furniture."""


class Line(NamedTuple):
    """One block to be: its kind, its text, and the reason where it is folded."""

    kind: BlockKind
    text: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Marking:
    """What is known of a page's lines while their kinds are decided."""

    text: Sequence[str]
    reasons: Sequence[str | None]
    values: Sequence[float]
    run: range
    head: Head
    noisy: bool
    captions: frozenset[int]

    def lines(self) -> tuple[Line, ...]:
        return tuple(self._line(at) for at in range(len(self.text)))

    def _line(self, at: int) -> Line:
        kind = self._head_kind(at)
        if kind is not None:
            return Line(kind, self.text[at])
        if (kind := self._kept(at)) is not None:
            return Line(kind, self.text[at])
        if (reason := self._reason(at)) is not None:
            return Line(BlockKind.BOILERPLATE, self.text[at], reason)
        if self.run and at < self.head.body_start:
            return self._before(at)
        if self.run and self._outside(at):
            return Line(BlockKind.BOILERPLATE, self.text[at], self._leftover(at))
        return Line(self._kind(at), self.text[at])

    def _kept(self, at: int) -> BlockKind | None:
        """The kind of a line that stays whatever its wording and place would say."""
        text = self.text[at]
        title = self.head.title
        behind_title = at > title if title is not None else at >= self.head.body_start
        if self.run and at >= self.run.start and CORRECTION.match(text):
            return BlockKind.PARAGRAPH
        if not behind_title or at >= self.run.stop:
            return None
        if at in self.captions:
            return BlockKind.CAPTION
        if is_bullet(text) and (self.reasons[at] is None or _POINTS.match(text[2:])):
            return BlockKind.LIST
        if _POINTS.match(text) and at + 1 < len(self.text) and self.reasons[at + 1] is None:
            return BlockKind.HEADING
        return None

    def _reason(self, at: int) -> str | None:
        """Why a line is no part of the story, by its wording or by whom it tells about."""
        if self.reasons[at] is None and byline.is_about(self.text[at], self.head.names):
            return BIOGRAPHY
        if self.reasons[at] is None and at in self.captions:
            return CREDIT
        if self.noisy and at in self.run and self._is_copy(at):
            return REPEATED
        return self.reasons[at]

    def _is_copy(self, at: int) -> bool:
        """Whether a page copied whole has the line twice in its body, as below each picture."""
        text = self.text[at]
        return len(text) >= bodies.PROSE_LENGTH and text in self.text[self.run.start : at]

    def _outside(self, at: int) -> bool:
        """Whether a line behind the head is none of the body's, though no wording says so."""
        if at >= self.run.stop:
            return not self._kept_rest()
        text = self.text[at]
        short = text.count(" ") < _HEADING_WORDS and not is_bullet(text)
        if not (self.noisy and short and self.values[at] < 0):
            return False
        return not (self._flanked(at) or self._listed(at))

    def _listed(self, at: int) -> bool:
        """Whether a short line is an item of a list: of days, or below a line with a colon."""
        if bodies.begins_with_day(self.text[at]):
            return True
        above = at - 1
        while above > self.head.body_start and at - above <= _ITEMS:
            if self.text[above].endswith(":"):
                return self.values[above] > 0
            if self.reasons[above] is not None or self.values[above] > 0:
                return False
            above -= 1
        return False

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
        if title is not None and at > title and self._is_point(at):
            return Line(BlockKind.LIST, text)
        captioned = not self.noisy or ends_sentence(text)
        if title is not None and at > title and captioned and text.count(" ") + 1 >= 6:
            return Line(BlockKind.CAPTION, text)
        if not self.noisy and self.values[at] > 0:
            return Line(BlockKind.PARAGRAPH, text)
        return Line(BlockKind.BOILERPLATE, text, self._leftover(at))

    def _is_point(self, at: int) -> bool:
        """Whether a line above the body stands in a list headed "Key points"."""
        above = at - 1
        while above > 0 and at - above <= _ITEMS and self.reasons[above] is None:
            above -= 1
        return bool(_POINTS.match(self.text[above]))

    def _kind(self, at: int) -> BlockKind:
        text = self.text[at]
        words = text.count(" ") + 1
        if is_bullet(text):
            return BlockKind.LIST
        if at in self.captions:
            return BlockKind.CAPTION
        if self.values[at] < 0 and words <= _HEADING_WORDS and self._flanked(at):
            return BlockKind.HEADING
        if self.values[at] < 0 and self._listed(at):
            return BlockKind.LIST
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
