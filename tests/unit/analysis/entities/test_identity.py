"""Two names are one person's or two: peers, roles that tell, names in many spellings."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


def test_a_lord_is_another_than_the_mr_of_that_name(nlp: Language) -> None:
    article = article_of(
        "The trust’s estates director, Peter Gorse, signed the sale. Mr Gorse said he had to.",
        "Lord Gorse of Wick, who was a minister at the time, rejected the finding. “Nobody "
        "pressed anybody,” he said.",
        "Mr Gorse has left the trust.",
    )
    cast = cast_of(nlp, article)
    gorse = cast["Peter Gorse"]
    assert printed(article, gorse, inferred=False) == ["Peter Gorse", "Mr Gorse", "Mr Gorse"]
    assert printed(article, cast["Lord Gorse of Wick"]) == ["Lord Gorse of Wick", "he"]
    assert "Wick" not in cast


def test_a_peer_may_be_introduced_by_the_plain_name(nlp: Language) -> None:
    article = article_of(
        "Helen Dray led the inquiry. Lady Dray said it had taken too long.",
        "Baroness Orr of Lund agreed. Lady Orr said so twice.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Helen Dray"]) == ["Helen Dray", "Lady Dray"]
    assert printed(article, cast["Baroness Orr of Lund"]) == ["Baroness Orr of Lund", "Lady Orr"]


def test_what_somebody_is_decides_over_who_spoke_last(nlp: Language) -> None:
    article = article_of(
        "The builder wants $40 million from the county, CEO Dan Marlow said on Monday.",
        "His cousin, Sen. Laura Marlow, said the public should not pay. “We have schools to "
        "mend,” Laura Marlow said.",
        "Marlow, the CEO, has said that the arena would create 2,000 jobs.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Dan Marlow"])[-1] == "Marlow"
    assert cast["Dan Marlow"].description == "CEO"
    assert cast["Laura Marlow"].description == "senator"


@pytest.mark.parametrize(
    ("paragraphs", "name", "mentions"),
    [
        (
            ("Pieter van der Berg left early.", "Van der Berg was tired. Mr van der Berg slept."),
            "Pieter van der Berg",
            ["Pieter van der Berg", "Van der Berg", "Mr van der Berg"],
        ),
        (
            ("Rafael García Márquez will host the talks.", "García Márquez said he was glad."),
            "Rafael García Márquez",
            ["Rafael García Márquez", "García Márquez"],
        ),
        (
            ("María de la Cruz said the food was good.", "De la Cruz said nothing else."),
            "María de la Cruz",
            ["María de la Cruz", "De la Cruz"],
        ),
        (
            ("Kim Min Jae said the fence would stay.", "Kim Min-jae has led the talks since May."),
            "Kim Min Jae",
            ["Kim Min Jae", "Kim Min-jae"],
        ),
        (
            (
                "General Abdel al-Burhani vowed to fight on.",
                "Burhani said the city would be freed.",
            ),
            "Abdel al-Burhani",
            ["General Abdel al-Burhani", "Burhani"],
        ),
        (
            ("J.K. Marlow has read the text.", "Marlow’s book is out."),
            "J.K. Marlow",
            ["J.K. Marlow", "Marlow"],
        ),
        (
            ("Andriy Petrenkovsky said the road was safe.", "Mr Petrenkovskiy said it was dry."),
            "Andriy Petrenkovsky",
            ["Andriy Petrenkovsky", "Mr Petrenkovskiy"],
        ),
    ],
)
def test_one_person_in_many_forms(
    nlp: Language, paragraphs: tuple[str, ...], name: str, mentions: list[str]
) -> None:
    article = article_of(*paragraphs)
    person = cast_of(nlp, article)[name]
    assert printed(article, person, inferred=False) == mentions


def test_a_department_has_its_matter_before_or_behind(nlp: Language) -> None:
    article = article_of(
        "Texas sued the U.S. Department of the Interior on Tuesday.",
        "The Interior Department said it would fight the case.",
    )
    department = cast_of(nlp, article)["U.S. Department of the Interior"]
    assert printed(article, department)[:2] == [
        "U.S. Department of the Interior", "Interior Department",
    ]  # fmt: skip


def test_a_firm_is_one_with_and_without_its_ending(nlp: Language) -> None:
    article = article_of(
        "Shares in Nordwerk AG fell by 9% on Thursday.", "Nordwerk employs 40,000 people."
    )
    cast = cast_of(nlp, article)
    firm = next(one for name, one in cast.items() if name.startswith("Nordwerk"))
    assert printed(article, firm) == ["Nordwerk AG", "Nordwerk"]
    assert firm.kind.value == "organisation"


def test_another_name_is_the_same_person(nlp: Language) -> None:
    article = article_of(
        "The fighters are led by Mohamed Dagal. Dagal, known as Hamdo, was his deputy.",
        "Hamdo said they had withdrawn.",
    )
    leader = cast_of(nlp, article)["Mohamed Dagal"]
    assert printed(article, leader, inferred=False) == ["Mohamed Dagal", "Dagal", "Hamdo", "Hamdo"]


def test_a_title_with_mr_is_not_the_woman_of_that_name(nlp: Language) -> None:
    article = article_of(
        "Michelle Oakes opened the museum. President Oakes stayed away.",
        "Mr Oakes said he was ill.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Michelle Oakes"]) == ["Michelle Oakes"]
    assert printed(article, cast["Mr Oakes"], inferred=False) == ["Oakes", "Mr Oakes"]
    assert cast["Mr Oakes"].description == "president"


def test_a_word_in_front_of_a_known_full_name_is_none_of_it(nlp: Language) -> None:
    article = article_of(
        "Ann Lee was born in Ohio. Ann Lee said she was proud.",
        headline="Deport Ann Lee, Columnist Says In A Letter",
    )
    assert "Deport Ann Lee" not in cast_of(nlp, article)
