"""Whole pages, each with the kind of every block that is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from according.readers.markup import read_html
from according.readers.page import Page

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Page:
    return read_html((PAGES / f"{name}.html").read_bytes(), f"{name}.html")


@pytest.mark.parametrize("name", ["ferry", "reservoir"])
def test_each_block_has_its_kind(name: str) -> None:
    told = [
        f"{line.kind.value}{f' ({line.reason})' if line.reason else ''}\t{line.text}"
        for line in page(name).lines
    ]
    assert told == (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_facts_come_from_the_linked_data() -> None:
    assert page("ferry")[1:] == (
        "Ferry to Skerra will sail again in May, operator says",
        ("Morag Tulloch", "Ewan Pirie"),
        datetime(2023, 3, 14, 7, 45, tzinfo=UTC),
        "The Lorne Herald",
        "en",
        "https://www.lorneherald.example/news/ferry-skerra-may",
    )


def test_facts_come_from_the_print_where_the_markup_has_none() -> None:
    assert page("reservoir")[1:] == (
        "Reservoir levels fall to lowest since 1996",
        ("Nora Vance",),
        date(2019, 9, 3),
        "Calder Wire",
        "en",
        None,
    )
