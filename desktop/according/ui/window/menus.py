"""The menu bar and the list of recent articles, made from the command table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from according.domain.reading import Recent
from according.ui.window.commands import COMMANDS, HIDDEN, Menu

SHOWN_RECENT = 12
"""Lines of the recent list."""

LONGEST_TITLE = 70
"""Characters of a title in a menu."""


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], recent: QMenu) -> None:
    """Put every command into its menu, in the order of the table."""
    menus = {menu: bar.addMenu(QCoreApplication.translate("Menu", menu.value)) for menu in Menu}
    for command in COMMANDS:
        if command.id in HIDDEN:
            continue
        menu = menus[command.menu]
        if command.section:
            menu.addSeparator()
        menu.addAction(actions[command.id])
        if command.id == "open":
            menu.addMenu(recent)


def fill_recent(
    menu: QMenu, articles: Sequence[Recent], choose: Callable[[int], None], *, open: int | None
) -> None:
    """List articles of the library; one whose file is gone says so and can still be read."""
    menu.clear()
    for article in articles[:SHOWN_RECENT]:
        action = menu.addAction(_line(article))
        action.setToolTip(article.path or "")
        action.setCheckable(article.id == open)
        action.setChecked(article.id == open)
        action.triggered.connect(lambda _checked=False, row=article.id: choose(row))
    menu.setEnabled(bool(articles))


def _line(article: Recent) -> str:
    title = article.title or article.name
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1].rstrip() + "…"
    title = title.replace("&", "&&")
    if not article.missing:
        return title
    return QCoreApplication.translate("Recent", "{title} (file missing, stored copy)").format(
        title=title
    )
