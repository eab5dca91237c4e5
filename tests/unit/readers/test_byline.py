"""Bylines."""

from __future__ import annotations

import pytest

from according.readers.byline import is_name, names_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ruth Tallis", ("Ruth Tallis",)),
        ("Ruth Tallis", ("Ruth Tallis",)),
        ("By Ruth Tallis and Tomas Reyl", ("Ruth Tallis", "Tomas Reyl")),
        (
            "Ana Ruiz, Ben O’Hara and Kim Min-jae in Seoul",
            ("Ana Ruiz", "Ben O’Hara", "Kim Min-jae"),
        ),
        ("By RUTH TALLIS and J. P. VAN DYK", ("RUTH TALLIS", "J. P. VAN DYK")),
        ("By Ruth Tallis, Health Correspondent", ("Ruth Tallis",)),
        ("Ruth Tallis Transport correspondent", ("Ruth Tallis",)),
        ("By Ruth Tallis | 3 June 2025 | 09:00 GMT", ("Ruth Tallis",)),
        ("3 June 2025 by Ruth Tallis", ("Ruth Tallis",)),
        ("Written by: Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("By Agence Lumen", ("Agence Lumen",)),
    ],
)
def test_names(line: str, names: tuple[str, ...]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Freight company denies overloading",
        "Climate change",
        "The Harbour Post",
        "By next spring the bridge will be open again, the minister said.",
        "War in Ukraine",
        "",
    ],
)
def test_no_bylines(line: str) -> None:
    assert names_in(line) == ()


def test_a_section_of_a_paper_is_no_name() -> None:
    assert not is_name("World News")
    assert is_name("María del Carmen Ortiz")
