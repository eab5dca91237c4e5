"""The reader's verdict, note and tags on one passage, saved without being asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from according.domain.notes import AnchoredNote, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.cards import Prose, caption, link, muted, small_button
from according.ui.panel.note_keeper import NoteContent, NoteKeeper, SaveState
from according.ui.panel.note_parts import TagRow, VerdictBar
from according.ui.panel.wording import tr
from according.ui.style import Look

LINES = 3
"""Lines of text an empty note has room for."""


class NoteText(QPlainTextEdit):
    """A plain text field that is as tall as its text.

    Signals
    -------
    left(): the keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def event(self, event: QEvent) -> bool:
        # A text field keeps the keys of undo to itself even when it has nothing to undo; then
        # they belong to the window, which can bring a deleted note back.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document, keys = self.document(), QKeySequence.StandardKey
            undo, redo = event.matches(keys.Undo), event.matches(keys.Redo)
            if (undo and not document.isUndoAvailable()) or (
                redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _grow(self) -> None:
        if self.height() != self._wanted():
            self.updateGeometry()

    def _wanted(self) -> int:
        # The plain layout measures its height in lines, not in pixels.
        lines = max(LINES, round(self.document().size().height()))
        edges = self.height() - self.viewport().height() if self.isVisible() else 12
        margin = round(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + 2 * margin + edges


class NoteEditor(QWidget):
    """Verdict, note and tags of a passage.

    Signals
    -------
    written(WrittenNote): save this.
    trashed(str): put the note with this id into the trash.
    placed(str, Span): the note with this id does stand on this passage.
    lifted(str): the note with this id belongs elsewhere, the reader will say where.
    undo_asked(): the last change was a mistake.
    cursor_moved(QRect): where the writing cursor is, in the editor's coordinates.
    """

    written = Signal(object)
    trashed = Signal(str)
    placed = Signal(str, object)
    lifted = Signal(str)
    undo_asked = Signal()
    cursor_moved = Signal(QRect)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.keeper = NoteKeeper(self)
        self.verdicts = VerdictBar(look)
        self.text = NoteText()
        self.tags = TagRow(look)
        self._look = look
        self._state = Prose("", "mark", follow=lambda _to: self.undo_asked.emit())
        self._moved = Prose("", "small", follow=self._place)
        self._delete = small_button(tr("Delete"), look)
        self._filling = False
        self._reading: Reading | None = None
        self._deleted: Reading | None = None
        self._lay_out()
        self._connect()

    def begin(
        self, reading: Reading | None, target: Span | None, note: AnchoredNote | None
    ) -> None:
        """Show the note on a passage; the one before is saved first."""
        self.tags.take_typed()
        self._reading, self._deleted = reading, None
        self._fill(self.keeper.begin(reading, target, note))
        self.tags.offer(reading)
        self._show_moved(moved=note is not None and note.moved)
        self.setEnabled(target is not None)

    def settle(self, reading: Reading) -> None:
        """Take note of what has been saved."""
        self._reading = reading
        if self._deleted is not None and not _only_notes_differ(self._deleted, reading):
            self._deleted = None  # the last change is another one by now
        self.keeper.settle(reading)
        self.tags.offer(reading)

    def flush(self) -> None:
        """Save now, as before the window closes."""
        self.tags.take_typed()
        self.keeper.flush()

    def set_verdict(self, verdict: Verdict) -> None:
        """Set the verdict, or take it back where it is set already."""
        if self.isEnabled():
            self.verdicts.toggle(verdict)

    def restyle(self, look: Look) -> None:
        """Take another text size."""
        self._look = look
        self._measure()
        self.tags.restyle(look)
        self.verdicts.restyle(look)
        self.text.updateGeometry()

    def _lay_out(self) -> None:
        self._state.setWordWrap(False)
        self._moved.hide()
        # The line keeps its height when the button comes and goes.
        policy = self._delete.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._delete.setSizePolicy(policy)
        self._delete.hide()
        self._delete.setAccessibleName(tr("Delete note"))
        self.text.setAccessibleName(tr("My note"))
        self.text.setPlaceholderText(tr("What do you make of it?"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.verdicts)
        head = QHBoxLayout()
        name = caption(tr("My note"))
        name.setWordWrap(False)
        head.addWidget(name, 1)
        head.addWidget(self._delete)
        head.addWidget(self._state)
        self._column.addLayout(head)
        self._column.addWidget(self._moved)
        self._column.addWidget(self.text)
        self._column.addWidget(self.tags)
        self._measure()

    def _measure(self) -> None:
        self._column.setSpacing(self._look.px(6))

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.keeper.flush)
        self.text.cursorPositionChanged.connect(self._follow_cursor)
        self.verdicts.chosen.connect(lambda _verdict: self._change(at_once=True))
        self.tags.changed.connect(lambda: self._change(at_once=True))
        self._delete.clicked.connect(self._trash)
        self.keeper.written.connect(self.written)
        self.keeper.trashed.connect(self.trashed)
        self.keeper.state_changed.connect(self._show_state)
        self.keeper.content_changed.connect(self._fill)

    def _typed(self) -> None:
        self._change(at_once=False)

    def _change(self, *, at_once: bool) -> None:
        if not self._filling:
            self._deleted = None
            content = NoteContent(self.text.toPlainText(), self.tags.tags, self.verdicts.verdict)
            self.keeper.change(content, at_once=at_once)

    def _fill(self, content: NoteContent) -> None:
        self._filling = True
        if self.text.toPlainText() != content.text:
            self.text.setPlainText(content.text)
        self.tags.show_tags(content.tags)
        self.verdicts.show_verdict(content.verdict)
        self._filling = False

    def _trash(self) -> None:
        self._fill(NoteContent())
        before = self._reading
        self._change(at_once=True)
        self._deleted = before
        self._show_state(SaveState.NOTHING)

    def _place(self, answer: str) -> None:
        """The note stands where it was found, or the reader will say where it belongs."""
        self._show_moved(moved=False)
        note, target = self.keeper.note_id, self.keeper.target
        if note is not None and answer == "elsewhere":
            self.lifted.emit(note)
        elif note is not None and target is not None:
            self.placed.emit(note, target)

    def _show_moved(self, *, moved: bool) -> None:
        sentence = tr("The words around this note have changed. Does it still belong here?")
        keep = link(tr("It does"), "keep", self._look)
        elsewhere = link(tr("Put it elsewhere"), "elsewhere", self._look)
        gap = muted(" · ", self._look)
        self._moved.setText(f"{muted(sentence, self._look)} {keep}{gap}{elsewhere}")
        self._moved.setVisible(moved)

    def _show_state(self, state: SaveState) -> None:
        worded = self.keeper.content.worded
        words = {
            SaveState.NOTHING: "",
            SaveState.SAVING: tr("Saving…"),
            SaveState.SAVED: tr("Saved") if worded else tr("Verdict saved"),
            SaveState.FAILED: tr("Not saved"),
        }[state]
        if state is SaveState.NOTHING and self._deleted is not None:
            words = f"{tr('Deleted.')} {link(tr('Undo'), 'undo', self._look)}"
        self._state.setText(words)
        # A verdict alone is taken back by its own button.
        self._delete.setVisible(self.keeper.note_id is not None and worded)

    def _follow_cursor(self) -> None:
        if self.text.hasFocus():
            corner = self.text.viewport().mapTo(self, QPoint(0, 0))
            self.cursor_moved.emit(self.text.cursorRect().translated(corner))


def _only_notes_differ(one: Reading, other: Reading) -> bool:
    return (one.id, one.corrections, one.orphans) == (other.id, other.corrections, other.orphans)
