"""Titles belong to a name where people are called by them; offices say what somebody is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


@pytest.mark.parametrize(
    ("paragraph", "name", "description"),
    [
        (
            "Norwegian Defence Minister Oleg Danilov told reporters that no shot had been fired.",
            "Oleg Danilov",
            "Norwegian Defence Minister",
        ),
        (
            "On Friday US Secretary of State Carl Dietz said the claim was false.",
            "Carl Dietz",
            "US Secretary of State",
        ),
        ("Foreign Secretary Amelia Thorne called for calm.", "Amelia Thorne", "Foreign Secretary"),
        ("Police Chief Dan Rourke said three people were hurt.", "Dan Rourke", "police chief"),
        ("Chief Executive Lena Vogt said the mill was safe.", "Lena Vogt", "chief executive"),
        ("Prime Minister Goran Petrovic will speak.", "Goran Petrovic", "prime minister"),
        (
            "Former Justice Secretary Alan Webb agreed with her.",
            "Alan Webb",
            "former Justice Secretary",
        ),
        ("Actor Rufus Bell has left the show.", "Rufus Bell", "actor"),
        ("On Monday CEO Dan Oakes said so.", "Dan Oakes", "CEO"),
        (
            "On Monday Chief Financial Officer Ute Brandl said demand was weak.",
            "Ute Brandl",
            "chief financial officer",
        ),
    ],
)
def test_an_office_is_no_part_of_the_name(
    nlp: Language, paragraph: str, name: str, description: str
) -> None:
    article = article_of(paragraph)
    person = cast_of(nlp, article)[name]
    assert printed(article, person, inferred=False)[0] == name
    assert (person.description or "").lower() == description.lower()


@pytest.mark.parametrize(
    ("paragraph", "mention"),
    [
        ("Brigadier General Musa Okoro said the army had left.", "Brigadier General Musa Okoro"),
        ("Sen. Laura Oakes said the public should not pay.", "Sen. Laura Oakes"),
        ("Det Ch Insp Amy Croft said officers had done well.", "Det Ch Insp Amy Croft"),
        ("Professor Sir Alan Keir said the boats were old.", "Professor Sir Alan Keir"),
    ],
)
def test_a_rank_or_form_of_address_belongs_to_the_mention(
    nlp: Language, paragraph: str, mention: str
) -> None:
    article = article_of(paragraph)
    found = [text for one in cast_of(nlp, article).values() for text in printed(article, one)]
    assert mention in found


def test_no_part_of_an_office_is_an_organisation(nlp: Language) -> None:
    article = article_of(
        "Secretary of State Carl Dietz met Acting Deputy Health Secretary Ruth Palmer.",
        "House Speaker Jim Callow and Assistant Chief Constable Nora Firth were there too.",
    )
    assert cast_of(nlp, article).keys() == {"Carl Dietz", "Ruth Palmer", "Jim Callow", "Nora Firth"}


def test_what_stands_before_a_title_goes_with_it(nlp: Language) -> None:
    article = article_of("His cousin, state Sen. Laura Oakes, a Democrat, opposes the plan.")
    assert cast_of(nlp, article)["Laura Oakes"].description == "state senator"


def test_letters_behind_a_name_are_no_part_of_it(nlp: Language) -> None:
    article = article_of("Dame Joan Lister DBE said islanders needed help.")
    cast = cast_of(nlp, article)
    assert printed(article, cast["Joan Lister"]) == ["Dame Joan Lister"]
    assert "DBE" not in cast


def test_a_duke_is_called_by_his_title(nlp: Language) -> None:
    article = article_of("Letters show that the Duke of Marbury was absent.")
    (duke,) = cast_of(nlp, article).values()
    assert (duke.name, duke.kind.value) == ("Duke of Marbury", "person")
