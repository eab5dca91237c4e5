"""The project's own gold articles are marked soundly, and keep their marks in every style."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest

from tests.benchmarks.gold_articles import FOLDER, PIECE, Row, Style, gold_articles, restyled

ROWS = gold_articles()
STYLES: tuple[Style, ...] = get_args(Style)
each_article = pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])

OTHER_SIGNS = {
    "curly-double": "\"'",
    "curly-single": "\"'",
    "straight-double": "“”‘’",
    "straight-single": "“”‘’",
}


def pieces(row: Row) -> list[tuple[str, int, int]]:
    return [
        (role, start, end)
        for attribution in row["attributions"]
        for role in ("source", "cue", "content")
        for start, end in attribution[role]
    ]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_there_are_enough_of_them() -> None:
    assert len(ROWS) == len(list(FOLDER.glob("*.txt"))) >= 14
    assert sum(len(row["attributions"]) for row in ROWS) >= 280


@each_article
def test_the_row_has_the_form_of_the_data_files(row: Row) -> None:
    assert list(row) == ["id", "publisher", "date", "title", "text", "attributions"]
    assert row["text"].startswith(row["title"] + "\n\n")
    assert row["publisher"]
    assert date.fromisoformat(row["date"])
    assert all(
        list(attribution) == ["id", "source", "cue", "content"]
        for attribution in row["attributions"]
    )


@each_article
def test_every_attribution_has_a_cue_and_a_content(row: Row) -> None:
    lacking = [a["id"] for a in row["attributions"] if len(a["cue"]) != 1 or not a["content"]]
    assert not lacking
    assert [a["id"] for a in row["attributions"]] == [
        f"A{number}" for number in range(1, len(row["attributions"]) + 1)
    ]


@each_article
def test_no_markup_is_left_over(row: Row) -> None:
    assert not set("[]#|") & set(row["text"])
    assert "\n\n\n" not in row["text"]
    assert "  " not in row["text"]


@each_article
def test_pieces_are_whole_words_that_never_overlap(row: Row) -> None:
    text = row["text"]
    found = sorted(set(pieces(row)), key=lambda piece: piece[1:])
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert all(one[2] <= next_[1] for one, next_ in pairwise(found))
    for _, start, end in found:
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        assert not (text[:start][-1:].isalnum() and text[start].isalnum())
        assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


@each_article
def test_only_a_source_serves_two_attributions(row: Row) -> None:
    others = [piece for piece in pieces(row) if piece[0] != "source"]
    assert len(others) == len(set(others))


@each_article
def test_marks_pair_within_a_paragraph_or_go_on_in_the_next(row: Row) -> None:
    paragraphs = restyled(row, "curly-double")["text"].split("\n\n")
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        outer = "".join(re.findall("[“”]", paragraph))
        pairs = outer.replace("“”", "")
        assert not pairs or (pairs == "“" and following.startswith("“")), paragraph


@each_article
def test_a_content_has_both_marks_of_a_quotation(row: Row) -> None:
    curly = restyled(row, "curly-double")["text"]
    for attribution in row["attributions"]:
        for start, end in attribution["content"]:
            opened = curly[start:end].count("“") - curly[start:end].count("”")
            goes_on = curly[end:].startswith("\n\n“")
            assert opened == int(goes_on), curly[start:end]


@each_article
@pytest.mark.parametrize("style", STYLES)
def test_another_style_keeps_the_words_under_each_span(row: Row, style: Style) -> None:
    other = restyled(row, style)
    assert other["attributions"] == row["attributions"]
    assert len(other["text"]) == len(row["text"])
    assert not set(OTHER_SIGNS[style]) & set(other["text"])
    for _, start, end in pieces(row):
        assert words(other["text"][start:end]) == words(row["text"][start:end])


@pytest.mark.parametrize(
    ("style", "told", "end"),
    [
        ("curly-double", "“He would", "for a lamp that nobody needs.’”"),
        ("curly-single", "‘He would", "for a lamp that nobody needs.”’"),
        ("straight-double", '"He would', "for a lamp that nobody needs.'\""),
        ("straight-single", "'He would", "for a lamp that nobody needs.\"'"),
    ],
)
def test_nested_marks_swap_and_apostrophes_stay(style: Style, told: str, end: str) -> None:
    row = next(row for row in ROWS if row["id"] == "feature-lighthouse")
    text = restyled(row, style)["text"]
    apostrophe = "’" if style.startswith("curly") else "'"
    assert f"{told} have called me a vandal, and then he{apostrophe}d have asked" in text
    assert end in text


def test_a_plural_possessive_before_single_marks_is_no_mark() -> None:
    row = next(row for row in ROWS if row["id"] == "broadsheet-ferries")
    assert "the suits’ spreadsheets" in row["text"]
    assert "‘The lads do what they can." in row["text"]
    assert "the suits’ spreadsheets" in restyled(row, "curly-double")["text"]


def test_a_piece_may_bear_two_numbers() -> None:
    found = PIECE.findall("[s1,2 She] [c1 knew] and [c2 feared] [t1 it]")
    assert found == [
        ("s", "1,2", "She"),
        ("c", "1", "knew"),
        ("c", "2", "feared"),
        ("t", "1", "it"),
    ]
