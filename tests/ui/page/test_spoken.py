"""What the page says of a claim or an entity."""

from __future__ import annotations

import pytest

from according.domain.claims import Claim
from according.domain.reading import Reading
from according.ui.page.spoken import claim_tip, entity_tip, heard
from tests.factories import reading

READING = reading()


def claim(id: str, of: Reading = READING) -> Claim:
    assert of.analysis is not None
    return of.analysis.claim(id)


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("c0", "Claim 1 of 9, Maria Okonjo, very likely, no note"),
        ("c1", "Claim 2 of 9, the paper itself, own voice, no note"),
        (
            "c4",
            (
                "Claim 5 of 9, Two people familiar with the inspection, may, "
                "via Ansel Gazette, with a note"
            ),
        ),
        ("c6", "Claim 7 of 9, Calder Freight, denied, no note"),
    ],
)
def test_a_claim_is_heard_as_one_sentence(id: str, sentence: str) -> None:
    assert heard(READING, claim(id)) == sentence


def test_a_tip_of_a_claim_names_source_relay_and_level() -> None:
    assert claim_tip(READING, claim("c5")) == "Tomas Reyl, via Northern Wire\nasserted"


def test_a_tip_of_a_mention_says_what_is_inferred() -> None:
    analysis = READING.analysis
    assert analysis is not None
    entity = analysis.entity("e2")
    assert entity_tip(analysis, entity, entity.mentions[0]).endswith("Inferred, not named here")
    assert entity_tip(analysis, entity, None) == "Maria Okonjo, person\nChief engineer"
