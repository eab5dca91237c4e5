"""A note is saved by itself, to the passage it was written on, and never loses a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from according.domain.notes import AnchoredNote, Note, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.panel.note_editor import NoteEditor
from according.ui.panel.note_keeper import NoteContent, WrittenNote
from according.ui.style import Look
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The display that tests run on has no window manager and no popups."""


class Desk:
    """An editor with a reading that is saved the way the library saves it."""

    def __init__(self, qtbot: QtBot, *, answers: bool = True) -> None:
        self.reading = replace(factories.reading(), notes=())
        self.editor = NoteEditor(Look(load_theme("light")))
        qtbot.addWidget(self.editor)
        self.written: list[WrittenNote] = []
        self.trashed: list[str] = []
        self.answers = answers
        self.editor.written.connect(self._save)
        self.editor.trashed.connect(self._trash)
        with qtbot.waitActive(self.editor):
            self.editor.show()
            self.editor.activateWindow()

    def passage(self, words: str) -> Span:
        return factories.span_of(self.reading.article.text, words)

    def begin(self, words: str) -> Span:
        """Take up the note on some words of the article."""
        target = self.passage(words)
        note = next((one for one in self.reading.notes if one.span == target), None)
        self.editor.begin(self.reading, target, note)
        return target

    def answer(self, written: WrittenNote) -> None:
        """Save a note and show the reading that comes back."""
        content = written.content
        selector = factories.selector(self.reading.article.text, written.target)
        note = Note(written.note_id, selector, content.text, content.tags, content.verdict)
        others = tuple(one for one in self.reading.notes if one.note.id != note.id)
        self.show(replace(self.reading, notes=(*others, AnchoredNote(note, written.target))))

    def show(self, reading: Reading) -> None:
        self.reading = reading
        self.editor.settle(reading)

    def _save(self, written: WrittenNote) -> None:
        self.written.append(written)
        if self.answers:
            self.answer(written)

    def _trash(self, id: str) -> None:
        self.trashed.append(id)
        kept = tuple(one for one in self.reading.notes if one.note.id != id)
        self.show(replace(self.reading, notes=kept))


def _label(editor: NoteEditor) -> str:
    return editor._state.text()


def test_a_note_is_saved_after_a_pause_and_says_so(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    target = desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "Who counts?")
    assert desk.written == []
    assert _label(desk.editor) == "Saving…"
    qtbot.waitUntil(lambda: bool(desk.written), timeout=5000)
    assert [note.target for note in desk.written] == [target]
    assert desk.written[0].content == NoteContent("Who counts?")
    assert _label(desk.editor) == "Saved"


def test_typing_on_waits_for_the_next_pause(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "one")
    qtbot.waitUntil(lambda: len(desk.written) == 1, timeout=5000)
    QTest.keyClicks(desk.editor.text, " two")
    assert len(desk.written) == 1
    qtbot.waitUntil(lambda: len(desk.written) == 2, timeout=5000)
    assert {note.note_id for note in desk.written} == {desk.reading.notes[0].note.id}
    assert desk.written[1].content.text == "one two"


def test_leaving_the_field_saves_at_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setFocus()
    QTest.keyClicks(desk.editor.text, "now")
    desk.editor.text.clearFocus()
    assert [note.content.text for note in desk.written] == ["now"]


def test_choosing_another_claim_saves_to_the_one_that_was_left(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    first = desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "of the girder")
    second = desk.begin("a new bridge")
    assert [(note.target, note.content.text) for note in desk.written] == [(first, "of the girder")]
    assert desk.editor.text.toPlainText() == ""
    QTest.keyClicks(desk.editor.text, "of the bridge")
    desk.editor.flush()
    assert (desk.written[1].target, desk.written[1].content.text) == (second, "of the bridge")
    assert desk.written[0].note_id != desk.written[1].note_id


def test_another_article_does_not_take_the_note_with_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    target = desk.begin("a third girder")
    old = desk.reading
    QTest.keyClicks(desk.editor.text, "belongs to the first article")
    other = Reading("other.txt", factories.plain("Another text altogether."), id=2)
    desk.editor.begin(other, Span(0, 7), None)
    assert len(desk.written) == 1
    assert desk.written[0].reading.article is old.article
    assert desk.written[0].target == target


