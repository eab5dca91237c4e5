"""Bylines."""

from __future__ import annotations

import pytest

from according.readers.byline import is_about, is_name, is_role, names_in, reporters


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
        ("By RUTH TALLIS and J. P. VAN DYK", ("Ruth Tallis", "J. P. van Dyk")),
        ("By SEÁN O’HARA-LOWE and IAN MCRAE", ("Seán O’Hara-Lowe", "Ian McRae")),
        ("By REUTERS", ("REUTERS",)),
        ("By Ruth Tallis, Local Democracy Reporter", ("Ruth Tallis",)),
        ("By Ruth Tallis, Local Democracy Reporting Service", ("Ruth Tallis",)),
        ("By Ruth Tallis | Senior Staff Writer", ("Ruth Tallis",)),
        ("By Ruth Tallis and Tomas Reyl Health reporter", ("Ruth Tallis", "Tomas Reyl")),
        (
            "By Ruth Tallis Health reporter, Tomas Reyl Business reporter",
            ("Ruth Tallis", "Tomas Reyl"),
        ),
        ("By Ruth Tallis, Health Correspondent", ("Ruth Tallis",)),
        ("Ruth Tallis Transport correspondent", ("Ruth Tallis",)),
        ("By Ruth Tallis | 3 June 2025 | 09:00 GMT", ("Ruth Tallis",)),
        ("3 June 2025 by Ruth Tallis", ("Ruth Tallis",)),
        ("Written by: Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("By Agence Lumen", ("Agence Lumen",)),
        ("Harriet Lowndes Environment correspondent", ("Harriet Lowndes",)),
        (
            "By Ruth Tallis, Tomas Reyl and Kim Min-jae in Seoul",
            ("Ruth Tallis", "Tomas Reyl", "Kim Min-jae"),
        ),
        ("by Ruth Tallis , Nordic Institute of Botany", ("Ruth Tallis",)),
        ("Words by Ruth Tallis", ("Ruth Tallis",)),
        ("Ruth Tallis, political editor", ("Ruth Tallis",)),
        ("Ruth Tallis and Tomas Reyl in Kyiv", ("Ruth Tallis", "Tomas Reyl")),
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


def test_the_foot_names_who_reported() -> None:
    line = "Reporting by Nadia Rahmani in Cairo and Peter Voss in Hamburg; Editing by Jo Tennant"
    assert reporters(line) == ("Nadia Rahmani", "Peter Voss")
    assert reporters("(Reporting by Nadia Rahmani; editing by Jo Tennant)") == ("Nadia Rahmani",)
    assert reporters("Additional reporting by Clem Haddow") == ()
    assert reporters("Reporting by the commission began in May.") == ()


@pytest.mark.parametrize("line", ["Health reporter", "@wonderko", "Political editor, Port Ansel"])
def test_roles(line: str) -> None:
    assert is_role(line)


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("Tomas Reyl is a court reporter at the Mercury.", True),
        ("Reyl reported from Carson City, Nevada.", True),
        ("Tomas Reyl is a fisherman.", False),
        ("The court reporter is Tomas Reyl.", False),
    ],
)
def test_lines_about_a_writer(line: str, about: bool) -> None:
    assert is_about(line, ("Tomas Reyl",)) is about
