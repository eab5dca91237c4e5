"""The reader's free text on a source, saved without being asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from according.ui.panel.cards import caption, plain, small_button
from according.ui.panel.note_editor import NoteText
from according.ui.panel.note_keeper import PAUSE
from according.ui.panel.wording import tr
from according.ui.style import Look


class SourceNoteField(QWidget):
    """A text field for one source; where there is no note yet, what offers one.

    Signals
    -------
    written(str): save this text.
    """

    written = Signal(str)

    def __init__(self, text: str, name: str, look: Look) -> None:
        super().__init__()
        self._saved = text
        self._sent: str | None = None
        self._filling = False
        self.text = NoteText()
        self.text.setPlainText(text)
        self.text.document().clearUndoRedoStacks()
        self.text.setAccessibleName(tr("My note on {name}").format(name=name))
        self.text.setPlaceholderText(tr("It stands on this source in every article."))
        self.add = small_button(tr("Write a note"), look)
        self.add.setAccessibleName(tr("Write a note on {name}").format(name=name))
        self.add.clicked.connect(self.write)
        self._state = plain("", "mark")
        self._state.setWordWrap(False)
        self._due = QTimer(self, singleShot=True, interval=PAUSE)
        self._due.timeout.connect(self.flush)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.flush)
        self._lay_out(look)
        self._show_field(shown=bool(text))

    @property
    def unsaved(self) -> bool:
        """Whether something is typed that has not been announced."""
        return _kept(self.text.toPlainText()) != (self._saved if self._sent is None else self._sent)

    def write(self) -> None:
        """Show the field with the keyboard in it."""
        self._show_field(shown=True)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Announce now what has changed."""
        self._due.stop()
        if self.unsaved:
            self._sent = _kept(self.text.toPlainText())
            self.written.emit(self._sent)

    def settle(self, saved: str) -> None:
        """Take note of what the library holds; newer typing is never overwritten."""
        mine = self._sent is not None and saved == self._sent
        untouched = self._sent is None and not self.unsaved
        if not mine and saved == self._saved:
            return
        self._saved = saved
        if mine:
            self._sent = None
            if not self.unsaved:
                self._state.setText(tr("Saved") if saved else "")
        elif untouched:
            self._filling = True
            self.text.setPlainText(saved)
            self._filling = False
            self._state.setText("")
            self._show_field(shown=bool(saved) or self.text.hasFocus())

    def fail(self) -> None:
        """What was sent is not saved: keep the text, and try again with the next change."""
        if self._sent is not None:
            self._sent = None
            self._state.setText(tr("Not saved"))

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        head = QHBoxLayout()
        head.setContentsMargins(0, look.px(4), 0, 0)
        name = caption(tr("My note"))
        name.setWordWrap(False)
        head.addWidget(name, 1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text)

    def _show_field(self, *, shown: bool) -> None:
        self.text.setVisible(shown)
        self.add.setVisible(not shown)

    def _typed(self) -> None:
        if not self._filling and self.unsaved:
            self._state.setText(tr("Saving…"))
            self._due.start()


def _kept(text: str) -> str:
    """What the library keeps of a text: one of blanks alone is no note."""
    return text if text.strip() else ""
