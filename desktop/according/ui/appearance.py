"""Which theme is shown: the reader's choice, or what the system asks for, also while running."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from according.ui.theme import Theme, load_theme, system_theme

SHADED = frozenset({"high-contrast", "colour-blind"})
"""Choices that come light and dark; the system says which."""

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Appearance(QObject):
    """Holds the theme and follows the system.

    Signals
    -------
    changed(Theme): another theme is to be shown.
    """

    changed = Signal(object)

    def __init__(self, app: QGuiApplication, choice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = choice
        self._ask_system()
        self._theme = self._load()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    @property
    def choice(self) -> str:
        """What the reader chose, by the names of the settings."""
        return self._choice

    @property
    def theme(self) -> Theme:
        return self._theme

    def choose(self, choice: str) -> None:
        """Show another theme, or follow the system from now on."""
        self._choice = choice
        self._ask_system()
        self._refresh()

    def toggled(self) -> str:
        """The choice that the light-and-dark switch leads to."""
        return "light" if self._theme.dark else "dark"

    def _refresh(self) -> None:
        theme = self._load()
        if theme.name != self._theme.name:
            self._theme = theme
            self.changed.emit(theme)

    def _ask_system(self) -> None:
        """Give the window's frame and the system's own dialogs the same shade, or let go of it."""
        wanted = _SCHEMES.get(self._choice, Qt.ColorScheme.Unknown)
        hints = self._app.styleHints()
        if wanted is Qt.ColorScheme.Unknown:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)

    def _load(self) -> Theme:
        if self._choice == "system":
            return system_theme(self._app)
        if self._choice not in SHADED:
            return load_theme(self._choice)
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return load_theme(f"{self._choice}-{'dark' if dark else 'light'}")
