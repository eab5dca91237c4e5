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
    MARK_BODY = "mark body"
    MARK_BOILERPLATE = "mark boilerplate"
    RENAME_ENTITY = "rename entity"
    SET_ENTITY_KIND = "set entity kind"
    MERGE_ENTITIES = "merge entities"
    SET_MENTION = "set mention"


BLOCK_KINDS = frozenset(
    {CorrectionKind.UNFOLD, CorrectionKind.MARK_BODY, CorrectionKind.MARK_BOILERPLATE}
)
"""Hand work on the blocks of the page."""

ENTITY_KINDS = frozenset(
    {
        CorrectionKind.RENAME_ENTITY,
        CorrectionKind.SET_ENTITY_KIND,
        CorrectionKind.MERGE_ENTITIES,
        CorrectionKind.SET_MENTION,
    }
)
"""Hand work on who is who."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One piece of hand work.

    What `target` is, and what goes with it:

    - `SET_SOURCE`: the content of a claim; `names` are its sources, none for the narrator's voice.
    - `ADD_LINK`, `REMOVE_LINK`: the claim the link starts from; `other` the claim it leads to.
    - `UNFOLD`, `MARK_BODY`, `MARK_BOILERPLATE`: a block.
    - `RENAME_ENTITY`, `SET_ENTITY_KIND`: a mention of the entity; `names` is its name, or its kind,
      as the reader says it.
    - `MERGE_ENTITIES`: a mention of the entity that is the same as that with the mention `other`.
    - `SET_MENTION`: a mention; `names` is the name of the entity it means, which may be a new one.

    Of an entity, `names` goes on with the names that it, and the other, had before, so that the
    same can be offered for another article.
    """

    id: str
    kind: CorrectionKind
    target: Selector
    names: tuple[str, ...] = ()
    link: LinkKind | None = None
    other: Selector | None = None
    created: datetime | None = None
