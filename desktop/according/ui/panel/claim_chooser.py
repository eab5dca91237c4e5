"""The card that asks for another claim of the article, to link the shown one to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim, LinkKind
from according.ui.panel.cards import (
    Clickable,
    Prose,
    escaped,
    flowing,
    muted,
    plain,
    row,
    small_button,
)
from according.ui.panel.choosers import Chooser
from according.ui.panel.wording import claim_number, counted, outgoing, shortened, speakers, tr
from according.ui.style import Look

OFFERED_FIRST = 6
"""How many claims are offered before the rest is asked for."""


class ClaimChooser(Chooser):
    """Asks for another claim of the article, and for a new link also how they are linked.

    Signals
    -------
    claim_chosen(LinkKind, str): the kind of link and the id of the claim.
    """

    claim_chosen = Signal(object, str)

    def __init__(
        self, analysis: Analysis, claim: Claim, look: Look, *, kind: LinkKind | None = None
    ) -> None:
        super().__init__(look)
        self._look, self._kind = look, kind
        self._typed: tuple[str, ...] = ()
        self._all = False
        self._current = 0
        self.kinds: dict[LinkKind, QPushButton] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a claim by its words or speaker"))
        self.field.setAccessibleName(tr("Find a claim by its words or speaker"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._take_current)
        if kind is None:
            self.column.addWidget(plain(tr("This claim"), "small"))
            self.column.addWidget(self._kind_chips(look))
        else:
            question = tr("{verb} which claim?").format(verb=outgoing(kind))
            self.column.addWidget(plain(question, "small"))
        self.column.addWidget(self.field)
        self._lines = list(self._made_lines(analysis, claim))
        for line in self._lines:
            self.column.addWidget(line.row)
        self.more = small_button("", look)
        self.more.clicked.connect(self._show_all)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        cancel = small_button(tr("Cancel"), look, "plain")
        cancel.clicked.connect(self.given_up)
        self.column.addWidget(flowing((cancel,), look))
        self._show_fitting()

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of the claims that can be seen and chosen."""
        return tuple(line.claim for line in self._lines if not line.row.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        step = steps.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        elif self.offered:
            self._mark((self._current + step) % len(self.offered))

    def _kind_chips(self, look: Look) -> QWidget:
        for kind in LinkKind:
            chip = small_button(outgoing(kind), look, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on=False, kind=kind: self._choose_kind(kind))
            self.kinds[kind] = chip
        self._choose_kind(LinkKind.DENIES)
        return flowing(self.kinds.values(), look)

    def _choose_kind(self, kind: LinkKind) -> None:
        self._kind = kind
        for one, chip in self.kinds.items():
            chip.setChecked(one is kind)

    def _made_lines(self, analysis: Analysis, claim: Claim) -> Iterator[_Line]:
        """The other claims, those nearest in the text first."""
        at = claim_number(analysis, claim.id)
        others = [one for one in enumerate(analysis.claims, 1) if one[1].id != claim.id]
        for number, other in sorted(others, key=lambda one: abs(one[0] - at)):
            who = f"{number} · {speakers(analysis, other)}"
            words = f"{muted(f'{who} ·', self._look)} {escaped(shortened(other.text, 80))}"
            line = row(f"{who}, {other.text}", self._look, Prose(words), tip=escaped(other.text))
            line.clicked.connect(lambda _on=False, claim=other.id: self._take(claim))
            yield _Line(line, other.id, f"{who} {other.text}".casefold())

    def _filter(self, typed: str) -> None:
        self._typed = tuple(typed.casefold().split())
        self._show_fitting()

    def _show_all(self) -> None:
        self._all = True
        self._show_fitting()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fitting(self) -> None:
        """Show the claims that fit what is typed: a few, since the panel scrolls as a whole."""
        fitting = [line for line in self._lines if all(word in line.words for word in self._typed)]
        shown = fitting if self._all else fitting[:OFFERED_FIRST]
        for line in self._lines:
            line.row.setVisible(line in shown)
        rest = len(fitting) - len(shown)
        self.more.setText(counted(rest, "{n} more", "{n} more"))
        self.more.setVisible(rest > 0)
        self._mark(0)

    def _mark(self, number: int) -> None:
        """Mark the claim that the Enter key takes."""
        self._current = number
        current = self.offered[number] if self.offered else None
        for line in self._lines:
            marked = line.claim == current
            if bool(line.row.property("current")) != marked:
                line.row.setProperty("current", marked)
                line.row.style().unpolish(line.row)
                line.row.style().polish(line.row)

    def _take_current(self) -> None:
        if self._current < len(self.offered):
            self._take(self.offered[self._current])

    def _take(self, claim: str) -> None:
        self.claim_chosen.emit(self._kind, claim)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A claim to choose: its row, its id and the words it is found by."""

    row: Clickable
    claim: str
    words: str
