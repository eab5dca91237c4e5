"""The parts that the views of the panel are made of: cards, captions, chips, rows and tables."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from according.domain.claims import Claim
from according.ui.panel.flow import Flow
from according.ui.panel.wording import Value, level_sentence, level_word
from according.ui.style import Look

_UNBROKEN = re.compile(r"(\S{18})(?=\S{6})")
"""Runs of characters that would not fit a narrow panel with large text."""

SHORT_LINK = 24
"""Longest link, in code points, that is kept on one line."""

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def escaped(text: str) -> str:
    """Text of the article made safe for a rich label; endless words may break."""
    return html.escape(_UNBROKEN.sub("\\1\u200b", text)).replace("\n", "<br>")


def link(text: str, target: str, look: Look) -> str:
    """A link of ours that stands for itself; a short one stays on one line."""
    return linked(text.replace(" ", "\u00a0") if len(text) <= SHORT_LINK else text, target, look)


def linked(text: str, target: str, look: Look) -> str:
    """Running text that leads somewhere, and breaks like any other.

    `target` comes back through the label's `linkActivated`.
    """
    colour = look.theme.accent.name()
    href = html.escape(target, quote=True)
    return f'<a href="{href}" style="color:{colour}; text-decoration:none;">{escaped(text)}</a>'


def muted(text: str, look: Look) -> str:
    return f'<span style="color:{look.theme.muted.name()};">{escaped(text)}</span>'


def bold(text: str) -> str:
    return f'<span style="font-weight:600;">{escaped(text)}</span>'


class Prose(QLabel):
    """A wrapping label with rich text of ours; links go to `follow` and never leave the program."""

    def __init__(
        self, rich: str, role: str = "body", *, follow: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if follow is not None:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.linkActivated.connect(follow)
        self.setText(rich)


def plain(text: str, role: str = "body") -> Prose:
    """A wrapping label with the text as it is."""
    return Prose(escaped(text), role)


class Card(QFrame):
    """A rounded box with a line around it; `column` takes what stands in it."""

    def __init__(self, look: Look, role: str = "card") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.px(13), look.px(11), look.px(13), look.px(11))
        self.column.setSpacing(look.px(4))


class Clickable(QPushButton):
    """A button whose face is laid out like a card's: one or more labels that may wrap."""

    def __init__(self, role: str, name: str, look: Look, layout: QLayout) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._ring = look.theme.accent
        self._radius = look.px(5)
        self.setLayout(layout)

    def put(self, *labels: QWidget, stretch: int = 0) -> None:
        """Add labels to the face; the mouse goes through them to the button."""
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._box().addWidget(label, stretch)

    def sizeHint(self) -> QSize:
        return self._box().totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._box().totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        return self._box().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._box().totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(self, self._ring, self._radius)

    def _box(self) -> QVBoxLayout | QHBoxLayout:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout | QHBoxLayout):
            raise TypeError("a clickable card is laid out in one row or column")
        return layout


class TwoPart(Clickable):
    """A button with a word and, quieter, something more: a key or a number."""

    def __init__(self, role: str, look: Look, *, always_bold: bool = False) -> None:
        layout = QHBoxLayout()
        layout.setContentsMargins(look.px(2), look.px(6), look.px(2), look.px(6))
        super().__init__(role, "", look, layout)
        self._look = look
        self._always_bold = always_bold
        self._words = ("", "")
        self._label = Prose("", role)
        self._label.setWordWrap(False)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCheckable(True)
        self.put(self._label, stretch=1)
        # A style sheet cannot say this: the state of a button does not reach the labels in it.
        self.toggled.connect(self._show)

    def set_words(self, word: str, more: str = "") -> None:
        """Show a word and something more."""
        self._words = (word, more)
        self.setAccessibleName(self.words())
        self._show()

    def words(self) -> str:
        """What the button says."""
        return " ".join(part for part in self._words if part)

    def restyle(self, look: Look) -> None:
        """Take another theme or text size."""
        self._look = look
        self._show()

    def _show(self) -> None:
        word, more = self._words
        theme, on = self._look.theme, self.isChecked()
        quiet = theme.standfirst if self._always_bold else theme.muted
        colour = quiet if self._always_bold and not on else theme.text
        weight = 600 if self._always_bold or on else 400
        style = f"color:{colour.name()}; font-weight:{weight};"
        first = f'<span style="{style}">{escaped(word)}</span>'
        second = f'&nbsp; <span style="color:{quiet.name()};">{escaped(more)}</span>'
        self._label.setText(first + second if more else first)


