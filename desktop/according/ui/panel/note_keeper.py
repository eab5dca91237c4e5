"""Decides when a note is saved and to which passage it belongs; knows nothing of widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from according.domain.notes import AnchoredNote, Note, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span

PAUSE = 1000
"""Milliseconds after the last key until a note is saved."""


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What the reader writes: text, tags and verdict."""

    text: str = ""
    tags: tuple[str, ...] = ()
    verdict: Verdict | None = None

    @property
    def worded(self) -> bool:
        """Whether it says anything beside its verdict."""
        return bool(self.text.strip() or self.tags)

    @property
    def blank(self) -> bool:
        return not self.worded and self.verdict is None


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note to be saved: where it stands, what it says, which one it is.

    `reading` is the reading it was written in, which need not be the open one any more.
    """

    reading: Reading
    target: Span
    content: NoteContent
    note_id: str


class SaveState(Enum):
    """What the label beside a note says."""

    NOTHING = auto()
    SAVING = auto()
    SAVED = auto()
    FAILED = auto()


class NoteKeeper(QObject):
    """Holds the note being written and announces it when the reader pauses or goes elsewhere.

    A new note gets its id here, before it is saved for the first time, so that what is written
    meanwhile belongs to the same note.

    Signals
    -------
    written(WrittenNote): save this.
    trashed(str): the reader has emptied the note with this id.
    state_changed(SaveState): how the note in hand stands.
    content_changed(NoteContent): the saved note has changed elsewhere; show this.
    """

    written = Signal(object)
    trashed = Signal(str)
    state_changed = Signal(object)
    content_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._target: Span | None = None
        self._id: str | None = None
        self._known: Note | None = None
        self._content = self._saved = NoteContent()
        self._sent: list[NoteContent] = []
        self._trashed = ""
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    @property
    def content(self) -> NoteContent:
        return self._content

    @property
    def note_id(self) -> str | None:
        """The id of the note in hand, None until there is something to save."""
        return self._id

    @property
    def target(self) -> Span | None:
        return self._target

    def begin(
        self, reading: Reading | None, target: Span | None, found: AnchoredNote | None
    ) -> NoteContent:
        """Take up the note on another passage; what was being written is saved first."""
        self.flush()
        self._reading = reading
        self._target = found.span if found else target
        self._known = found.note if found else None
        self._id = self._known.id if self._known else None
        self._sent, self._failed = [], False
        self._content = self._saved = content_of(self._known)
        self._announce()
        return self._content

    def settle(self, reading: Reading) -> None:
        """Take note of what has been saved; newer typing is never overwritten."""
        if not _same_text(self._reading, reading):
            return
        self._reading = reading
        self._compare(reading)
        self._announce()

    def change(self, content: NoteContent, *, at_once: bool = False) -> None:
        """The reader has changed the note; it is saved after a pause, or `at_once`."""
        if self._target is None or content == self._content:
            return
        self._content = content
        if at_once:
            self.flush()
            return
        self._timer.start()
        self._announce()

    def flush(self) -> None:
        """Save now what has changed."""
        self._timer.stop()
        if self._target is None or self._content == self._saved:
            return
        if self._content.blank:
            self._throw_away()
        else:
            self._send()
        self._announce()

    def fail(self) -> None:
        """The last save did not succeed: keep the text and try again with the next change."""
        self._failed = True
        self._sent.clear()
        self._saved = content_of(self._known)
        self._announce()

    def _send(self) -> None:
        reading, target = self._reading, self._target
        if reading is None or target is None:
            return
        self._id = self._id or str(uuid4())
        self._failed = False
        self._saved = self._content
        self._sent.append(self._content)
        # What follows may come back as a new reading before this call returns.
        self.written.emit(WrittenNote(reading, target, self._content, self._id))

    def _throw_away(self) -> None:
        self._saved = self._content
        if self._id is not None:
            self._trashed = self._id
            self._id = self._known = None
            self._sent.clear()
            self.trashed.emit(self._trashed)

    def _compare(self, reading: Reading) -> None:
        """Compare the note in hand with its saved form."""
        if self._target is None:
            return
        found = self._find(reading)
        if found is None or found.note == self._known:
            return
        saved = content_of(found.note)
        if saved in self._sent:
            del self._sent[: self._sent.index(saved) + 1]
        else:
            del self._sent[:1]
        untouched = not self._sent and self._content == self._saved
        self._known, self._id, self._target = found.note, found.note.id, found.span
        if untouched:
            self._saved = saved
            if saved != self._content:
                self._content = saved
                self.content_changed.emit(saved)

    def _find(self, reading: Reading) -> AnchoredNote | None:
        """The note in hand, or one that has appeared on its passage (an undone deletion)."""
        if self._id is not None:
            found = next((one for one in reading.notes if one.note.id == self._id), None)
            if found is None and self._known is not None:
                self._lost()
            return found
        if all(one.note.id != self._trashed for one in reading.notes):
            self._trashed = ""
        return next(
            (
                one
                for one in reading.notes
                if one.span == self._target and one.note.id != self._trashed
            ),
            None,
        )

    def _lost(self) -> None:
        """The note was deleted elsewhere; what is not saved yet becomes a new note."""
        untouched = self._content == self._saved
        self._id = self._known = None
        self._saved = NoteContent()
        self._sent.clear()
        if untouched and not self._content.blank:
            self._content = self._saved
            self.content_changed.emit(self._content)

    def _announce(self) -> None:
        self.state_changed.emit(self._state())

    def _state(self) -> SaveState:
        if self._failed:
            return SaveState.FAILED
        if self._content != self._saved or self._sent:
            return SaveState.SAVING
        return SaveState.NOTHING if self._id is None else SaveState.SAVED


def content_of(note: Note | None) -> NoteContent:
    """What a saved note says."""
    return NoteContent(note.text, note.tags, note.verdict) if note else NoteContent()


def _same_text(one: Reading | None, other: Reading | None) -> bool:
    return (
        one is not None
        and other is not None
        and one.id == other.id
        and one.article.text == other.article.text
    )
