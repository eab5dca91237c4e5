"""The icons: names of one icon family in one table, drawn in the colours of the theme."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QIcon

from according.places import shipped
from according.ui.theme import Theme

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "about": "mdi6.information-outline",
        "analyse": "mdi6.refresh",
        "close": "mdi6.close",
        "complaint": "mdi6.alert-circle-outline",
        "copy": "mdi6.content-copy",
        "find": "mdi6.magnify",
        "keys": "mdi6.keyboard-outline",
        "note": "mdi6.note-edit-outline",
        "open": "mdi6.folder-outline",
        "paste": "mdi6.clipboard-text-outline",
        "preferences": "mdi6.tune-variant",
        "quit": "mdi6.exit-to-app",
        "redo": "mdi6.redo",
        "sample": "mdi6.newspaper-variant-outline",
        "source": "mdi6.account-edit-outline",
        "theme-dark": "mdi6.weather-night",
        "theme-light": "mdi6.white-balance-sunny",
        "undo": "mdi6.undo",
        "zoom-in": "mdi6.format-font-size-increase",
        "zoom-out": "mdi6.format-font-size-decrease",
    }
)


def program_icon() -> QIcon:
    """The program's own icon in all its sizes."""
    icon = QIcon()
    for file in sorted(shipped("packaging").joinpath("icons").glob("*.png")):
        icon.addFile(str(file))
    return icon


def make_icon(name: str, theme: Theme, *, ink: QColor | None = None) -> QIcon:
    """The icon of the table in the theme's ink or another.

    Slow the first time, so never before the text.
    """
    os.environ.setdefault("QT_API", "pyside6")
    import qtawesome  # noqa: PLC0415 - loads its fonts; not needed before the text is shown

    icon: QIcon = qtawesome.icon(NAMES[name], color=ink or theme.text, color_disabled=theme.muted)
    return icon
