"""The look of the plain widgets: one style sheet made from the theme and the text size."""

from __future__ import annotations

from dataclasses import dataclass

from according.ui.theme import READING_FAMILY, Theme, blend


@dataclass(frozen=True, slots=True)
class Look:
    """Theme and text size together: all that a part of the panel needs to draw itself."""

    theme: Theme
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A measure given for 100 % text, in device-independent pixels at this text size."""
        return round(size * self.scale)

    @property
    def large(self) -> bool:
        """Whether the text is so large that a table reads better with its labels on top."""
        return self.scale >= 1.5


def stylesheet(theme: Theme, scale: float = 1.0) -> str:
    """The style sheet of the whole window.

    Text widgets that show the article (`QTextBrowser`) are left alone: the page sets its own type.
    Roles are given to widgets with `setProperty("role", ...)`.
    """
    look = Look(theme, scale)
    values = _colours(theme) | {f"px{size}": f"{look.px(size)}px" for size in range(1, 41)}
    return "".join(part.format_map(values) for part in (_BASE, _WINDOW, _INPUTS, _PANEL))


def _colours(theme: Theme) -> dict[str, str]:
    # Lines of high contrast are too bright to be a ground.
    trough = (theme.text, 0.12) if theme.high_contrast else (theme.line, 0.75)
    colours = {
        "panel": theme.panel,
        "card": theme.card,
        "line": theme.line,
        "text": theme.text,
        "muted": theme.muted,
        "accent": theme.accent,
        "accent_soft": theme.accent_soft,
        "hover": blend(theme.card, theme.text, 0.06),
        "trough": blend(theme.panel, *trough),
        "strong": blend(theme.panel, theme.text, 0.30),
    }
    return {name: colour.name() for name, colour in colours.items()} | {
        "serif": f'"{READING_FAMILY}", serif'
    }


_BASE = """
QMainWindow, QDialog, QWidget[role="panel"], QWidget[role="bar"], QWidget[role="canvas"],
QScrollArea[role="view"] {{ background: {panel}; color: {text}; }}
QScrollArea[role="view"] {{ border: none; }}
QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QListView, QMenuBar, QMenu,
QStatusBar, QSpinBox, QToolTip, QProgressBar, QGroupBox {{ color: {text}; font-size: {px14}; }}
QLabel {{ background: transparent; }}
QPushButton, QToolButton {{ outline: none; }}
QToolTip {{ background: {card}; border: 1px solid {line}; padding: {px4} {px8}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {px12}; margin: 0; }}
QScrollBar:horizontal {{ height: {px12}; margin: 0; }}
QScrollBar::handle {{ background: {strong}; border-radius: {px3}; margin: {px3}; }}
QScrollBar::handle:vertical {{ min-height: {px30}; }}
QScrollBar::handle:horizontal {{ min-width: {px30}; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

_WINDOW = """
QMenuBar {{ background: {panel}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ background: transparent; padding: {px4} {px8}; border-radius: {px4}; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {card}; border: 1px solid {line}; padding: {px4}; }}
QMenu::item {{ padding: {px5} {px24} {px5} {px12}; border-radius: {px4}; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {px4} {px8}; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {line};
    padding: {px6} {px8}; spacing: {px4}; }}
QToolBar::separator {{ width: 1px; background: {line}; margin: {px4} {px8}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {px6};
    padding: {px5} {px8}; color: {text}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed {{ background: {trough}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {muted}; }}
QToolButton[role="layer"] {{ background: transparent; border: 1px solid {line};
    border-radius: {px14}; padding: {px5} {px11}; color: {muted}; }}
QToolButton[role="layer"]:checked {{ background: {card}; color: {text}; }}
QToolButton[role="layer"]:hover {{ border-color: {strong}; }}
QToolButton[role="layer"]:focus {{ border-color: {accent}; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {line}; }}
QStatusBar QLabel {{ color: {muted}; font-size: {px13}; padding: {px2} {px8}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:hover, QSplitter::handle:focus {{ background: {accent}; }}
QProgressBar {{ background: {trough}; border: none; border-radius: {px3}; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: {px3}; }}
"""

_INPUTS = """
QPushButton {{ background: {card}; border: 1px solid {line}; border-radius: {px6};
    padding: {px5} {px12}; }}
QPushButton:hover {{ border-color: {strong}; }}
QPushButton:pressed {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: {px4} {px11}; }}
QPushButton:disabled {{ color: {muted}; }}
QPushButton[role="chip"], QToolButton[role="chip"] {{ background: {card}; border: 1px solid {line};
    border-radius: {px9}; padding: {px2} {px9}; font-size: {px12}; color: {text}; }}
QPushButton[role="chip"]:hover, QToolButton[role="chip"]:hover {{ border-color: {strong}; }}
QPushButton[role="chip"]:checked {{ background: {accent_soft}; border-color: {accent}; }}
QPushButton[role="chip"]:focus, QToolButton[role="chip"]:focus {{ border: 2px solid {accent};
    padding: {px1} {px8}; }}
QPushButton[role="link"] {{ background: transparent; border: none; border-radius: {px3};
    padding: 1px 0; font-size: {px13}; color: {accent}; text-align: left; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ background: {accent_soft}; text-decoration: underline; }}
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {{ background: {card}; border: 1px solid {line};
    border-radius: {px6}; padding: {px4} {px8}; selection-background-color: {accent};
    selection-color: {card}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {{
    border: 2px solid {accent}; padding: {px3} {px7}; }}
QLineEdit[role="tag"] {{ border: 1px dashed {strong}; border-radius: {px9};
    padding: {px1} {px8}; font-size: {px12}; background: transparent; }}
QLineEdit[role="tag"]:focus {{ border: 2px solid {accent}; padding: 0 {px7}; }}
QComboBox::drop-down {{ border: none; width: {px24}; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {card}; color: {text}; border: 1px solid {line};
    selection-background-color: {accent_soft}; selection-color: {text}; }}
QListView {{ background: {card}; border: 1px solid {line}; border-radius: {px6}; outline: none;
    padding: {px2}; }}
QListView::item {{ padding: {px4} {px6}; border-radius: {px4}; color: {text}; }}
QListView::item:selected {{ background: {accent_soft}; color: {text}; }}
QListView:focus {{ border: 2px solid {accent}; padding: {px1}; }}
"""

_PANEL = """
QFrame[role="card"] {{ background: {card}; border: 1px solid {line}; border-radius: {px9}; }}
QFrame[role="tinted"] {{ background: {accent_soft}; border: 1px solid {accent_soft};
    border-radius: {px9}; }}
QFrame[role="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="current"] {{ background: {accent_soft}; border: none; border-radius: {px4}; }}
QFrame[role="trough"] {{ background: {trough}; border: none; border-radius: {px8}; }}
QFrame[role="cells"] {{ background: {line}; border: 1px solid {line}; border-radius: {px5}; }}
QPushButton[role="segment"] {{ background: transparent; border: 2px solid transparent;
    border-radius: {px6}; padding: 0; }}
QPushButton[role="segment"]:hover {{ background: {hover}; }}
QPushButton[role="segment"]:checked {{ background: {card}; }}
QPushButton[role="cell"] {{ background: {card}; border: 2px solid {card}; border-radius: {px4};
    padding: 0; }}
QPushButton[role="cell"]:hover {{ background: {hover}; border-color: {hover}; }}
QPushButton[role="cell"]:checked {{ background: {accent_soft}; border-color: {accent_soft}; }}
QPushButton[role="row"] {{ background: transparent; border: none; border-radius: {px5};
    padding: 0; text-align: left; }}
QPushButton[role="row"]:hover {{ background: {hover}; }}
QPushButton[role="row"][current="true"] {{ background: {accent_soft}; }}
QPushButton[role="box"] {{ background: {card}; border: 1px solid {line}; border-radius: {px6};
    padding: 0; }}
QPushButton[role="box"]:hover {{ border-color: {strong}; }}
QPushButton[role="source box"] {{ background: {accent_soft}; border: 1px solid {accent};
    border-radius: {px6}; padding: 0; }}
QFrame[role="box"] {{ background: {card}; border: 1px solid {line}; border-radius: {px6}; }}
QFrame[role="source box"] {{ background: {accent_soft}; border: 1px solid {accent};
    border-radius: {px6}; }}
QLabel[role="title"] {{ font-size: {px18}; font-weight: 600; }}
QLabel[role="name"] {{ font-size: {px15}; font-weight: 600; }}
QLabel[role="caption"] {{ font-size: {px12}; font-weight: 600; color: {muted}; }}
QLabel[role="small"] {{ font-size: {px13}; color: {muted}; }}
QLabel[role="body"] {{ font-size: {px13}; }}
QLabel[role="reading"] {{ font-family: {serif}; font-size: {px17}; }}
QLabel[role="summary"] {{ font-family: {serif}; font-size: {px16}; }}
QLabel[role="mark"] {{ font-size: {px12}; color: {muted}; }}
QLabel[role="place"] {{ font-size: {px11}; color: {muted}; }}
QLabel[role="chip"] {{ background: {card}; border: 1px solid {line}; border-radius: {px8};
    padding: {px1} {px8}; font-size: {px12}; font-weight: 600; }}
QLabel[role="segment"] {{ font-size: {px14}; }}
QLabel[role="cell"] {{ font-size: {px12}; }}
QLabel[role="empty"] {{ font-size: {px14}; color: {muted}; }}
QPlainTextEdit[role="note"] {{ font-size: {px14}; }}
"""
