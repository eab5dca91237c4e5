"""Marks stand under their words and nowhere else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from according.domain.reading import Reading
from according.domain.spans import Span
from according.ui.page.highlights import Mark, MarkIndex, MarkKind
from according.ui.page.marks import WIDER, Sheet, lines_of, rects_of, visible_rows
from according.ui.page.page import Page
from according.ui.theme import load_theme
from according.ui.workspace import Workspace
from tests.factories import plain, reading, span_of

LIGHT = load_theme("light")
TEXT = reading().article.text


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    workspace = Workspace()
    workspace.show(reading())
    page = Page(workspace, LIGHT)
    qtbot.addWidget(page)
    page.resize(928, 1000)
    page.show()
    return page


def rects(page: Page, span: Span) -> list[QRectF]:
    number = page.page_map.row_of(span.start)
    assert number is not None
    return rects_of(page.sheet, number, Mark(span, MarkKind.HIT))


def underline(page: Page, words: str) -> set[str]:
    """The colours along the underline of a mention."""
    (rect,) = rects(page, span_of(TEXT, words))
    image = page.viewport().grab().toImage()
    y = round(rect.bottom() - 1.55) - 1
    return {
        image.pixelColor(x, y).name() for x in range(int(rect.left()) + 3, int(rect.right()) - 3)
    }


def test_a_mark_over_several_lines_has_a_rectangle_each(page: Page) -> None:
    found = rects(
        page,
        span_of(TEXT, "The swing bridge at Port Ansel was closed on Sunday after inspectors found"),
    )
    assert len(found) == 2
    assert found[0].bottom() < found[1].top()


def test_a_mark_does_not_reach_over_the_space_at_the_end_of_a_line(page: Page) -> None:
    text = TEXT.index("inspectors found")
    first, _ = rects(page, Span(text, text + len("inspectors found")))
    (alone,) = rects(page, Span(text, text + len("inspectors")))
    assert first.right() == alone.right()


def test_a_mark_has_no_place_on_another_row(page: Page) -> None:
    span = span_of(TEXT, "Port Ansel")
    number = page.page_map.row_of(span.start)
    assert number is not None
    assert rects_of(page.sheet, number + 1, Mark(span, MarkKind.HIT)) == []


def test_the_lines_of_a_mark(page: Page) -> None:
    span = span_of(TEXT, "she")
    number = page.page_map.row_of(span.start)
    assert number is not None
    assert lines_of(page.sheet, number, Mark(span, MarkKind.HIT)) == (2, 2)


def test_a_name_is_underlined_and_an_inferred_mention_dashed(page: Page) -> None:
    color = LIGHT.entity(page.workspace.analysis.entity("e6").kind).name()  # type: ignore[union-attr]
    assert underline(page, "Northern Wire") == {color}
    dashed = underline(page, "Freight company")
    assert {color, LIGHT.paper.name()} <= dashed


def test_an_outline_ends_with_its_words(page: Page) -> None:
    passage = span_of(TEXT, "Sunday")
    page.workspace.choose(passage=passage)
    (rect,) = rects(page, passage)
    image = page.viewport().grab().toImage()
    heights = range(round(rect.top()) + 4, round(rect.bottom()) - 4)

    def inked(x: int) -> bool:
        """Whether an upright line stands there, be it only a faint one."""
        return all(
            image.pixelColor(x, y).lightness() < LIGHT.paper.lightness() - 8 for y in heights
        )

    end = round(rect.right() - WIDER)
    assert inked(end - 1) or inked(end)
    assert not inked(end + 1)
    assert not inked(end + 2)


def test_only_visible_rows_are_walked(page: Page) -> None:
    page.workspace.show(Reading("long", plain(*[f"Paragraph {n}." for n in range(500)])))
    walked = [number for number, _ in visible_rows(page.sheet, 9000, 9500)]
    assert 8 <= len(walked) <= 14
    assert walked == list(range(walked[0], walked[-1] + 1))


def test_a_page_without_rows_has_no_marks(page: Page) -> None:
    page.workspace.show(None)
    sheet = page.sheet
    assert sheet.on_row(0) == []
    empty = Sheet(page.document(), page.page_map, (MarkIndex(),))
    assert empty.on_row(5) == []
