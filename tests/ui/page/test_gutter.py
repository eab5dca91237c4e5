"""Stripes lie beside the lines of their claims, apart from one another, each in its pattern."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from according.domain.claims import Level
from according.ui.page.gutter import (
    Glyph,
    Stripe,
    column_left,
    column_right,
    glyphs,
    lanes,
    paint_note,
    paint_stripe,
    stripes,
)
from according.ui.page.page import Page
from according.ui.page.typesetting import LANES
from according.ui.theme import load_theme
from according.ui.workspace import Workspace
from tests.factories import reading


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        ([(0, 1), (2, 4)], [0, 0]),
        ([(0, 2), (2, 3)], [0, 1]),
        ([(0, 5), (1, 2), (3, 4)], [0, 1, 1]),
        ([(0, 9)] * 5, [0, 1, 2, LANES - 1, LANES - 1]),
        ([], []),
    ],
)
def test_stripes_that_share_a_line_lie_apart(
    lines: list[tuple[int, int]], given: list[int]
) -> None:
    assert lanes(lines) == given


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    workspace = Workspace()
    workspace.show(reading())
    page = Page(workspace, load_theme("light"))
    qtbot.addWidget(page)
    page.resize(928, 1200)
    page.show()
    return page


def all_stripes(page: Page) -> dict[str, Stripe]:
    return {stripe.claim: stripe for stripe in stripes(page.sheet, top=0, bottom=9000)}


def test_every_claim_has_a_stripe_left_of_the_text(page: Page) -> None:
    found = all_stripes(page)
    assert len(found) == len(page.workspace.analysis.claims)  # type: ignore[union-attr]
    assert all(stripe.rect.right() < column_left(page.sheet) for stripe in found.values())
    assert all(stripe.rect.left() > 0 for stripe in found.values())


def test_a_stripe_is_as_high_as_its_lines(page: Page) -> None:
    found = all_stripes(page)
    assert found["c3"].rect.height() > 1.5 * found["c8"].rect.height()
    assert found["c2"].lane != found["c3"].lane, "they share a line"


def test_stripes_and_glyphs_grow_with_the_text(page: Page) -> None:
    stripe = all_stripes(page)["c1"].rect
    (glyph, *_) = glyphs(page.sheet, top=0, bottom=9000)
    page.zoom(200)
    grown = all_stripes(page)["c1"].rect
    (larger, *_) = glyphs(page.sheet, top=0, bottom=9000)
    assert grown.width() == 2 * stripe.width()
    assert larger.rect.width() == 2 * glyph.rect.width()
    assert larger.rect.right() < page.viewport().width()
    assert min(one.rect.left() for one in all_stripes(page).values()) > 0


def test_the_level_of_a_stripe(page: Page) -> None:
    found = all_stripes(page)
    assert (found["c4"].level, found["c1"].level) == (Level.POSSIBLE, None)


def test_notes_have_their_glyph_right_of_the_text(page: Page) -> None:
    found = {glyph.note: glyph for glyph in glyphs(page.sheet, top=0, bottom=9000)}
    assert {note: glyph.firm for note, glyph in found.items()} == {"n1": True, "n2": False}
    assert all(fits(page, glyph) for glyph in found.values())


@pytest.mark.parametrize("width", [320, 500, 1600])
def test_the_margins_hold_what_stands_in_them(page: Page, width: int) -> None:
    page.resize(width, 800)
    assert all(stripe.rect.left() > 0 for stripe in all_stripes(page).values())
    assert all(fits(page, glyph) for glyph in glyphs(page.sheet, top=0, bottom=9000))


def fits(page: Page, glyph: Glyph) -> bool:
    edge = page.viewport().width()
    return column_right(page.sheet) < glyph.rect.left() and glyph.rect.right() < edge


def test_each_level_has_a_pattern_of_its_own() -> None:
    """Without its colour, each stripe still looks different."""
    theme = load_theme("light")
    seen = set()
    for level in (*Level, None):
        image = blank()
        painter = QPainter(image)
        paint_stripe(painter, QRectF(8, 4, 4, 50), level, theme)
        painter.end()
        grounds = theme.paper.rgb()
        seen.add(
            tuple(image.pixel(x, y) != grounds for y in range(image.height()) for x in range(20))
        )
    assert len(seen) == len(Level) + 1


def test_a_note_to_be_checked_is_hollow() -> None:
    theme = load_theme("light")
    middles = []
    for firm in (True, False):
        image = blank()
        painter = QPainter(image)
        paint_note(painter, QRectF(4, 4, 12, 12), theme, firm=firm)
        painter.end()
        middles.append(image.pixelColor(9, 9))
    assert middles == [theme.accent, theme.paper]


def blank() -> QImage:
    image = QImage(20, 60, QImage.Format.Format_RGB32)
    image.fill(load_theme("light").paper)
    return image
