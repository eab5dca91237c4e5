"""Names have clean spans and the right kinds, and those the model misses are found."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.entities.gazetteer import load_gazetteer
from according.analysis.entities.lines import lines_of
from according.analysis.entities.naming import find_names
from according.analysis.passages import parse
from according.domain.article import Article
from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of


def names(nlp: Language, article: Article) -> dict[str, EntityKind]:
    """Names as printed, titles included, with their kinds."""
    lines = lines_of(parse(nlp, article))
    found = find_names(lines, (), load_gazetteer())
    return {lines[n.line].text(n.start, n.end): n.kind for n in found}


@pytest.mark.parametrize(
    ("paragraph", "name", "kind"),
    [
        ("They met South Korea’s envoy in June.", "South Korea", EntityKind.PLACE),
        ("It was Helen Marsh's idea, he said.", "Helen Marsh", EntityKind.PERSON),
        (
            "The film “Dark Harvest” was shown in the United States.",
            "United States",
            EntityKind.PLACE,
        ),
        ("On Friday Lt Gen Ada Moor spoke to reporters.", "Lt Gen Ada Moor", EntityKind.PERSON),
        ("He then called Mr Oakes a liar.", "Mr Oakes", EntityKind.PERSON),
        ("A letter from Sen. Carol Burke was read out.", "Sen. Carol Burke", EntityKind.PERSON),
        ("Envoys of the DPRK left the room.", "DPRK", EntityKind.PLACE),
        ("Many Norwegians were surprised.", "Norwegians", EntityKind.GROUP),
        ("The fire began in the Valdoro region at night.", "Valdoro", EntityKind.PLACE),
        ("He works at Severn Valley Hospital now.", "Severn Valley Hospital", EntityKind.FACILITY),
        ("The bridge cost 40 million euros to build.", "40 million euros", EntityKind.QUANTITY),
        ("It opened on 4 March 2019 in the rain.", "4 March 2019", EntityKind.DATE),
    ],
)
def test_spans_and_kinds(nlp: Language, paragraph: str, name: str, kind: EntityKind) -> None:
    assert names(nlp, article_of(paragraph)).get(name) is kind


@pytest.mark.parametrize(
    "paragraph", ["Six men came first and two left.", "It was 09:10 BST then."]
)
def test_bare_numbers_and_time_zones_name_nothing(nlp: Language, paragraph: str) -> None:
    found = names(nlp, article_of(paragraph))
    assert not {"Six", "first", "two", "BST"} & found.keys()


def test_an_outlet_and_the_country_of_its_branch_are_one_name(nlp: Language) -> None:
    found = names(nlp, article_of("The Daily Herald and Interfax Ukraine reported the strike."))
    assert found["Interfax Ukraine"] is EntityKind.ORGANISATION
    assert "Ukraine" not in found


def test_a_name_missed_in_one_line_is_found_by_another(nlp: Language) -> None:
    article = article_of(
        "Okonjo Mbeki-Larsen, a farmer, runs the mill. Mr Mbeki-Larsen is 50.",
        "Nobody but Mbeki-Larsen had a key.",
    )
    lines = lines_of(parse(nlp, article))
    found = find_names(lines, (), load_gazetteer())
    assert any(name.line == 1 and name.key == "mbeki-larsen" for name in found)


def test_capitals_of_a_headline_make_no_names(nlp: Language) -> None:
    article = article_of(
        "The mayor, Helen Marsh, resigned on Monday.",
        headline="Angry Mayor Helen Marsh Quits After Bitter Council Fight",
    )
    lines = lines_of(parse(nlp, article))
    found = [name.text for name in find_names(lines, (), load_gazetteer()) if name.line == 0]
    assert "Angry Mayor" not in found
    assert not any("Fight" in text for text in found)


def test_the_north_is_a_country_where_one_is_named(nlp: Language) -> None:
    korea = article_of("North Korea fired a rocket.", "Nobody in the North was told.")
    england = article_of("It rained in England.", "Nobody in the North was told.")
    assert names(nlp, korea).get("North") is EntityKind.PLACE
    found = find_names(lines_of(parse(nlp, england)), (), load_gazetteer())
    assert all(name.known is None for name in found if name.text == "North")


def test_a_word_that_the_article_also_writes_small_is_no_name(nlp: Language) -> None:
    found = names(
        nlp,
        article_of(
            "Fluorine is added to the water. Too much fluorine stains the teeth.",
            "Two wells have no fluorine at all, they say. Fluorine deficiency is rare.",
        ),
    )
    assert "Fluorine" not in found


def test_halves_of_a_country_side_by_side_are_two_names(nlp: Language) -> None:
    article = article_of(
        "Talks between North and South Korea broke off. North Korea blamed South Korea."
    )
    lines = lines_of(parse(nlp, article))
    found = find_names(lines, (), load_gazetteer())
    assert [name.known.name for name in found[:2] if name.known] == ["North Korea", "South Korea"]
    assert [name.text for name in found[:2]] == ["North", "South Korea"]


def test_a_church_is_called_by_its_creed(nlp: Language) -> None:
    found = names(
        nlp,
        article_of(
            "The Church of Lumenism sued the paper on Monday.",
            "Marsh left Lumenism in May. The suit against Lumenism was dropped.",
        ),
    )
    assert found["Lumenism"] is EntityKind.ORGANISATION
