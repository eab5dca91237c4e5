"""The card that asks for an entity: what it offers first, and what the keys take."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from according.domain.entities import EntityKind
from according.ui.panel.entity_chooser import EntityChooser, nearest
from according.ui.panel.entity_work import wordings
from according.ui.style import Look
from according.ui.theme import load_theme
from tests import factories

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LOOK = Look(load_theme("light"))
ANALYSIS = factories.analysis()
ANNA = ANALYSIS.entity("e7")


@pytest.fixture
def chooser(qtbot: QtBot) -> EntityChooser:
    shown = EntityChooser(ANALYSIS, ANNA, LOOK, "Who?", new=True)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _chosen(chooser: EntityChooser) -> list[str]:
    found: list[str] = []
    chooser.entity_chosen.connect(lambda one: found.append(f"entity {one}"))
    chooser.name_chosen.connect(lambda name: found.append(f"name {name}"))
    return found


def test_those_of_a_like_name_come_first_and_dates_last() -> None:
    order = nearest(ANALYSIS, ANNA)
    assert order[0].name == "Tomas Reyl"
    assert order[1].kind is EntityKind.PERSON
    assert order[-1].kind is EntityKind.DATE
    assert ANNA not in order
    assert nearest(ANALYSIS, ANNA, ("e4",))[0].id == "e4"


def test_enter_takes_the_marked_line(chooser: EntityChooser, qtbot: QtBot) -> None:
    chosen = _chosen(chooser)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == ["entity e5"])


def test_the_arrow_keys_move_the_mark_round(chooser: EntityChooser, qtbot: QtBot) -> None:
    chosen = _chosen(chooser)
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == ["entity e2"])


def test_typing_finds_by_parts_of_the_name(chooser: EntityChooser, qtbot: QtBot) -> None:
    chosen = _chosen(chooser)
    QTest.keyClicks(chooser.field, "wire nor")
    assert [one.split(",")[0] for one in chooser.offered] == [
        "Northern Wire",
        "Somebody new: “wire nor”",
    ]
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == ["entity e6"])


def test_a_name_that_nobody_has_makes_somebody_new(chooser: EntityChooser, qtbot: QtBot) -> None:
    chosen = _chosen(chooser)
    QTest.keyClicks(chooser.field, "  Inga   Dahl ")
    assert chooser.offered == ("Somebody new: “Inga Dahl”",)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == ["name Inga Dahl"])


def test_the_exact_name_of_another_is_no_new_one(chooser: EntityChooser) -> None:
    QTest.keyClicks(chooser.field, "tomas reyl")
    assert chooser.offered == ("Tomas Reyl, person, Transport minister",)


def test_nobody_new_where_that_makes_no_sense(qtbot: QtBot) -> None:
    chooser = EntityChooser(ANALYSIS, ANNA, LOOK, "Which?")
    qtbot.addWidget(chooser)
    QTest.keyClicks(chooser.field, "Inga Dahl")
    assert chooser.offered == ()
    chosen = _chosen(chooser)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chosen == []


def test_more_than_a_few_are_shown_on_demand(chooser: EntityChooser) -> None:
    assert len(chooser.offered) == 6
    assert chooser.more.text() == "1 more"
    chooser.more.click()
    assert len(chooser.offered) == 7
    assert chooser.more.isHidden()


def test_escape_gives_up(chooser: EntityChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.given_up):
        QTest.keyClick(chooser.field, Qt.Key.Key_Escape)


def test_the_question_comes_after_the_words_are_marked(qtbot: QtBot) -> None:
    text = factories.article().text
    engineer = ANALYSIS.entity("e2")
    chooser = EntityChooser(
        ANALYSIS, engineer, LOOK, "Who?", new=True, parts=wordings(engineer, text)
    )
    qtbot.addWidget(chooser)
    chooser.show()
    assert not chooser.field.isVisibleTo(chooser)
    assert [one.words for one in chooser.parts.values()] == ["engineer", "Maria Okonjo", "she"]
    chip = next(chip for chip, one in chooser.parts.items() if one.words == "she")
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chooser.field.isVisibleTo(chooser)
    assert [one.words for one in chooser.spoken_of] == ["she"]
