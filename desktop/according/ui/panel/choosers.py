"""Small cards that open in the Claim view to correct it; here the one that asks for a source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from according.domain.analysis import Analysis
from according.domain.claims import Claim
from according.domain.entities import EntityKind
from according.ui.panel.cards import (
    Card,
    clear,
    flowing,
    plain,
    small_button,
)
from according.ui.panel.completing import Completing
from according.ui.panel.doubt import other_names
from according.ui.panel.flow import Flow
from according.ui.panel.wording import (
    relay_ids,
    shortened,
    tr,
)
from according.ui.style import Look

_SPEAKING = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PLACE}


class Chooser(Card):
    """A card that asks one thing; Escape gives up.

    Signals
    -------
    given_up(): nothing is to change.
    """

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        # Else the window's own Escape, which lets go of the claim, would come first.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class SourceChooser(Chooser):
    """Asks who says a claim: names of the article or others, several, or the paper itself.

    Signals
    -------
    names_chosen(tuple[str, ...]): the sources to set; none is the paper itself.
    """

    names_chosen = Signal(object)

    def __init__(self, analysis: Analysis, claim: Claim, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._names: list[str] = []
        self._offered = suggested(analysis, claim)
        self._known = _names_of(analysis)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name of a source"))
        self.field.setAccessibleName(tr("Name of a source"))
        self._completer = self._completing()
        self.field.returnPressed.connect(self._entered)
        self.field.textChanged.connect(self._offer_new)
        self.new = small_button(tr("Use as a new source"), look, "plain")
        self.new.clicked.connect(lambda: self._take(self._typed()))
        self.new.hide()
        question = tr("Who says it? Several names make them joint sources.")
        self.column.addWidget(plain(question, "small"))
        chips = QWidget()
        self._chips = Flow(chips, spacing=look.px(6))
        self.column.addWidget(chips)
        self.column.addWidget(self.field)
        self.column.addWidget(self.new)
        self.done = small_button(tr("Set source"), look, "plain")
        self.done.clicked.connect(self._finish)
        self.paper = small_button(tr("The paper itself"), look, "plain")
        self.paper.clicked.connect(lambda: self.names_chosen.emit(()))
        cancel = small_button(tr("Cancel"), look, "plain")
        cancel.clicked.connect(self.given_up)
        self.column.addWidget(flowing((self.done, self.paper, cancel), look))
        self._show_names()

    def _completing(self) -> Completing:
        completer = Completing(QStringListModel(list(self._known), self), self.field, self._look)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Later, because the completer writes the name into the field after it has told of it.
        completer.activated.connect(
            lambda name: QTimer.singleShot(0, self, partial(self._take, name))
        )
        return completer

    def _entered(self) -> None:
        if self.field.text().strip():
            self._add_typed()
        else:
            self._finish()

    def _typed(self) -> str:
        return " ".join(self.field.text().split())

    def _fitting(self) -> list[str]:
        """The names that what is typed may stand for; one, where it is that one exactly."""
        typed = self._typed().casefold()
        exact = [name for name in self._known if name.casefold() == typed]
        return exact or [name for name in self._known if typed in name.casefold()]

    def _offer_new(self) -> None:
        """Half a name may be a whole one: only the reader can say that it is."""
        typed = self._typed()
        words = tr("Use “{name}” as a new source").format(name=shortened(typed, 40))
        self.new.setText(words)
        known = any(name.casefold() == typed.casefold() for name in self._known)
        self.new.setVisible(bool(typed) and not known)

    def _add_typed(self) -> None:
        """Take the only name that fits; of several offer the list, of none the new name."""
        if not self._typed():
            return
        fitting = self._fitting()
        if len(fitting) == 1:
            self._take(fitting[0])
        elif fitting:
            self._completer.dress()
            self._completer.setCompletionPrefix(self._typed())
            self._completer.complete()
        else:
            self.new.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, name: str) -> None:
        self._add(name)
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        # The completer writes what was chosen from its list after the Enter key has come here.
        QTimer.singleShot(0, self.field, self._clear_taken)

    def _clear_taken(self) -> None:
        if self.field.text() in self._names:
            self.field.clear()

    def _add(self, name: str) -> None:
        if name and name not in self._names:
            self._names.append(name)
        self._show_names()

    def _finish(self) -> None:
        self._add_typed()
        if self._names and not self._typed():
            self.names_chosen.emit(tuple(self._names))

    def _remove(self, name: str) -> None:
        self._names.remove(name)
        self._show_names()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_names(self) -> None:
        """The names set so far, each to take off, and those that lie near, each to add."""
        clear(self._chips)
        for name in self._names:
            said = tr("{name}, remove").format(name=name)
            self._chip(f"{shortened(name, 40)} ×", said, partial(self._remove, name))
        for name in self._offered:
            if name not in self._names:
                said = tr("Add {name}").format(name=name)
                self._chip(f"+ {shortened(name, 40)}", said, partial(self._add, name))

    def _chip(self, text: str, said: str, act: Callable[[], None]) -> None:
        chip = small_button(text, self._look, "chip")
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        # Later, because the chip itself goes when the names are shown anew.
        chip.clicked.connect(lambda: QTimer.singleShot(0, self, act))
        self._chips.addWidget(chip)


def _names_of(analysis: Analysis) -> tuple[str, ...]:
    """Everybody in the article who may say something."""
    names = [source.name for source in analysis.sources]
    names += [one.name for one in analysis.entities if one.kind in _SPEAKING]
    return tuple(dict.fromkeys(names))


def suggested(analysis: Analysis, claim: Claim) -> tuple[str, ...]:
    """The names that lie nearest: whom a doubtful name fits, the present sources, the relays."""
    known = {source.id: source.name for source in analysis.sources}
    present = [known[one] for one in (*claim.sources, *relay_ids(claim)) if one in known]
    return tuple(dict.fromkeys((*other_names(analysis, claim), *present)))
