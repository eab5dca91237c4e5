"""The window with the table: it leads to claims and sources, and follows the article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from according.domain.reading import Reading
from according.ui.panel.segments import PanelView
from according.ui.style import Look
from according.ui.theme import load_theme
from according.ui.window.controls import Controls
from according.ui.window.sources_table import SourcesTableDialog
from tests import factories, windows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def controls(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Controls:
    shown = windows.window(qapp, tmp_path)
    shown.opening.show(factories.opened())
    qtbot.waitUntil(lambda: shown.workspace.analysis is not None and shown.jobs.idle)
    return shown


@pytest.fixture
def dialog(controls: Controls) -> SourcesTableDialog:
    controls.actions["sources-table"].trigger()
    shown = controls.tabulating.dialog
    assert shown is not None
    assert shown.isVisible()
    return shown


def _current(dialog: SourcesTableDialog) -> tuple[str, str]:
    """Name and claim of the current cell."""
    index = dialog.table.currentIndex()
    assert dialog.model is not None
    return dialog.model.rows[index.row()].name, dialog.model.claims[index.column()].id


def test_the_link_in_the_panel_opens_it(controls: Controls) -> None:
    controls.panel.sources.table_asked.emit()
    assert controls.tabulating.dialog is not None
    assert controls.tabulating.dialog.table.model() is not None


def test_enter_goes_to_the_claim_of_the_cell(
    controls: Controls, dialog: SourcesTableDialog
) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    assert "Claim 3, probable, said by Maria Okonjo" in dialog.told.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert controls.workspace.selection.claim == "c2"
    assert dialog.isVisible()


def test_a_name_leads_to_its_card(controls: Controls, dialog: SourcesTableDialog) -> None:
    dialog.table.verticalHeader().sectionClicked.emit(3)
    assert controls.workspace.selection.source == "s6"
    assert controls.panel.view is PanelView.SOURCES
    assert controls.panel.sources.cards["s6"].opened


def test_it_follows_the_claim_that_is_chosen_elsewhere(
    controls: Controls, dialog: SourcesTableDialog
) -> None:
    controls.workspace.choose(claim="c6")
    assert _current(dialog) == ("Calder Freight", "c6")


def test_a_note_saved_meanwhile_leaves_the_cell_where_it_was(
    controls: Controls, dialog: SourcesTableDialog
) -> None:
    controls.workspace.choose(claim="c6")
    reading = controls.workspace.reading
    assert reading is not None
    controls.workspace.show(replace(reading, notes=factories.reading().notes))
    assert _current(dialog) == ("Calder Freight", "c6")


def test_an_article_without_claims_says_so(
    controls: Controls, dialog: SourcesTableDialog, qtbot: QtBot
) -> None:
    controls.opening.show(factories.opened(factories.plain("Nothing is said here.")))
    qtbot.waitUntil(lambda: controls.workspace.analysis is not None and controls.jobs.idle)
    assert "no claims" in dialog.told.text()
    assert dialog.table.model() is None


def test_it_takes_theme_and_text_size(controls: Controls, dialog: SourcesTableDialog) -> None:
    before = dialog.table.horizontalHeader().sectionSize(0)
    controls.page.zoom(200)
    assert dialog.table.horizontalHeader().sectionSize(0) > 1.5 * before
    controls.choose_theme("dark")
    assert load_theme("dark").card.name() in dialog.table.styleSheet()


def test_a_hundred_claims_and_forty_sources_fit(qtbot: QtBot, controls: Controls) -> None:
    dialog = SourcesTableDialog(Look(load_theme("light"), 2.0), controls.window)
    qtbot.addWidget(dialog)
    dialog.show_reading(_crowded())
    dialog.show()
    assert dialog.model is not None
    assert (dialog.model.rowCount(), dialog.model.columnCount()) == (41, 100)
    assert dialog.width() <= dialog.screen().availableGeometry().width()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert _current(dialog)[1] == "k99"


def _crowded() -> Reading:
    reading = factories.reading()
    analysis = factories.analysis()
    source, claim, paper = analysis.source("s1"), analysis.claim("c2"), analysis.claim("c1")
    sources = tuple(
        replace(source, id=f"p{n}", name=f"Maria Okonjo the {n}th of her name") for n in range(40)
    )
    claims = tuple(replace(claim, id=f"k{n}", sources=(f"p{n % 40}",)) for n in range(99))
    analysis = replace(
        analysis, sources=sources, claims=(*claims, replace(paper, id="k99")), links=(), phrases=()
    )
    return replace(reading, analysis=analysis)
