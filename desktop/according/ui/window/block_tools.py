"""What the reader can say of paragraphs: that they belong to the article, or do not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from according.domain.notes import CorrectionKind
from according.ui.page.page import Page
from according.ui.window.actions import translated
from according.ui.window.changes import Changes
from according.ui.window.commands import BLOCK_TOOL, COMMANDS
from according.ui.window.status_line import StatusLine
from according.ui.workspace import Workspace


class BlockTools(QObject):
    """Counts the paragraphs that are selected, or at the caret, to the article or leaves them out.

    The article is analysed anew after that.
    """

    def __init__(
        self, workspace: Workspace, page: Page, changes: Changes, status: StatusLine
    ) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._changes, self._status = changes, status

    def mark(self, what: str, blocks: Sequence[int] | None = None) -> None:
        """Mark blocks, by default the chosen ones; `what` is the value of a `CorrectionKind`."""
        kind = CorrectionKind(what)
        found = self._to_mark(self._page.blocks_chosen() if blocks is None else blocks, kind)
        body = kind is CorrectionKind.MARK_BODY
        if found:
            self._changes.mark_blocks(found, kind)
            said = self.tr("Counted as part of the article from now on")
            left_out = self.tr("Left out of the article from now on")
            self._status.say(said if body else left_out)
        elif body:
            self._status.say(self.tr("This is part of the article already"))
        else:
            self._status.say(self.tr("This is left out of the article already"))

    def fill(self, menu: QMenu, blocks: Sequence[int]) -> None:
        """Add what can be said of these blocks."""
        for command in COMMANDS:
            if command.slot != BLOCK_TOOL:
                continue
            what = str(command.argument)
            if self._to_mark(blocks, CorrectionKind(what)):
                action = menu.addAction(translated(command.text))
                action.triggered.connect(partial(self._mark, what, tuple(blocks)))

    def _to_mark(self, blocks: Sequence[int], kind: CorrectionKind) -> tuple[int, ...]:
        """Those of the blocks that a mark would change."""
        reading = self._workspace.reading
        if reading is None:
            return ()
        body = kind is CorrectionKind.MARK_BODY
        return tuple(one for one in blocks if reading.article.blocks[one].folded is body)

    def _mark(self, what: str, blocks: Sequence[int], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as `triggered` calls it
        self.mark(what, blocks)
