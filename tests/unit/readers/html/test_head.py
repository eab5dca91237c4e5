from __future__ import annotations

from datetime import date

import pytest

from according.readers.html.facts import Facts
from according.readers.html.head import PageHead, head_of
from according.readers.html.rows import Row, rows_of
from according.readers.html.tree import tree_of

BODY = "<p>The lock at Aldham will close for repairs in June, the canal trust said on Monday.</p>"
TITLE = "Lock at Aldham to close in June"
FACTS = Facts(title=TITLE)


def head(above: str, facts: Facts = FACTS) -> tuple[PageHead, tuple[Row, ...]]:
    root = tree_of(f"<html><body>{above}{BODY}</body></html>")
    assert root is not None
    rows = rows_of(root)
    kept = [row.text.startswith("The lock at") for row in rows]
    return head_of(rows, kept, facts), rows


def texts(at: list[int], rows: tuple[Row, ...]) -> list[str]:
    return [rows[one].text for one in at]


def test_the_headline_is_the_heading_nearest_above_the_body() -> None:
    found, rows = head(f"<nav><a>{TITLE}</a></nav><h1>{TITLE}</h1>")
    assert found.title is not None
    assert rows[found.title].tag == "h1"


def test_byline_and_date_are_told_apart_and_read() -> None:
    found, rows = head(f"<h1>{TITLE}</h1><p>By Ann Harrow</p><p>3 May 2021</p>")
    assert texts(found.bylines, rows) == ["By Ann Harrow"]
    assert texts(found.datelines, rows) == ["3 May 2021"]
    assert (found.names, found.published) == (["Ann Harrow"], date(2021, 5, 3))


def test_a_date_behind_the_name_is_read_too() -> None:
    found, _ = head(f"<h1>{TITLE}</h1><p>By Ann Harrow, 3 May 2021</p>")
    assert (found.names, found.published) == (["Ann Harrow"], date(2021, 5, 3))


def test_a_name_that_the_markup_tells_makes_a_line_the_byline() -> None:
    found, rows = head(f"<h1>{TITLE}</h1><p>Ann Harrow</p>", Facts(TITLE, names=("Ann Harrow",)))
    assert texts(found.bylines, rows) == ["Ann Harrow"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Boats have to wait until the trust has found the money for new gates.", True),
        ("Boats have to wait until the trust finds new money for the gates", True),
        ("Ann Harrow and Bo Lund Aldham Evening Courier", False),
        ("Posted on Monday 3 May 2021 in News And Canals", False),
        ("Boats will wait", False),
    ],
)
def test_the_line_below_the_headline_is_the_standfirst_if_it_tells_something(
    line: str, *, leads: bool
) -> None:
    found, rows = head(f"<h1>{TITLE}</h1><p>{line}</p>")
    assert texts(found.standfirst, rows) == ([line] if leads else [])


def test_the_pages_own_description_is_the_standfirst() -> None:
    line = "New gates are needed at the lock before the autumn boats"
    found, rows = head(
        f"<h1>{TITLE}</h1><p>By Ann Harrow</p><div>Share</div><p>{line}</p>",
        Facts(TITLE, description=line),
    )
    assert texts(found.standfirst, rows) == [line]
