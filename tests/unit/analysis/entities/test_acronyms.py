"""Acronyms: what is one, what it abbreviates, and where the article introduces it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.analysis.entities.acronyms import initials, introduced, is_acronym
from according.analysis.entities.lines import lines_of
from according.analysis.passages import parse
from tests.unit.analysis.articles import article_of


@pytest.mark.parametrize(
    ("paragraph", "long", "short"),
    [
        ("The Severn Gas Board (SGB) has closed.", "Severn Gas Board", "SGB"),
        ("The Office for River Safety (ORS) said so.", "Office for River Safety", "ORS"),
        ("It belongs to the National Union of Bakers (NUB).", "National Union of Bakers", "NUB"),
    ],
)
def test_an_acronym_in_brackets_finds_its_long_form(
    nlp: Language, paragraph: str, long: str, short: str
) -> None:
    (line,) = lines_of(parse(nlp, article_of(paragraph)))
    ((first, second),) = introduced(line)
    assert line.text(*first) == long
    assert line.text(*second) == short


def test_brackets_that_abbreviate_nothing_are_left(nlp: Language) -> None:
    (line,) = lines_of(parse(nlp, article_of("The old mill (GB) and the bridge (1840) stand.")))
    assert list(introduced(line)) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [("GB", True), ("MoD", True), ("U.N.", True), ("Gas", False), ("I", False)],
)
def test_what_is_an_acronym(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected


def test_initials_leave_small_words_out() -> None:
    assert initials(["office", "for", "river", "safety"]) == "ors"
