"""The command table: every line of it can be carried out, found, and told apart."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from according.ui.theme import load_theme
from according.ui.window.actions import key_text, plain, sequences
from according.ui.window.command_palette import CommandPalette, ranked
from according.ui.window.commands import COMMANDS, HIDDEN, Menu
from according.ui.window.controls import Controls
from according.ui.window.help_dialog import HelpDialog, about_help, keys_help
from according.ui.window.icons import NAMES, make_icon
from tests import windows


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path) -> Controls:
    return windows.window(qapp, tmp_path)


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(one.id for one in COMMANDS).items() if count > 1] == []


def test_no_two_commands_share_a_key() -> None:
    # Ctrl and letters are heard everywhere, single letters on the page: one list covers both.
    keys = Counter(keys.toString() for command in COMMANDS for keys in sequences(command))
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_slot_exists(controls: Controls) -> None:
    missing = []
    for command in COMMANDS:
        try:
            slot = attrgetter(command.slot)(controls)
        except AttributeError:
            missing.append(command.id)
        else:
            assert callable(slot), command.id
    assert missing == []


def test_letters_listen_on_the_page_only(controls: Controls) -> None:
    for command in COMMANDS:
        action = controls.actions[command.id]
        on_page = action in controls.page.actions()
        assert on_page == command.on_page, command.id
        single = any(len(keys) == 1 for keys in command.keys if isinstance(keys, str))
        assert not single or on_page, command.id


def test_every_command_is_in_its_menu(controls: Controls) -> None:
    bar = controls.window.menuBar()
    menus = [menu for menu in bar.findChildren(QMenu) if menu.parent() is bar]
    listed = {action.objectName() for menu in menus for action in menu.actions()}
    assert listed - {""} == {one.id for one in COMMANDS} - HIDDEN
    assert [action.text() for action in bar.actions()] == [menu.value for menu in Menu]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    icon = make_icon(name, load_theme("light"))
    assert isinstance(icon, QIcon)
    image = icon.pixmap(32, 32).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_icons_of_commands_are_in_the_table() -> None:
    assert {one.icon for one in COMMANDS if one.icon} <= set(NAMES)


def test_the_list_of_keys_names_every_key() -> None:
    listed = keys_help()
    for command in COMMANDS:
        if command.keys and command.id not in HIDDEN:
            assert plain(command.text) in listed
            assert key_text(command) in listed


def test_about_names_the_licences_and_parts() -> None:
    told = about_help()
    assert "MIT" in told
    assert "spacy" in told


def test_the_palette_finds_a_command_by_what_one_remembers() -> None:
    texts = [plain(command.text) for command in COMMANDS]
    assert texts[ranked("dark", texts)[0]] == "Dark colours"
    assert texts[ranked("larger", texts)[0]] == "Larger text"
    assert texts[ranked("past article", texts)[0]] == "Paste as article"
    assert texts[ranked("analize", texts)[0]] == "Analyse again"
    assert ranked("", texts) == list(range(len(texts)))


def test_the_palette_leaves_out_what_does_not_answer() -> None:
    texts = [plain(command.text) for command in COMMANDS]
    assert [texts[index] for index in ranked("anal", texts)] == ["Analyse again"]
    assert ranked("xyzzy", texts) == []
    claims = [texts[index] for index in ranked("claim", texts)]
    assert all("claim" in text.casefold() for text in claims)
    assert texts[ranked("next cl", texts)[0]] == "Next claim"


@pytest.mark.qt_log_ignore("does not support")
def test_the_program_has_its_icon(controls: Controls) -> None:
    assert not QApplication.windowIcon().isNull()
    controls.help.show_about()
    (about,) = controls.window.findChildren(HelpDialog)
    (shown,) = [label for label in about.findChildren(QLabel) if not label.pixmap().isNull()]
    assert shown.isVisible()
    about.close()


def test_the_palette_offers_what_can_be_done_now(controls: Controls) -> None:
    palette = CommandPalette(controls.actions, controls.window)
    assert "next-claim" not in palette.offered
    assert "open" in palette.offered
    palette.deleteLater()
