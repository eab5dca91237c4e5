"""Which theme is shown: the reader's choice, or what the system asks for, also while running."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from according.ui.theme import Theme, load_theme, palette_shade, system_shade, system_theme

SHADED = frozenset({"high-contrast", "colour-blind"})
"""Choices that come light and dark; the system says which."""

_SCHEMES = {"light": 1, "dark": 2}
"""The numbers of Qt.ColorScheme; to take them by name would make all of Qt's enums (12 ms)."""


class Appearance(QObject):
    """Holds the theme and follows the system.

    Signals
    -------
    changed(Theme): another theme is to be shown.
    """

    changed = Signal(object)

    def __init__(
        self,
        app: QGuiApplication,
        choice: str,
        parent: QObject | None = None,
        *,
        last: str | None = None,
    ) -> None:
        """With `last`, the scheme of last time, go by the system's palette until `settle`."""
        super().__init__(parent)
        self._app = app
        self._choice = choice
        self._ask_system()
        # Elsewhere the palette may be light where the scheme is dark.
        quick = last is not None and sys.platform.startswith("linux")
        self._theme = self._expect(last or "") if quick else self._load()
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

    def settle(self) -> None:
        """Ask the system now, whose answer takes longer than the first paint may wait for."""
        self._refresh()

    def _refresh(self) -> None:
        theme = self._load()
        if theme.name != self._theme.name:
            self._theme = theme
            self.changed.emit(theme)

    def _ask_system(self) -> None:
        """Give the window's frame and the system's own dialogs the same shade, or let go of it."""
        wanted = _SCHEMES.get(self._choice)
        hints = self._app.styleHints()
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setProperty("colorScheme", wanted)

    def _load(self) -> Theme:
        if self._choice == "system":
            return system_theme(self._app)
        if self._choice not in SHADED:
            return load_theme(self._choice)
        return load_theme(f"{self._choice}-{system_shade(self._app)}")

    def _expect(self, last: str) -> Theme:
        """What `_load` will give, if the wish for contrast is that of last time."""
        shade = palette_shade(self._app)
        if self._choice in SHADED:
            return load_theme(f"{self._choice}-{shade}")
        if self._choice != "system":
            return load_theme(self._choice)
        return load_theme(f"high-contrast-{shade}" if last.startswith("high-contrast") else shade)
