"""The one path for change: what the reader does becomes a command that can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from according.domain.anchoring import Selector, describe, describe_all
from according.domain.claims import Link, LinkKind
from according.domain.entities import EntityKind
from according.domain.notes import Correction, CorrectionKind, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.note_keeper import NoteContent, WrittenNote
from according.ui.panel.own_work import target_of
from according.ui.window import entity_changes
from according.ui.window.desk import Desk
from according.ui.window.undo import (
    HandWork,
    NoteChange,
    NotePlacing,
    Withdrawal,
    about,
    place_of,
)
from according.ui.workspace import Workspace


class Changes(QObject):
    """Takes what page and panel ask for, and remembers it for Undo while the article is open.

    Signals
    -------
    stepping(): something is about to be undone or done again; what is being typed comes first.
    stepped(str, Span | None, About): what was undone or done again, where, and of what it is.
    """

    stepping = Signal()
    stepped = Signal(str, object, object)

    def __init__(self, desk: Desk, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._desk = desk
        self._workspace = workspace

    def undo(self) -> None:
        self._step(-1, self.tr("Undone: {what}"))

    def redo(self) -> None:
        self._step(0, self.tr("Done again: {what}"))

    def forget(self) -> None:
        """Another article is open: Undo does not reach back into the one before."""
        self.stack.clear()

    def write_note(
        self,
        target: Span,
        text: str,
        tags: tuple[str, ...],
        verdict: Verdict | None,
        note_id: str,
        reading: Reading,
    ) -> None:
        """Save a note; `reading` is the one it was written in."""
        written = WrittenNote(reading, target, NoteContent(text, tags, verdict), note_id)
        self.stack.push(NoteChange(self._desk, written))

    def place_note(self, id: str, target: Span) -> None:
        """Say where a note stands that had moved or lost its place."""
        reading = self._workspace.reading
        if reading is None:
            return
        before = next((one.span for one in reading.notes if one.note.id == id), None)
        if before is not None:
            self.stack.push(NotePlacing(self._desk, reading, id, before, target))
        else:
            # An orphan has no place to go back to.
            self._desk.change(lambda work, newest: work.place_note(newest, id, target))

    def trash_note(self, id: str) -> None:
        """Put a note into the trash."""
        reading = self._workspace.reading
        notes = reading.notes if reading else ()
        place = next((one.span for one in notes if one.note.id == id), None)
        if reading is not None and place is not None:
            written = WrittenNote(reading, place, NoteContent(), id)
            self.stack.push(NoteChange(self._desk, written))

    def set_source(self, claim: str, names: tuple[str, ...]) -> None:
        """Say who makes a claim; no name is the paper itself."""
        target = self._describe(claim)
        if target is not None:
            self.correct(
                Correction(id="", kind=CorrectionKind.SET_SOURCE, target=target, names=names)
            )

    def add_link(self, kind: LinkKind, first: str, second: str) -> None:
        """Say that the first claim answers the second."""
        self._link(CorrectionKind.ADD_LINK, kind, first, second)

    def remove_link(self, link: Link) -> None:
        """Say that a link is wrong."""
        self._link(CorrectionKind.REMOVE_LINK, link.kind, link.first, link.second)

    def move_link(self, link: Link, first: str, second: str) -> None:
        """Let a link join other claims, at one stroke for Undo."""
        self.stack.beginMacro(self.tr("moving a link"))
        self.remove_link(link)
        self.add_link(link.kind, first, second)
        self.stack.endMacro()

    def rename_entity(self, entity: str, name: str) -> None:
        """Say what an entity is called."""
        if (reading := self._workspace.reading) is not None:
            self.correct(*entity_changes.renaming(reading, entity, name))

    def set_entity_kind(self, entity: str, kind: EntityKind) -> None:
        """Say of which kind an entity is."""
        if (reading := self._workspace.reading) is not None:
            self.correct(*entity_changes.setting_kind(reading, entity, kind))

    def join_entities(self, entity: str, kept: str) -> None:
        """Say that an entity is the same as another, whose name it takes."""
        if (reading := self._workspace.reading) is not None:
            self.correct(*entity_changes.joining(reading, entity, kept))

    def set_mentions(self, entity: str, mentions: Sequence[Span], name: str) -> None:
        """Say that mentions of an entity mean the one of this name, at one stroke for Undo."""
        if (reading := self._workspace.reading) is not None:
            self.correct(*entity_changes.meaning(reading, entity, mentions, name))

    def correct(self, *corrections: Correction) -> None:
        """Keep hand work of one kind, at one stroke for Undo."""
        reading = self._workspace.reading
        if reading is None or not corrections:
            return
        now = datetime.now(UTC)
        kept = tuple(
            replace(one, id=one.id or str(uuid.uuid4()), created=one.created or now)
            for one in corrections
        )
        self.stack.push(HandWork(self._desk, reading, kept, self._named(kept[0])))

    def withdraw(self, correction_id: str) -> None:
        """Take a piece of hand work back."""
        reading = self._workspace.reading
        found = [one for one in reading.corrections if one.id == correction_id] if reading else []
        if reading is not None and found:
            text = self.tr("taking back {work}").format(work=self._named(found[0]))
            self.stack.push(Withdrawal(self._desk, reading, tuple(found), text))

    def unfold(self, blocks: Sequence[int]) -> None:
        """Show folded paragraphs, at one stroke for Undo."""
        reading = self._workspace.reading
        if reading is None:
            return
        spans = [reading.article.blocks[index].span for index in blocks]
        targets = describe_all(reading.article.text, spans)
        self.correct(
            *(Correction(id="", kind=CorrectionKind.UNFOLD, target=one) for one in targets)
        )

    def mark_blocks(self, blocks: Sequence[int], kind: CorrectionKind) -> None:
        """Count blocks to the story, or to what is not (`MARK_BODY`, `MARK_BOILERPLATE`)."""
        reading = self._workspace.reading
        if reading is None:
            return
        spans = [reading.article.blocks[index].span for index in blocks]
        targets = describe_all(reading.article.text, spans)
        self.correct(*(Correction(id="", kind=kind, target=one) for one in targets))

    def fold(self, blocks: Sequence[int]) -> None:
        """Fold paragraphs again that the reader had unfolded."""
        reading = self._workspace.reading
        if reading is None:
            return
        spans = [reading.article.blocks[index].span for index in blocks]
        self.stack.beginMacro(self.tr("folding"))
        for one in reading.corrections:
            place = (one.target.start, one.target.end)
            if one.kind is CorrectionKind.UNFOLD and any(
                (span.start, span.end) == place for span in spans
            ):
                self.withdraw(one.id)
        self.stack.endMacro()

    def _step(self, offset: int, said: str) -> None:
        """Undo (-1) the command before the mark in the history, or do (0) the one after it."""
        self.stepping.emit()
        at = self.stack.index() + offset
        if not 0 <= at < self.stack.count():
            return
        command = self.stack.command(at)
        sentence = said.format(what=command.text())
        place, of = place_of(command), about(command)
        if offset < 0:
            self.stack.undo()
        else:
            self.stack.redo()
        self.stepped.emit(sentence, place, of)

    def _link(self, kind: CorrectionKind, link: LinkKind, first: str, second: str) -> None:
        target, other = self._describe(first), self._describe(second)
        if target is not None and other is not None:
            self.correct(Correction(id="", kind=kind, target=target, link=link, other=other))

    def _describe(self, claim: str) -> Selector | None:
        """How the passage of a claim is described, so that it is found in a changed text."""
        reading = self._workspace.reading
        claims = reading.analysis.claims if reading and reading.analysis else ()
        found = next((one for one in claims if one.id == claim), None)
        return describe(reading.article.text, target_of(found)) if reading and found else None

    def _named(self, correction: Correction) -> str:
        return {
            CorrectionKind.SET_SOURCE: self.tr("setting a source"),
            CorrectionKind.ADD_LINK: self.tr("adding a link"),
            CorrectionKind.REMOVE_LINK: self.tr("removing a link"),
            CorrectionKind.UNFOLD: self.tr("unfolding"),
            CorrectionKind.MARK_BODY: self.tr("marking as part of the story"),
            CorrectionKind.MARK_BOILERPLATE: self.tr("marking as not part of the story"),
            CorrectionKind.RENAME_ENTITY: self.tr("renaming"),
            CorrectionKind.SET_ENTITY_KIND: self.tr("changing a kind"),
            CorrectionKind.MERGE_ENTITIES: self.tr("joining two entities"),
            CorrectionKind.SET_MENTION: self.tr("saying who is meant"),
        }[correction.kind]
