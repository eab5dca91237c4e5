"""Preferences: each change counts at once, and is followed wherever it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from according import settings
from according.places import places
from according.ui.panel.wording import rules_alone
from according.ui.style import Look
from according.ui.theme import load_theme, theme_names
from according.ui.window.command_palette import CommandPalette
from according.ui.window.controls import Controls
from according.ui.window.preferences import FROM_SCREEN, MEANINGS, WITHOUT_MODEL, PreferencesDialog
from according.ui.window.stops import Stops
from tests import factories, windows
from tests.ui.test_theme import contrast
from tests.windows import Analyst

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def analyst() -> Analyst:
    return Analyst()


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, analyst: Analyst) -> Controls:
    return windows.window(qapp, tmp_path, analyst)


@pytest.fixture
def dialog(controls: Controls) -> PreferencesDialog:
    controls.actions["preferences"].trigger()
    shown = controls.preferring.dialog
    assert shown is not None
    assert shown.isVisible()
    return shown


def read(controls: Controls, qtbot: QtBot) -> None:
    """Open the test article and wait for its analysis."""
    controls.opening.show(factories.opened())
    settle(controls, qtbot)


def settle(controls: Controls, qtbot: QtBot) -> None:
    """Wait until the slider's last move has been analysed."""
    qtbot.waitUntil(lambda: not controls.preferring.waiting)
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None and controls.jobs.idle)


def with_fewer() -> Analyst:
    """The analyst of the next start, who finds the setting of the last."""
    analyst = Analyst()
    analyst.sensitivity = -1
    return analyst


def saved(folder: Path) -> settings.Settings:
    found, _ = settings.load(places(folder).settings)
    return found


