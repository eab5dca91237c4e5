"""Whole departments, whole amounts, and no place of a senator's state."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


@pytest.mark.parametrize(
    ("paragraph", "amount"),
    [
        ("Auditors found a £19m shortfall in the harbour fund.", "£19m"),
        ("The delay cost the port about £3m a day.", "about £3m"),
        ("A rival offered €2bn for the yard on Monday.", "€2bn"),
        ("The fund is worth $1.5 trillion.", "$1.5 trillion"),
        ("Rates fell to 4.99 per cent in May.", "4.99 per cent"),
    ],
)
def test_amounts_are_whole(nlp: Language, paragraph: str, amount: str) -> None:
    cast = cast_of(nlp, article_of(paragraph))
    assert amount in [e.name for e in cast.values() if e.kind is EntityKind.QUANTITY]


@pytest.mark.parametrize(
    "name",
    [
        "Department for Culture, Media and Sport",
        "Ministry of Housing, Communities and Local Government",
        "Department for Digital, Culture, Media & Sport",
    ],
)
def test_a_department_has_all_its_matters(nlp: Language, name: str) -> None:
    cast = cast_of(nlp, article_of(f"A spokesman for the {name} said the hall would stay open."))
    assert [e.name for e in cast.values() if e.kind is EntityKind.ORGANISATION] == [name]


def test_bodies_in_a_row_stay_several(nlp: Language) -> None:
    cast = cast_of(
        nlp, article_of("He wrote to the Ministry of Justice, Treasury and Home Office.")
    )
    assert {"Treasury", "Home Office"} <= cast.keys()


def test_the_state_of_a_senator_is_no_place_of_the_story(nlp: Language) -> None:
    cast = cast_of(
        nlp,
        article_of(
            "Sen. Ada Crowe, R-S.C., and Sen. Lena Holt, D-Calif., said they would vote no."
        ),
    )
    assert EntityKind.PLACE not in {entity.kind for entity in cast.values()}


def test_a_mission_is_one_body(nlp: Language) -> None:
    article = article_of("Norway’s mission to the United Nations said the report was false.")
    bodies = [name for name in cast_of(nlp, article) if "mission" in name]
    assert bodies == ["Norway’s mission to the United Nations"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Handelsblatt reported that the yard would close.", "Handelsblatt"),
        ("Manager Magazin reported that the yard would close.", "Manager Magazin"),
        ("The owner told Radio Tarmo that the yard would close.", "Radio Tarmo"),
        ("“It is late,” said Jonas Keller, an analyst at Metzler.", "Metzler"),
    ],
)
def test_outlets_and_employers_are_bodies(nlp: Language, sentence: str, body: str) -> None:
    assert cast_of(nlp, article_of(sentence))[body].kind is EntityKind.ORGANISATION


def test_a_firm_and_its_short_name_are_one(nlp: Language) -> None:
    article = article_of(
        "Brandt Motoren said on Monday it had turned down an offer from a rival.",
        "Brandt’s largest shareholder wanted to sell, and the union at Brandt was angry.",
    )
    firms = [e for e in cast_of(nlp, article).values() if "Brandt" in e.name]
    assert [firm.kind for firm in firms] == [EntityKind.ORGANISATION]
    assert printed(article, firms[0], inferred=False) == ["Brandt Motoren", "Brandt", "Brandt"]


def test_an_unlisted_country_and_its_people_know_each_other(nlp: Language) -> None:
    article = article_of(
        "Ostravia could close the sound to freight, officials in Denmark said.",
        "The Ostravian government denied turning any vessel away. Denmark has sent a note.",
        "Shipowners have accused Ostravia of greed.",
    )
    cast = cast_of(nlp, article)
    assert cast["Ostravia"].kind is EntityKind.PLACE
    assert cast["Ostravia"].related == (cast["Ostravian"].id,)
    assert "The Ostravian government" in printed(article, cast["Ostravia"], inferred=True)
    assert "The Ostravian government" not in printed(article, cast["Denmark"])
