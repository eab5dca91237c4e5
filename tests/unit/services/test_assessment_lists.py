"""A reader's list is read in the forms tables come in; what is wrong is said line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from according.domain.judgements import Assessment
from according.services.assessment_lists import ListFault, read_list

ROW = Assessment(
    "list.csv", "The Quay Gazette", "quay.example", "Press Board", "“accurate, if slow”", "2024-05"
)


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def _table(separator: str, end: str = "\n") -> str:
    rows = (
        ("domain", "name", "assessor", "wording", "date"),
        ("quay.example", "The Quay Gazette", "Press Board", '"“accurate, if slow”"', "2024-05"),
    )
    return "".join(separator.join(row) + end for row in rows)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_encodings_and_line_ends(
    tmp_path: Path, separator: str, encoding: str, end: str
) -> None:
    brought = read_list(_file(tmp_path, _table(separator, end), encoding))
    assert brought.rows == (ROW,)
    assert (brought.name, brought.count, brought.faults) == ("list.csv", 1, ())


def test_columns_are_found_by_their_headers_in_any_order(tmp_path: Path) -> None:
    text = "As of,Note,Rating,URL,Assessor\n2024,x,accurate,https://www.Quay.example/news,Board\n"
    (row,) = read_list(_file(tmp_path, text)).rows
    assert row == Assessment("list.csv", None, "quay.example", "Board", "accurate", "2024")


def test_bad_rows_are_named_and_left_out(tmp_path: Path) -> None:
    text = (
        "domain,name,assessor,wording,date\n"
        ",,Board,accurate,2024\n"
        "quay,,Board,accurate,2024\n"
        "quay.example,,,accurate,2024\n"
        "quay.example,,Board,,2024\n"
        "\n"
        "quay.example,,Board,accurate\n"
        "quay.example,,Board,accurate,lately\n"
        "quay.example,,Board,accurate,2024\n"
    )
    brought = read_list(_file(tmp_path, text))
    assert brought.count == 1
    assert brought.faults == (
        "Line 2 of list.csv names neither a domain nor a name.",
        "Line 3 of list.csv has “quay” for a domain, which is none.",
        "Line 4 of list.csv has no assessor.",
        "Line 5 of list.csv has no wording.",
        "Line 7 of list.csv has no date.",
        "Line 8 of list.csv has the date “lately”: write it as 2024, 2024-05 or 2024-05-31.",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("name,assessor,date\nQuay,Board,2024\n", "no column wording"),
        ("assessor,wording,date\nBoard,accurate,2024\n", "no column domain or name"),
        ("domain,name,assessor,wording,date\n", "no row that can be used"),
        ("domain,name,assessor,wording,date\n,,B,x,2024\n", "Line 2 of list.csv names neither"),
        ('name,assessor,wording,date\n"Quay,Board,accurate,2024\n', "not a table from line"),
        ("name,assessor\0,wording,date\n", "is no text"),
    ],
)
def test_a_list_that_cannot_be_used_is_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ListFault, match=words):
        read_list(_file(tmp_path, text))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ListFault, match="cannot be read"):
        read_list(tmp_path / "none.csv")