def choose(control: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(control, key)


# The command


def test_preferences_have_the_usual_key_and_stand_in_the_palette(controls: Controls) -> None:
    action = controls.actions["preferences"]
    assert QKeySequence("Ctrl+,") in action.shortcuts()
    assert all(not keys.isEmpty() for keys in action.shortcuts())
    palette = CommandPalette(controls.actions, controls.window)
    assert "preferences" in palette.offered
    palette.deleteLater()


def test_asked_for_again_the_same_window_comes_to_the_front(
    controls: Controls, dialog: PreferencesDialog
) -> None:
    controls.actions["preferences"].trigger()
    assert controls.preferring.dialog is dialog
    assert len(controls.window.findChildren(PreferencesDialog)) == 1


# Colours and text size


def test_colours_count_at_once_and_are_saved(
    controls: Controls, dialog: PreferencesDialog, tmp_path: Path
) -> None:
    choose(dialog.colours, Qt.Key.Key_Down)
    choose(dialog.colours, Qt.Key.Key_Down)
    assert controls.appearance.theme.name == "dark"
    assert controls.actions["theme-dark"].isChecked()
    assert saved(tmp_path).theme == "dark"
    assert dialog.palette().window().color() == load_theme("dark").panel


def test_text_size_counts_at_once_and_is_saved(
    controls: Controls, dialog: PreferencesDialog, tmp_path: Path
) -> None:
    before = dialog.meaning.fontMetrics().height()
    choose(dialog.size_of_text, Qt.Key.Key_Down)
    assert controls.page.percent == 110
    assert saved(tmp_path).zoom == 110
    controls.page.zoom(200)
    assert dialog.meaning.fontMetrics().height() > 1.8 * before


def test_the_preferences_follow_the_menus(controls: Controls, dialog: PreferencesDialog) -> None:
    controls.choose_theme("colour-blind")
    assert dialog.colours.currentData() == "colour-blind"
    controls.zoom_by(2)
    controls.zoom_by(1)
    assert (dialog.size_of_text.currentData(), dialog.size_of_text.currentText()) == (130, "130 %")
    controls.reset_zoom()
    assert dialog.size_of_text.currentData() == 100


def test_usual_settings_take_all_back(
    controls: Controls, dialog: PreferencesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not dialog.usual.isEnabled()
    controls.choose_theme("dark")
    controls.page.zoom(150)
    dialog.claims.setValue(2)
    assert dialog.usual.isEnabled()
    dialog.usual.click()
    assert saved(tmp_path) == settings.Settings()
    assert (controls.appearance.choice, controls.page.percent) == ("system", 100)
    assert dialog.claims.value() == 0
    assert not dialog.usual.isEnabled()


# The slider


def test_moving_the_slider_analyses_once_after_the_last_move(
    controls: Controls, dialog: PreferencesDialog, analyst: Analyst, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    assert analyst.runs == 1
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        choose(dialog.claims, key)
    assert saved(tmp_path).sensitivity == -2
    assert analyst.runs == 1
    settle(controls, qtbot)
    assert analyst.runs == 2
    analysis = controls.workspace.analysis
    assert analysis is not None
    assert "sensitivity -2" in analysis.producer.components
    assert len(analysis.claims) == len(factories.analysis().claims) - 2
    assert "Analysed again" in controls.status.said


def test_a_move_there_and_back_analyses_nothing(
    controls: Controls, dialog: PreferencesDialog, analyst: Analyst, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    choose(dialog.claims, Qt.Key.Key_Right)
    choose(dialog.claims, Qt.Key.Key_Left)
    settle(controls, qtbot)
    assert analyst.runs == 1


def test_what_was_chosen_and_written_stays(
    controls: Controls, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    controls.workspace.choose(claim="c5")
    controls.write_note()
    QTest.keyClicks(controls.panel.claim.editor.text, "Who counted them?")
    controls.panel.source_set.emit("c7", ("Tomas Reyl",))
    controls.panel.show_view("sources")
    place = controls.page.place()
    choose(dialog.claims, Qt.Key.Key_Left)
    settle(controls, qtbot)
    claim, reading = controls.workspace.claim, controls.workspace.reading
    assert claim is not None
    assert reading is not None
    assert claim.id == "c4"
    assert claim.content == factories.analysis().claim("c5").content
    assert controls.panel.claim.editor.text.toPlainText() == "Who counted them?"
    assert controls.panel.view == "sources"
    assert controls.page.place() == place
    assert len(reading.corrections) == 1
    assert reading.analysis is not None
    names = [reading.analysis.source(one).name for one in reading.analysis.claim("c6").sources]
    assert names == ["Tomas Reyl"]
    controls.panel.flush()
    qtbot.waitUntil(lambda: controls.jobs.idle)
    now = controls.workspace.reading
    assert now is not None
    assert [one.note.text for one in now.notes] == ["Who counted them?"]


def test_an_analysis_under_way_is_dropped_for_the_last_move(
    controls: Controls, dialog: PreferencesDialog, analyst: Analyst, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    analyst.gate.clear()
    choose(dialog.claims, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: analyst.runs == 2)
    assert "being analysed" in dialog.found.text()
    choose(dialog.claims, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not controls.preferring.waiting)
    analyst.gate.set()
    settle(controls, qtbot)
    analysis = controls.workspace.analysis
    assert analysis is not None
    assert "sensitivity -2" in analysis.producer.components


def test_another_article_is_analysed_anew_when_it_opens_again(
    controls: Controls, dialog: PreferencesDialog, analyst: Analyst, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    first = controls.workspace.reading
    assert first is not None
    assert first.id is not None
    other = tmp_path / "other.txt"
    other.write_text("Another article that nobody has opened before this very test.", "utf-8")
    controls.opening.open_paths([other])
    settle(controls, qtbot)
    choose(dialog.claims, Qt.Key.Key_Left)
    settle(controls, qtbot)
    before = analyst.runs
    controls.desk.reopen(first.id)
    qtbot.waitUntil(lambda: analyst.runs == before + 1)
    settle(controls, qtbot)
    analysis = controls.workspace.analysis
    assert analysis is not None
    assert len(analysis.claims) == len(factories.analysis().claims) - 1


def test_the_setting_holds_at_the_next_start(
    controls: Controls, dialog: PreferencesDialog, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog.claims, Qt.Key.Key_Right)
    controls.window.close()
    assert not dialog.isVisible()
    again = windows.window(qapp, tmp_path)
    again.preferring.show()
    assert again.preferring.dialog is not None
    assert again.preferring.dialog.claims.value() == 1


def test_a_claim_of_the_last_analysis_is_not_chosen_in_the_next(
    controls: Controls, dialog: PreferencesDialog, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    read(controls, qtbot)
    controls.workspace.choose(claim="c5")
    choose(dialog.claims, Qt.Key.Key_Left)
    controls.window.close()
    again = windows.window(qapp, tmp_path, restoring=True, analyst=with_fewer())
    settle(again, qtbot)
    assert again.workspace.claim is None


def test_each_stop_is_explained_in_words_of_its_own(dialog: PreferencesDialog) -> None:
    for value, meaning in MEANINGS.items():
        dialog.claims.setValue(value)
        assert dialog.meaning.text() == meaning
        assert meaning in dialog.claims.accessibleDescription()
    assert len(set(MEANINGS.values())) == 5
    assert MEANINGS[0].startswith("Usual")


def test_a_click_goes_to_the_stop_that_is_pointed_at(dialog: PreferencesDialog) -> None:
    for value in (-2, 2, -1, 1, 0):
        place = dialog.claims.place_of(value).toPoint()
        QTest.mouseClick(dialog.claims, Qt.MouseButton.LeftButton, pos=place)
        assert dialog.claims.value() == value


# How it looks and is reached


def test_every_control_has_a_name_and_a_key(dialog: PreferencesDialog) -> None:
    for control in (dialog.colours, dialog.size_of_text, dialog.claims):
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    labels = {one.buddy(): one.text() for one in dialog.findChildren(QLabel) if one.buddy()}
    assert labels.keys() == {dialog.colours, dialog.size_of_text, dialog.claims}
    assert all("&" in text for text in labels.values())
    order, widget = [], dialog.colours.nextInFocusChain()
    wanted = (
        dialog.colours,
        dialog.size_of_text,
        dialog.claims,
        dialog.grading,
        dialog.lists.bring,
        dialog.usual,
    )
    while widget is not None and widget is not dialog.colours:
        if widget in wanted:
            order.append(widget)
        widget = widget.nextInFocusChain()
    assert tuple(order) == wanted[1:]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_words_have_room_at_every_text_size(
    dialog: PreferencesDialog, controls: Controls, scale: float
) -> None:
    controls.page.zoom(round(scale * 100))
    QApplication.processEvents()
    for value in MEANINGS:
        dialog.claims.setValue(value)
        label = dialog.meaning
        assert label.height() >= label.heightForWidth(label.width())
        # What the screen has no room for can be scrolled to.
        whole = dialog.height() >= dialog.screen().availableGeometry().height() - FROM_SCREEN
        assert whole or dialog._body.height() <= dialog._scrolling.viewport().height()
    right = dialog.rect().right()
    for label in dialog.findChildren(QLabel):
        if label.isHidden():
            continue
        assert label.mapTo(dialog, label.rect().topRight()).x() <= right


@pytest.mark.parametrize("name", theme_names())
def test_the_handle_and_the_stops_can_be_seen_in_every_theme(name: str, qtbot: QtBot) -> None:
    theme = load_theme(name)
    slider = Stops(-2, 2, Look(theme))
    qtbot.addWidget(slider)
    slider.resize(slider.sizeHint())
    image = slider.grab().toImage()
    assert image.pixelColor(slider.place_of(0).toPoint()) == theme.accent
    stop = image.pixelColor(slider.place_of(1).toPoint())
    assert contrast(stop, theme.panel) >= 3


# Without the model


def test_without_the_model_window_and_preferences_say_so(
    controls: Controls, dialog: PreferencesDialog, analyst: Analyst, qtbot: QtBot
) -> None:
    analyst.learned = False
    read(controls, qtbot)
    shown = [one.text() for one in controls.panel.sources.findChildren(QLabel)]
    assert rules_alone() in shown
    assert controls.status.lacking.isVisible()
    assert controls.status.lacking.toolTip() == rules_alone()
    assert dialog.meaning.text() == WITHOUT_MODEL


def test_with_the_model_nothing_is_said_of_it(
    controls: Controls, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    read(controls, qtbot)
    shown = [one.text() for one in controls.panel.sources.findChildren(QLabel)]
    assert rules_alone() not in shown
    assert not controls.status.lacking.isVisible()
    assert dialog.meaning.text() == MEANINGS[0]


def test_before_there_is_an_analysis_nothing_is_said_of_the_model(
    controls: Controls, analyst: Analyst, qtbot: QtBot
) -> None:
    analyst.learned = False
    analyst.gate.clear()
    controls.opening.show(factories.opened())
    qtbot.waitUntil(lambda: analyst.runs == 1)
    assert not controls.status.lacking.isVisible()
    analyst.gate.set()
    qtbot.waitUntil(controls.status.lacking.isVisible)
