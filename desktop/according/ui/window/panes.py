"""Goes round the parts of the window with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def cycle(
    panes: Sequence[QWidget], step: int, *, entries: Mapping[QWidget, QWidget] | None = None
) -> None:
    """Give the focus to the pane after (1) or before (-1) the one that has it.

    A pane is entered where `entries` says, else at its first stop.
    """
    focused = QApplication.focusWidget()
    here = next(
        (n for n, pane in enumerate(panes) if pane is focused or holds(pane, focused)), None
    )
    order = len(panes)
    start = here if here is not None else -1 if step > 0 else 0
    for distance in range(1, order + 1):
        pane = panes[(start + step * distance) % order]
        target = (entries or {}).get(pane) or first_stop(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def holds(pane: QWidget, widget: QWidget | None) -> bool:
    """Whether a widget lies inside a pane."""
    return widget is not None and pane.isAncestorOf(widget)


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that takes the focus by Tab."""
    widget: QWidget | None = pane
    while widget is not None and (widget is pane or holds(pane, widget)):
        if _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
        if widget is pane:
            return None
    return None


def _takes_focus(widget: QWidget) -> bool:
    wanted = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wanted and widget.isEnabled() and widget.isVisible()
