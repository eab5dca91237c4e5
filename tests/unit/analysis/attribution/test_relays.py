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
        (
            "The board said a tug had probably sunk, according to the state news agency NORA.",
            "The board",
            (("the state news agency NORA",),),
        ),
        (
            "The harbour board said a tug had probably run aground, state media reported.",
            "The harbour board",
            (("state media",),),
        ),
        (
            "The harbour board said a tug had probably run aground, the agency said.",
            "The harbour board",
            (("the agency",),),
        ),
        (
            "According to the memo, which was seen by the Guardian, the tug had run aground.",
            "the memo",
            (("the Guardian",),),
        ),
        (
            "“They are playing with fire,” Norpress News quoted him as saying.",
            "him",
            (("Norpress News",),),
        ),
        (
            "The tug is lost, the captain was quoted by Norpress News as saying.",
            "the captain",
            (("Norpress News",),),
        ),
        (
            "In remarks carried by state TV, the general said the port would stay closed.",
            "the general",
            (("state TV",),),
        ),
        ("In a post on Telegram, the mayor said the port was safe.", "the mayor", ()),
        ("The mayor told reporters that the port was safe.", "The mayor", ()),
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


def test_who_passes_a_claim_on_is_no_part_of_it(nlp: Language) -> None:
    claim = only(nlp, "The board said a tug was aground, according to the news agency NORA.")
    assert claim.text == "a tug was aground"


def test_what_is_said_about_a_document_is_no_part_of_its_claim(nlp: Language) -> None:
    claim = only(nlp, "According to the memo, which was seen by the BBC, the tug had run aground.")
    assert claim.text == "the tug had run aground"


def test_according_to_inside_a_claim_is_about_that_claim_alone(nlp: Language) -> None:
    inner = next(
        claim
        for claim in claims(nlp, "The envoy said that, according to pilots, the strait was closed.")
        if claim.source == "pilots"
    )
    assert inner.text == "the strait was closed"


def test_both_verbs_are_the_cue_of_somebody_quoted(nlp: Language) -> None:
    claim = only(nlp, "“They are playing with fire,” Norpress News quoted him as saying.")
    assert (claim.cue, claim.text) == ("quoted … as saying", "“They are playing with fire,”")


def test_two_outlets_side_by_side_of_which_one_is_named_after_a_place(nlp: Language) -> None:
    claim = only(
        nlp,
        "The Times of Malta and Channel 5 quoted an unnamed senior official as saying that "
        "30 sailors would be freed.",
    )
    assert claim.source == "an unnamed senior official"
    assert claim.via == (("The Times of Malta", "Channel 5"),)


def test_a_name_cut_from_its_label_is_part_of_the_relay(nlp: Language) -> None:
    claim = only(
        nlp,
        "Sudan's foreign ministry said foreign fighters had probably taken part in the raid, "
        "according to the state news agency SUNA.",
    )
    assert claim.source == "Sudan's foreign ministry"
    assert claim.text == "foreign fighters had probably taken part in the raid"
    assert claim.via == (("the state news agency SUNA",),)


@pytest.mark.parametrize("listeners", ["the media", "the press", "reporters", "journalists"])
def test_whoever_listens_passes_nothing_on(nlp: Language, listeners: str) -> None:
    claim = only(
        nlp,
        "One of the engineers, speaking on condition of anonymity because they were not "
        f"authorised to talk to {listeners}, said the dam was cracked.",
    )
    assert claim.via == ()


def test_two_outlets_that_were_told_stand_side_by_side(nlp: Language) -> None:
    claim = only(nlp, "An official told the Times of Malta and Channel 5 that the deal was near.")
    assert claim.via == (("the Times of Malta", "Channel 5"),)


def test_a_foreign_name_behind_its_label_is_the_relay_however_it_is_read(nlp: Language) -> None:
    claim = only(
        nlp,
        "The miller's chairman, Rui Salgado, said that his group would keep the name, reported "
        "the Portuguese business daily Correio do Porto.",
    )
    assert claim.source == "The miller's chairman, Rui Salgado"
    assert claim.text == "his group would keep the name"
    assert claim.via == (("the Portuguese business daily Correio do Porto",),)


def test_a_letter_that_is_quoted_is_the_source(nlp: Language) -> None:
    claim = only(
        nlp,
        "Inspectors had asked Agrovar for new data in March, Reuters reported, quoting a letter "
        "from the ministry.",
    )
    assert claim.source == "a letter from the ministry"
    assert claim.text == "Inspectors had asked Agrovar for new data in March"
    assert claim.via == (("Reuters",),)


def test_whom_the_outlet_cites_in_a_clause_of_its_own(nlp: Language) -> None:
    claim = claims(
        nlp,
        "According to the Financial Times, which cited three people briefed on the matter, the "
        "bank will cut 900 jobs.",
    )[0]
    assert claim.source == "three people briefed on the matter"
    assert claim.text == "the bank will cut 900 jobs"
    assert claim.via == (("the Financial Times",),)


def test_who_goes_on_speaks_through_the_same_relay(nlp: Language) -> None:
    both = claims(nlp, "The mine was shut, a source told the BBC, adding that nobody was hurt.")
    assert [claim.via for claim in both] == [(("the BBC",),)] * 2


def test_two_labelled_outlets_behind_a_passive(nlp: Language) -> None:
    claim = claims(
        nlp,
        "The talks were first reported by the magazine Cloth Week and the website Northern Deals, "
        "both citing unnamed bankers.",
    )[0]
    assert claim.source == "unnamed bankers"
    assert len(claim.via[0]) == 2
