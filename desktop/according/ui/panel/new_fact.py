"""Offers the reader to say something of a source that the card says nothing of yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from according.ui.panel.cards import caption, clear, flowing, small_button
from according.ui.panel.choosers import Chooser
from according.ui.panel.judgement_editor import JudgementEditor
from according.ui.panel.judging_words import Judged, Saying
from according.ui.panel.source_wording import field_word
from according.ui.panel.wording import tr
from according.ui.style import Look


class NewFact(QWidget):
    """First asks what the fact is about, then for the fact and the reason.

    Signals
    -------
    judged(Saying): the reader says something.
    opened(QWidget): a card has opened and should be in sight.
    """

    judged = Signal(object)
    opened = Signal(object)

    def __init__(self, source: str, fields: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self._source, self._fields, self._look = source, fields, look
        self.editor: JudgementEditor | None = None
        self.add = small_button(tr("Add a fact…"), look)
        self.add.clicked.connect(self._ask_what)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._place = QVBoxLayout()
        column.addLayout(self._place)

    def ask(self, field: str) -> None:
        """Ask for the fact itself."""
        editor = JudgementEditor(Judged(self._source, field, field_word(field)), self._look)
        editor.said.connect(lambda value, reason: self._say(field, value, reason))
        editor.given_up.connect(self._close)
        self.editor = editor
        self._open(editor)
        editor.begin()

    def _ask_what(self) -> None:
        chooser = Chooser(self._look)
        chooser.given_up.connect(self._close)
        chips = []
        for field in self._fields:
            chip = small_button(field_word(field), self._look, "chip")
            chip.clicked.connect(lambda _on=False, field=field: self.ask(field))
            chips.append(chip)
        chooser.column.addWidget(caption(tr("What is it about?")))
        chooser.column.addWidget(flowing(chips, self._look))
        self._open(chooser)
        chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, card: QWidget) -> None:
        clear(self._place)
        self._place.addWidget(card)
        self.opened.emit(card)

    def _say(self, field: str, value: str, reason: str) -> None:
        self._close()
        self.judged.emit(Saying(self._source, field, value, reason))

    def _close(self) -> None:
        self.editor = None
        clear(self._place)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
