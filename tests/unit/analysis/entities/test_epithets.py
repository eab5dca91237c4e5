"""Persons called by what the article has not said of them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


@pytest.mark.parametrize(
    ("paragraphs", "name", "phrase"),
    [
        (
            ("Mike Pell says the bill is harmless.", "The Indiana governor said it would pass."),
            "Mike Pell",
            "The Indiana governor",
        ),
        (
            ("Ada Crowe spoke for an hour. The Republican nominee said she would win.",),
            "Ada Crowe",
            "The Republican nominee",
        ),
        (
            ("Tom Hale lost the vote. The 34-year-old builder said he would stand again.",),
            "Tom Hale",
            "The 34-year-old builder",
        ),
    ],
)
def test_the_subject_of_the_last_sentence_is_meant(
    nlp: Language, paragraphs: tuple[str, ...], name: str, phrase: str
) -> None:
    article = article_of(*paragraphs)
    assert printed(article, cast_of(nlp, article)[name], inferred=True)[:1] == [phrase]


@pytest.mark.parametrize(
    "sentence",
    [
        "The moderator said the time was up.",  # nothing tells that it is somebody known
        "A Vermont senator said he disagreed.",  # somebody new
    ],
)
def test_others_are_not(nlp: Language, sentence: str) -> None:
    article = article_of(f"Tom Hale spoke for an hour. {sentence}")
    assert printed(article, cast_of(nlp, article)["Tom Hale"], inferred=True) in ([], ["he"])


def test_the_subject_of_a_quotation_is_not_the_one_who_speaks(nlp: Language) -> None:
    article = article_of(
        "Tom Hale said the judge was too old. “Ruth Boyle has shamed us all,” "
        "the Republican nominee wrote."
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["Tom Hale"], inferred=True) == ["the Republican nominee"]


def test_nobody_is_what_speaks_against_what_is_known(nlp: Language) -> None:
    article = article_of(
        "Ohio governor Tom Hale spoke for an hour. The Indiana governor said he was wrong."
    )
    mentions = printed(article, cast_of(nlp, article)["Tom Hale"], inferred=True)
    assert "The Indiana governor" not in mentions
