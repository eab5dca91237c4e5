"""Descriptions are whole phrases of the article, without articles and without loose ends."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.articles import article_of
from tests.unit.analysis.casting import cast_of


@pytest.mark.parametrize(
    ("paragraph", "name", "description"),
    [
        (
            (
                "Nordkai, a German operator of cranes for larger ships and smaller barges in the "
                "Baltic, will cut jobs."
            ),
            "Nordkai",
            "German operator of cranes for larger ships",
        ),
        ("Its chief executive, Olaf Brandt, was sorry.", "Olaf Brandt", "chief executive"),
        (
            (
                "Janet Reid, 52, a professor of marine economics at the University of Lund and "
                "author of a book on ports, said more would follow."
            ),
            "Janet Reid",
            "professor of marine economics",
        ),
        ("The town’s mayor, Ann Pell, agreed.", "Ann Pell", "town’s mayor"),
        ("The town's mayor, Ann Pell, agreed.", "Ann Pell", "town's mayor"),
        ("MSP Ken Doyle said islanders were angry.", "Ken Doyle", "MSP"),
    ],
)
def test_descriptions(nlp: Language, paragraph: str, name: str, description: str) -> None:
    assert cast_of(nlp, article_of(paragraph))[name].description == description


def test_the_story_describes_better_than_the_headline(nlp: Language) -> None:
    article = article_of(
        "Marden have parted with manager Ray Holt after nine defeats.",
        headline="City sack manager Holt",
    )
    assert cast_of(nlp, article)["Ray Holt"].description == "manager"
