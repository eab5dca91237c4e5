"""Denials and disputes find what they answer, and what is turned down is no denial."""

from __future__ import annotations

from according.domain.claims import LinkKind, Stance
from tests.unit.analysis.reading import reading


def test_a_denial_in_its_own_words_also_answers_the_charge() -> None:
    read = reading(
        "The rebels blamed the army for the raid. The army denied shelling the market.",
    )
    assert (LinkKind.DENIES, "the army for the raid") in read.answered("shelling the market")


def test_allegations_prefer_an_allegation_to_a_neutral_sentence() -> None:
    read = reading(
        "Whistleblowers alleged that Calder Shipping plc hid the report.",
        "A porter said the harbour was quiet.",
        "Calder Shipping plc denied the allegations.",
    )
    ((kind, text),) = read.answered("the allegations")
    assert kind is LinkKind.DENIES
    assert "hid the report" in text


def test_a_denial_does_not_answer_its_own_spokesman() -> None:
    read = reading(
        "A spokesperson for Calder Shipping plc said the figures were new.",
        "Calder Shipping plc denied the allegations.",
    )
    assert read.answered("the allegations") == set()


def test_calling_the_complaint_false_disputes_what_it_says() -> None:
    read = reading(
        "Two inspectors were paid, according to a draft complaint.",
        "Calder Shipping plc said the complaint was false.",
    )
    ((kind, text),) = read.answered("the complaint was false")
    assert kind is LinkKind.DISPUTES
    assert "Two inspectors were paid" in text


def test_a_claim_that_is_not_credible_is_disputed() -> None:
    read = reading(
        "Joan Barker said the wards were empty.",
        "Former minister Ola Patel said Barker’s claim was not credible.",
    )
    ((kind, text),) = read.answered("not credible")
    assert (kind, text) == (LinkKind.DISPUTES, "the wards were empty")
    assert read.standing("not credible").stance is not Stance.PARTY


def test_a_rejected_request_answers_nothing() -> None:
    read = reading(
        "Residents said the harbour needed an emergency fund.",
        "The government rejected a request for an emergency fund.",
    )
    assert not [link for link in read.analysis.links if link.kind is LinkKind.DENIES]
    assert "denial" not in read.analysis.summary


def test_whose_explanation_is_disputed() -> None:
    read = reading(
        "The council said the document was a draft. Jo Adeyemi said she read it in a newspaper.",
        "The Quay Workers Union called the council’s explanation false.",
    )
    assert read.answered("explanation") == {(LinkKind.DISPUTES, "the document was a draft")}


def test_a_denial_does_not_answer_who_only_names_the_place() -> None:
    read = reading(
        "Inspectors said shells had hit the mill on Sunday. The rebels blamed the army for it.",
        "The army denied targeting the mill.",
    )
    assert {text for _, text in read.answered("targeting the mill")} == {"the army for it"}


def test_the_claims_are_those_the_paper_keeps_at_a_distance() -> None:
    read = reading(
        "Emails published by the Herald proved that Anne Pryce knew of the leak, Labour leader "
        "Tom Marsh claimed.",
        "“It is highly likely we will go to court,” said Helen Ward, who runs the port.",
        "Anne Pryce dismissed the claims as nonsense.",
    )
    answered = {text for _, text in read.answered("the claims")}
    assert any("Emails" in text for text in answered)
    assert not any("court" in text for text in answered)


def test_a_denial_answers_what_both_sides_accuse_each_other_of() -> None:
    read = reading(
        "Moscow and Kyiv accused each other of shelling the site of the plant.",
        "Kyiv has repeatedly denied targeting the plant.",
    )
    assert {text for _, text in read.answered("targeting the plant")} == {
        "each other of shelling the site of the plant"
    }
