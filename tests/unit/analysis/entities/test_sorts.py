"""“The company”, “the charity” and their like mean an organisation of that sort or none."""

from __future__ import annotations

from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed

WATER = article_of(
    "Trent Water has been fined £40m by Ofrin, the regulator, over spills. The Department for "
    "Rivers said the fine was fair.",
    "The company said it would appeal. The company’s chief executive, Mary Holt, was sorry.",
    "The Coast Agency said it had evidence of 300 spills. The regulator said it stood by the fine. "
    "The charity said it was too little. The ministry said rivers were cleaner than in 2010.",
    headline="Trent Water fined over spills",
)


def test_a_company_is_no_department(nlp: Language) -> None:
    cast = cast_of(nlp, WATER)
    assert printed(WATER, cast["Trent Water"], inferred=True) == ["The company"]
    assert printed(WATER, cast["Department for Rivers"], inferred=True) == []


def test_a_regulator_is_who_is_called_one(nlp: Language) -> None:
    cast = cast_of(nlp, WATER)
    assert printed(WATER, cast["Ofrin"], inferred=True) == ["The regulator"]


def test_what_fits_nobody_stands_for_nobody(nlp: Language) -> None:
    inferred = [
        words
        for one in cast_of(nlp, WATER).values()
        for words in printed(WATER, one, inferred=True)
    ]
    assert not {"The charity", "The ministry"} & set(inferred)


def test_the_owner_of_a_description_is_named(nlp: Language) -> None:
    assert cast_of(nlp, WATER)["Mary Holt"].description == "Trent Water’s chief executive"


def test_a_union_is_named_before_what_it_is(nlp: Language) -> None:
    article = article_of(
        "Ferry sailings will be cut, the BBC has been told.",
        "The RBT union said jobs were at risk. The union said it would ballot members.",
    )
    cast = cast_of(nlp, article)
    assert cast["RBT"].description == "union"
    assert printed(article, cast["RBT"], inferred=True) == ["union", "The union"]
    assert printed(article, cast["BBC"]) == ["BBC"]


def test_a_charity_named_later_is_not_meant_yet(nlp: Language) -> None:
    article = article_of(
        "The Marsh Wildlife Watch said 400 seals had died. The charity said the toll was rising.",
        "Ann Oakes works at Shorewell, a charity.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Marsh Wildlife Watch"], inferred=True) == ["The charity"]
    assert printed(article, cast["Shorewell"]) == ["Shorewell"]


def test_a_museum_and_a_paper_are_known_by_their_names(nlp: Language) -> None:
    article = article_of(
        "The Holme Museum will return a bronze head. The museum said the head was looted.",
        "Staff told the Evening Courier of threats. The paper reported that one had left.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Holme Museum"], inferred=True) == ["The museum"]
    assert printed(article, cast["Evening Courier"], inferred=True) == ["The paper"]


def test_a_council_in_short_is_the_one_named_in_full(nlp: Language) -> None:
    article = article_of(
        "Dublin City Council has backed a tower. The council said it had weighed every objection.",
        headline="Dublin council backs tower",
    )
    council = cast_of(nlp, article)["Dublin City Council"]
    assert printed(article, council, inferred=False) == ["Dublin City Council"]
    assert "The council" in printed(article, council, inferred=True)


def test_an_agency_is_named_before_what_it_is(nlp: Language) -> None:
    article = article_of("China’s Xinhua news agency said the pass was open.")
    cast = cast_of(nlp, article)
    assert printed(article, cast["Xinhua"]) == ["Xinhua", "agency"]
    assert not any("news agency" in name for name in cast)


def test_a_broadcaster_is_known_by_its_name(nlp: Language) -> None:
    article = article_of(
        "Rufus Oakes has left the soap. ITV said he would be missed. The broadcaster said his part "
        "would be cut."
    )
    assert printed(article, cast_of(nlp, article)["ITV"], inferred=True) == ["The broadcaster"]
