"""Who says what: sources, cues and contents in British, American and science-page prose."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from according.domain.claims import Quotation
from according.domain.spans import text_of
from according.places import seed
from tests.unit.analysis.articles import article_of
from tests.unit.analysis.claims import claims, only


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The harbour master said that the crane had been inspected twice.",
            "The harbour master",
            "said",
            "the crane had been inspected twice",
        ),
        (
            "Ferry services will stop at noon, the operator announced.",
            "the operator",
            "announced",
            "Ferry services will stop at noon",
        ),
        (
            "The bridge, engineers say, was never designed for lorries.",
            "engineers",
            "say",
            "The bridge … was never designed for lorries",
        ),
        (
            "The union has accused the port of ignoring its own rules.",
            "The union",
            "has accused",
            "the port of ignoring its own rules",
        ),
        (
            "Residents urged the council to close the road.",
            "Residents",
            "urged",
            "the council to close the road",
        ),
        (
            "Meteorologists warned of severe flooding.",
            "Meteorologists",
            "warned of",
            "severe flooding",
        ),
        (
            "According to a study in a medical journal, walking helps memory.",
            "a study in a medical journal",
            "According to",
            "walking helps memory",
        ),
        (
            "Walking, according to the authors, helps memory.",
            "the authors",
            "according to",
            "Walking … helps memory",
        ),
        (
            "The company claimed to have repaired every valve.",
            "The company",
            "claimed",
            "to have repaired every valve",
        ),
        (
            "Ministers criticised the regulator for moving too slowly.",
            "Ministers",
            "criticised",
            "the regulator for moving too slowly",
        ),
        (
            "Dr Ada Moor, a geologist at the university, cautioned that the sample was small.",
            "Dr Ada Moor, a geologist at the university",
            "cautioned",
            "the sample was small",
        ),
        (
            "The firm’s report found that output had fallen by a tenth.",
            "The firm’s report",
            "found",
            "output had fallen by a tenth",
        ),
        (
            "The company, which makes valves, said in a statement that it was ready to help.",
            "The company",
            "said",
            "it was ready to help",
        ),
        (
            "The ministry is confident that the vaccine will arrive.",
            "The ministry",
            "is confident",
            "the vaccine will arrive",
        ),
        (
            "Norland has repeatedly denied supplying weapons to the rebels in the south.",
            "Norland",
            "has repeatedly denied",
            "supplying weapons to the rebels in the south",
        ),
        (
            "The airline didn’t immediately respond to a request for comment.",
            "The airline",
            "didn’t immediately respond to",
            "a request for comment",
        ),
        (
            "Mr Lind rejected suggestions that he had blocked the money.",
            "Mr Lind",
            "rejected",
            "suggestions that he had blocked the money",
        ),
        (
            "A palace spokesman said only that contacts continued.",
            "A palace spokesman",
            "said",
            "contacts continued",
        ),
        (
            "The mayor called the environmental study a sham.",
            "The mayor",
            "called",
            "the environmental study a sham",
        ),
        (
            "The firm’s co-founder said the valve had failed.",
            "The firm’s co-founder",
            "said",
            "the valve had failed",
        ),
        (
            "The town passed by-laws that appeal courts said discriminated against tenants.",
            "appeal courts",
            "said",
            "by-laws … discriminated against tenants",
        ),
        (
            "“The rule came out of thin air,” the two wrote.",
            "the two",
            "wrote",
            "“The rule came out of thin air,”",
        ),
        (
            "“I hope they find the boats.” Ms Reis said.",
            "Ms Reis",
            "said",
            "“I hope they find the boats.”",
        ),
        (
            "“It is steep,” Ms Reis said, “and it is icy.”",
            "Ms Reis",
            "said",
            "“It is steep,” … “and it is icy.”",
        ),
        (
            "The trial was delayed by fog, which the pilot said was thick.",
            "the pilot",
            "said",
            "fog … was thick",
        ),
    ],
)
def test_one_claim(nlp: Language, sentence: str, source: str, cue: str, content: str) -> None:
    claim = only(nlp, sentence)
    assert (claim.source, claim.cue, claim.text) == (source, cue, content)


def test_direct_quotation_keeps_its_marks(nlp: Language) -> None:
    claim = only(nlp, "“We lost two boats,” the skipper told the inquiry.")
    assert claim.text == "“We lost two boats,”"
    assert claim.source == "the skipper"
    assert claim.draft.quotation is Quotation.DIRECT


def test_all_sentences_of_a_quotation_are_one_claim(nlp: Language) -> None:
    claim = only(nlp, "“It was dark. We heard a bang. Then nothing,” Ms Okoro said.")
    assert claim.text == "“It was dark. We heard a bang. Then nothing,”"


def test_quotation_around_its_cue_is_one_claim_in_two_pieces(nlp: Language) -> None:
    claim = only(nlp, "“These are early days,” said Professor Lind, “but the signs are good.”")
    assert claim.text == "“These are early days,” … “but the signs are good.”"
    assert claim.source == "Professor Lind"


def test_mixed_quotation(nlp: Language) -> None:
    claim = only(nlp, "The minister said the delay was “deeply regrettable” and would end soon.")
    assert claim.draft.quotation is Quotation.MIXED
    assert claim.text == "the delay was “deeply regrettable” and would end soon"


def test_british_single_quotation_marks(nlp: Language) -> None:
    claim = only(nlp, "‘It wasn’t the crew’s fault,’ the captain said.")
    assert claim.text == "‘It wasn’t the crew’s fault,’"
    assert claim.draft.quotation is Quotation.DIRECT


def test_quotation_of_several_paragraphs_is_one_claim(nlp: Language) -> None:
    claim = only(
        nlp,
        "The mayor said: “The harbour is open.",
        "“Nobody needs to leave.”",
    )
    assert claim.text == "“The harbour is open. … “Nobody needs to leave.”"
    assert claim.source == "The mayor"


def test_nested_claim_beside_an_outer_one(nlp: Language) -> None:
    outer, inner = claims(
        nlp,
        "Rebel fighters could reach the coast, the country’s interior minister told lawmakers "
        "after news reports claimed the garrison had fled.",
    )
    assert (outer.source, outer.cue) == ("the country’s interior minister", "told")
    assert outer.text == "Rebel fighters could reach the coast"
    assert (inner.source, inner.cue) == ("news reports", "claimed")
    assert inner.text == "the garrison had fled"


def test_criticism_for_an_accusation_leaves_the_accusation_to_the_accuser(nlp: Language) -> None:
    claim = only(nlp, "The embassy condemned Norland for accusing the navy of ramming a trawler.")
    assert claim.source == "Norland"
    assert claim.draft.lemma == "accuse"
    assert claim.text == "the navy of ramming a trawler"


def test_participle_behind_a_claim_is_a_claim_of_the_same_source(nlp: Language) -> None:
    first, second = claims(
        nlp, "The coach said the team was tired, adding that two players were injured."
    )
    assert first.text == "the team was tired"
    assert (second.source, second.text) == ("The coach", "two players were injured")


def test_joint_sources_are_speakers_apart(nlp: Language) -> None:
    claim = only(nlp, "Norland and its allies in the north have denied such reports.")
    assert claim.source == "Norland and its allies in the north"
    assert claim.speakers == ("Norland", "its allies in the north")


def test_apposition_belongs_to_the_source_but_not_to_the_speaker(nlp: Language) -> None:
    claim = only(nlp, "Gen Ivo Brandt, the commander of the fleet, insisted the port was safe.")
    assert claim.source == "Gen Ivo Brandt, the commander of the fleet"
    assert claim.speakers == ("Gen Ivo Brandt",)


def test_passive_without_an_agent_has_no_source(nlp: Language) -> None:
    claim = only(nlp, "Two divers are believed to have found the wreck.")
    assert claim.source == ""
    assert claim.cue == "are believed"
    assert claim.text == "Two divers … to have found the wreck"


def test_passive_with_an_agent(nlp: Language) -> None:
    claim = only(nlp, "The broker was accused by regulators of misleading customers.")
    assert claim.source == "regulators"
    assert claim.text == "The broker … of misleading customers"


def test_adverb_without_a_source_before_it_is_its_own_cue(nlp: Language) -> None:
    claim = only(nlp, "The guards reportedly fled before dawn.")
    assert (claim.source, claim.cue) == ("", "reportedly")
    assert claim.text == "The guards … fled before dawn"
    assert not claim.draft.narrated


def test_noun_with_an_owner(nlp: Language) -> None:
    sources = {
        claim.source: claim.text
        for claim in claims(
            nlp, "The council’s claim that the water is clean was met with laughter."
        )
    }
    assert sources["The council"] == "the water is clean"


def test_refusal_to_comment(nlp: Language) -> None:
    claim = only(nlp, "The airline declined to comment on the crash.")
    assert (claim.draft.lemma, claim.cue, claim.text) == (
        "decline",
        "declined to comment",
        "the crash",
    )


def test_no_response_is_a_refusal(nlp: Language) -> None:
    claim = only(nlp, "The airline did not respond to a request for comment.")
    assert claim.draft.lemma == "decline"
    assert claim.source == "The airline"


def test_negated_cue(nlp: Language) -> None:
    claim = only(nlp, "The general did not say who had given the order.")
    assert claim.draft.negated
    assert claim.text == "who had given the order"


def test_reporting_without_content_is_no_attributed_claim(nlp: Language) -> None:
    assert all(claim.draft.narrated for claim in claims(nlp, "The mayor spoke to reporters."))


def test_request_for_anonymity_is_no_claim(nlp: Language) -> None:
    claim = only(nlp, "“It is chaos,” said one nurse, who asked not to be named.")
    assert claim.text == "“It is chaos,”"


def test_cue_inside_speech_credits_nobody(nlp: Language) -> None:
    claim = only(nlp, "“My brother told me that the road was closed,” Ana Reis said.")
    assert claim.source == "Ana Reis"


def test_denial_in_a_relative_clause(nlp: Language) -> None:
    _, denial = claims(nlp, "Prosecutors say the broker took bribes, something he strongly denies.")
    assert denial.draft.lemma == "deny"
    assert denial.level == "denied"


def test_a_dateline_is_no_content(nlp: Language) -> None:
    claim = only(nlp, "PORT ANSEL, March 3 (Wire) — Two ships collided in fog, officials said.")
    assert claim.text == "Two ships collided in fog"


def test_an_emoji_before_a_claim_shifts_nothing(nlp: Language) -> None:
    claim = only(nlp, "🚢 The pilot said the channel was clear.")
    assert (claim.source.split()[-1], claim.text) == ("pilot", "the channel was clear")


def test_claims_never_leave_their_paragraph(nlp: Language) -> None:
    lines = ("The mayor said the ferry was late", "Nothing else moved in the harbour that day.")
    article = article_of(*lines)
    for claim in claims(nlp, *lines):
        blocks = {article.block_at(span.start) for span in claim.draft.content}
        assert len(blocks) == 1
        assert "\n" not in text_of(claim.draft.content, article.text)


def test_an_empty_article_has_no_claims(nlp: Language) -> None:
    assert claims(nlp) == []


def test_who_refers_to_people_rather_than_to_their_objections(nlp: Language) -> None:
    claim = only(nlp, "The plan passed despite objections from residents, who say it is dangerous.")
    assert (claim.source, claim.text) == ("residents", "it is dangerous")


def test_another_s_turn_is_no_part_of_a_content(nlp: Language) -> None:
    first, second = claims(
        nlp, "The charity estimates that one in five goes hungry, but ministers dispute the figure."
    )
    assert first.text == "one in five goes hungry"
    assert (second.source, second.text) == ("ministers", "the figure")


def test_aside_with_a_denial(nlp: Language) -> None:
    first, second = claims(
        nlp, "A report found the project could cost £40m, a figure disputed by the council."
    )
    assert first.text == "the project could cost £40m"
    assert (second.source, second.text, second.level) == ("the council", "a figure", "denied")


def test_which_he_denies(nlp: Language) -> None:
    first, second = claims(nlp, "He is alleged to have taken £2,000 in cash, which he denies.")
    assert first.text == "He … to have taken £2,000 in cash"
    assert (second.source, second.level) == ("he", "denied")


def test_means_belong_to_an_accusation(nlp: Language) -> None:
    claim = only(nlp, "Norland accused the navy of helping smugglers by jamming the radar.")
    assert claim.text == "the navy of helping smugglers by jamming the radar"


def test_nobody_would_comment(nlp: Language) -> None:
    claim = only(nlp, "Neither side would comment on the talks.")
    assert claim.draft.lemma == "decline"


def test_misread_past_tense_before_a_cue(nlp: Language) -> None:
    claim = only(nlp, "Two ships collided in fog, officials said.")
    assert (claim.source, claim.text) == ("officials", "Two ships collided in fog")


def test_adverb_within_an_attributed_claim_makes_no_second_claim(nlp: Language) -> None:
    claim = only(nlp, "Two guards allegedly slept at their desks, according to court records.")
    assert claim.source == "court records"
    assert (claim.level, claim.distance) == ("alleged", ("allegedly",))


def test_what_voters_could_have_shown_is_no_attributed_claim(nlp: Language) -> None:
    found = claims(nlp, "Voters could have shown that they were tired of the war.")
    assert all(claim.draft.narrated for claim in found)


def test_denial_of_that_beside_a_reason(nlp: Language) -> None:
    denial, reason = claims(nlp, "Ana Ruiz disputed that, saying the dam is safe.")
    assert (denial.draft.lemma, denial.text, denial.level) == ("dispute", "that", "denied")
    assert (reason.source, reason.text) == ("Ana Ruiz", "the dam is safe")


def test_passive_with_allegedly_is_the_narrator_s_allegation(nlp: Language) -> None:
    claim = only(nlp, "Residents of Port Ansel were allegedly told to stay indoors.")
    assert (claim.cue, claim.level) == ("allegedly", "alleged")
    assert claim.text == "Residents of Port Ansel were … told to stay indoors"


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides agreed to sign a treaty.",
        "The crowd began to say that he should go.",
    ],
)
def test_what_is_only_done_or_begun_is_no_attributed_claim(nlp: Language, sentence: str) -> None:
    assert all(claim.draft.narrated for claim in claims(nlp, sentence))


def test_description_of_a_speaker_is_not_the_speaker(nlp: Language) -> None:
    claim = only(nlp, "The mayor, a Democrat who opposes the dam, said it would fail.")
    assert claim.speakers == ("The mayor",)


def test_opening_of_a_sentence_is_no_content(nlp: Language) -> None:
    found = claims(nlp, "In a speech from the quay, which was full, the mayor claimed a victory.")
    assert "In a speech from the quay" not in {claim.text for claim in found}


def test_second_cue_ends_the_first_content(nlp: Language) -> None:
    first, second = claims(
        nlp, "He said the aim of the scheme is to save the dam, but conceded that it will be hard."
    )
    assert first.text == "the aim of the scheme is to save the dam"
    assert second.text == "it will be hard"


def test_cue_behind_before_ends_the_content(nlp: Language) -> None:
    first, second = claims(
        nlp, "Ms Reis said the dam had saved the town before claiming that ferries were harmful."
    )
    assert first.text == "the dam had saved the town"
    assert (second.source, second.text) == ("Ms Reis", "ferries were harmful")


SEED_LINES = tuple(
    line
    for path in sorted(seed("articles").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if 40 < len(line) < 500
)
ODD = (*".,;:“”‘’\"'-–—?!()…", "said", "that", "according to", "as saying", "confident that", "who")


@st.composite
def odd_lines(draw: st.DrawFn) -> str:
    """Halves of two lines of our articles with words, marks and cues put in anywhere."""
    first, second = (draw(st.sampled_from(SEED_LINES)).split() for _ in range(2))
    words = first[: draw(st.integers(0, len(first)))] + second[draw(st.integers(0, len(second))) :]
    for odd in draw(st.lists(st.sampled_from(ODD), max_size=8)):
        at = draw(st.integers(0, len(words)))
        if draw(st.booleans()) and at < len(words):
            words[at] += odd
        else:
            words.insert(at, odd)
    return " ".join(words) or "."


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(odd_lines(), min_size=1, max_size=2))
def test_odd_text_gives_whole_spans_and_never_fails(nlp: Language, lines: list[str]) -> None:
    article = article_of(*lines)
    for claim in claims(nlp, *lines):
        draft = claim.draft
        relays = [span for relay in draft.relays for span in (*relay.relays, *relay.cue)]
        for span in (*draft.content, *draft.source, *draft.speakers, *draft.cue, *relays):
            assert span.of(article.text).strip()
        assert draft.content


def test_nobody_is_credited_with_a_line_that_never_ends(nlp: Language) -> None:
    found = claims(nlp, "the envoy said the talks had failed and " * 400)
    assert all(len(claim.text) < 5000 for claim in found if not claim.draft.narrated)


def test_a_cited_paper_is_no_claim(nlp: Language) -> None:
    claim = only(
        nlp,
        "The Herald, which cited a letter from the works council, said the plant would close.",
    )
    assert claim.text == "the plant would close"


def test_an_aside_about_a_question_is_no_claim(nlp: Language) -> None:
    found = claims(nlp, "Jane Jones, when asked whether it would close, said no.")
    assert [claim.cue for claim in found] == ["said"]


def test_a_question_that_nobody_asks_by_name_is_no_claim(nlp: Language) -> None:
    claim = only(nlp, "Jane Jones was asked whether the bridge would close.")
    assert claim.draft.narrated


def test_a_name_behind_its_label_at_the_beginning(nlp: Language) -> None:
    claim = only(nlp, "According to the state news agency SUNA, the army had won.")
    assert (claim.source, claim.text) == ("the state news agency SUNA", "the army had won")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The director did not return a call seeking comment.", "a call seeking comment"),
        ("The firm declined to comment further.", "to comment further"),
    ],
)
def test_what_a_refusal_turns_down(nlp: Language, sentence: str, text: str) -> None:
    claim = only(nlp, sentence)
    assert (claim.draft.lemma, claim.text) == ("decline", text)
