"""The bar shows the article in small, and a press on it asks for that place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from according.ui.page.overview import OverviewBar, Tick
from according.ui.theme import load_theme

THEME = load_theme("light")


@pytest.fixture
def bar(qtbot: QtBot) -> OverviewBar:
    bar = OverviewBar(THEME)
    qtbot.addWidget(bar)
    bar.resize(bar.width(), 200)
    bar.show()
    return bar


def test_a_tick_is_painted_at_its_place(bar: OverviewBar) -> None:
    bar.show_ticks([Tick(0.5, THEME.accent)])
    image = bar.grab().toImage()
    assert image.pixelColor(6, 100) == THEME.accent
    assert image.pixelColor(6, 40) == THEME.paper


def test_the_part_that_is_seen_is_shaded(bar: OverviewBar) -> None:
    bar.show_visible(0.5, 1.0)
    image = bar.grab().toImage()
    assert image.pixelColor(6, 20) == THEME.paper
    assert image.pixelColor(6, 150) != THEME.paper


def test_nothing_is_shaded_where_all_is_seen(bar: OverviewBar) -> None:
    bar.show_visible(0.0, 1.0)
    assert bar.grab().toImage().pixelColor(6, 150) == THEME.paper


def test_a_press_asks_for_its_place(bar: OverviewBar) -> None:
    asked: list[float] = []
    bar.jump_asked.connect(asked.append)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 50))
    assert asked == [0.25]
