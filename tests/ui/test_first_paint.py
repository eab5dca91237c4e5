"""The first paint: what it leaves for later, and that what follows changes nothing it showed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QFrame, QToolTip
from pytestqt.qtbot import QtBot

from according.places import seed
from according.ui.appearance import Appearance
from according.ui.page.page import Page
from according.ui.page.tips import Tips
from according.ui.theme import load_theme, palette_shade
from according.ui.workspace import Workspace
from tests.factories import reading

LIGHT = load_theme("light")

STARTED = """
import sys
from pathlib import Path
import PySide6.QtCore, PySide6.QtWidgets
from according.readers.read import load
from according.places import places
from according.settings import Settings
from according.ui.appearance import Appearance
from according.ui.application import Application
from according.ui.window.main_window import MainWindow
from according.ui.window.remembering import Memory

app = Application()
window = MainWindow(
    Memory(places(Path(sys.argv[2])), Settings()), Appearance(app, "system", last="light")
)
window.show_first(load(Path(sys.argv[1])))

def tell():
    kinds = sum(isinstance(one, type) for one in vars(PySide6.QtWidgets).values())
    print("Qt" in vars(PySide6.QtCore), kinds, "according.ui.page.marks" in sys.modules)
    app.quit()

window.page.painted.connect(tell)
window.show()
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system is asked")
def test_the_text_shows_before_all_enums_and_kinds_of_widget_are_made(tmp_path: Path) -> None:
    article = min(seed("articles").glob("*.txt"))
    ran = subprocess.run(
        [sys.executable, "-c", STARTED, str(article), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    enums, kinds, marks = ran.stdout.split()

    assert (enums, marks) == ("False", "False")
    assert int(kinds) < 40  # of about 180


def test_the_numbers_are_those_of_the_names(qtbot: QtBot) -> None:
    page = Page(Workspace(), LIGHT)
    qtbot.addWidget(page)
    flags = Qt.TextInteractionFlag

    assert page.frameShape() is QFrame.Shape.NoFrame
    assert page.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert page.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert page.textInteractionFlags() == (
        flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
    )


@pytest.mark.parametrize("choice", ["light", "dark", "system"])
def test_the_expected_scheme_is_the_one_that_is_settled_on(
    qapp: QGuiApplication, choice: str
) -> None:
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        qapp.styleHints().setColorScheme(scheme)
        expected = Appearance(qapp, choice, last="")
        theme = expected.theme
        expected.settle()
        assert expected.theme == theme == Appearance(qapp, choice).theme
    qapp.styleHints().unsetColorScheme()


def test_a_choice_sets_the_scheme_of_the_system_dialogs(qapp: QGuiApplication) -> None:
    hints = qapp.styleHints()
    appearance = Appearance(qapp, "system")
    for choice, scheme in (("dark", Qt.ColorScheme.Dark), ("light", Qt.ColorScheme.Light)):
        hints.setColorScheme(scheme)  # which not every platform follows
        followed, shade = hints.colorScheme(), palette_shade(qapp)
        hints.unsetColorScheme()
        appearance.choose(choice)
        assert (hints.colorScheme(), palette_shade(qapp)) == (followed, shade)
    hints.unsetColorScheme()


def test_the_wish_for_contrast_of_last_time_is_expected_again(qapp: QGuiApplication) -> None:
    appearance = Appearance(qapp, "system", last="high-contrast-light")
    heard: list[str] = []
    appearance.changed.connect(lambda theme: heard.append(theme.name))

    if sys.platform.startswith("linux"):
        assert appearance.theme.high_contrast
    appearance.settle()

    assert not appearance.theme.high_contrast  # this system has no such wish
    assert heard in ([], [appearance.theme.name])


def test_the_text_stays_where_it_was_first_painted(qtbot: QtBot) -> None:
    workspace = Workspace()
    page = Page(workspace, LIGHT)
    qtbot.addWidget(page)
    page.resize(900, 700)
    workspace.show(reading())
    places: list[float] = []
    page.painted.connect(lambda: places.append(page.scroller.line(200).top()))
    page.show()
    qtbot.waitUntil(lambda: bool(places))
    qtbot.waitUntil(page.viewport().hasMouseTracking)

    assert page.scroller.line(200).top() == places[0]


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_resting_pointer_is_told_what_lies_under_it(qtbot: QtBot) -> None:
    workspace = Workspace()
    page = Page(workspace, LIGHT)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    workspace.show(reading())
    Tips(page)
    analysis = workspace.analysis
    assert analysis is not None
    claim = analysis.claims[0]
    page.reveal(claim.content[0])
    line = page.scroller.line(claim.start)
    point = QPoint(round(line.left()) + 30, round(line.center().y()) - page.scroller.top)

    _ask(page.viewport(), point)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == page.tip(page.target(point.toPointF()))

    _ask(page.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def _ask(viewport: QObject, point: QPoint) -> None:
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, point))
