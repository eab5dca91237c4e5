"""Hand work on who is who in the whole window: kept, followed, undone, and there again later."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according.domain.analysis import Analysis
from according.domain.entities import Entity, EntityKind
from according.domain.notes import CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import Span
from according.places import places
from according.ui.page.highlights import MarkKind
from according.ui.page.pointing import Target
from according.ui.window.controls import Controls
from tests import factories, windows

pytestmark = pytest.mark.qt_log_ignore("does not support")

TEXT = factories.article().text
DOUBTED = factories.within(TEXT, "Reyl said a new", "Reyl")
MARIA = factories.span_of(TEXT, "Maria Okonjo")


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Controls:
    found = windows.window(qapp, tmp_path)
    found.opening.show(factories.opened())
    qtbot.waitUntil(lambda: found.workspace.analysis is not None and found.jobs.idle)
    return found


def analysis(controls: Controls) -> Analysis:
    found = controls.workspace.analysis
    assert found is not None
    return found


def chosen(controls: Controls) -> Entity:
    found = controls.workspace.entity
    assert found is not None
    return found


def settle(controls: Controls, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: controls.jobs.idle)


def reopened(controls: Controls, tmp_path: Path) -> Reading:
    """What another start finds in the library."""
    reading = controls.workspace.reading
    assert reading is not None
    assert reading.id is not None
    copy = Path(tempfile.mkdtemp(dir=tmp_path))
    shutil.copytree(places(tmp_path).data, places(copy).data)
    services = windows.services(copy)
    try:
        return services.reading.reopen(reading.id)
    finally:
        services.close()


def test_a_name_is_kept_undone_and_done_again(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.workspace.choose(entity="e2", passage=MARIA)
    QTest.keyClick(controls.page, Qt.Key.Key_R)
    head = controls.panel.context.entity
    assert head is not None
    head.field.setText("Maria A. Okonjo")
    QTest.keyClick(head.field, Qt.Key.Key_Return)
    settle(controls, qtbot)
    assert chosen(controls).name == "Maria A. Okonjo"
    assert {one.name for one in analysis(controls).sources if one.entity == "e2"} == {
        "Maria A. Okonjo"
    }
    later = reopened(controls, tmp_path)
    assert later.analysis == analysis(controls)
    assert later.corrections[0].names == ("Maria A. Okonjo", "Maria Okonjo")
    assert controls.actions["undo"].text() == "&Undo renaming"
    controls.changes.undo()
    settle(controls, qtbot)
    assert chosen(controls).name == "Maria Okonjo"
    assert controls.status.said == "Undone: renaming"
    assert controls.panel.view == "context"
    controls.changes.redo()
    settle(controls, qtbot)
    assert chosen(controls).name == "Maria A. Okonjo"


def test_a_kind_is_kept(controls: Controls, qtbot: QtBot, tmp_path: Path) -> None:
    controls.workspace.choose(entity="e1")
    head = controls.panel.context.entity
    assert head is not None
    next(one for one in head.kinds.actions() if one.text() == "organisation").trigger()
    settle(controls, qtbot)
    assert chosen(controls).kind is EntityKind.ORGANISATION
    found = reopened(controls, tmp_path).analysis
    assert found is not None
    assert found.entity("e1").kind is EntityKind.ORGANISATION
    assert controls.actions["undo"].text() == "&Undo changing a kind"


def test_joined_entities_are_one_and_the_choice_goes_to_it(
    controls: Controls, qtbot: QtBot
) -> None:
    anna = factories.span_of(TEXT, "Anna Reyl")
    controls.workspace.choose(entity="e7", passage=anna)
    controls.panel.entities_joined.emit("e7", "e5")
    settle(controls, qtbot)
    assert all(one.id != "e7" for one in analysis(controls).entities)
    assert (chosen(controls).id, chosen(controls).name) == ("e5", "Tomas Reyl")
    assert len(chosen(controls).mentions) == 3
    assert controls.actions["undo"].text() == "&Undo joining two entities"
    controls.changes.undo()
    settle(controls, qtbot)
    assert chosen(controls).name == "Anna Reyl"
    assert len(analysis(controls).entity("e5").mentions) == 1


def test_a_choice_without_a_passage_is_joined_as_well(controls: Controls, qtbot: QtBot) -> None:
    controls.workspace.choose(entity="e7")
    controls.panel.entities_joined.emit("e7", "e5")
    settle(controls, qtbot)
    assert chosen(controls).id == "e5"


def test_a_doubt_is_settled_and_the_claims_go_along(
    controls: Controls, qtbot: QtBot, tmp_path: Path
) -> None:
    controls.workspace.choose(entity="e7", passage=DOUBTED)
    controls.panel.context.meant.emit("e7", (DOUBTED,), "Tomas Reyl")
    assert controls.status.said == "“Reyl” means Tomas Reyl now"
    settle(controls, qtbot)
    now = analysis(controls)
    assert [now.source(one).name for one in now.claim("c7").sources] == ["Tomas Reyl"]
    # The choice follows the words that the reader had before them.
    assert (chosen(controls).id, controls.workspace.selection.passage) == ("e5", DOUBTED)
    assert not any(one.doubtful for one in chosen(controls).mentions)
    assert reopened(controls, tmp_path).analysis == now
    assert controls.actions["undo"].text() == "&Undo saying who is meant"
    controls.changes.undo()
    settle(controls, qtbot)
    assert chosen(controls).id == "e7"
    assert chosen(controls).mentions[1].doubtful


def test_a_doubt_is_kept_and_taken_back(controls: Controls, qtbot: QtBot) -> None:
    controls.workspace.choose(entity="e7", passage=DOUBTED)
    controls.panel.context.meant.emit("e7", (DOUBTED,), "Anna Reyl")
    settle(controls, qtbot)
    assert not any(one.doubtful for one in chosen(controls).mentions)
    reading = controls.workspace.reading
    assert reading is not None
    (correction,) = reading.corrections
    assert correction.kind is CorrectionKind.SET_MENTION
    controls.panel.context.withdrawn.emit(correction.id)
    settle(controls, qtbot)
    assert chosen(controls).mentions[1].doubtful
    assert "taking back saying who is meant" in controls.actions["undo"].text()


def test_all_of_a_wording_is_one_step_and_somebody_new(controls: Controls, qtbot: QtBot) -> None:
    spans = tuple(one.span for one in analysis(controls).entity("e1").mentions)
    controls.workspace.choose(entity="e1", passage=spans[0])
    controls.panel.context.meant.emit("e1", spans, "The port company")
    settle(controls, qtbot)
    assert chosen(controls).name == "The port company"
    assert tuple(one.span for one in chosen(controls).mentions) == spans
    assert controls.changes.stack.count() == 1
    controls.changes.undo()
    settle(controls, qtbot)
    assert chosen(controls).name == "Port Ansel"


def test_an_entity_that_loses_only_some_mentions_stays_chosen(
    controls: Controls, qtbot: QtBot
) -> None:
    mentions = analysis(controls).entity("e2").mentions
    gone = (mentions[0].span, mentions[2].span)
    controls.workspace.choose(entity="e2")
    controls.panel.context.meant.emit("e2", gone, "Inga Dahl")
    settle(controls, qtbot)
    assert (chosen(controls).id, len(chosen(controls).mentions)) == ("e2", 1)


def test_the_menu_of_the_page_offers_what_can_be_said(controls: Controls) -> None:
    page = controls.page
    mark = next(one for one in page.marks_at(MARIA.start) if one.kind is MarkKind.MENTION)
    menu = page.context_menu(Target(marks=(mark,)))
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert {"Rename entity…", "Entity is the same as…"} <= set(texts)
    menu.actions()[texts.index("Rename entity…")].trigger()
    assert chosen(controls).id == "e2"
    head = controls.panel.context.entity
    assert head is not None
    assert not head.field.isHidden()
    plain = page.context_menu(Target())
    assert "Rename entity…" not in [one.text().replace("&", "") for one in plain.actions()]


def test_a_command_without_an_entity_says_what_to_do(controls: Controls) -> None:
    controls.workspace.choose()
    controls.actions["same-entity"].trigger()
    assert controls.status.said == "Choose a name first, with e or a click"


def test_one_key_asks_who_is_meant_by_a_doubtful_name(controls: Controls, qtbot: QtBot) -> None:
    controls.workspace.choose(entity="e7", passage=DOUBTED)
    QTest.keyClick(controls.page, Qt.Key.Key_W)
    mentions = controls.panel.context.mentions
    assert mentions is not None
    assert mentions.chooser is not None
    assert mentions.chooser.offered[0].startswith("Tomas Reyl")
    QTest.keyClick(mentions.chooser.field, Qt.Key.Key_Return)
    settle(controls, qtbot)
    qtbot.waitUntil(lambda: controls.workspace.selection.entity == "e5")
    settle(controls, qtbot)
    assert Span(DOUBTED.start, DOUBTED.end) in [one.span for one in chosen(controls).mentions]