def paint_ring(widget: QWidget, colour: QColor, radius: int) -> None:
    """A ring of two pixels just inside the widget, to show where the keyboard is."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(widget.rect().adjusted(1, 1, -1, -1), radius, radius)
    painter.end()


def row(name: str, look: Look, *labels: QWidget, tip: str = "") -> Clickable:
    """A line of a list that can be clicked; `name` is what a screen reader says."""
    layout = QHBoxLayout()
    layout.setContentsMargins(look.px(4), look.px(5), look.px(4), look.px(5))
    layout.setSpacing(look.px(8))
    line = Clickable("row", name, look, layout)
    for index, label in enumerate(labels):
        line.put(label, stretch=1 if index == len(labels) - 1 else 0)
        layout.setAlignment(label, Qt.AlignmentFlag.AlignTop)
    line.setToolTip(tip)
    return line


def caption(text: str) -> QLabel:
    """The small heading of a section."""
    label = QLabel(text)
    label.setProperty("role", "caption")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label


def chip(text: str, tip: str = "") -> QLabel:
    """A small label in a rounded frame."""
    label = QLabel(text)
    label.setProperty("role", "chip")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    label.setToolTip(tip)
    # A styled frame would make the label indent its text.
    label.setIndent(0)
    return label


def titled(title: QWidget, *beside: QWidget, look: Look) -> QWidget:
    """A title with small things at its right; with large text they stand below it."""
    box = QWidget()
    if look.large:
        below = QVBoxLayout(box)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(title)
        below.addWidget(flowing(beside, look))
        return box
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(look.px(8))
    line.addWidget(title, 1)
    for widget in beside:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return box


def dotted_chip(text: str, colour: QColor, tip: str = "") -> QLabel:
    """A chip with a dot in the colour of a kind before its word."""
    label = chip("", tip)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<span style="color:{colour.name()};">●</span>&nbsp;{html.escape(text)}')
    label.setAccessibleName(text)
    return label


def level_chip(claim: Claim, look: Look) -> QLabel:
    """A chip with a claim's level, framed in the colour of its stripe."""
    label = chip(level_word(claim), level_sentence(claim.certainty.level))
    colour = look.theme.stripe_of(claim).name()
    label.setStyleSheet(f'QLabel[role="chip"] {{ border-color: {colour}; font-weight: 400; }}')
    return label


def small_button(text: str, look: Look, role: str = "link") -> QPushButton:
    """A button that reads as a link, or as a chip."""
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAutoDefault(False)
    button.setMinimumWidth(look.px(8))
    return button


def flowing(widgets: Iterable[QWidget], look: Look) -> QWidget:
    """Widgets one after another that wrap where the panel is narrow."""
    box = QWidget()
    layout = Flow(box, spacing=look.px(6))
    for widget in widgets:
        layout.addWidget(widget)
    return box


def rule() -> QFrame:
    """A thin line between the parts of a card."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


class Table(QWidget):
    """Labels at the left and values at the right; large text puts each label above its value."""

    def __init__(self, look: Look, label_width: int = 142) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnStretch(1, 1)
        self._label_width = look.px(label_width)

    def add(self, label: str, value: QWidget) -> None:
        """Add a line; the value is described to a screen reader by its label."""
        name = plain(label, "small")
        at = self._grid.rowCount()
        if self._look.large:
            if label:
                name.setContentsMargins(0, self._look.px(4), 0, 0)
                self._grid.addWidget(name, at, 0, 1, 2)
            self._grid.addWidget(value, at + 1, 0, 1, 2)
            return
        name.setFixedWidth(self._label_width)
        self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)

    def add_value(self, label: str, value: Value) -> None:
        """Add a line with a value in words; what is not known is muted."""
        self.add(label, value_label(value, self._look, label))


def value_label(value: Value, look: Look, label: str = "") -> Prose:
    """A value as text: what is known in the text's colour, the rest muted."""
    main = escaped(value.main) if value.known else muted(value.main, look)
    more = muted(f" · {value.more}", look) if value.more else ""
    shown = Prose(main + more)
    shown.setAccessibleName(f"{label}, {value}" if label else str(value))
    return shown


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it be deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