def test_what_is_saved_never_overwrites_newer_typing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, answers=False)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "slow")
    desk.editor.flush()
    QTest.keyClicks(desk.editor.text, " library")
    desk.answer(desk.written[0])
    assert desk.editor.text.toPlainText() == "slow library"
    assert _label(desk.editor) == "Saving…"
    desk.editor.flush()
    assert desk.written[1].content.text == "slow library"
    assert desk.written[1].note_id == desk.written[0].note_id


def test_a_late_answer_does_not_bring_an_older_text_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot, answers=False)
    desk.begin("a third girder")
    for text in ("one", "one two"):
        desk.editor.text.setPlainText(text)
        desk.editor.flush()
    desk.answer(desk.written[0])
    assert desk.editor.text.toPlainText() == "one two"
    desk.answer(desk.written[1])
    assert desk.editor.text.toPlainText() == "one two"
    assert _label(desk.editor) == "Saved"


def test_a_note_changed_elsewhere_is_shown(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("first")
    desk.editor.flush()
    note = desk.reading.notes[0]
    undone = replace(note, note=replace(note.note, text="undone", verdict=Verdict.HOLDS))
    desk.show(replace(desk.reading, notes=(undone,)))
    assert desk.editor.text.toPlainText() == "undone"
    assert desk.editor.verdicts.verdict is Verdict.HOLDS
    desk.editor.flush()
    assert len(desk.written) == 1


def test_nothing_changed_means_nothing_is_saved(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "x")
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Backspace)
    desk.editor.flush()
    assert desk.written == []
    assert desk.trashed == []


