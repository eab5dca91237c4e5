"""Makes the QActions of the command table: one each, shared by all places that show it."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from according.ui.commands import COMMANDS, Command


def translated(text: str) -> str:
    """A text of the table in the language of the interface."""
    return QCoreApplication.translate("Command", text)


def plain(text: str) -> str:
    """A command's text without mnemonic and dots, for lists."""
    return translated(text).replace("&", "").removesuffix("…")


def key_text(command: Command) -> str:
    """The keys of a command as the reader's system writes them."""
    written = (
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in command.keys
    )
    return " · ".join(dict.fromkeys(text for text in written if text))


def make_actions(window: QObject, page: QWidget) -> Mapping[str, QAction]:
    """One QAction for each command, by id, connected to the window's slots."""
    groups: dict[str, QActionGroup] = {}
    return {command.id: _action(command, window, page, groups) for command in COMMANDS}


def _action(
    command: Command, window: QObject, page: QWidget, groups: dict[str, QActionGroup]
) -> QAction:
    action = QAction(translated(command.text), window)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setCheckable(command.checkable)
    if command.group:
        group = groups.setdefault(command.group, QActionGroup(window))
        group.addAction(action)
    action.triggered.connect(lambda _checked=False: carry_out(command, window))
    if command.on_page:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)
    elif isinstance(window, QWidget):
        window.addAction(action)
    return action


def carry_out(command: Command, window: QObject) -> None:
    """Do what a command says; its slot is looked up now, since the panel comes after the text."""
    slot = attrgetter(command.slot)(window)
    if command.argument is None:
        slot()
    else:
        slot(command.argument)
