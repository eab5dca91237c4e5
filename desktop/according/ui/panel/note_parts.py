"""The verdict buttons and the row of tags beside a note."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from according.domain.notes import Verdict
from according.domain.reading import Reading
from according.ui.panel.cards import TwoPart, clear, small_button
from according.ui.panel.completing import Completing
from according.ui.panel.flow import Flow
from according.ui.panel.wording import tr, verdict_word
from according.ui.style import Look


class VerdictBar(QFrame):
    """One button for each verdict; the chosen one, clicked again, takes the verdict back.

    Signals
    -------
    chosen(Verdict | None): the reader has judged, or taken the judgement back.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "cells")
        self.setAccessibleName(tr("Verdict"))
        self._flow = Flow(self, spacing=1, equal=True)
        self._buttons: dict[Verdict, QPushButton] = {}
        self._fill(look)

    @property
    def verdict(self) -> Verdict | None:
        return next((one for one, button in self._buttons.items() if button.isChecked()), None)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict without announcing it."""
        for one, button in self._buttons.items():
            button.setChecked(one is verdict)

    def toggle(self, verdict: Verdict) -> None:
        """Do what a click on a verdict does."""
        self._buttons[verdict].click()

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        verdict = self.verdict
        clear(self._flow)
        self._fill(look)
        self.show_verdict(verdict)

    def button(self, verdict: Verdict) -> QPushButton:
        return self._buttons[verdict]

    def _fill(self, look: Look) -> None:
        for number, verdict in enumerate(Verdict, 1):
            button = TwoPart("cell", look)
            button.set_words(verdict_word(verdict), str(number))
            button.setAccessibleName(verdict_word(verdict))
            button.setAccessibleDescription(tr("Verdict, key {n}").format(n=number))
            button.clicked.connect(lambda on, verdict=verdict: self._click(verdict, on=on))
            self._buttons[verdict] = button
            self._flow.addWidget(button)

    def _click(self, verdict: Verdict, *, on: bool) -> None:
        self.show_verdict(verdict if on else None)
        self.chosen.emit(self.verdict)


class TagRow(QWidget):
    """The tags of a note as chips that can be taken off, and a field for another.

    Signals
    -------
    changed(): a tag was added or taken off.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tags: tuple[str, ...] = ()
        self._flow = Flow(self, spacing=look.px(6))
        self.field = TagField()
        self.field.entered.connect(self.take_typed)
        self._offered = QStringListModel(self)
        self._completer = Completing(self._offered, self.field, look)
        self._chips: dict[str, QPushButton] = {}
        self._lay_out()

    @property
    def tags(self) -> tuple[str, ...]:
        return self._tags

    def chip(self, tag: str) -> QPushButton:
        return self._chips[tag]

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show tags without announcing them."""
        self.field.clear()
        if tags != self._tags:
            self._tags = tags
            self._lay_out()

    def offer(self, reading: Reading | None) -> None:
        """Offer the tags that are used elsewhere in the reading while one is typed."""
        used = {tag for one in reading.notes for tag in one.note.tags} if reading else set()
        self._offered.setStringList(sorted(used, key=str.casefold))

    def take_typed(self) -> None:
        """Make a tag of what stands in the field."""
        typed = [" ".join(part.split()) for part in self.field.text().split(",")]
        self.field.clear()
        # The completer writes what was chosen from its list after the Enter key has come here.
        QTimer.singleShot(0, self.field, self._clear_taken)
        known = {tag.casefold() for tag in self._tags}
        new = tuple(tag for tag in dict.fromkeys(typed) if tag and tag.casefold() not in known)
        if new:
            self._set((*self._tags, *new))

    def restyle(self, look: Look) -> None:
        """Lay out anew for another text size."""
        self._look = look
        self._completer.restyle(look)
        self._lay_out()

    def _clear_taken(self) -> None:
        if self.field.text() in self._tags:
            self.field.clear()

    def _remove(self, tag: str) -> None:
        self._set(tuple(one for one in self._tags if one != tag))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self._lay_out()
        self.changed.emit()

    def _lay_out(self) -> None:
        self._flow.removeWidget(self.field)
        clear(self._flow)
        self._chips = {}
        for tag in self._tags:
            chip = small_button(f"{tag} ×", self._look, "chip")
            chip.setAccessibleName(tr("Tag {tag}, remove").format(tag=tag))
            chip.setToolTip(tr("Remove the tag “{tag}”").format(tag=tag))
            chip.clicked.connect(lambda _on=False, tag=tag: self._remove(tag))
            self._chips[tag] = chip
            self._flow.addWidget(chip)
        self.field.setMaximumWidth(self._look.px(110))
        self._flow.addWidget(self.field)


class TagField(QLineEdit):
    """The field for another tag; Enter, a comma or leaving it makes the tag.

    Signals
    -------
    entered(): what is typed is to become a tag.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tag")
        self.setPlaceholderText(tr("Add tag"))
        self.setAccessibleName(tr("Add tag"))
        self.returnPressed.connect(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == ",":
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.entered.emit()