def test_an_emptied_note_goes_to_the_trash_with_its_last_text(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("keep me")
    desk.editor.flush()
    first = desk.reading.notes[0].note.id
    desk.editor.text.clear()
    desk.editor.flush()
    assert desk.trashed == [first]
    assert [note.content.text for note in desk.written] == ["keep me"]
    desk.editor.text.setPlainText("again")
    desk.editor.flush()
    assert desk.written[-1].note_id != first


def test_a_deleted_note_that_comes_back_is_shown_again(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("keep me")
    desk.editor.flush()
    before = desk.reading
    desk.editor._delete.click()
    assert desk.editor.text.toPlainText() == ""
    assert desk.trashed == [before.notes[0].note.id]
    desk.show(before)
    assert desk.editor.text.toPlainText() == "keep me"


def test_a_failed_save_keeps_the_text_and_is_tried_again(qtbot: QtBot) -> None:
    desk = Desk(qtbot, answers=False)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("important")
    desk.editor.flush()
    desk.editor.keeper.fail()
    assert _label(desk.editor) == "Not saved"
    desk.editor.flush()
    assert [note.content.text for note in desk.written] == ["important", "important"]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_saved_at_once_and_taken_back_by_the_same_button(
    qtbot: QtBot, verdict: Verdict
) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.text, "why")
    QTest.mouseClick(desk.editor.verdicts.button(verdict), Qt.MouseButton.LeftButton)
    assert desk.written[-1].content == NoteContent("why", (), verdict)
    desk.editor.set_verdict(verdict)
    assert desk.written[-1].content == NoteContent("why", (), None)


def test_the_verdict_buttons_say_what_they_are(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    buttons = [desk.editor.verdicts.button(verdict) for verdict in Verdict]
    names = [button.accessibleName() for button in buttons]
    assert names == ["Open", "Holds", "Doubtful", "Refuted", "To check"]
    assert buttons[4].accessibleDescription() == "Verdict, key 5"


def test_tags_are_added_by_comma_and_enter_and_taken_off(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.tags.field, "girder,second hand")
    QTest.keyClick(desk.editor.tags.field, Qt.Key.Key_Return)
    assert list(desk.written[-1].content.tags) == ["girder", "second hand"]
    QTest.keyClicks(desk.editor.tags.field, "Girder")
    QTest.keyClick(desk.editor.tags.field, Qt.Key.Key_Return)
    assert list(desk.editor.tags.tags) == ["girder", "second hand"]
    desk.editor.tags.chip("girder").click()
    assert list(desk.written[-1].content.tags) == ["second hand"]


def test_a_tag_being_typed_is_not_lost_when_the_window_closes(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    QTest.keyClicks(desk.editor.tags.field, "late")
    desk.editor.flush()
    assert desk.written[-1].content.tags == ("late",)


def test_a_tag_being_typed_stays_with_its_own_claim(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    first = desk.begin("a third girder")
    QTest.keyClicks(desk.editor.tags.field, "late")
    desk.begin("a new bridge")
    assert [(note.target, note.content.tags) for note in desk.written] == [(first, ("late",))]
    assert desk.editor.tags.tags == ()


def test_the_field_grows_with_its_text(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.editor.resize(400, 600)
    desk.begin("a third girder")
    before = desk.editor.text.sizeHint().height()
    desk.editor.text.setPlainText("\n".join(str(n) for n in range(12)))
    assert desk.editor.text.sizeHint().height() > 2 * before


def test_a_moved_note_asks_and_can_be_told_that_it_is_right(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    reading = factories.reading()
    moved = next(one for one in reading.notes if one.moved)
    desk.editor.begin(reading, moved.span, moved)
    placed: list[tuple[str, Span]] = []
    desk.editor.placed.connect(lambda note, span: placed.append((note, span)))
    assert desk.editor._moved.isVisible()
    desk.editor._moved.linkActivated.emit("keep")
    assert placed == [(moved.note.id, moved.span)]
    assert not desk.editor._moved.isVisible()


def test_a_deleted_note_can_be_undone_in_its_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("keep me")
    desk.editor.flush()
    desk.editor._delete.click()
    label = desk.editor._state
    assert label.text().startswith("Deleted. <a ")
    undone: list[bool] = []
    desk.editor.undo_asked.connect(lambda: undone.append(True))
    label.linkActivated.emit("undo")
    assert undone == [True]
    desk.show(replace(desk.reading, orphans=()))
    assert label.text() == ""


def test_typing_after_a_deletion_no_longer_offers_to_undo_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.text.setPlainText("keep me")
    desk.editor.flush()
    desk.editor._delete.click()
    QTest.keyClicks(desk.editor.text, "n")
    assert _label(desk.editor) == "Saving…"


@pytest.mark.parametrize("redo", [False, True])
def test_keys_of_undo_go_to_the_window_where_the_field_has_nothing_to_undo(
    qtbot: QtBot, *, redo: bool
) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    asked: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Shift+Z" if redo else "Ctrl+Z"), desk.editor)
    shortcut.activated.connect(lambda: asked.append(True))
    desk.editor.text.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier
    if redo:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Z, modifiers)
    assert asked == [True]
    QTest.keyClicks(desk.editor.text, "some")
    if redo:
        desk.editor.text.undo()
    QTest.keyClick(desk.editor.text, Qt.Key.Key_Z, modifiers)
    assert asked == [True]
    assert desk.editor.text.toPlainText() == ("some" if redo else "")


def test_a_verdict_alone_is_saved_as_a_verdict_and_leaves_nothing_to_delete(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.begin("a third girder")
    desk.editor.set_verdict(Verdict.HOLDS)
    assert _label(desk.editor) == "Verdict saved"
    assert not desk.editor._delete.isVisible()
    desk.editor.text.setPlainText("why")
    desk.editor.flush()
    assert _label(desk.editor) == "Saved"
    assert desk.editor._delete.isVisible()


def test_the_field_stays_where_it_is_while_a_note_is_begun(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.editor.resize(400, 500)
    desk.begin("a third girder")
    QCoreApplication.processEvents()
    before = desk.editor.text.geometry()
    QTest.keyClicks(desk.editor.text, "n")
    desk.editor.flush()
    QCoreApplication.processEvents()
    assert desk.editor._delete.isVisible()
    assert desk.editor.text.geometry() == before
