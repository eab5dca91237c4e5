"""Find a command by typing part of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from according.ui.window.actions import key_text, plain
from according.ui.window.commands import COMMANDS, HIDDEN, Command

GOOD_ENOUGH = 55.0
"""Score (0-100) below which a command does not answer what was typed."""


def ranked(typed: str, texts: Sequence[str]) -> list[int]:
    """Indexes of the texts that answer what was typed, best first; all where nothing was."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - not needed to show the text

    if not typed.strip():
        return list(range(len(texts)))
    found = process.extract(
        typed,
        texts,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=GOOD_ENOUGH,
        limit=len(texts),
    )
    beginning = utils.default_process(typed)
    return [
        index
        for _, _, index in sorted(
            found,
            key=lambda hit: (not utils.default_process(hit[0]).startswith(beginning), -hit[1]),
        )
    ]


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
        self._model = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
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
        self._model.setStringList([_line(command) for command in usable])
        self._list.setCurrentIndex(self._model.index(0))

    def _move(self, step: int) -> None:
        row = max(0, min(len(self._shown) - 1, self._list.currentIndex().row() + step))
        self._list.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._actions[self._shown[index.row()].id]
        self.accept()
        action.trigger()


def _line(command: Command) -> str:
    keys = key_text(command)
    return f"{plain(command.text)}   {keys}" if keys else plain(command.text)
