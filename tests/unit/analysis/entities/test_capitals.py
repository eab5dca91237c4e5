"""A capital that acts stands for its government; the city itself does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.entities.capitals import acts
from according.analysis.entities.gazetteer import load_gazetteer
from according.analysis.entities.lines import lines_of
from according.analysis.passages import parse
from according.domain.entities import EntityKind
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of, printed

ACTING = [
    ("Paris has denied the accusation.", "Paris"),
    ("Officials accused Madrid of stalling.", "Madrid"),
    ("The treaty deepened cooperation between Oslo and Stockholm.", "Oslo"),
    ("The treaty deepened cooperation between Oslo and Stockholm.", "Stockholm"),
    ("Talks with Ankara will go on.", "Ankara"),
    ("The company sold tanks and missiles to Cairo.", "Cairo"),
    ("He condemned Athens’s decision to close the border.", "Athens"),
    ("Rome and Lisbon have agreed to meet.", "Lisbon"),
    ("Moscow denied the report on Friday.", "Moscow"),
    ("Washington said it would send aid.", "Washington"),
    ("Paris and Berlin urged restraint.", "Paris"),
    ("Paris and Berlin urged restraint.", "Berlin"),
    ("Kyiv says the bridge was hit.", "Kyiv"),
    ("Beijing’s foreign ministry rejected the claim.", "Beijing"),
    ("According to Tehran, the ship was empty.", "Tehran"),
    ("The statement from Beijing came late at night.", "Beijing"),
    ("“We will respond,” Pyongyang warned.", "Pyongyang"),
    ("The decision surprised Vienna and angered Warsaw.", "Warsaw"),
    ("It would be a warning to Moscow, he said.", "Moscow"),
]
CITIES = [
    ("The president began a visit to Paris.", "Paris"),
    ("They were taken to a Madrid hospital.", "Madrid"),
    ("The meeting was held in Oslo.", "Oslo"),
    ("The wounded soldiers were sent to Cairo.", "Cairo"),
    ("Athens’s old harbour was flooded.", "Athens"),
    ("The ministers met in Washington on Monday.", "Washington"),
    ("The talks in Moscow ended without a deal.", "Moscow"),
    ("Officials in Kyiv said the power was out.", "Kyiv"),
    ("The mayor of Moscow said the roads were clear.", "Moscow"),
    ("Vienna hosted the talks.", "Vienna"),
    ("Kabul fell on a Sunday.", "Kabul"),
    ("Moscow-based analysts said the cut was small.", "Moscow"),
    ("Tokyo’s stock market fell sharply.", "Tokyo"),
    ("Lisbon, Portugal — The festival began on Friday.", "Lisbon"),
]


def stands_for_government(nlp: Language, sentence: str, capital: str) -> bool:
    (line,) = lines_of(parse(nlp, article_of(sentence)))
    index = line.words.index(capital)
    return acts(line, index, index + 1, load_gazetteer().capitals)


@pytest.mark.parametrize(("sentence", "capital"), ACTING)
def test_acting(nlp: Language, sentence: str, capital: str) -> None:
    assert stands_for_government(nlp, sentence, capital)


@pytest.mark.parametrize(("sentence", "capital"), CITIES)
def test_the_city_itself(nlp: Language, sentence: str, capital: str) -> None:
    assert not stands_for_government(nlp, sentence, capital)


def test_government_and_city_are_two_entities(nlp: Language) -> None:
    article = article_of("He flew to Ankara on Monday. Ankara then cut all ties.")
    cast = cast_of(nlp, article)
    assert printed(article, cast["Turkey"], inferred=True) == ["Ankara"]
    assert printed(article, cast["Ankara"], inferred=False) == ["Ankara"]
    assert {entity.kind for entity in (cast["Turkey"], cast["Ankara"])} == {EntityKind.PLACE}


def test_all_names_of_a_country_and_what_acts_for_it_are_one(nlp: Language) -> None:
    article = article_of(
        "The DPRK fired a missile on Sunday. North Korea said it was a test.",
        "Pyongyang warned that more would follow.",
    )
    cast = cast_of(nlp, article)
    assert printed(article, cast["North Korea"]) == ["DPRK", "North Korea", "Pyongyang"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Kremlin said the talks would go on.", "Kremlin"),
        ("The White House declined to comment.", "White House"),
        ("Downing Street said the plan was dead.", "Downing Street"),
        ("Nato said on Monday that NATO was ready.", "Nato"),
    ],
)
def test_seats_of_power_are_bodies(nlp: Language, sentence: str, name: str) -> None:
    assert cast_of(nlp, article_of(sentence))[name].kind is EntityKind.ORGANISATION


def test_governments_that_are_named_by_their_people_alone_are_countries(nlp: Language) -> None:
    article = article_of("The British government and the German government agreed.")
    cast = cast_of(nlp, article)
    assert printed(article, cast["United Kingdom"], inferred=True) == ["British government"]
    assert printed(article, cast["Germany"], inferred=True) == ["German government"]
    assert cast["Germany"].related == (cast["German"].id,)


def test_the_name_in_front_of_its_government_is_a_mention_too(nlp: Language) -> None:
    article = article_of("The New Zealand government said it would pay.")
    (country,) = (e for e in cast_of(nlp, article).values() if e.kind is EntityKind.PLACE)
    assert printed(article, country, inferred=False) == ["New Zealand"]
    assert printed(article, country, inferred=True)[:1] == ["government"]


def test_a_people_is_no_country(nlp: Language) -> None:
    article = article_of("The Russians withdrew, a Russian official said. Russia denied it.")
    cast = cast_of(nlp, article)
    assert printed(article, cast["Russian"]) == ["Russians", "Russian"]
    assert cast["Russian"].related == (cast["Russia"].id,)
