"""Each scheme is complete, and readable: text 4.5:1 on every ground, marks 3:1 on paper."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication

from according.domain.claims import Level
from according.domain.entities import EntityKind
from according.ui import theme as themes
from according.ui.theme import NARRATOR, Theme, load_theme, reading_font, system_theme

NAMES = (
    "colour-blind-dark",
    "colour-blind-light",
    "dark",
    "high-contrast-dark",
    "high-contrast-light",
    "light",
)
MARKS = (*Level, NARRATOR)

DICHROMACY = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB."""


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_all_schemes_are_shipped() -> None:
    assert themes.theme_names() == NAMES


def test_the_schemes_have_the_same_tokens() -> None:
    assert len({frozenset(load_theme(name).tokens) for name in NAMES}) == 1


def test_a_scheme_says_what_it_is(theme: Theme) -> None:
    assert theme.dark is theme.name.endswith("dark")
    assert (lightness(theme.paper) < 0.2) is theme.dark
    assert theme.high_contrast is theme.name.startswith("high-contrast")


def test_the_inks_read_on_every_ground_and_fill(theme: Theme) -> None:
    grounds = [theme.paper, theme.panel, theme.card, theme.accent_soft, theme.chosen, theme.hit]
    grounds += [theme.fill(level) for level in Level]
    grounds += [theme.entity_fill(kind) for kind in EntityKind]
    for ground in grounds:
        for ink in (theme.text, theme.standfirst, theme.certainty, theme.accent):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


def test_muted_text_reads_on_the_grounds(theme: Theme) -> None:
    for ground in (theme.paper, theme.panel, theme.card):
        assert contrast(theme.muted, ground) >= 4.5, ground.name()


def test_marks_stand_out_from_the_paper(theme: Theme) -> None:
    marks = [theme.stripe(mark) for mark in MARKS] + [theme.entity(kind) for kind in EntityKind]
    for mark in [*marks, theme.chosen_line, theme.accent]:
        assert contrast(mark, theme.paper) >= 3, mark.name()


def test_high_contrast_means_more_of_it() -> None:
    for shade in ("light", "dark"):
        theme = load_theme(f"high-contrast-{shade}")
        assert contrast(theme.text, theme.paper) >= 15
        assert min(contrast(theme.stripe(mark), theme.paper) for mark in MARKS) >= 6


@pytest.mark.parametrize("name", ["colour-blind-light", "colour-blind-dark"])
@pytest.mark.parametrize("deficiency", sorted(DICHROMACY))
def test_levels_stay_apart_without_red_or_green(name: str, deficiency: str) -> None:
    theme = load_theme(name)
    seen = [lab(as_seen(theme.stripe(level), deficiency)) for level in Level]
    assert min(distance(one, other) for one, other in combinations(seen, 2)) >= 18


def test_the_system_decides_between_light_and_dark(qapp: QGuiApplication) -> None:
    hints = qapp.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        followed = hints.colorScheme() is Qt.ColorScheme.Dark
        assert system_theme(qapp).name == ("dark" if followed else "light")
    finally:
        hints.unsetColorScheme()
    assert system_theme(qapp).name == "light"


def test_the_article_has_its_own_face(qapp: QGuiApplication) -> None:
    font = reading_font(21)
    assert QFontInfo(font).family() == themes.READING_FAMILY
    assert font.pixelSize() == 21


def linear(color: QColor) -> tuple[float, float, float]:
    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(color.redF()), one(color.greenF()), one(color.blueF())


def lightness(color: QColor) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def as_seen(color: QColor, deficiency: str) -> tuple[float, ...]:
    light = linear(color)
    return tuple(
        max(0.0, min(1.0, sum(a * b for a, b in zip(row, light, strict=True))))
        for row in DICHROMACY[deficiency]
    )


def lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    def root(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    red, green, blue = light
    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)
