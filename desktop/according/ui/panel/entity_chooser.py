"""The card that asks for another entity of the article, or for a new name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from according.domain.analysis import Analysis
from according.domain.entities import Entity
from according.ui.panel.cards import (
    Clickable,
    Prose,
    bold,
    clear,
    escaped,
    flowing,
    muted,
    plain,
    row,
    small_button,
)
from according.ui.panel.choosers import Chooser
from according.ui.panel.entity_work import Wording
from according.ui.panel.named_with import NOBODY
from according.ui.panel.wording import counted, kind_word, quoted, shortened, tr
from according.ui.style import Look

OFFERED_FIRST, OFFERED_MORE = 6, 12
"""How many entities are offered at first, and with each asking for more."""


class EntityChooser(Chooser):
    """Asks which entity; Enter takes the marked line, the arrow keys move the mark.

    `near` holds ids of entities that are offered first, before them the entity `itself`, where
    it is doubtful. `new` allows a name that no entity has.
    With `parts` the reader says first which wordings are spoken of.

    Signals
    -------
    entity_chosen(str): the id of the entity.
    name_chosen(str): a new name.
    """

    entity_chosen = Signal(str)
    name_chosen = Signal(str)

    def __init__(
        self,
        analysis: Analysis,
        entity: Entity,
        look: Look,
        question: str,
        *,
        near: Sequence[str] = (),
        new: bool = False,
        itself: bool = False,
        parts: Sequence[Wording] = (),
    ) -> None:
        super().__init__(look)
        self._look, self._new = look, new
        self._others = nearest(analysis, entity, near)
        if itself:
            self._others = (entity, *self._others)
        self._limit = OFFERED_FIRST
        self._current = 0
        self._lines: list[tuple[Clickable, Callable[[], None]]] = []
        self.parts: dict[QPushButton, Wording] = {}
        if parts:
            self.column.addWidget(plain(tr("Which words mean somebody else?"), "small"))
            self.column.addWidget(flowing([self._chip(one) for one in parts], look))
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(look.px(4))
        below.addWidget(plain(question, "small"))
        self.field = QLineEdit()
        words = tr("Find a name, or type a new one") if new else tr("Find a name")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(f"{question} {words}")
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take_current)
        below.addWidget(self.field)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        below.addLayout(self._rows)
        self.more = small_button("", look)
        self.more.clicked.connect(self._show_more)
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.setVisible(not parts)
        self.column.addWidget(self._below)
        cancel = small_button(tr("Cancel"), look, "plain")
        cancel.clicked.connect(self.given_up)
        self.column.addWidget(flowing((cancel,), look))
        self._show_fitting()

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be seen and chosen, as a screen reader says it."""
        return tuple(line.accessibleName() for line, _ in self._lines)

    @property
    def spoken_of(self) -> tuple[Wording, ...]:
        """The wordings that are marked."""
        return tuple(one for chip, one in self.parts.items() if chip.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        elif self._lines:
            self._mark((self._current + step) % len(self._lines))

    def _chip(self, wording: Wording) -> QPushButton:
        count = len(wording.mentions)
        text = shortened(wording.words, 40)
        chip = small_button(f"{text} ({count})" if count > 1 else text, self._look, "chip")
        chip.setCheckable(True)
        places = counted(count, "{n} place", "{n} places")
        chip.setAccessibleName(f"{wording.words}, {places}")
        chip.toggled.connect(lambda _on: self._below.setVisible(bool(self.spoken_of)))
        self.parts[chip] = wording
        return chip

    def _typed(self) -> None:
        self._limit, self._current = OFFERED_FIRST, 0
        self._show_fitting()

    def _show_more(self) -> None:
        self._limit += OFFERED_MORE
        self._show_fitting()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fitting(self) -> None:
        """Show the entities that fit what is typed: a few, since the panel scrolls as a whole."""
        typed = " ".join(self.field.text().split())
        wanted = typed.casefold().split()
        fitting = [one for one in self._others if all(w in one.name.casefold() for w in wanted)]
        clear(self._rows)
        self._lines = [
            (self._line(one), partial(self._take, one)) for one in fitting[: self._limit]
        ]
        known = any(one.name.casefold() == typed.casefold() for one in self._others)
        if self._new and typed and not known:
            self._lines.append((self._new_line(typed), partial(self.name_chosen.emit, typed)))
        for line, act in self._lines:
            # Later, because the line itself goes with what is chosen.
            line.clicked.connect(lambda _on=False, act=act: QTimer.singleShot(0, self, act))
            self._rows.addWidget(line)
        rest = len(fitting) - self._limit
        self.more.setText(counted(rest, "{n} more", "{n} more"))
        self.more.setVisible(rest > 0)
        self._mark(min(self._current, max(0, len(self._lines) - 1)))

    def _line(self, one: Entity) -> Clickable:
        about = ", ".join(filter(None, (kind_word(one.kind), one.description)))
        words = f"{bold(shortened(one.name, 80))} {muted(shortened(about, 60), self._look)}"
        return row(f"{one.name}, {about}", self._look, Prose(words), tip=escaped(one.name))

    def _new_line(self, typed: str) -> Clickable:
        words = tr("Somebody new: {name}").format(name=quoted(shortened(typed, 60)))
        return row(words, self._look, plain(words))

    def _mark(self, number: int) -> None:
        """Mark the line that the Enter key takes."""
        self._current = number
        for index, (line, _) in enumerate(self._lines):
            if bool(line.property("current")) != (index == number):
                line.setProperty("current", index == number)
                line.style().unpolish(line)
                line.style().polish(line)

    def _take_current(self) -> None:
        if self._current < len(self._lines):
            self._lines[self._current][0].click()

    def _take(self, one: Entity) -> None:
        self.entity_chosen.emit(one.id)


def nearest(analysis: Analysis, entity: Entity, near: Sequence[str] = ()) -> tuple[Entity, ...]:
    """The other entities: those in `near`, then of like names, of the same kind; dates last."""
    words = _words(entity.name)

    def distance(one: Entity) -> tuple[bool, bool, bool, bool, int]:
        return (
            one.id not in near,
            one.kind in NOBODY,
            not words & _words(one.name),
            one.kind is not entity.kind,
            -len(one.mentions),
        )

    others = (one for one in analysis.entities if one.id != entity.id)
    return tuple(sorted(others, key=distance))


def _words(name: str) -> set[str]:
    return {word.strip(".,’'").casefold() for word in name.split() if len(word) > 2}
