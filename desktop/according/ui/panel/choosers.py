"""Small cards that open in the Claim view to correct it: choose a source, choose a claim."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from according.domain.analysis import Analysis
from according.domain.claims import Claim, LinkKind
from according.domain.entities import EntityKind
from according.ui.panel.cards import Card, clear, flowing, plain, small_button
from according.ui.panel.doubt import other_names
from according.ui.panel.flow import Flow
from according.ui.panel.wording import claim_number, outgoing, relay_ids, shortened, speakers, tr
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
        self.field.setCompleter(self._completer())
        self.field.returnPressed.connect(self._entered)
        self.field.textChanged.connect(self._offer_new)
        self.new = small_button(tr("Use as a name of its own"), look, "plain")
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

    def _completer(self) -> QCompleter:
        completer = QCompleter(QStringListModel(list(self._known), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _entered(self) -> None:
        if self.field.text().strip():
            self._add_typed()
        else:
            self._finish()

    def _typed(self) -> str:
        return " ".join(self.field.text().split())

    def _meant(self) -> str:
        """The name that what is typed stands for; nothing while it may be one of several."""
        typed = self._typed()
        exact = [name for name in self._known if name.casefold() == typed.casefold()]
        fitting = [name for name in self._known if typed.casefold() in name.casefold()]
        if exact or len(fitting) == 1:
            return (exact or fitting)[0]
        return "" if fitting else typed

    def _offer_new(self) -> None:
        """Half a name may be a whole one: only the reader can say that it is."""
        typed = self._typed()
        self.new.setText(tr("Use “{name}” as a name of its own").format(name=typed))
        self.new.setVisible(bool(typed) and self._meant() != typed)

    def _add_typed(self) -> None:
        name = self._meant()
        if name:
            self._take(name)
        elif self._typed():
            self.field.completer().complete()

    def _take(self, name: str) -> None:
        self._add(name)
        self.field.clear()
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
        self._kind = kind
        self.kinds: dict[LinkKind, QPushButton] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a claim by its words or speaker"))
        self.field.setAccessibleName(tr("Find a claim by its words or speaker"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._take_current)
        self.claims = QListWidget()
        self.claims.setAccessibleName(tr("Claims of the article"))
        self.claims.setWordWrap(True)
        self.claims.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.claims.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.claims.setMinimumHeight(look.px(180))
        self.claims.itemActivated.connect(self._take)
        self.claims.itemClicked.connect(self._take)
        self._fill(analysis, claim)
        cancel = small_button(tr("Cancel"), look, "plain")
        cancel.clicked.connect(self.given_up)
        if kind is None:
            self.column.addWidget(plain(tr("This claim"), "small"))
            self.column.addWidget(self._kind_chips(look))
        else:
            self.column.addWidget(
                plain(tr("{verb} which claim?").format(verb=outgoing(kind)), "small")
            )
        for widget in (self.field, self.claims):
            self.column.addWidget(widget)
        self.column.addWidget(flowing((cancel,), look))

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

    def _fill(self, analysis: Analysis, claim: Claim) -> None:
        """The other claims, those nearest in the text first."""
        at = claim_number(analysis, claim.id)
        others = [one for one in enumerate(analysis.claims, 1) if one[1].id != claim.id]
        for number, other in sorted(others, key=lambda one: abs(one[0] - at)):
            words = f"{number} · {speakers(analysis, other)} · {shortened(other.text, 80)}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, other.id)
            item.setToolTip(other.text)
            self.claims.addItem(item)
        self.claims.setCurrentRow(0)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        first = None
        for index in range(self.claims.count()):
            item = self.claims.item(index)
            shown = f"{item.text()} {item.toolTip()}".casefold()
            item.setHidden(not all(word in shown for word in words))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self.claims.setCurrentItem(first)

    def _take_current(self) -> None:
        item = self.claims.currentItem()
        if item is not None and not item.isHidden():
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.claim_chosen.emit(self._kind, item.data(Qt.ItemDataRole.UserRole))
