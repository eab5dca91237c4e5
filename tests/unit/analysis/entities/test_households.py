"""Families and governments called after a person are not that person."""

from __future__ import annotations

from spacy.language import Language

from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed


def test_an_administration_is_a_body_of_its_own(nlp: Language) -> None:
    article = article_of(
        "The Harwick administration said the deficit would fall.",
        "President Paul Harwick signed the order. The Harwick government has cut aid, too.",
    )
    cast = cast_of(nlp, article)
    body = cast["Harwick administration"]
    assert body.kind is EntityKind.ORGANISATION
    assert printed(article, body) == ["Harwick administration", "Harwick government"]
    assert printed(article, cast["Paul Harwick"]) == ["Paul Harwick"]
    assert body.related == (cast["Paul Harwick"].id,)


def test_a_family_is_a_group(nlp: Language) -> None:
    article = article_of(
        "Gemma Thornton said she was proud. The Thorntons live in Millbrook.",
        "The Dunmore family own the mill.",
    )
    cast = cast_of(nlp, article)
    assert cast["Thorntons"].kind is EntityKind.GROUP
    assert cast["Dunmore family"].kind is EntityKind.GROUP
    assert printed(article, cast["Gemma Thornton"], inferred=False) == ["Gemma Thornton"]


def test_they_are_the_family_that_was_the_subject(nlp: Language) -> None:
    article = article_of(
        "Mrs Lowndes said the sea was loud. The Lowndeses live next door. They said the noise "
        "never stopped."
    )
    family = cast_of(nlp, article)["Lowndeses"]
    assert printed(article, family, inferred=True) == ["They"]


def test_they_are_not_the_one_person_who_spoke(nlp: Language) -> None:
    article = article_of(
        "Tom Dyer, who runs the cafe, said business was slow. They said the rent had doubled."
    )
    assert printed(article, cast_of(nlp, article)["Tom Dyer"], inferred=True) == []
