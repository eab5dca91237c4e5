"""Find a command by typing part of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QPainter,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from according.ui.window.actions import key_text, plain
from according.ui.window.commands import COMMANDS, HIDDEN, Command

KEYS = Qt.ItemDataRole.UserRole
"""Where a line of the list holds its keys."""

LIKE = 70.0
"""Likeness (0-100) of a typed word and the beginning of a command's from which it is a slip."""

LEAST_WITHIN = 3
"""Letters below which nearly every word has what was typed somewhere in it."""

LEAST_LIKE = 4
"""Letters below which a typed word that begins no other is like none."""


def ranked(typed: str, texts: Sequence[str]) -> list[int]:
    """Indexes of the texts that answer what was typed, best first; all where nothing was.

    Every typed word must begin one of the text, stand in it, or be misspelt.
    """
    wanted = typed.casefold().split()
    scores = [(_score(wanted, text.casefold()), index) for index, text in enumerate(texts)]
    return [index for score, index in sorted(scores, key=lambda one: -one[0]) if score > 0]


def _score(wanted: Sequence[str], text: str) -> float:
    """How well a text answers, from 0 for not at all."""
    if not wanted:
        return 1.0
    words = text.split()
    parts = [max(_likeness(one, word) for word in words) for one in wanted]
    if min(parts) == 0:
        return 0.0
    begins = text.startswith(" ".join(wanted))
    # Of texts that answer alike, the one with fewer words beside.
    return sum(parts) / len(parts) + begins - len(words) / 100


def _likeness(wanted: str, word: str) -> float:
    """How well one typed word answers one of a text: 0, or more than half up to 1."""
    if word.startswith(wanted):
        return 1.0
    if len(wanted) >= LEAST_WITHIN and wanted in word:
        return 0.8
    if len(wanted) < LEAST_LIKE:
        return 0.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - not needed to show the text

    likeness = max(fuzz.ratio(wanted, word[: len(wanted) + more]) for more in (0, 1))
    return likeness / 200 + 0.1 if likeness >= LIKE else 0.0


class CommandPalette(QDialog):
    """A field and a list of commands; Enter does the chosen one."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find a command"))
        self._actions = actions
        self._offered = [one for one in COMMANDS if one.id not in HIDDEN | {"palette"}]
        self._texts = [plain(command.text) for command in self._offered]
        self._shown: list[Command] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type what you want to do"))
        self.field.setAccessibleName(self.tr("Name of a command"))
        self.field.textChanged.connect(self._rank)
        self.field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_WithKeys(self._list))
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self._list)
        self.resize(460, 420)
        self._rank("")

    @property
    def offered(self) -> tuple[str, ...]:
        """Ids of the commands in the list, best first."""
        return tuple(command.id for command in self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the field has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _rank(self, typed: str) -> None:
        usable = [
            self._offered[index]
            for index in ranked(typed, self._texts)
            if self._actions[self._offered[index].id].isEnabled()
        ]
        self._shown = usable
        self._model.clear()
        for command in usable:
            item = QStandardItem(plain(command.text))
            item.setData(key_text(command), KEYS)
            item.setAccessibleDescription(key_text(command))
            self._model.appendRow(item)
        self._list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, step: int) -> None:
        row = max(0, min(len(self._shown) - 1, self._list.currentIndex().row() + step))
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._actions[self._shown[index.row()].id]
        self.accept()
        action.trigger()


class _WithKeys(QStyledItemDelegate):
    """Writes the keys of a command at the right end of its line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        palette, rect = option.palette, option.rect
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -10, 0), right, index.data(KEYS))
        painter.restore()
