"""The chain from the reader to the source: who passes a claim on."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.claims import claims, only


@pytest.mark.parametrize(
    ("sentence", "source", "via"),
    [
        (
            "The shipments have stopped, the envoy said, reported state news agency Norpress.",
            "the envoy",
            (("state news agency Norpress",),),
        ),
        (
            "“The shipments have stopped,” he said in a letter, according to the Daily Herald.",
            "he",
            (("the Daily Herald",),),
        ),
        (
            "The Coast Post and Radio Norland quoted two unnamed pilots as saying it was damaged.",
            "two unnamed pilots",
            (("The Coast Post", "Radio Norland"),),
        ),
        (
            "The envoy told Reuters that the shipments had stopped.",
            "The envoy",
            (("Reuters",),),
        ),
        (
            "Reuters reported that the shipments had stopped, citing two diplomats.",
            "two diplomats",
            (("Reuters",),),
        ),
        (
            "The broadcaster Radio Norland reported that the envoy had said the talks were over.",
            "the envoy",
            (("The broadcaster Radio Norland",),),
        ),
        (
            "The ministry said in remarks carried by the Interfax news agency that it was ready.",
            "The ministry",
            (("the Interfax news agency",),),
        ),
    ],
)
def test_relay(nlp: Language, sentence: str, source: str, via: tuple[tuple[str, ...], ...]) -> None:
    claim = claims(nlp, sentence)[0]
    assert (claim.source, claim.via) == (source, via)


def test_a_person_who_is_told_is_no_relay(nlp: Language) -> None:
    assert only(nlp, "The envoy told his brother that the shipments had stopped.").via == ()


def test_parliament_is_no_relay(nlp: Language) -> None:
    assert only(nlp, "The envoy told parliament that the shipments had stopped.").via == ()


def test_an_outlet_with_nobody_behind_it_is_the_source(nlp: Language) -> None:
    claim = only(nlp, "The shipments have stopped, the Daily Herald reported.")
    assert (claim.source, claim.via) == ("the Daily Herald", ())


def test_a_government_agency_is_no_news_agency(nlp: Language) -> None:
    claim = only(nlp, "The envoy told the space agency that the launch had failed.")
    assert claim.via == ()


def test_the_words_that_make_a_relay_are_kept(nlp: Language) -> None:
    claim = only(nlp, "“We are ready,” he said, according to the Daily Herald.")
    (relay,) = claim.draft.relays
    text = "“We are ready,” he said, according to the Daily Herald."
    assert [span.of(text) for span in relay.cue] == ["according to"]
