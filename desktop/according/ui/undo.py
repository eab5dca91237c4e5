"""What the reader changes, as commands that can be undone: notes and hand work."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from according.domain.notes import Correction, Note, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.errors import ReadingError
from according.ui.desk import Desk
from according.ui.offer import AnnotatingService

TYPING = 1
"""The id of commands that merge: what is typed into one note is undone at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a note holds; one that holds nothing belongs in the trash."""

    text: str = ""
    tags: tuple[str, ...] = ()
    verdict: Verdict | None = None

    @property
    def empty(self) -> bool:
        return not (self.text.strip() or self.tags or self.verdict)


def draft_of(note: Note | None) -> Draft:
    """What a note holds; an empty draft where there is none."""
    return Draft(note.text, note.tags, note.verdict) if note else Draft()


class _Change(QUndoCommand):
    """A change that the desk carries out; one that failed is dropped from the history."""

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__(text)
        self._desk = desk

    def redo(self) -> None:
        self._desk.change(self._forward, failed=self._drop)

    def undo(self) -> None:
        self._desk.change(self._back, failed=self._drop)

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        raise NotImplementedError

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        raise NotImplementedError

    def _drop(self, _: ReadingError) -> None:
        self.setObsolete(True)


class _Place:
    """Which note a chain of commands is about: known by id once it was written.

    Touched in the library lane only.
    """

    __slots__ = ("id", "target")

    def __init__(self, target: Span, id: str | None) -> None:
        self.target = target
        self.id = id

    def put(self, draft: Draft, annotating: AnnotatingService, reading: Reading) -> Reading:
        """Make the note hold `draft`: written, made anew, brought back or put into the trash."""
        present = next(
            (one.note.id for one in reading.notes if self._is(one.note.id, one.span)), None
        )
        if draft.empty:
            if present is None:
                return reading
            self.id = present
            return annotating.trash_note(reading, present)
        if present is None and self.id is not None:
            reading = annotating.restore_note(reading, self.id)
            present = self.id
        before = {one.note.id for one in reading.notes}
        written = annotating.write_note(
            reading,
            self.target,
            text=draft.text,
            tags=draft.tags,
            verdict=draft.verdict,
            note_id=present,
        )
        made = [one.note.id for one in written.notes if one.note.id not in before]
        self.id = present or (made[0] if made else None)
        return written

    def _is(self, id: str, span: Span) -> bool:
        return id == self.id if self.id is not None else span == self.target


class NoteChange(_Change):
    """The note on a passage holds something else; typing merges into one command."""

    def __init__(
        self, desk: Desk, target: Span, note: Note | None, after: Draft, *, typed: bool = False
    ) -> None:
        before = draft_of(note)
        super().__init__(desk, _note_text(before, after))
        self.place = _Place(target, note.id if note else None)
        self._before = before
        self.after = after
        self._typed = typed

    def id(self) -> int:
        return TYPING if self._typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, NoteChange) or other.place.target != self.place.target:
            return False
        self.after = other.after
        # The later command ran in its own name; from now on this one speaks of the same note.
        self.place = other.place
        self.setText(_note_text(self._before, self.after))
        return True

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return self.place.put(self.after, annotating, reading)

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return self.place.put(self._before, annotating, reading)


class HandWork(_Change):
    """A correction of the machine's reading; undone by withdrawing it."""

    def __init__(self, desk: Desk, correction: Correction, text: str) -> None:
        super().__init__(desk, text)
        self._correction = correction

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.correct(reading, self._correction)

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.withdraw(reading, self._correction.id)


def _note_text(before: Draft, after: Draft) -> str:
    """The command's name in the Edit menu, by what differs."""
    tr = QCoreApplication.translate
    if before.text != after.text:
        if not before.text.strip():
            return tr("Undo", "writing a note")
        if after.empty:
            return tr("Undo", "removing a note")
        return tr("Undo", "changing a note")
    if before.tags != after.tags:
        return tr("Undo", "changing tags")
    return tr("Undo", "setting a verdict")
