"""What the reader adds: notes with tags and verdicts, and corrections of the machine's reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from according.domain.claims import LinkKind
from according.domain.spans import Span

if TYPE_CHECKING:
    # For types alone, so that a window shows its text before the search for passages is loaded.
    from according.domain.anchoring import Selector


class Verdict(StrEnum):
    """The reader's own judgement of a claim."""

    OPEN = "open"
    HOLDS = "holds"
    DOUBTFUL = "doubtful"
    REFUTED = "refuted"
    NEEDS_CHECKING = "needs checking"


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's text on a passage, with tags and verdict.

    It stands on the text, not on a claim's row: `target` describes the passage. Times are in UTC.
    `deleted` is when it was put into the trash.
    """

    id: str
    target: Selector
    text: str = ""
    tags: tuple[str, ...] = ()
    verdict: Verdict | None = None
    created: datetime | None = None
    changed: datetime | None = None
    deleted: datetime | None = None

    @property
    def worded(self) -> bool:
        """Whether it says anything beside its verdict."""
        return bool(self.text.strip() or self.tags)


@dataclass(frozen=True, slots=True)
class AnchoredNote:
    """A note with the place found for it in the open text; `moved` asks the reader to check it."""

    note: Note
    span: Span
    moved: bool = False


class CorrectionKind(StrEnum):
    """The kinds of hand work kept beside the machine's reading."""

    SET_SOURCE = "set source"
    ADD_LINK = "add link"
    REMOVE_LINK = "remove link"
    UNFOLD = "unfold"


@dataclass(frozen=True, slots=True)
class Correction:
    """One piece of hand work.

    `target` is the content of a claim (or an unfolded block). For `SET_SOURCE`, `names` are the
    sources the reader sets, none for the narrator's voice. For links, `target` is the claim the
    link starts from, `other` the claim it leads to.
    """

    id: str
    kind: CorrectionKind
    target: Selector
    names: tuple[str, ...] = ()
    link: LinkKind | None = None
    other: Selector | None = None
    created: datetime | None = None
