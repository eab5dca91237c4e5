"""What the reader changes, as commands that can be undone: notes and hand work."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand
from shiboken6 import isValid

from according.domain.anchoring import find
from according.domain.notes import BLOCK_KINDS, ENTITY_KINDS, Correction
from according.domain.reading import Reading
from according.domain.spans import Span
from according.errors import ReadingError
from according.ui.panel.note_keeper import NoteContent, WrittenNote, content_of
from according.ui.window.desk import Desk
from according.ui.window.offer import AnnotatingService

TYPING = 1
"""The id of commands that merge: what is typed into one note is undone at once."""


class Change(QUndoCommand):
    """A change that the desk carries out; one that failed is dropped from the history."""

    def __init__(self, desk: Desk, reading: Reading, text: str) -> None:
        super().__init__(text)
        self._desk = desk
        self._reading = reading

    @property
    def place(self) -> Span | None:
        """The passage that is changed, in the text it was changed on."""
        raise NotImplementedError

    def redo(self) -> None:
        self._desk.change(self._forward, of=self._reading, failed=self._drop)

    def undo(self) -> None:
        self._desk.change(self._back, of=self._reading, failed=self._drop)

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        raise NotImplementedError

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        raise NotImplementedError

    def _drop(self, _: ReadingError) -> None:
        # One that was merged into the command before it is gone by now.
        if isValid(self):
            self.setObsolete(True)


class _Paper:
    """The note that a chain of commands writes on; touched in the library lane only."""

    __slots__ = ("id", "target", "trashed")

    def __init__(self, target: Span, id: str) -> None:
        self.target = target
        self.id = id
        self.trashed = False

    def put(self, content: NoteContent, annotating: AnnotatingService, reading: Reading) -> Reading:
        """Make the note hold `content`: written, put into the trash, or brought back from it."""
        if content.blank:
            notes = [*(one.note for one in reading.notes), *reading.orphans]
            if all(note.id != self.id for note in notes):
                return reading
            self.trashed = True
            return annotating.trash_note(reading, self.id)
        if self.trashed:
            reading = annotating.restore_note(reading, self.id)
            self.trashed = False
        return annotating.write_note(
            reading,
            self.target,
            text=content.text,
            tags=content.tags,
            verdict=content.verdict,
            note_id=self.id,
        )


class NoteChange(Change):
    """The note on a passage says something else; typing merges into one command."""

    def __init__(self, desk: Desk, written: WrittenNote) -> None:
        notes = (anchored.note for anchored in written.reading.notes)
        note = next((note for note in notes if note.id == written.note_id), None)
        before, after = content_of(note), written.content
        super().__init__(desk, written.reading, _note_text(before, after))
        self.paper = _Paper(written.target, written.note_id)
        self.after = after
        self._before = before
        self._typed = before.text != after.text and not after.blank

    @property
    def place(self) -> Span | None:
        return self.paper.target

    def id(self) -> int:
        return TYPING if self._typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, NoteChange) or other.paper.target != self.paper.target:
            return False
        self.after = other.after
        # The later command ran in its own name; from now on this one speaks of the same note.
        self.paper = other.paper
        self.setText(_note_text(self._before, self.after))
        return True

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return self.paper.put(self.after, annotating, reading)

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return self.paper.put(self._before, annotating, reading)


class NotePlacing(Change):
    """A note that was found elsewhere stands where the reader says; undone to where it was."""

    def __init__(self, desk: Desk, reading: Reading, id: str, before: Span, after: Span) -> None:
        super().__init__(desk, reading, QCoreApplication.translate("Undo", "placing a note"))
        self._note = id
        self._before = before
        self._after = after

    @property
    def place(self) -> Span | None:
        return self._after

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.place_note(reading, self._note, self._after)

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.place_note(reading, self._note, self._before)


class About(Enum):
    """What a step of Undo is about, which decides where to look at it."""

    TEXT = auto()
    BLOCK = auto()
    ENTITY = auto()


class HandWork(Change):
    """Corrections of the machine's reading, all of one kind; undone by withdrawing them."""

    def __init__(
        self, desk: Desk, reading: Reading, corrections: Sequence[Correction], text: str
    ) -> None:
        super().__init__(desk, reading, text)
        self._corrections = tuple(corrections)

    @property
    def place(self) -> Span | None:
        found = find(self._reading.article.text, self._corrections[0].target)
        return None if found is None else found.span

    @property
    def about(self) -> About:
        kind = self._corrections[0].kind
        if kind in BLOCK_KINDS:
            return About.BLOCK
        return About.ENTITY if kind in ENTITY_KINDS else About.TEXT

    def _forward(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.correct(reading, *self._corrections)

    def _back(self, annotating: AnnotatingService, reading: Reading) -> Reading:
        return annotating.withdraw(reading, *(one.id for one in self._corrections))


class Withdrawal(HandWork):
    """The reader takes a correction back; undone by making it again."""

    def redo(self) -> None:
        super().undo()

    def undo(self) -> None:
        super().redo()


def place_of(command: QUndoCommand) -> Span | None:
    """The passage that a command changes; of several at one stroke, the first one's."""
    if isinstance(command, Change):
        return command.place
    return place_of(command.child(0)) if command.childCount() else None


def about(command: QUndoCommand) -> About:
    """What a command is about; of several at one stroke, the first one."""
    if isinstance(command, HandWork):
        return command.about
    return about(command.child(0)) if command.childCount() else About.TEXT


def _note_text(before: NoteContent, after: NoteContent) -> str:
    """The command's name in the Edit menu, by what differs."""
    tr = QCoreApplication.translate
    if before.text != after.text:
        if not before.text.strip():
            return tr("Undo", "writing a note")
        if after.blank:
            return tr("Undo", "removing a note")
        return tr("Undo", "changing a note")
    if before.tags != after.tags:
        return tr("Undo", "changing tags")
    return tr("Undo", "setting a verdict")
