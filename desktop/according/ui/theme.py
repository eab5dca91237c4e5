"""Colours and faces: the token table of each scheme, and which one the system asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from according.places import resource

if TYPE_CHECKING:  # the text shows before these are needed
    from according.domain.claims import Claim, Level
    from according.domain.entities import EntityKind

NARRATOR = "narrator"
"""The stripe of claims in the paper's own voice, which have no level of anyone else's."""

READING_FAMILY = "Source Serif Pro"
ENTITY_GROUND = 0.24
"""How much of its own colour lies under a chosen entity; text on it still has 4.5:1 (tested)."""

_PLAIN_ENTITIES = {
    "person": "person",
    "group": "organisation",
    "organisation": "organisation",
    "place": "place",
    "facility": "place",
}
"""The colour of an entity by its kind; all others have one in common."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One colour scheme; `tokens` maps "section.token" to a colour as "#RRGGBB"."""

    name: str
    dark: bool
    high_contrast: bool
    tokens: Mapping[str, str]

    @property
    def paper(self) -> QColor:
        return self.color("grounds.paper")

    @property
    def panel(self) -> QColor:
        return self.color("grounds.panel")

    @property
    def card(self) -> QColor:
        return self.color("grounds.card")

    @property
    def line(self) -> QColor:
        return self.color("grounds.line")

    @property
    def text(self) -> QColor:
        return self.color("inks.text")

    @property
    def muted(self) -> QColor:
        return self.color("inks.muted")

    @property
    def standfirst(self) -> QColor:
        """Quieter than the text, yet 4.5:1 on every fill, which muted is not."""
        return self.color("inks.standfirst")

    @property
    def accent(self) -> QColor:
        return self.color("inks.accent")

    @property
    def accent_soft(self) -> QColor:
        return self.color("grounds.chosen_row")

    @property
    def certainty(self) -> QColor:
        return self.color("inks.certainty")

    @property
    def chosen(self) -> QColor:
        """The ground of the chosen claim's content."""
        return self.color("fills.chosen")

    @property
    def chosen_line(self) -> QColor:
        """The outline of the chosen claim's content."""
        return self.color("stripes.chosen")

    @property
    def hit(self) -> QColor:
        """The ground of what a search found."""
        return self.color("fills.hit")

    def fill(self, level: Level) -> QColor:
        """The ground of a claim's content."""
        return self.color(f"fills.{level.value}")

    def stripe(self, level: Level | str) -> QColor:
        """The mark of a level, or of `NARRATOR`, in margins, chips and ticks."""
        return self.color(f"stripes.{level}")

    def stripe_of(self, claim: Claim) -> QColor:
        """The mark of a claim: its level's, or the narrator's."""
        return self.stripe(claim.credited_level or NARRATOR)

    def entity(self, kind: EntityKind) -> QColor:
        """The underline of an entity."""
        return self.color(f"entities.{_PLAIN_ENTITIES.get(kind, 'other')}")

    def entity_fill(self, kind: EntityKind) -> QColor:
        """The ground of a chosen entity's mentions."""
        return blend(self.paper, self.entity(kind), ENTITY_GROUND)

    def color(self, token: str) -> QColor:
        """The colour of a "section.token" of the table."""
        return QColor(self.tokens[token])


def load_theme(name: str) -> Theme:
    """The scheme of `resources/themes/<name>.toml`."""
    with resource("themes", f"{name}.toml").open("rb") as file:
        form = tomllib.load(file)
    tokens = {
        f"{section}.{token}": value
        for section, table in form.items()
        if isinstance(table, dict)
        for token, value in table.items()
    }
    return Theme(
        name=form["name"],
        dark=form["dark"],
        high_contrast=form["high_contrast"],
        tokens=MappingProxyType(tokens),
    )


def theme_names() -> tuple[str, ...]:
    """The names of the schemes that are shipped, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource("themes").glob("*.toml")))


def system_theme(app: QGuiApplication) -> Theme:
    """The scheme that the system's colours and its wish for contrast ask for."""
    hints = app.styleHints()
    shade = system_shade(app)
    contrast = hints.accessibility().contrastPreference()
    if contrast is QtCore.Qt.ContrastPreference.HighContrast:
        return load_theme(f"high-contrast-{shade}")
    return load_theme(shade)


def system_shade(app: QGuiApplication) -> str:
    """Whichever the system asks for, "light" or "dark"."""
    dark = app.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def palette_shade(app: QGuiApplication) -> str:
    """What the system's palette is, "light" or "dark"."""
    palette = app.palette()
    ground, ink = (
        palette.color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)
    )
    return "dark" if ink.lightness() > ground.lightness() else "light"


def reading_font(pixels: int = 18) -> QFont:
    """The face of the article, `pixels` high; its files are loaded the first time."""
    _load_reading_family()
    font = QFont(READING_FAMILY)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


@cache
def _load_reading_family() -> None:
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))


def interface_palette(theme: Theme) -> QPalette:
    """The palette that gives standard widgets the scheme's colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    colors = {
        role.Window: theme.panel,
        role.Base: theme.card,
        role.AlternateBase: theme.panel,
        role.Button: theme.panel,
        role.ToolTipBase: theme.card,
        role.Highlight: theme.accent_soft,
        role.Mid: theme.line,
        role.Link: theme.accent,
        role.Accent: theme.accent,
        role.PlaceholderText: theme.muted,
    }
    inks = (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText)
    colors.update(dict.fromkeys(inks, theme.text))
    for one, color in colors.items():
        palette.setColor(one, color)
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, theme.muted)
    return palette


def brush_of(color: QColor) -> QBrush:
    """A full brush, by way of a palette.

    To make it, or a pen, from a colour makes all of Qt's enums first, which takes 12 ms; what is
    painted first goes without.
    """
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.window()


def blend(ground: QColor, ink: QColor, share: float) -> QColor:
    """`ground` with `share` (0-1) of `ink` mixed in."""
    return QColor.fromRgbF(
        ground.redF() + (ink.redF() - ground.redF()) * share,
        ground.greenF() + (ink.greenF() - ground.greenF()) * share,
        ground.blueF() + (ink.blueF() - ground.blueF()) * share,
    )
