"""What stands on the page: blocks, one line of metadata, and rows for what is folded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from according.domain.article import BlockKind
from according.readers.printed_dates import find_date
from according.ui.page.rows import RowKind, metadata_row, rows_of
from tests.factories import article, plain

FURNITURE = [
    (BlockKind.HEADLINE, "Ferry back", None),
    (BlockKind.BOILERPLATE, "Share this", "sharing"),
    (BlockKind.BYLINE, "Ruth Tallis", None),
    (BlockKind.BOILERPLATE, "12 comments", "comment count"),
    (BlockKind.BOILERPLATE, "15 comments", "comment count"),
    (BlockKind.PARAGRAPH, "The ferry runs again.", None),
    (BlockKind.BOILERPLATE, "Related: boats", "related link"),
]


def test_the_rows_of_an_article_in_order() -> None:
    kinds = [row.kind for row in rows_of(article())]
    block = RowKind.BLOCK
    assert kinds == [block, block, RowKind.METADATA, RowKind.FOLDED, *[block] * 7, RowKind.FOLDED]


def test_metadata_is_one_line() -> None:
    row = metadata_row(article())
    assert row is not None
    assert row.text == "Ruth Tallis · Harbour Post · Monday 3 March 2025, 08:15\u00a0GMT"
    assert row.text[: row.lead] == "Ruth Tallis"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Updated 4:15 PM EDT, May 3, 2025", "16:15\u00a0EDT"),
        ("Updated 4:15 p.m. EDT May 3, 2025", "16:15\u00a0EDT"),
        ("Published May 3, 2025 4:15PM (ET)", "16:15\u00a0ET"),
        ("4PM BST, 3 May 2025", "16:00\u00a0BST"),
        ("May 3, 2025, 4:15 PM", "16:15"),
        ("2025-05-03T16:15:00Z", "16:15\u00a0UTC"),
    ],
)
def test_the_time_has_the_zone_that_is_printed(printed: str, shown: str) -> None:
    found = find_date(printed)
    assert found is not None
    story = [(BlockKind.DATELINE, printed, None), (BlockKind.PARAGRAPH, "One.", None)]
    row = metadata_row(replace(article(story), published=found.value))
    assert row is not None
    assert row.text.endswith(f"Saturday 3 May 2025, {shown}")


def test_metadata_without_a_time_or_authors() -> None:
    row = metadata_row(replace(plain("One."), published=date(2025, 3, 9)))
    assert row is not None
    assert (row.text, row.lead) == ("Sunday 9 March 2025", 0)


def test_what_the_reader_could_not_tell_stays_as_printed() -> None:
    story = [(BlockKind.BYLINE, "By our  staff", None), (BlockKind.PARAGRAPH, "One.", None)]
    row = metadata_row(replace(article(story), byline=(), published=None, publisher=None))
    assert row is not None
    assert row.text == "By our staff"


def test_no_metadata_no_row() -> None:
    assert [row.kind for row in rows_of(plain("One.", "Two."))] == [RowKind.BLOCK] * 2


def test_a_byline_parts_no_fold() -> None:
    rows = rows_of(article(FURNITURE))
    folded = [row for row in rows if row.kind is RowKind.FOLDED]
    assert [row.blocks for row in folded] == [(1, 3, 4), (6,)]
    assert folded[0].text == "▸ 3 paragraphs folded: sharing, comment count"
    assert folded[1].text == "▸ 1 paragraph folded: related link"
    assert rows[1].kind is RowKind.METADATA


def test_unfolded_blocks_are_shown_under_a_row_that_hides_them() -> None:
    rows = rows_of(article(FURNITURE), frozenset({1, 3, 4}))
    assert [row.kind for row in rows[2:6]] == [RowKind.UNFOLDED, *[RowKind.BLOCK] * 3]
    assert [row.text for row in rows[3:6]] == ["Share this", "12 comments", "15 comments"]
    assert rows[3].shape is BlockKind.BOILERPLATE


def test_a_run_that_is_partly_open_falls_into_its_parts() -> None:
    rows = rows_of(article(FURNITURE), frozenset({3}))
    assert [row.blocks for row in rows if row.kind is RowKind.FOLDED] == [(1,), (4,), (6,)]
    assert [row.blocks for row in rows if row.kind is RowKind.UNFOLDED] == [(3,)]


def test_characters_that_would_break_a_row_are_replaced_one_for_one() -> None:
    (row,) = rows_of(plain("one\ntwo\u2029three\ufffcfour\u00a0five"))
    assert row.text == "one two three\ufffdfour\u00a0five"
