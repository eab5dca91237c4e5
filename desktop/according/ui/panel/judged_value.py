"""A field of a source as a row: what is on record, and the reader's word on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from according.ui.panel.cards import Prose, bold, escaped, link, muted
from according.ui.panel.judgement_editor import JudgementEditor
from according.ui.panel.judging_words import (
    Judged,
    Record,
    Saying,
    change_words,
    recorded_words,
    said_words,
    spoken,
)
from according.ui.panel.wording import counted, tr
from according.ui.style import Look

LABEL_WIDTH = 142
"""Width of the label in pixels at 100 %, as in the tables of the panel."""


class JudgedRow(QWidget):
    """Label and value of a field; "Change…" shows under the pointer and the keyboard.

    Signals
    -------
    judged(Saying): the reader says something, or takes it back.
    claim_chosen(str): the reader went to one of the claims that the row is about.
    opened(QWidget): the editor has opened in the row and should be in sight.
    """

    judged = Signal(object)
    claim_chosen = Signal(str)
    opened = Signal(object)

    def __init__(
        self,
        shown: Judged,
        look: Look,
        *,
        label_width: int = LABEL_WIDTH,
        numbers: tuple[tuple[str, int], ...] = (),
        labelled: bool = True,
        subject: str = "",
    ) -> None:
        """`numbers` names the claims to tell by id and number, none where it holds of all.

        Without `labelled` the row goes on where the one above it ended. `subject` says of whom it
        is, where there are several.
        """
        super().__init__()
        self.shown = shown
        self._look = look
        self._numbers, self._subject = numbers, subject
        self._unrolled: set[str] = set()
        self._label = shown.label if labelled else ""
        self._hovered = self._below = False
        self.editor: JudgementEditor | None = None
        self.name = _Words("small", self._follow)
        self.words = _Words("body", self._follow)
        for part in (self.name, self.words):
            part.touched.connect(self._show)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnStretch(1, 1)
        self._lay_out(look.px(label_width))
        self._show()

    def ask(self) -> None:
        """Open the editor."""
        if self.editor is not None:
            return
        editor = JudgementEditor(self.shown, self._look)
        editor.said.connect(self._say)
        editor.given_up.connect(self._close)
        self.editor = editor
        self._grid.addWidget(editor, 2, 0, 1, 2)
        editor.begin()
        self.opened.emit(editor)

    def take_keyboard(self) -> None:
        """Give the keyboard to the words, once the layout has shown them."""
        reason = Qt.FocusReason.TabFocusReason
        QTimer.singleShot(0, self.words, lambda: self.words.setFocus(reason))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self._show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_change()

    def _lay_out(self, label_width: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if self._look.large:
            self.name.setContentsMargins(0, self._look.px(4), 0, 0)
            self._grid.addWidget(self.name, 0, 0, 1, 2)
            self._grid.addWidget(self.words, 1, 0, 1, 2)
            return
        self.name.setFixedWidth(label_width)
        self._grid.addWidget(self.name, 0, 0, top)
        self._grid.addWidget(self.words, 0, 1, top)

    def _place_change(self) -> None:
        """Put "Change…" after the value, or below the label where it would need a line more."""
        if self._look.large:
            self._below = True
        else:
            width = self.words.width()
            heights = []
            for below in (True, False):
                self._below = below
                self._show()
                heights.append(self.words.heightForWidth(width))
            self._below = heights[0] < heights[1]
        self._show()

    def _show(self) -> None:
        """Write label and value with their links."""
        change = self._change()
        self.name.setText(escaped(self._label))
        if self._below:
            gap = "&nbsp;&nbsp; " if self._look.large else "<br>"
            self.name.setText(gap.join(part for part in (escaped(self._label), change) if part))
        self._show_words("" if self._below else change)

    def _show_words(self, change: str) -> None:
        shown, look = self.shown, self._look
        held, lines = shown.held, []
        gap = muted("\u00a0· ", look)
        tools = gap.join(self._tools())
        if held is not None:
            main, more = said_words(held)
            told = f"{muted(tr('You say'), look)} {bold(main)}"
            lines.append(gap.join(part for part in (told, muted(more, look), tools) if part))
        lines.extend(self._recorded(number, one) for number, one in enumerate(shown.records))
        if held is None and tools:
            lines[-1:] = [gap.join([*lines[-1:], tools])]
        last = 0 if held is not None else max(0, len(lines) - 1)
        ended = (*lines[last : last + 1], change)
        lines[last : last + 1] = [self._unseen(gap).join(part for part in ended if part)]
        if self._subject:
            lines[0] = f"{escaped(self._subject)} {muted('–', look)} {lines[0]}"
        if "earlier" in self._unrolled:
            lines[1:1] = self._history() if held is not None else []
            lines.extend(self._history() if held is None else [])
        if self._numbers:
            lines.append(self._places())
        self.words.setText("<br>".join(lines))
        self.words.setAccessibleName(", ".join(filter(None, (self._subject, spoken(shown)))))
        self.words.setAccessibleDescription(change_words(shown.field).removesuffix("…"))

    def _tools(self) -> list[str]:
        shown, look, tools = self.shown, self._look, []
        if shown.earlier:
            arrow = "▾" if "earlier" in self._unrolled else "▸"
            words = counted(len(shown.earlier), "{n} earlier", "{n} earlier")
            tools.append(link(f"{words} {arrow}", "earlier", look))
        if shown.held is not None:
            tools.append(link(tr("Reset"), "reset", look))
        return tools

    def _change(self) -> str:
        """The link that leads to the editor; it keeps its place while it is not seen."""
        return self._unseen(link(change_words(self.shown.field), "change", self._look))

    def _unseen(self, rich: str) -> str:
        """Words that show under the pointer and the keyboard only."""
        seen = self._hovered or self.words.hasFocus() or self.name.hasFocus()
        if seen or self.shown.grade:
            return rich
        theme = self._look.theme
        for ink in (theme.accent, theme.muted):
            rich = rich.replace(ink.name(), "transparent")
        return rich

    def _recorded(self, number: int, record: Record) -> str:
        look, held = self._look, self.shown.held
        text = escaped(record.value) if record.known else muted(record.value, look)
        if held is not None:
            text = muted(f"{recorded_words(self.shown.field)} {record.value}", look)
        if record.more:
            text += muted(f"\u00a0· {record.more}", look)
        if record.basis:
            open_ = f"basis/{number}" in self._unrolled
            arrow = "▾" if open_ else "▸"
            text += muted("\u00a0· ", look) + link(
                f"{tr('basis')} {arrow}", f"basis/{number}", look
            )
            text += f"<br>{muted(record.basis, look)}" if open_ else ""
        return text

    def _history(self) -> list[str]:
        look, lines = self._look, []
        for judgement in self.shown.earlier:
            main, more = said_words(judgement)
            lines.append(muted(" · ".join(part for part in (main, more) if part), look))
        return lines

    def _places(self) -> str:
        look = self._look
        links = [link(str(number), f"claim/{claim}", look) for claim, number in self._numbers]
        start = tr("in claim") if len(links) == 1 else tr("in claims")
        return f"{muted(start, look)} {muted(', ', look).join(links)}"

    def _follow(self, target: str) -> None:
        kind, _, claim = target.partition("/")
        if kind == "claim":
            self.claim_chosen.emit(claim)
        elif target == "change":
            self.ask()
        elif target == "reset":
            self._say(None, "")
        else:
            self._unrolled ^= {target}
            self._show()

    def _say(self, value: str | None, reason: str) -> None:
        shown = self.shown
        self._close()
        self.judged.emit(Saying(shown.source, shown.field, value, reason, shown.claims))

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._grid.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)


class _Words(Prose):
    """Label or value with its links; tells when the keyboard comes and goes.

    Signals
    -------
    touched(): the keyboard has come or gone.
    """

    touched = Signal()

    def __init__(self, role: str, follow: Callable[[str], object]) -> None:
        super().__init__("", role, follow=follow)

    def setText(self, text: str) -> None:
        if text == self.text():
            return  # it would let go of the link that the keyboard is on
        super().setText(text)
        # Nothing to reach by the Tab key where there is no link.
        leads = Qt.FocusPolicy.StrongFocus if "<a " in text else Qt.FocusPolicy.NoFocus
        if self.focusPolicy() is not leads:
            self.setFocusPolicy(leads)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.touched.emit()
        super().focusInEvent(event)
        # A label that gets the keyboard has no link marked yet, so that Enter would do nothing.
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            super().focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.touched.emit()
