"""A capital that acts stands for its government; the city itself does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.entities.capitals import acts
from according.analysis.entities.gazetteer import load_gazetteer
from according.analysis.entities.lines import lines_of
from according.analysis.passages import parse
from tests.unit.analysis.articles import article_of

ACTING = [
    ("Paris has denied the accusation.", "Paris"),
    ("Officials accused Madrid of stalling.", "Madrid"),
    ("The treaty deepened cooperation between Oslo and Stockholm.", "Oslo"),
    ("The treaty deepened cooperation between Oslo and Stockholm.", "Stockholm"),
    ("Talks with Ankara will go on.", "Ankara"),
    ("The company sold tanks and missiles to Cairo.", "Cairo"),
    ("He condemned Athens’s decision to close the border.", "Athens"),
    ("Rome and Lisbon have agreed to meet.", "Lisbon"),
]
CITIES = [
    ("The president began a visit to Paris.", "Paris"),
    ("They were taken to a Madrid hospital.", "Madrid"),
    ("The meeting was held in Oslo.", "Oslo"),
    ("The wounded soldiers were sent to Cairo.", "Cairo"),
    ("Athens’s old harbour was flooded.", "Athens"),
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
