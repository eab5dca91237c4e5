"""The reader's word on sources in a whole window: kept, undone, found in the next article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from according.domain.claims import Stance
from according.domain.judgements import (
    INFORMATION_GRADE,
    SOURCE_GRADE,
    STANCE,
    current,
    grade,
)
from according.domain.reading import Opened, Reading
from according.services.assessment_lists import ImportedList
from according.ui.panel.cards import Prose
from according.ui.panel.judged_value import JudgedRow
from according.ui.panel.new_fact import NewFact
from according.ui.panel.source_card import SourceCard
from according.ui.panel.source_groups import Order
from according.ui.panel.source_note import SourceNoteField
from according.ui.window.controls import Controls
from according.ui.window.judging import faults_sentence
from tests import factories, windows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WIRE = "catalogue:northern-wire"
MARIA = "name:maria okonjo"
HEADER = "domain,name,assessor,wording,date\n"


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Controls:
    shown = windows.window(qapp, tmp_path)
    _open(shown, qtbot, factories.opened())
    return shown


def _open(controls: Controls, qtbot: QtBot, opened: Opened) -> None:
    controls.opening.show(opened)
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None and controls.jobs.idle)


def _reading(controls: Controls) -> Reading:
    reading = controls.workspace.reading
    assert reading is not None
    return reading


def _card(controls: Controls, source: str) -> SourceCard:
    controls.panel.show_view("sources")
    card = controls.panel.sources.cards[source]
    card.open()
    return card


def _row(controls: Controls, source: str, field: str) -> JudgedRow:
    return next(row for row in _card(controls, source).rows if row.shown.field == field)


def _say(row: JudgedRow, value: str, reason: str) -> None:
    """Open the editor, give the value, and the reason by keyboard."""
    row.words.linkActivated.emit("change")
    editor = row.editor
    assert editor is not None
    if editor.chips:
        editor.chips[value].click()
    else:
        editor.field.clear()
        QTest.keyClicks(editor.field, value)
    if reason:
        QTest.keyClicks(editor.reason, reason)
        QTest.keyClick(editor.reason, Qt.Key.Key_Return)
    else:
        editor.keep_bare.click()


def _has_said(controls: Controls, count: int) -> bool:
    return controls.jobs.idle and len(_reading(controls).judgements) == count


def _until(controls: Controls, qtbot: QtBot, holds: Callable[[Reading], bool]) -> None:
    qtbot.waitUntil(lambda: controls.jobs.idle and holds(_reading(controls)))


def test_a_fact_of_the_readers_own_stands_above_what_is_on_record(
    controls: Controls, qtbot: QtBot
) -> None:
    _say(_row(controls, "s4", "owner"), "a trust", "Its imprint.")
    _until(controls, qtbot, lambda now: current(now.judgements, WIRE, "owner") is not None)
    text = _row(controls, "s4", "owner").words.text()
    assert text.index("a trust") < text.index("Its imprint.") < text.index("On record")
    assert text.index("On record") < text.index("a cooperative of newspapers")
    assert "your word on 1 field" in _card(controls, "s4").head.accessibleDescription()


def test_what_the_reader_said_is_undone_and_done_again(controls: Controls, qtbot: QtBot) -> None:
    _say(_row(controls, "s4", "owner"), "a trust", "Its imprint.")
    _until(controls, qtbot, lambda now: bool(now.judgements))
    assert controls.changes.stack.undoText() == "your word on a source"
    controls.changes.undo()
    _until(controls, qtbot, lambda now: not now.judgements)
    assert "You say" not in _row(controls, "s4", "owner").words.text()
    controls.changes.redo()
    _until(controls, qtbot, lambda now: bool(now.judgements))
    assert "You say" in _row(controls, "s4", "owner").words.text()


def test_reset_shows_the_record_alone_and_keeps_the_history(
    controls: Controls, qtbot: QtBot
) -> None:
    for count, value in enumerate(("a trust", "a family"), 1):
        _say(_row(controls, "s4", "owner"), value, "")
        qtbot.waitUntil(partial(_has_said, controls, count))
    assert "1 earlier" in _row(controls, "s4", "owner").words.text().replace("\u00a0", " ")
    _row(controls, "s4", "owner").words.linkActivated.emit("reset")
    _until(controls, qtbot, lambda now: len(now.judgements) == 3)
    assert current(_reading(controls).judgements, WIRE, "owner") is None
    row = _row(controls, "s4", "owner")
    assert "You say" not in row.words.text()
    row.words.linkActivated.emit("earlier")
    assert "a family" in row.words.text()
    assert "taken back" in row.words.text()


def test_a_standing_is_judged_for_all_claims_alike_at_one_stroke(
    controls: Controls, qtbot: QtBot
) -> None:
    row = _row(controls, "s1", STANCE)
    assert len(row.shown.claims) == 3
    _say(row, Stance.INTERESTED.value, "She built it.")
    _until(controls, qtbot, lambda now: len(now.judgements) == 3)
    judged = _reading(controls).judgements
    assert {one.claim for one in judged} == {"c0", "c2", "c3"}
    controls.changes.undo()
    _until(controls, qtbot, lambda now: not now.judgements)


def test_a_claim_that_is_judged_apart_has_a_row_of_its_own(
    controls: Controls, qtbot: QtBot
) -> None:
    controls.workspace.choose(claim="c3")
    certainty = controls.panel.claim.certainty
    assert certainty is not None
    _say(certainty.rows[STANCE, MARIA], Stance.PARTY.value, "She says so.")
    _until(controls, qtbot, lambda now: bool(now.judgements))
    certainty = controls.panel.claim.certainty
    assert certainty is not None
    assert "You say" in certainty.rows[STANCE, MARIA].words.text()
    rows = [row for row in _card(controls, "s1").rows if row.shown.field == STANCE]
    assert [row.shown.claims for row in rows] == [("c0", "c2"), ("c3",)]
    assert "claim/c3" in rows[1].words.text()
    assert controls.changes.stack.undoText() == "your word on a source"
    controls.changes.undo()
    _until(controls, qtbot, lambda now: not now.judgements)


def test_a_field_that_is_on_no_record_can_be_added_and_goes_with_undo(
    controls: Controls, qtbot: QtBot
) -> None:
    (new,) = _card(controls, "s3").findChildren(NewFact)
    new.add.click()
    (chip,) = [one for one in new.findChildren(QPushButton) if one.text() == "Owner"]
    chip.click()
    editor = new.editor
    assert editor is not None
    QTest.keyClicks(editor.field, "the harbour board")
    editor.keep_bare.click()
    _until(controls, qtbot, lambda now: bool(now.judgements))
    assert "the harbour board" in _row(controls, "s3", "owner").words.text()
    controls.changes.undo()
    _until(controls, qtbot, lambda now: not now.judgements)
    assert all(row.shown.field != "owner" for row in _card(controls, "s3").rows)


def test_what_is_said_of_a_source_stands_on_it_in_the_next_article(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    _say(_row(controls, "s4", "owner"), "a trust", "Its imprint.")
    _until(controls, qtbot, lambda now: bool(now.judgements))
    other = replace(factories.article(), sha256="1" * 64)
    _open(controls, qtbot, replace(factories.opened(other), name="other.txt"))
    assert "a trust" in _row(controls, "s4", "owner").words.text()


def test_escape_gives_up_and_the_keyboard_stays_with_the_field(
    controls: Controls, qtbot: QtBot
) -> None:
    row = _row(controls, "s4", "owner")
    row.words.linkActivated.emit("change")
    assert row.editor is not None
    QTest.keyClicks(row.editor.field, "a trust")
    QTest.keyClick(row.editor.field, Qt.Key.Key_Escape)
    assert row.editor is None
    assert not _reading(controls).judgements
    qtbot.waitUntil(row.words.hasFocus)


def test_a_reason_is_asked_for_and_can_be_left_out_on_purpose(
    controls: Controls, qtbot: QtBot
) -> None:
    row = _row(controls, "s4", "owner")
    row.ask()
    editor = row.editor
    assert editor is not None
    assert not editor.keep.isEnabled()
    assert not editor.keep_bare.isEnabled()
    QTest.keyClicks(editor.field, "a trust")
    QTest.keyClick(editor.reason, Qt.Key.Key_Return)
    assert row.editor is editor
    assert editor.keep_bare.isEnabled()
    QTest.keyClicks(editor.reason, "Its imprint.")
    assert editor.keep.isEnabled()
    assert not editor.keep_bare.isEnabled()


def test_change_shows_under_the_keyboard_and_the_tab_key_comes_to_it(
    controls: Controls, qtbot: QtBot
) -> None:
    row = _row(controls, "s4", "corrections policy")
    assert "transparent" in row.words.text() + row.name.text()
    row.take_keyboard()
    qtbot.waitUntil(row.words.hasFocus)
    assert "transparent" not in row.words.text() + row.name.text()
    QTest.keyClick(row.words, Qt.Key.Key_Return)
    assert row.editor is not None


# The note on a source


def _note(controls: Controls, source: str) -> SourceNoteField:
    note = _card(controls, source).note
    assert note is not None
    return note


def test_a_note_on_a_source_saves_itself_and_leaves_the_writer_alone(
    controls: Controls, qtbot: QtBot
) -> None:
    note = _note(controls, "s4")
    note.add.click()
    QTest.keyClicks(note.text, "Ask them.")
    qtbot.waitUntil(lambda: bool(_reading(controls).source_notes), timeout=5000)
    assert [(one.source, one.text) for one in _reading(controls).source_notes] == [
        (WIRE, "Ask them.")
    ]
    assert _note(controls, "s4") is note
    assert note.text.hasFocus()
    assert "your note" in _card(controls, "s4").head.accessibleDescription()


def test_what_is_typed_into_a_note_is_undone_at_once(controls: Controls, qtbot: QtBot) -> None:
    note = _note(controls, "s4")
    note.write()
    for words in ("Ask", " them."):
        QTest.keyClicks(note.text, words)
        note.flush()
    _until(controls, qtbot, lambda now: [one.text for one in now.source_notes] == ["Ask them."])
    assert controls.changes.stack.count() == 1
    controls.changes.undo()
    _until(controls, qtbot, lambda now: not now.source_notes)
    assert note.text.toPlainText() == ""
    controls.changes.redo()
    _until(controls, qtbot, lambda now: bool(now.source_notes))
    assert note.text.toPlainText() == "Ask them."


def test_a_note_that_is_not_saved_yet_belongs_to_the_article_it_was_typed_in(
    controls: Controls, qtbot: QtBot
) -> None:
    note = _note(controls, "s2")
    note.write()
    QTest.keyClicks(note.text, "Who?")
    other = factories.plain("Nothing is said here.")
    _open(controls, qtbot, factories.opened(other))
    assert _reading(controls).source_notes == ()
    _open(controls, qtbot, factories.opened())
    _until(controls, qtbot, lambda now: [one.text for one in now.source_notes] == ["Who?"])
    assert _note(controls, "s2").text.toPlainText() == "Who?"


def test_a_new_order_of_the_cards_keeps_what_is_being_typed(
    controls: Controls, qtbot: QtBot
) -> None:
    note = _note(controls, "s4")
    note.write()
    QTest.keyClicks(note.text, "Ask them.")
    controls.panel.sources.order(Order.CLAIMS)
    _until(controls, qtbot, lambda now: bool(now.source_notes))
    assert _note(controls, "s4").text.toPlainText() == "Ask them."


# Grades


def test_grades_are_off_until_the_reader_asks_for_them(controls: Controls, qtbot: QtBot) -> None:
    controls.workspace.choose(claim="c3")
    certainty = controls.panel.claim.certainty
    assert certainty is not None
    assert (INFORMATION_GRADE, "") not in certainty.rows
    assert all(row.shown.field != SOURCE_GRADE for row in _card(controls, "s4").rows)
    controls.actions["preferences"].trigger()
    dialog = controls.preferring.dialog
    assert dialog is not None
    dialog.grading.click()
    assert controls.window.memory.preferred.grading
    row = _row(controls, "s4", SOURCE_GRADE)
    assert "F · reliability cannot be judged" in row.words.text()
    assert "not graded" in row.words.text()
    controls.panel.show_view("claim")
    certainty = controls.panel.claim.certainty
    assert certainty is not None
    assert "6 · truth cannot be judged" in certainty.rows[INFORMATION_GRADE, ""].words.text()


def test_both_grades_are_given_apart_with_a_reason(controls: Controls, qtbot: QtBot) -> None:
    controls.preferring.prefer_grading(True)
    _say(_row(controls, "s4", SOURCE_GRADE), "B", "Seldom wrong.")
    _until(controls, qtbot, lambda now: grade(now.judgements, WIRE, SOURCE_GRADE) == "B")
    assert "B · usually reliable" in _row(controls, "s4", SOURCE_GRADE).words.text()
    controls.workspace.choose(claim="c3")
    certainty = controls.panel.claim.certainty
    assert certainty is not None
    _say(certainty.rows[INFORMATION_GRADE, ""], "3", "")
    _until(controls, qtbot, lambda now: grade(now.judgements, "", INFORMATION_GRADE, "c3") == "3")
    assert grade(_reading(controls).judgements, "", INFORMATION_GRADE, "c2") == "6"
    assert controls.changes.stack.undoText() == "grading"


# Lists of others


def _list(folder: Path, *rows: str) -> Path:
    path = folder / "ratings.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_list_stands_on_the_cards_and_in_the_preferences_until_it_is_removed(
    controls: Controls, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _list(tmp_path, ",Northern Wire,Press Watch,careful,2024", ",Elsewhere,X,good,2024")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    controls.actions["preferences"].trigger()
    dialog = controls.preferring.dialog
    assert dialog is not None
    dialog.lists.bring.click()
    _until(controls, qtbot, lambda now: bool(now.assessments))
    assert controls.banner.sentence.startswith("2 assessments from ratings.csv")
    card = _card(controls, "s4")
    shown = " ".join(label.text() for label in card.findChildren(Prose))
    assert "“careful”" in shown
    assert "Press Watch, 2024 · your list ratings.csv" in shown
    qtbot.waitUntil(lambda: list(dialog.lists.removers) == ["ratings.csv"])
    dialog.lists.removers["ratings.csv"].click()
    _until(controls, qtbot, lambda now: not now.assessments)
    qtbot.waitUntil(lambda: not dialog.lists.removers)


def test_rows_that_are_left_out_and_a_file_that_is_no_list_are_told(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.judging.bring(_list(tmp_path, ",Northern Wire,Press Watch,careful,2024", ",X,Y,,2024"))
    _until(controls, qtbot, lambda now: bool(now.assessments))
    assert "1 assessment from ratings.csv" in controls.banner.sentence
    assert "Left out: Line 3 of ratings.csv has no wording." in controls.banner.sentence
    bad = tmp_path / "bad.csv"
    bad.write_text("nothing\nhere\n", encoding="utf-8")
    controls.judging.bring(bad)
    qtbot.waitUntil(lambda: "bad.csv" in controls.banner.sentence)


def test_of_many_faults_the_first_are_told() -> None:
    faults = tuple(f"Line {n} of a.csv has no date." for n in range(2, 8))
    said = faults_sentence(ImportedList("a.csv", (), faults))
    assert "Line 4" in said
    assert "Line 5" not in said
    assert said.endswith("3 more rows were left out.")
