"""What the reader says of sources, as commands that can be undone, and the lists of others."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QFileDialog, QWidget

from according.domain.anchoring import describe
from according.domain.judgements import UNGRADED, Judgement
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.judging_words import Saying
from according.ui.panel.own_words import source_note
from according.ui.panel.own_work import target_of
from according.ui.window.desk import Desk
from according.ui.window.offer import Imported, JudgingService
from according.ui.window.undo import Change
from according.ui.workspace import Workspace

TYPING = 2
"""The id of commands that merge: what is typed into the note on one source is undone at once."""

SHOWN_FAULTS = 3
"""Rows of a list that were left out, of which a sentence each is told."""


class Judging(QObject):
    """Takes what the panel asks for, and the lists that the reader brings or lets go.

    Signals
    -------
    informed(str), told(str): a sentence for the reader; the latter where something went wrong.
    lists_changed(tuple[tuple[str, int], ...]): names and rows of the lists that are there.
    """

    informed = Signal(str)
    told = Signal(str)
    lists_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        workspace: Workspace,
        stack: QUndoStack,
        window: QWidget,
        folder: Callable[[], Path],
    ) -> None:
        """`folder` says where the choice of a list begins."""
        super().__init__(window)
        self._desk, self._workspace, self._stack = desk, workspace, stack
        self._window, self._folder = window, folder

    def say(self, said: Saying) -> None:
        """Keep what the reader says of a field; of several claims, at one stroke for Undo."""
        reading = self._workspace.reading
        if reading is None or reading.analysis is None:
            return
        places: list[Span | None] = [target_of(reading.analysis.claim(one)) for one in said.claims]
        # All of one moment, so that claims judged together are shown together.
        judgement = Judgement(
            "", said.source, said.field, said.value, said.reason, datetime.now(UTC)
        )
        text = _named(said)
        if len(places) > 1:
            self._stack.beginMacro(text)
        for place in places or [None]:
            target = describe(reading.article.text, place) if place is not None else None
            one = replace(judgement, id=str(uuid.uuid4()), target=target)
            self._stack.push(JudgementChange(self._desk, reading, one, place, text))
        if len(places) > 1:
            self._stack.endMacro()

    def write_note(self, key: str, text: str, reading: Reading) -> None:
        """Save the note on a source; `reading` is the one it was written in."""
        self._stack.push(SourceNoteChange(self._desk, reading, key, text))

    def ask_for_list(self) -> None:
        """Let the reader choose a list of assessments to bring in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import assessments"),
            str(self._folder()),
            ";;".join((self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)"))),
        )
        if name:
            self.bring(Path(name))

    def bring(self, path: Path) -> None:
        """Bring a list in, and say what became of it."""
        self._desk.with_lists(
            lambda work: work.import_assessments(path),
            done=self._brought,
            failed=lambda error: self.told.emit(str(error)),
        )

    def forget(self, name: str) -> None:
        """Take a list out."""
        self._desk.with_lists(
            lambda work: work.forget_assessments(name),
            done=lambda _: self._forgotten(name),
            failed=lambda error: self.told.emit(str(error)),
        )

    def tell_lists(self) -> None:
        """Say which lists there are."""
        self._desk.with_lists(lambda work: work.lists(), done=self.lists_changed.emit)

    def _brought(self, brought: Imported) -> None:
        if brought.faults:
            self.told.emit(f"{imported_sentence(brought)} {faults_sentence(brought)}")
        else:
            self.informed.emit(imported_sentence(brought))
        self._refresh()

    def _forgotten(self, name: str) -> None:
        self.informed.emit(
            self.tr("{name} is removed. Import its file again to have it back.").format(name=name)
        )
        self._refresh()

    def _refresh(self) -> None:
        """Lay the lists that are there now onto the open article."""
        self.tell_lists()
        if self._workspace.analysis is not None:
            self._desk.judge(lambda work, newest: work.refreshed(newest))


class JudgementChange(Change):
    """The reader says something of a source, or takes it back; undone as if it were never said."""

    def __init__(
        self, desk: Desk, reading: Reading, judgement: Judgement, place: Span | None, text: str
    ) -> None:
        super().__init__(desk, reading, text)
        self._judgement = judgement
        self._place = place

    @property
    def place(self) -> Span | None:
        return self._place

    def redo(self) -> None:
        self._desk.judge(self._say, of=self._reading, failed=self._drop)

    def undo(self) -> None:
        self._desk.judge(self._unsay, of=self._reading, failed=self._drop)

    def _say(self, judging: JudgingService, reading: Reading) -> Reading:
        return judging.judge(reading, self._judgement)

    def _unsay(self, judging: JudgingService, reading: Reading) -> Reading:
        return judging.withdraw(reading, self._judgement.id)


class SourceNoteChange(Change):
    """The note on a source says something else; typing merges into one command."""

    def __init__(self, desk: Desk, reading: Reading, key: str, text: str) -> None:
        before = source_note(reading, key)
        super().__init__(desk, reading, _note_text(before, text))
        self._before = before
        self._typed = bool(text)
        self.key, self.after = key, text

    @property
    def place(self) -> Span | None:
        return None

    def id(self) -> int:
        return TYPING if self._typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SourceNoteChange) or other.key != self.key:
            return False
        self.after = other.after
        self.setText(_note_text(self._before, self.after))
        return True

    def redo(self) -> None:
        self._desk.judge(self._write(self.after), of=self._reading, failed=self._drop)

    def undo(self) -> None:
        self._desk.judge(self._write(self._before), of=self._reading, failed=self._drop)

    def _write(self, text: str) -> Callable[[JudgingService, Reading], Reading]:
        return lambda judging, reading: judging.write_source_note(reading, self.key, text)


def imported_sentence(brought: Imported) -> str:
    """What was brought in, for the reader."""
    tr = QCoreApplication.translate
    words = tr("Judging", "{n} assessments from {name} now stand on the cards of their sources.")
    if brought.count == 1:
        words = tr("Judging", "1 assessment from {name} now stands on the card of its source.")
    return words.format(n=brought.count, name=brought.name)


def faults_sentence(brought: Imported) -> str:
    """Which rows were left out; of many, the first."""
    tr = QCoreApplication.translate
    faults, more = brought.faults[:SHOWN_FAULTS], len(brought.faults) - SHOWN_FAULTS
    rest = tr("Judging", "{n} more rows were left out.").format(n=more) if more > 0 else ""
    if more == 1:
        rest = tr("Judging", "1 more row was left out.")
    left_out = tr("Judging", "Left out")
    return " ".join(part for part in (f"{left_out}: {' '.join(faults)}", rest) if part)


def _named(said: Saying) -> str:
    """The command's name in the Edit menu."""
    tr = QCoreApplication.translate
    if said.value is None:
        return tr("Undo", "taking back your word on a source")
    if said.field in UNGRADED:
        return tr("Undo", "grading")
    return tr("Undo", "your word on a source")


def _note_text(before: str, after: str) -> str:
    tr = QCoreApplication.translate
    if not before:
        return tr("Undo", "writing a note on a source")
    if not after:
        return tr("Undo", "removing a note on a source")
    return tr("Undo", "changing a note on a source")
