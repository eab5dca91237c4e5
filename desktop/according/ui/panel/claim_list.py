"""Claims as rows to click."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from according.domain.claims import Claim
from according.domain.reading import Reading
from according.ui.panel.cards import Clickable, level_chip, plain, row, small_button
from according.ui.panel.own_work import noted_claims
from according.ui.panel.wording import claim_sentence, counted, shortened
from according.ui.style import Look

SHOWN_FIRST = 6
"""How many claims a list shows before it offers the rest."""


class ClaimList(QWidget):
    """Claims as rows to click, the first few at once and the rest on demand."""

    def __init__(
        self,
        claims: Iterable[Claim],
        reading: Reading,
        look: Look,
        choose: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._claims = tuple(claims)
        self._reading, self._look, self._choose = reading, look, choose
        self._noted = noted_claims(reading)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add(self._claims[:SHOWN_FIRST])
        rest = self._claims[SHOWN_FIRST:]
        if rest:
            more = small_button(counted(len(rest), "{n} more", "{n} more"), look)
            more.clicked.connect(lambda: self._show_rest(more))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, name: str, level: QWidget, words: QWidget) -> Clickable:
        """The level beside the words; with large text above them, which need the room."""
        if not self._look.large:
            return row(name, self._look, level, words)
        layout = QVBoxLayout()
        space = self._look.px(4)
        layout.setContentsMargins(space, space, space, space)
        line = Clickable("row", name, self._look, layout)
        line.put(level, words)
        layout.setAlignment(level, Qt.AlignmentFlag.AlignLeft)
        return line

    def _show_rest(self, more: QWidget) -> None:
        before = self._column.count()
        self._add(self._claims[SHOWN_FIRST:])
        first = self._column.itemAt(before)
        if first is not None and (line := first.widget()) is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        more.hide()

    def _add(self, claims: Iterable[Claim]) -> None:
        for claim in claims:
            noted = claim.id in self._noted
            name = f"{claim_sentence(self._reading, claim, noted=noted)}. {claim.text}"
            words = shortened(claim.text, 80) + ("\u00a0▪" if noted else "")
            tip = claim.text if len(claim.text) > 80 else ""
            line = self._line(name, level_chip(claim, self._look), plain(words))
            line.setToolTip(tip)
            line.clicked.connect(lambda _on=False, claim=claim: self._choose(claim.id))
            self._column.addWidget(line)
