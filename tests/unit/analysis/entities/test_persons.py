"""Personal names: which part is the family's, who can be one person, who is a man or a woman."""

from __future__ import annotations

import pytest

from according.analysis.entities.gazetteer import load_gazetteer
from according.analysis.entities.persons import Gender, gender_of, parts_of, same_person

WORDS = load_gazetteer().words


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Han Min-seo", "han"),
        ("Chen Weiguo", "chen"),
        ("Nguyen Thi Lan", "nguyen"),
        ("Kovács Ilona", "kovacs"),
        ("Helen Marsh", "marsh"),
        ("Ursula van der Berg", "berg"),
        ("Kim Hendricks", "hendricks"),
        ("Martin Oakes Jr", "oakes"),
    ],
)
def test_the_family_name_is_known(name: str, family: str) -> None:
    assert family in parts_of(name, WORDS).family


def test_a_hyphened_given_name_is_never_the_family_name() -> None:
    assert parts_of("Han Min-seo", WORDS).family == {"han"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Joe Marlow", "Joseph Marlow", True),
        ("J. Marlow", "Joseph Marlow", True),
        ("Joseph P. Marlow", "Joseph Marlow", True),
        ("Hugh Marlow", "Joseph Marlow", False),
        ("Min-seo Han", "Han Min-seo", True),
        ("Han Min-seo", "Han Ji-woo", False),
    ],
)
def test_one_person_or_two(one: str, other: str, same: bool) -> None:
    assert same_person(parts_of(one, WORDS), parts_of(other, WORDS), WORDS) is same


@pytest.mark.parametrize(
    ("titles", "name", "gender"),
    [
        (("Ms",), "Oakes", Gender.WOMAN),
        (("Mr",), "Oakes", Gender.MAN),
        (("Dr",), "Oakes", None),
        ((), "Margaret Oakes", Gender.WOMAN),
        ((), "Han Min-seo", None),
    ],
)
def test_gender(titles: tuple[str, ...], name: str, gender: Gender | None) -> None:
    assert gender_of(parts_of(name, WORDS), titles, WORDS) is gender
