"""The whole window on real services: opening, reading, writing, undoing, leaving."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QMessageBox
from pytestqt.qtbot import QtBot

from according import settings
from according.domain.analysis import Analysis
from according.domain.notes import Verdict
from according.domain.reading import Opened, Reading
from according.domain.spans import Span
from according.places import places
from according.ui.panel.cards import Clickable
from according.ui.panel.own_work import target_of
from according.ui.theme import load_theme, theme_names
from according.ui.window import session
from according.ui.window.controls import Controls
from according.ui.window.panes import holds
from tests import factories, windows
from tests.windows import Analyst

OTHER = "A short other article about nothing much, which is long enough to be opened.\n"


@pytest.fixture
def analyst() -> Analyst:
    return Analyst()


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, analyst: Analyst) -> Controls:
    return windows.window(qapp, tmp_path, analyst)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "other.txt"
    file.write_text(OTHER, encoding="utf-8")
    return file


def reading(controls: Controls) -> Reading:
    found = controls.workspace.reading
    assert found is not None
    return found


def read(controls: Controls, qtbot: QtBot, opened: Opened | None = None) -> None:
    """Open the test article and wait for its analysis."""
    controls.opening.show(opened or factories.opened())
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None and controls.jobs.idle)


def press(controls: Controls, key: Qt.Key) -> None:
    QTest.keyClick(controls.page, key)


def write(controls: Controls, qtbot: QtBot, words: str) -> None:
    """Type into the note on what is chosen, and wait until it is saved."""
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, words)
    controls.panel.flush()
    qtbot.waitUntil(lambda: controls.jobs.idle)


def stored(folder: Path, article: int | None) -> Reading:
    """What another start would find in the library, had this one been killed now."""
    assert article is not None
    copy = Path(tempfile.mkdtemp(dir=folder))
    shutil.copytree(places(folder).data, places(copy).data)
    services = windows.services(copy)
    try:
        return services.reading.reopen(article)
    finally:
        services.close()


def close(controls: Controls) -> None:
    window = controls.window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# Opening


def test_the_text_can_be_read_before_it_is_analysed(
    controls: Controls, analyst: Analyst, qtbot: QtBot
) -> None:
    analyst.gate.clear()
    controls.opening.show(factories.opened())
    assert controls.page.toPlainText()
    qtbot.waitUntil(lambda: controls.desk.analysing)
    assert controls.workspace.analysis is None
    assert not controls.status._cancel.isHidden()
    analyst.gate.set()
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None)
    qtbot.waitUntil(controls.status._cancel.isHidden)
    claims = len(factories.analysis().claims)
    assert controls.status.counts.startswith(f"{claims} claims")


def test_a_cancelled_analysis_leaves_the_text_and_offers_another(
    controls: Controls, analyst: Analyst, qtbot: QtBot
) -> None:
    analyst.gate.clear()
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: analyst.runs == 1)
    controls.status.cancel_asked.emit()
    assert not controls.desk.analysing
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert controls.workspace.analysis is None
    analyst.gate.set()
    controls.panel.analysis_asked.emit()
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None)


def test_a_file_that_cannot_be_read_gives_one_sentence_and_changes_nothing(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    before = reading(controls)
    controls.opening.open_paths([tmp_path / "missing.txt"])
    assert "missing.txt" in controls.banner.sentence
    assert reading(controls) is before
    (tmp_path / "empty.txt").write_bytes(b"")
    controls.opening.open_paths([tmp_path / "empty.txt"])
    assert "empty.txt" in controls.banner.sentence
    assert reading(controls) is before


def test_of_several_files_the_first_is_shown_and_the_others_are_in_the_recent_list(
    controls: Controls, qtbot: QtBot, tmp_path: Path, other: Path
) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Another article that nobody has opened before this very test.", "utf-8")
    controls.opening.open_paths([tmp_path / "missing.txt", other, second])
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert reading(controls).name == "other.txt"
    assert "missing.txt" in controls.banner.sentence
    assert len(controls.recent.actions()) == 2
    assert controls.banner.sentence.endswith(
        "2 articles opened. “second.txt” is under File > Open recent."
    )


def test_the_files_after_the_first_of_the_command_line_are_named(
    controls: Controls, qtbot: QtBot, other: Path
) -> None:
    controls.window.show_first(factories.opened())
    controls.opening.take_up(factories.opened(), [other])
    qtbot.waitUntil(lambda: bool(controls.banner.sentence))
    assert controls.banner.sentence == (
        "2 articles opened. “other.txt” is under File > Open recent."
    )
    assert not controls.banner.complains


def test_a_complaint_looks_like_one_until_it_is_dismissed(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.opening.open_paths([tmp_path / "missing.txt"])
    theme = controls.appearance.theme
    painted = controls.banner.grab().toImage()
    assert painted.pixelColor(8, 3) == theme.color("fills.denied")
    controls.workspace.choose(claim="c1")
    controls.let_go()
    assert not controls.banner.isVisible()
    assert controls.workspace.claim is not None
    controls.banner.inform("Something worth knowing.")
    painted = controls.banner.grab().toImage()
    assert painted.pixelColor(8, 3) == theme.accent_soft


def test_a_new_article_begins_on_its_sources(controls: Controls, qtbot: QtBot, other: Path) -> None:
    read(controls, qtbot)
    controls.panel.show_view("claim")
    controls.opening.open_paths([other])
    assert controls.panel.view == "sources"


def test_a_changed_copy_says_what_became_of_the_notes(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.workspace.choose(claim="c1")
    write(controls, qtbot, "Who saw it?")
    article = factories.article()
    lines = [article.of(block) for block in article.blocks] + ["A line was added to the story."]
    changed = tmp_path / "changed.txt"
    changed.write_text("\n\n".join(lines), "utf-8")
    controls.opening.open_paths([changed])
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert controls.banner.sentence == (
        "A changed copy of an article you have read: 1 note found again."
    )


def test_another_analysis_says_that_it_is_done(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    assert controls.status.said == ""
    controls.actions["analyse-again"].trigger()
    qtbot.waitUntil(lambda: controls.jobs.idle and not controls.desk.analysing)
    assert controls.status.said == "Analysed again: nothing changed"


def test_undo_goes_to_what_it_undoes_and_says_so(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    first, second = (reading(controls).analysis.claims[n].id for n in (0, 1))  # type: ignore[union-attr]
    controls.workspace.choose(claim=first)
    controls.set_verdict("doubtful")
    controls.workspace.choose(claim=second)
    controls.panel.show_view("sources")
    controls.actions["undo"].trigger()
    assert controls.status.said == "Undone: setting a verdict on claim 1"
    assert controls.workspace.selection.claim == first
    assert controls.panel.view == "claim"
    controls.workspace.choose()
    controls.actions["redo"].trigger()
    assert controls.status.said == "Done again: setting a verdict on claim 1"
    assert controls.workspace.selection.claim == first
    qtbot.waitUntil(lambda: controls.jobs.idle)


def test_undo_says_what_it_does_of_work_at_one_stroke(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    folded = [i for i, block in enumerate(reading(controls).article.blocks) if block.folded]
    controls.changes.unfold(folded[:1])
    qtbot.waitUntil(lambda: controls.jobs.idle)
    controls.workspace.choose(claim="c1")
    controls.actions["undo"].trigger()
    assert controls.status.said == "Undone: unfolding"
    assert controls.workspace.selection.claim == "c1"
    qtbot.waitUntil(lambda: controls.jobs.idle)


def test_files_are_chosen_from_where_the_last_one_was(
    controls: Controls, other: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "no folder"))
    assert controls.opening.folder == Path.home()
    controls.opening.open_paths([other])
    assert controls.opening.folder == tmp_path


def test_a_recent_article_whose_file_is_gone_can_be_read(
    controls: Controls, qtbot: QtBot, other: Path
) -> None:
    controls.opening.open_paths([other])
    qtbot.waitUntil(lambda: controls.jobs.idle)
    read(controls, qtbot)
    other.unlink()
    controls.desk.list_recent()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    (gone,) = [one for one in controls.recent.actions() if "other" in one.toolTip()]
    assert "missing" in gone.text()
    gone.trigger()
    qtbot.waitUntil(lambda: reading(controls).name == "other.txt")
    assert reading(controls).article.text.strip() == OTHER.strip()


def test_paste_opens_the_text_of_the_clipboard(controls: Controls, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    controls.opening.paste()
    assert "clipboard" in controls.banner.sentence
    clipboard.setText(OTHER)
    controls.opening.paste()
    assert controls.banner.sentence == ""
    assert reading(controls).article.text.strip() == OTHER.strip()
    qtbot.waitUntil(lambda: reading(controls).id is not None)


def test_a_dropped_file_is_opened(controls: Controls, other: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    controls.window.dropEvent(event)
    assert reading(controls).path == str(other)


# Notes


def test_keys_choose_on_the_page_and_are_letters_in_a_note(
    controls: Controls, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    controls.page.setFocus()
    press(controls, Qt.Key.Key_J)
    first = controls.workspace.selection.claim
    assert first is not None
    press(controls, Qt.Key.Key_N)
    editor = controls.panel.claim.editor.text
    assert editor.hasFocus()
    QTest.keyClicks(editor, "jke 15 n?")
    assert editor.toPlainText() == "jke 15 n?"
    assert controls.workspace.selection.claim == first
    controls.let_go()
    assert controls.page.hasFocus()
    press(controls, Qt.Key.Key_J)
    assert controls.workspace.selection.claim != first


def test_a_note_is_saved_undone_and_done_again(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.page.next_claim()
    write(controls, qtbot, "Who counted")
    write(controls, qtbot, " them?")
    (kept,) = stored(tmp_path, reading(controls).id).notes
    assert kept.note.text == "Who counted them?"
    claim = controls.workspace.claim
    assert claim is not None
    assert kept.span == target_of(claim)
    assert controls.changes.stack.count() == 1
    assert controls.actions["undo"].text() == "&Undo writing a note"
    controls.actions["undo"].trigger()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert reading(controls).notes == ()
    assert stored(tmp_path, reading(controls).id).notes == ()
    controls.actions["redo"].trigger()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    (again,) = stored(tmp_path, reading(controls).id).notes
    assert (again.note.id, again.note.text) == (kept.note.id, "Who counted them?")


def test_an_emptied_note_goes_to_the_trash_and_comes_back(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.page.next_claim()
    write(controls, qtbot, "Passing thought")
    (note,) = reading(controls).notes
    controls.panel.note_trashed.emit(note.note.id)
    qtbot.waitUntil(lambda: reading(controls).notes == ())
    controls.changes.undo()
    qtbot.waitUntil(lambda: len(reading(controls).notes) == 1)
    assert reading(controls).notes[0].note.text == "Passing thought"


def test_a_verdict_can_be_set_by_its_number(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.page.setFocus()
    press(controls, Qt.Key.Key_J)
    press(controls, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bool(reading(controls).notes))
    assert reading(controls).notes[0].note.verdict is Verdict.DOUBTFUL
    assert controls.actions["undo"].text() == "&Undo setting a verdict"


def test_a_note_can_stand_on_any_passage_that_is_selected(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    text = reading(controls).article.text
    start = text.index("swing bridge")
    passage = Span(start, start + len("swing bridge"))
    cursor = controls.page.textCursor()
    cursor.setPosition(controls.page.page_map.to_document(passage.start))
    cursor.setPosition(controls.page.page_map.to_document(passage.end), cursor.MoveMode.KeepAnchor)
    controls.page.setTextCursor(cursor)
    write(controls, qtbot, "Built when?")
    (kept,) = stored(tmp_path, reading(controls).id).notes
    assert kept.span == passage
    assert kept.note.target.exact == "swing bridge"


def test_a_note_on_a_passage_takes_whole_words(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    text = reading(controls).article.text
    words = next(found for found in re.finditer(r"(?<=[.] )\w{5,} \w{5,}", text))
    controls.page.set_caret(words.end() - 2, anchor=words.start() + 2)
    controls.write_note()
    assert controls.workspace.selection.passage == Span(words.start(), words.end())


def test_without_a_claim_the_keys_of_notes_say_what_to_do(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.set_verdict("holds")
    assert "Choose a claim" in controls.status.said
    assert controls.changes.stack.count() == 0


def test_what_was_typed_belongs_to_the_article_it_was_typed_on(
    controls: Controls, qtbot: QtBot, tmp_path: Path, other: Path
) -> None:
    read(controls, qtbot)
    first = reading(controls).id
    controls.page.next_claim()
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, "Left in a hurry")
    controls.opening.open_paths([other])
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert reading(controls).name == "other.txt"
    assert reading(controls).notes == ()
    assert controls.changes.stack.count() == 0
    assert [one.note.text for one in stored(tmp_path, first).notes] == ["Left in a hurry"]


def test_a_note_written_while_the_analysis_runs_is_in_the_result(
    controls: Controls, analyst: Analyst, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    analyst.gate.clear()
    controls.desk.analyse()
    controls.page.next_claim()
    write_soon(controls, qtbot, "Meanwhile")
    analyst.gate.set()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert [one.note.text for one in reading(controls).notes] == ["Meanwhile"]
    assert reading(controls).analysis is not None


def write_soon(controls: Controls, qtbot: QtBot, words: str) -> None:
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, words)
    controls.panel.flush()
    qtbot.waitUntil(lambda: bool(reading(controls).notes))


def test_an_analysis_that_breaks_leaves_the_text_and_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    class Broken(Analyst):
        def analyze(self, *_: object, **__: object) -> Analysis:
            raise RecursionError

    controls = windows.window(qapp, tmp_path, Broken())
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: reading(controls).id is not None and controls.jobs.idle)
    assert not controls.desk.analysing
    assert controls.status._cancel.isHidden()
    assert "broke off" in controls.panel._problem
    controls.page.setFocus()
    controls.page.selectAll()
    write(controls, qtbot, "Still here")
    assert [one.note.text for one in reading(controls).notes] == ["Still here"]


def test_a_late_analysis_of_another_article_is_not_shown(
    controls: Controls, analyst: Analyst, qtbot: QtBot, other: Path
) -> None:
    analyst.gate.clear()
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: analyst.runs == 1)
    controls.opening.open_paths([other])
    analyst.gate.set()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    assert reading(controls).name == "other.txt"
    assert controls.workspace.analysis is not None
    assert controls.workspace.analysis.claims == ()


# Hand work


def test_ctrl_z_in_the_empty_note_brings_a_deleted_note_back(
    controls: Controls, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    controls.workspace.choose(claim="c1")
    write(controls, qtbot, "Who told them?")
    editor = controls.panel.claim.editor
    editor.text.setFocus()
    editor._delete.click()
    qtbot.waitUntil(lambda: controls.jobs.idle and not reading_notes(controls, "Who told them?"))
    editor.text.setFocus()
    QTest.keyClick(editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: reading_notes(controls, "Who told them?"))


def reading_notes(controls: Controls, words: str) -> bool:
    return any(words in one.note.text for one in reading(controls).notes)


def test_escape_closes_a_chooser_and_keeps_the_claim(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.workspace.choose(claim="c1")
    controls.panel.change_source()
    chooser = controls.panel.claim.chooser
    assert chooser is not None
    assert chooser.isVisible()
    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert controls.workspace.selection.claim == "c1"


def test_a_source_set_by_hand_is_undone(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    claim = next(one for one in factories.analysis().claims if one.sources)
    controls.panel.source_set.emit(claim.id, ("Somebody else",))
    qtbot.waitUntil(lambda: bool(reading(controls).corrections))
    analysis = controls.workspace.analysis
    assert analysis is not None
    names = [analysis.source(one).name for one in analysis.claim(claim.id).sources]
    assert names == ["Somebody else"]
    controls.changes.undo()
    qtbot.waitUntil(lambda: reading(controls).corrections == ())
    assert controls.workspace.analysis == factories.analysis()


def test_unfolding_is_kept_and_undone(controls: Controls, qtbot: QtBot, tmp_path: Path) -> None:
    read(controls, qtbot)
    folded = tuple(
        index for index, block in enumerate(reading(controls).article.blocks) if block.folded
    )
    assert folded
    controls.page.unfold_asked.emit(folded)
    qtbot.waitUntil(lambda: reading(controls).unfolded == set(folded))
    assert stored(tmp_path, reading(controls).id).unfolded == set(folded)
    controls.page.fold_asked.emit(folded)
    qtbot.waitUntil(lambda: reading(controls).unfolded == set())
    controls.changes.undo()
    qtbot.waitUntil(lambda: reading(controls).unfolded == set(folded))


# Leaving and coming back


def test_closing_saves_what_was_typed_last(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    article = reading(controls).id
    controls.page.next_claim()
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, "Last words")
    controls.window.close()
    assert [one.note.text for one in stored(tmp_path, article).notes] == ["Last words"]


def test_a_note_that_cannot_be_saved_keeps_the_window_open_once(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.page.next_claim()
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, "Too late")
    with sqlite3.connect(places(tmp_path).library) as library:
        library.execute("DROP TABLE note_tags")
        library.execute("DROP TABLE notes")
    assert not controls.window.close()
    assert controls.window.isVisible()
    assert controls.panel.claim.editor.text.toPlainText() == "Too late"
    assert "not saved" in controls.status.said
    assert controls.window.close()


def test_the_next_start_finds_article_place_and_choice(
    qapp: QApplication, controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.page.next_claim()
    controls.page.next_claim()
    chosen = controls.workspace.selection.claim
    controls.switch_layer("entities")
    controls.zoom_by(2)
    controls.choose_theme("dark")
    close(controls)
    again = windows.window(qapp, tmp_path, restoring=True)
    qtbot.waitUntil(lambda: again.workspace.selection.claim == chosen)
    assert reading(again).article.text == factories.article().text
    assert not again.workspace.layers.entities
    assert not again.actions["layer-entities"].isChecked()
    assert again.page.percent == 120
    assert again.appearance.theme.name == "dark"
    assert again.actions["theme-dark"].isChecked()
    again.choose_theme("system")


def test_the_next_start_stands_on_the_same_pixel_with_the_same_view(
    qapp: QApplication, controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.window.resize(760, 500)
    read(controls, qtbot)
    controls.page.next_claim()
    controls.panel.show_view("sources")
    controls.page.verticalScrollBar().setValue(137)
    qtbot.waitUntil(lambda: controls.jobs.idle)
    close(controls)
    again = windows.window(qapp, tmp_path, restoring=True)
    qtbot.waitUntil(lambda: again.workspace.claim is not None)
    assert again.page.scroller.top == 137
    assert again.panel.view == "sources"


def test_a_crash_forgets_neither_article_nor_note(
    qapp: QApplication, controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.page.next_claim()
    write(controls, qtbot, "Before the crash")
    where = places(tmp_path)
    qtbot.waitUntil(lambda: session.load(where.session)[0].claim is not None)
    left, _ = session.load(where.session)
    assert left.article == reading(controls).id
    assert left.claim == controls.workspace.selection.claim


def test_a_first_start_shows_how_to_begin(controls: Controls, qtbot: QtBot) -> None:
    assert controls.start_page.isVisible()
    assert not controls.actions["next-claim"].isEnabled()
    controls.start_page.sample_asked.emit()
    assert not controls.start_page.isVisible()
    assert reading(controls).article.title
    assert controls.actions["next-claim"].isEnabled()
    qtbot.waitUntil(lambda: controls.jobs.idle)


def test_a_library_that_cannot_be_used_leaves_the_article_readable_and_analysed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    library = places(tmp_path).library
    library.parent.mkdir(parents=True)
    library.write_bytes(b"this is no library at all, " * 400)
    controls = windows.window(qapp, tmp_path)
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None)
    assert controls.banner.sentence.endswith(".")
    assert reading(controls).id is None


# Around the text


def test_search_counts_and_walks_the_hits(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    field = controls.tools.find_field
    controls.begin_search()
    QTest.keyClicks(field, "bridge")
    assert field.said.startswith("1 of ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.said.startswith("2 of ")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert controls.page.hasFocus()


@pytest.mark.parametrize("layer", ["claims", "entities", "certainty"])
def test_a_chip_switches_its_layer(controls: Controls, layer: str) -> None:
    controls.actions[f"layer-{layer}"].trigger()
    assert not getattr(controls.workspace.layers, layer)
    assert not controls.tools._chips[layer].isChecked()


def test_the_panes_are_reached_in_turn(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.page.setFocus()
    visited: list[str] = []
    inside: dict[str, Callable[[], bool]] = {
        "page": controls.page.hasFocus,
        "panel": lambda: holds(controls.panel, QApplication.focusWidget()),
        "tools": lambda: holds(controls.tools, QApplication.focusWidget()),
    }
    for _ in range(3):
        controls.cycle_panes(1)
        visited += [name for name, has_it in inside.items() if has_it()]
    assert visited == ["panel", "tools", "page"]
    controls.panel.show_view("claim")
    controls.cycle_panes(1)
    assert controls.panel.segments.button(controls.panel.view).hasFocus()


def test_the_mention_that_is_clicked_is_marked_in_the_panel_and_is_no_passage_to_note_on(
    controls: Controls, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    second = factories.analysis().entity("e7").mentions[1].span
    mark = next(one for one in controls.page.marks_at(second.start) if one.span == second)
    controls.page.choose_mark(mark)
    frames = controls.panel.context.findChildren(QFrame)
    current = [one for one in frames if one.property("role") == "current"]
    assert len(current) == 1
    (row,) = current[0].findChildren(Clickable)[:1]
    assert "doubtful" in row.accessibleName()
    press(controls, Qt.Key.Key_N)
    assert "select a passage" in controls.status.said
    assert controls.panel.view == "context"


def test_text_size_reaches_panel_and_tools_and_is_remembered(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    before = controls.tools.find_field.height()
    controls.page.zoom(200)
    assert controls.status._zoom.text() == "200 %"
    assert controls.tools.find_field.sizeHint().height() > before
    assert settings.load(places(tmp_path).settings)[0].zoom == 200


def test_the_theme_changes_while_the_window_is_open(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    for name in ("dark", "high-contrast", "colour-blind", "light"):
        controls.actions[f"theme-{name}"].trigger()
        theme = controls.appearance.theme
        assert theme.name.startswith(name)
        painted = controls.page.viewport().grab().toImage()
        assert painted.pixelColor(2, 2) == theme.paper
    controls.choose_theme("system")


def test_the_text_takes_the_ink_of_every_theme_from_every_other(
    controls: Controls, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    page, appearance = controls.page, controls.appearance
    for one, other in combinations(map(load_theme, theme_names()), 2):
        for theme in (one, other, one):
            if theme == appearance.theme:
                continue
            before, appearance._theme = appearance.theme.name, theme
            appearance.changed.emit(theme)
            body = page.document().findBlockByNumber(len(page.page_map.rows) - 2)
            ink = body.begin().fragment().charFormat().foreground().color()
            assert ink == theme.text, (before, theme.name)
            ground = page.viewport().grab().toImage().pixelColor(2, 2)
            assert ground == theme.paper, (before, theme.name)


def test_tools_fit_a_narrow_window(controls: Controls, qtbot: QtBot) -> None:
    controls.window.resize(720, 480)
    last = controls.tools.shade
    qtbot.waitUntil(lambda: controls.tools.width() <= 720 and last.isVisible())
    assert last.geometry().right() <= controls.tools.width()


def test_large_text_fits_a_small_window(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    controls.window.resize(790, 560)
    tools, field = controls.tools, controls.tools.find_field
    qtbot.waitUntil(lambda: tools.width() <= 790)
    assert field.said == "Ctrl+F"
    controls.page.zoom(200)
    qtbot.waitUntil(tools.shade.isVisible)
    assert tools.shade.geometry().right() <= tools.width()
    letters = field.fontMetrics()
    assert field.said == "" or (
        letters.horizontalAdvance(field.placeholderText() + field.said) < field.width()
    )
    field.setText("the")
    assert field.textMargins().right() > letters.horizontalAdvance(field.said)


def test_what_is_said_stands_beside_the_progress(
    controls: Controls, analyst: Analyst, qtbot: QtBot
) -> None:
    analyst.gate.clear()
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: controls.desk.analysing)
    controls.status.say("Something that is said while the article is being analysed.")
    controls.status.show_progress((1, 2))
    line, doing = controls.status._counts, controls.status._doing
    qtbot.waitUntil(lambda: line.geometry().right() < doing.geometry().left())
    controls.window.resize(controls.window.minimumSize())
    controls.page.zoom(300)
    controls.status.say("It does not keep the window wide. " * 20)
    assert controls.status.minimumSizeHint().width() < 2000
    controls.status._silence.timeout.emit()
    assert (controls.status.said, line.text()) == ("", controls.status.counts)
    analyst.gate.set()


def test_hints_give_way_one_by_one(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    hints = controls.status._keys
    controls.status.resize(1600, 28)
    assert hints.text().count("·") == 4
    controls.status.resize(560, 28)
    assert 0 < hints.text().count("·") < 4
    assert hints.text().startswith("j k claim")
    controls.status.resize(300, 28)
    assert not hints.isVisible()


@pytest.mark.qt_log_ignore("does not support")
def test_a_fault_of_ours_shows_one_calm_dialog(controls: Controls) -> None:
    controls.help.tell_of_fault()
    controls.help.tell_of_fault()
    (box,) = controls.window.findChildren(QMessageBox)
    assert "Traceback" not in box.text() + box.informativeText()
    box.close()


@pytest.mark.qt_log_ignore("does not support")
def test_later_starts_bring_files_and_the_window_to_the_front(
    controls: Controls, other: Path
) -> None:
    controls.answer((other,))
    assert reading(controls).path == str(other)


def test_controls_have_names_for_a_screen_reader(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    silent = [
        type(widget).__name__
        for widget in (*controls.tools._ways_in, *controls.tools._chips.values())
        if not widget.accessibleName()
    ]
    silent += [
        name
        for name, widget in (
            ("find", controls.tools.find_field),
            ("shade", controls.tools.shade),
            ("zoom", controls.status._zoom),
            ("page", controls.page),
        )
        if not widget.accessibleName()
    ]
    assert silent == []


def test_an_article_opened_twice_is_one_article(controls: Controls, qtbot: QtBot) -> None:
    read(controls, qtbot)
    first = reading(controls).id
    read(controls, qtbot, replace(factories.opened(), name="copy.txt"))
    assert reading(controls).id == first
