"""Makes the QActions of the command table: one each, shared by all places that show it."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from according.ui.window.commands import COMMANDS, Command


def translated(text: str) -> str:
    """A text of the table in the language of the interface."""
    return QCoreApplication.translate("Command", text)


def plain(text: str) -> str:
    """A command's text without mnemonic and dots, for lists."""
    return translated(text).replace("&", "").removesuffix("…")


def key_text(command: Command) -> str:
    """The keys of a command as the reader's system writes them."""
    shown = (one.toString(QKeySequence.SequenceFormat.NativeText) for one in sequences(command))
    # A letter that is typed without Shift reads better small.
    return " · ".join(text.lower() if len(text) == 1 else text for text in shown)


def sequences(command: Command) -> list[QKeySequence]:
    """The keys of a command, each once; a standard key may be unknown to the reader's system."""
    made = [QKeySequence(keys) for keys in command.keys]
    return list({one.toString(): one for one in made if not one.isEmpty()}.values())


def make_actions(controls: QObject, window: QWidget, page: QWidget) -> Mapping[str, QAction]:
    """One QAction for each command, by id, connected to the slots of `controls`."""
    groups: dict[str, QActionGroup] = {}
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = _action(command, window, groups)
        action.triggered.connect(
            lambda _checked=False, command=command: carry_out(command, controls)
        )
        # A letter is a command on the page only; anywhere else it may be typed.
        (page if command.on_page else window).addAction(action)
        actions[command.id] = action
    return actions


def _action(command: Command, window: QWidget, groups: dict[str, QActionGroup]) -> QAction:
    action = QAction(translated(command.text), window)
    action.setObjectName(command.id)
    action.setShortcuts(sequences(command))
    action.setCheckable(command.checkable)
    if command.on_page:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if command.group:
        groups.setdefault(command.group, QActionGroup(window)).addAction(action)
    return action


def carry_out(command: Command, controls: QObject) -> None:
    """Do what a command says."""
    slot = attrgetter(command.slot)(controls)
    if command.argument is None:
        slot()
    else:
        slot(command.argument)
