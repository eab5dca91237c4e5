"""Attribution that stands in an earlier sentence or before a colon."""

from __future__ import annotations

from spacy.language import Language

from tests.unit.analysis.claims import claims


def test_free_quotation_is_by_whoever_spoke_last_through_the_same_relays(nlp: Language) -> None:
    first, second = claims(
        nlp,
        "Mr Brandt said the dam was “beyond repair”, reported the news agency Norpress. “We must "
        "leave the valley before spring.”",
    )
    assert (second.text, second.source) == (
        "“We must leave the valley before spring.”",
        "Mr Brandt",
    )
    assert second.draft.carried
    assert second.via == first.via == (("the news agency Norpress",),)
    assert second.draft.cue == first.draft.cue


def test_free_quotation_that_begins_a_paragraph(nlp: Language) -> None:
    _, second = claims(nlp, "“The dam is old,” Ms Reis said.", "“It will not hold another winter.”")
    assert (second.source, second.draft.carried) == ("Ms Reis", True)


def test_allegedly_carries_the_attribution_of_the_sentence_before(nlp: Language) -> None:
    first, second = claims(
        nlp,
        "The Coast Post had quoted a diplomat as claiming that four sailors drowned. Two others "
        "were also allegedly rescued and taken to a clinic.",
    )
    assert (second.source, second.via) == ("a diplomat", (("The Coast Post",),))
    assert second.draft.carried
    assert second.draft.cue == first.draft.cue
    assert second.text == "Two others were also allegedly rescued and taken to a clinic"
    assert second.distance == ("allegedly",)
    assert second.level == "alleged"


def test_carried_claim_of_a_denier_is_no_denial(nlp: Language) -> None:
    denial, second = claims(nlp, "Mr Brandt denied the charges. “I was in Oslo that week.”")
    assert denial.level == "denied"
    assert (second.source, second.level) == ("Mr Brandt", "asserted")


def test_colon_before_speech(nlp: Language) -> None:
    (claim,) = claims(nlp, "Ms Reis was blunt: “The dam will fail.”")
    assert (claim.source, claim.text) == ("Ms Reis", "“The dam will fail.”")


def test_speech_after_a_sentence_about_somebody(nlp: Language) -> None:
    texts = {claim.text: claim for claim in claims(nlp, "Ms Reis laughed. “The dam will fail.”")}
    assert texts["“The dam will fail.”"].source == "Ms Reis"


def test_a_scare_quote_is_no_speech(nlp: Language) -> None:
    (claim,) = claims(nlp, "The council sold the “temporary” car park in the spring.")
    assert claim.draft.narrated


def test_free_quotation_behind_straight_double_marks(nlp: Language) -> None:
    _, second = claims(nlp, "''Rowing is freedom,'' Ms Reis said. ''It costs nothing.''")
    assert (second.text, second.source) == ("''It costs nothing.''", "Ms Reis")


def test_free_quotation_goes_on_from_speech_rather_than_from_a_deed(nlp: Language) -> None:
    last = claims(
        nlp,
        "“She needs a plan,” Mr Brandt said. He criticised the board. “Her instinct is to wait.”",
    )[-1]
    assert (last.text, last.draft.lemma) == ("“Her instinct is to wait.”", "say")
