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


def test_one_allegation_is_the_last_and_several_are_all() -> None:
    said = (
        "Ann Price accused the harbour board of hiding the report. The diver Tom Dunn accused the "
        "harbour board of dumping mud."
    )
    one = reading(said, "The harbour board denied the accusation.")
    assert {text for _, text in one.answered("the accusation")} == {
        "the harbour board of dumping mud"
    }
    both = reading(said, "The harbour board denied the accusations.")
    assert len(both.answered("the accusations")) == 2


def test_a_disputed_figure_is_the_claim_that_has_the_number() -> None:
    read = reading(
        "Auditors said the agency lost $61 million. Auditors said nobody was asked.",
        "Anne Pryce disputed the $61 million figure.",
    )
    assert read.answered("the $61 million figure") == {
        (LinkKind.DISPUTES, "the agency lost $61 million")
    }


def test_findings_are_those_of_the_paper_or_its_authors() -> None:
    read = reading(
        "Queens lose weight in winter, according to a paper posted on Thursday. A porter said the "
        "harbour was quiet.",
        "Calder Shipping plc dismissed the findings as “statistical noise”.",
    )
    ((kind, text),) = read.answered("the findings")
    assert kind is LinkKind.DENIES
    assert "Queens lose weight" in text


def test_his_account_is_all_that_the_last_speaker_said() -> None:
    read = reading(
        "A former clerk said the board was short of pilots. He said two of them had left.",
        "Calder Shipping plc disputes his account.",
    )
    assert len(read.answered("his account")) == 2


def test_a_denial_with_other_words_answers_what_was_just_said_of_the_denier() -> None:
    read = reading(
        "Joan Barker said Calder Shipping plc had declined to publish its accounts.",
        "Calder Shipping plc denied that it was being secretive.",
    )
    assert {kind for kind, _ in read.answered("secretive")} == {LinkKind.DENIES}


def test_two_who_deny_one_thing_agree() -> None:
    read = reading(
        "The army denied shelling the market.",
        "The government denied shelling the market.",
    )
    assert read.answered("shelling the market") == set()


def test_a_bill_called_a_fantasy_is_no_claim() -> None:
    read = reading(
        "Joan Barker said the harbour was closed.",
        "Ola Patel called the dredging bill “a fantasy”.",
    )
    assert read.answered("fantasy") == set()


def test_it_would_not_be_appropriate_to_comment_is_no_comment() -> None:
    read = reading(
        "Joan Barker said the inspectors knew of the leak.",
        "The inspectors said it would not be appropriate to comment.",
    )
    assert {kind for kind, _ in read.answered("appropriate to comment")} == {LinkKind.NO_COMMENT}
