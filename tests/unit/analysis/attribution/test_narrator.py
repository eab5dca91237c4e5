"""What the paper says in its own voice."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.domain.claims import Quotation
from tests.unit.analysis.claims import claims, only


def test_sentences_in_a_row_are_one_claim(nlp: Language) -> None:
    text = "The dam was built in 1931. It supplies two towns with water."
    claim = only(nlp, text)
    assert claim.text == text.rstrip(".")
    assert claim.draft.narrated
    assert claim.draft.quotation is Quotation.NONE


def test_an_attribution_parts_a_run(nlp: Language) -> None:
    first, said, last = claims(
        nlp,
        "The dam was built in 1931. Engineers say it is failing. It supplies two towns with water.",
    )
    assert (first.draft.narrated, said.draft.narrated, last.draft.narrated) == (True, False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the dam hold another winter?",
        "Read more about the dam here.",
        "A dam in the valley.",
        "See below.",
    ],
)
def test_what_asserts_nothing_is_no_claim(nlp: Language, sentence: str) -> None:
    assert claims(nlp, sentence) == []


def test_the_rest_of_an_attributed_sentence_is_no_claim(nlp: Language) -> None:
    claim = only(nlp, "Speaking in Oslo on Friday, the minister said the dam would be emptied.")
    assert not claim.draft.narrated
