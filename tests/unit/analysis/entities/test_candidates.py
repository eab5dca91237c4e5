"""Whom a pronoun means, by grammar and by who has spoken."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (  # the one quoted about is not the one who speaks
            (
                "Helen Marsh said Ruth Boyle shows no interest in the mill.",
                "“It is not something that can go on,” she said.",
            ),
            "Helen Marsh",
        ),
        (  # a subject goes before an earlier speaker
            (
                "Tom Oakes said the road was needed.",
                "Ivan Petrov disagreed.",
                "“We have seen what roads do,” he said.",
            ),
            "Ivan Petrov",
        ),
        (  # the clause belongs to the name before it
            (
                "David Marsh called the cure a hoax.",
                "Carl Dietz’s advice brought him before the committee, where he said it was sound.",
            ),
            "Carl Dietz",
        ),
    ],
)
def test_who_speaks_under_a_pronoun(nlp: Language, paragraphs: tuple[str, ...], name: str) -> None:
    article = article_of(*paragraphs)
    cast = cast_of(nlp, article)
    said = [m for m in printed(article, cast[name], inferred=True) if m in ("he", "she")]
    assert said


def test_who_said_is_the_name_before_it(nlp: Language) -> None:
    article = article_of("They met Stevie Moor and Carl Dietz, who claimed that it was raining.")
    assert printed(article, cast_of(nlp, article)["Carl Dietz"])[-1] in ("Carl Dietz", "who")
    assert printed(article, cast_of(nlp, article)["Stevie Moor"]) == ["Stevie Moor"]


def test_it_is_no_body_where_a_thing_was_the_subject(nlp: Language) -> None:
    article = article_of(
        "Northgate Holdings runs 40 homes. The new law has one aim. It says homes must be safe."
    )
    (home,) = (e for name, e in cast_of(nlp, article).items() if name.startswith("Northgate"))
    assert "It" not in printed(article, home)
