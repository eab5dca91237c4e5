"""A small card that asks for the reader's own value of a field, and for the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from according.ui.panel.cards import flowing, plain, small_button
from according.ui.panel.choosers import Chooser
from according.ui.panel.judging_words import Judged, options, question
from according.ui.panel.wording import tr
from according.ui.style import Look


class JudgementEditor(Chooser):
    """Asks for a value, one of a few or in the reader's words, and why; Escape gives up.

    Signals
    -------
    said(str, str): the value and the reason, which is empty only where the reader said so.
    """

    said = Signal(object, str)

    def __init__(self, shown: Judged, look: Look) -> None:
        super().__init__(look)
        self.chips: dict[str, QPushButton] = {}
        self.field = QLineEdit()
        self.reason = QLineEdit()
        self.keep = small_button(tr("Keep"), look, "plain")
        self.keep_bare = small_button(tr("Keep without a reason"), look, "plain")
        self.setAccessibleName(question(shown.field))
        asked = question(shown.field)
        if not options(shown.field):
            asked = f"{shown.label}. {asked}"
        self.column.addWidget(plain(asked, "small"))
        self._add_values(shown, look)
        self._add_reason(shown)
        cancel = small_button(tr("Cancel"), look, "plain")
        cancel.clicked.connect(self.given_up)
        self.column.addWidget(flowing((self.keep, self.keep_bare, cancel), look))
        self.keep.clicked.connect(self._keep)
        self.keep_bare.clicked.connect(lambda: self.said.emit(self.value, ""))
        self._allow()

    @property
    def value(self) -> str:
        """What is chosen or typed, empty while there is nothing."""
        chosen = (value for value, chip in self.chips.items() if chip.isChecked())
        return next(chosen, "") if self.chips else " ".join(self.field.text().split())

    def begin(self) -> None:
        """Give the keyboard to the value."""
        checked = (chip for chip in self.chips.values() if chip.isChecked())
        first: QWidget = next(checked, next(iter(self.chips.values()), self.field))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_values(self, shown: Judged, look: Look) -> None:
        held = shown.held.value if shown.held is not None else None
        for value, words in options(shown.field):
            chip = small_button(words, look, "chip")
            chip.setCheckable(True)
            chip.setChecked(value == held)
            chip.clicked.connect(lambda _on=False, value=value: self._choose(value))
            self.chips[value] = chip
        if self.chips:
            self.column.addWidget(flowing(self.chips.values(), look))
            return
        self.field.setText(held or "")
        self.field.setPlaceholderText(tr("In your words"))
        self.field.setAccessibleName(question(shown.field))
        self.field.textChanged.connect(self._allow)
        self.field.returnPressed.connect(self.reason.setFocus)
        self.column.addWidget(self.field)

    def _add_reason(self, shown: Judged) -> None:
        self.reason.setText(shown.held.reason if shown.held is not None else "")
        self.reason.setPlaceholderText(tr("Your reason"))
        self.reason.setAccessibleName(tr("Your reason"))
        self.reason.textChanged.connect(self._allow)
        self.reason.returnPressed.connect(self._keep)
        self.column.addWidget(self.reason)

    def _choose(self, value: str) -> None:
        for one, chip in self.chips.items():
            chip.setChecked(one == value)
        self._allow()

    def _allow(self) -> None:
        reasoned = bool(self.reason.text().strip())
        self.keep.setEnabled(bool(self.value) and reasoned)
        self.keep_bare.setEnabled(bool(self.value) and not reasoned)

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.said.emit(self.value, " ".join(self.reason.text().split()))
