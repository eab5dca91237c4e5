"""Who a role without a name is: never somebody new, never another's husband."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


@pytest.mark.parametrize(
    "sentence",
    [
        "Axios reported, citing an Israeli official, that a raid was near.",
        "An official said that nothing had changed.",
        "One official said that the talks had stalled.",
        "A minister said that the roads were closed.",
    ],
)
def test_somebody_new_is_nobody_named_before(nlp: Language, sentence: str) -> None:
    article = article_of("Norwegian Foreign Minister Ivar Lunde said talks would go on.", sentence)
    assert printed(article, cast_of(nlp, article)["Ivar Lunde"], inferred=True) == []


def test_a_relative_of_an_office_holder_does_not_hold_it(nlp: Language) -> None:
    article = article_of(
        "The leader of Harwick Council has denied that a deal was made to sell the library.",
        "“There was no deal,” Cllr Nora Blythe told a packed meeting on Tuesday.",
        "The chair of the trust, Guy Blythe, who is the council leader’s former husband, said he "
        "had seen no papers.",
        headline="Council leader denies deal over library sale",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Nora Blythe"], inferred=True) == [
        "Council leader", "The leader of Harwick Council",
    ]  # fmt: skip
    assert "leader" not in " ".join(printed(article, cast["Guy Blythe"], inferred=True)).lower()


def test_a_name_that_opens_the_next_paragraph_is_the_minister_before_it(nlp: Language) -> None:
    article = article_of(
        "Norway may close the fjord to trawlers, its fisheries minister told parliament in Oslo.",
        "Henrik Aune said crews had been warned.",
        "The Danish prime minister, Lise Holm, signed a treaty in May.",
        "“Our patience is at an end,” the minister told a committee.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Henrik Aune"], inferred=True) == [
        "its fisheries minister", "the minister",
    ]  # fmt: skip
    assert printed(article, cast["Lise Holm"], inferred=True) == []


def test_the_minister_is_no_prime_minister_where_there_is_another(nlp: Language) -> None:
    article = article_of(
        "Poland’s interior minister, Adam Tal, told reporters in Oslo that nothing had leaked.",
        "The Norwegian prime minister, Inga Moe, said she had doubts.",
        "“We have no more to say,” the minister told reporters.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Adam Tal"], inferred=True) == ["the minister"]
    assert printed(article, cast["Inga Moe"], inferred=True) == []


def test_a_senator_may_be_called_after_a_park(nlp: Language) -> None:
    cast = cast_of(nlp, article_of("Senator Anna Park (D-N.Y.) told Politico she was worried."))
    assert cast["Anna Park"].kind is EntityKind.PERSON
    assert EntityKind.PLACE not in {entity.kind for entity in cast.values()}


def test_an_object_pronoun_speaks_for_the_man_before(nlp: Language) -> None:
    article = article_of(
        "Mr Owen Tarrant said the bridge was safe. The Gazette quoted him as saying that it would "
        "open in June."
    )
    assert "him" in printed(article, cast_of(nlp, article)["Owen Tarrant"], inferred=True)
