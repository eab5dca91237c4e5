"""How certain a claim is put: likelihood, confidence and distance apart, one level for lists."""

from __future__ import annotations

import pytest
from spacy.language import Language

from according.domain.claims import DistanceKind
from tests.unit.analysis.claims import claims, only


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The envoy said the talks were over.", "asserted"),
        ("The envoy denied that the talks were over.", "denied"),
        ("The envoy did not deny that the talks were over.", "asserted"),
        ("The envoy rejected claims of a secret deal.", "denied"),
        ("The envoy said the talks might fail.", "possible"),
        ("The envoy said the talks could possibly resume in May.", "possible"),
        ("The envoy said the talks would resume in May.", "asserted"),
        ("The envoy said the talks were likely to fail.", "probable"),
        ("The envoy claimed the talks would probably fail.", "probable"),
        ("The envoy claimed the talks may fail.", "possible"),
        ("The envoy believes the talks are over.", "probable"),
        ("The bank expects prices to fall.", "probable"),
        ("Two divers are believed to have found the wreck.", "probable"),
        ("The envoy claimed the talks were over.", "alleged"),
        ("Norland accused the navy of ramming a trawler.", "alleged"),
        ("The guards reportedly fled before dawn.", "alleged"),
        ("Three ministers are understood to have resigned.", "alleged"),
        ("The envoy confirmed that the talks were over.", "asserted"),
        ("The envoy is reviewing the deal, officials said.", "asserted"),
        ("“I think the talks are over,” the envoy said.", "probable"),
        ("The envoy said the risk of war was very unlikely to grow.", "probable"),
        ("The dam is set to close in the spring.", "probable"),
        ("The dam closed due to fog.", "asserted"),
        ("The report said there was a risk of flooding.", "asserted"),
        ("The embassy blasted the council for allegedly keeping the money.", "alleged"),
        ("The skipper allegedly said that the boat had sunk.", "alleged"),
        ("The envoy said he thought the talks were over.", "probable"),
    ],
)
def test_level(nlp: Language, sentence: str, level: str) -> None:
    assert only(nlp, sentence).level == level


def test_predicate_beats_a_noun(nlp: Language) -> None:
    claim = only(nlp, "“The possibility of a strike is highly likely,” the union told members.")
    assert claim.level == "probable"
    assert claim.hedges == ("highly likely",)
    assert claim.certainty.likelihood.band == (80, 90)
    assert claim.certainty.likelihood.scale == "PHIA"


def test_modal_of_a_side_clause_is_marked_but_does_not_decide(nlp: Language) -> None:
    claim = only(nlp, "“If ships that might carry arms enter the bay, they will be sunk,” he said.")
    assert claim.level == "asserted"
    assert claim.hedges == ("might",)


def test_could_not_is_no_hedge(nlp: Language) -> None:
    claim = only(nlp, "The envoy said the ministers could not agree.")
    assert (claim.level, claim.hedges) == ("asserted", ())


def test_term_on_icd_203(nlp: Language) -> None:
    likelihood = only(nlp, "The agency said rain was very likely.").certainty.likelihood
    assert (likelihood.band, likelihood.scale) == ((80, 95), "ICD 203")


def test_word_on_no_scale_has_no_band(nlp: Language) -> None:
    likelihood = only(nlp, "The agency said it might rain.").certainty.likelihood
    assert (len(likelihood.words), likelihood.band, likelihood.scale) == (1, None, None)


def test_month_of_may_is_no_hedge(nlp: Language) -> None:
    assert only(nlp, "The agency said rain fell in May.").hedges == ()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“We assess that the dam is unsafe,” the engineer said.", "We assess"),
        ("“I am not a lawyer but we are confident of winning,” she said.", "we are confident"),
        ("“I suspect the valve failed,” he said.", "I suspect"),
        ("The minister is certain that the valve failed.", "is certain"),
        ("The minister said she was convinced that the valve had failed.", "she was convinced"),
        ("The minister said he had no doubt that the valve had failed.", "no doubt"),
    ],
)
def test_confidence_of_the_speaker(nlp: Language, sentence: str, words: str) -> None:
    assert words in only(nlp, sentence).confidence


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("The envoy said the talks were over.", DistanceKind.NEUTRAL, ()),
        ("The envoy revealed that the talks were over.", DistanceKind.VOUCHING, ("revealed",)),
        ("The envoy alleged that he was beaten.", DistanceKind.DISTANCING, ("alleged",)),
        ("The envoy denied stealing the papers.", DistanceKind.DENYING, ("denied",)),
        ("The envoy blasted the council for its sloth.", DistanceKind.HOSTILE, ("blasted",)),
    ],
)
def test_distance_of_the_narrator(
    nlp: Language, sentence: str, kind: DistanceKind, words: tuple[str, ...]
) -> None:
    claim = only(nlp, sentence)
    assert (claim.certainty.distance.kind, claim.distance) == (kind, words)


def test_adverb_and_scare_quotes_are_words_of_distance(nlp: Language) -> None:
    claim = only(
        nlp, "Norland accused the navy of “helping” smugglers by allegedly jamming the radar."
    )
    assert claim.distance == ("accused", "“helping”", "allegedly")


def test_quoted_words_of_the_source_are_no_distance(nlp: Language) -> None:
    claim = only(nlp, "The envoy said the talks were “useless” and over.")
    assert claim.certainty.distance.kind is DistanceKind.NEUTRAL


def test_scare_quotes_of_the_paper_itself(nlp: Language) -> None:
    claim = only(nlp, "The council sold the “temporary” car park in the spring of last year.")
    assert claim.draft.narrated
    assert claim.distance == ("“temporary”",)
    assert claim.level == "asserted"


def test_scare_quotes_around_what_is_done_keep_it_at_arms_length(nlp: Language) -> None:
    claim = only(nlp, "The barges are “starving” the estuary of sand and mud.")
    assert claim.draft.narrated
    assert (claim.level, claim.distance) == ("alleged", ("“starving”",))


def test_one_level_for_each_of_two_claims(nlp: Language) -> None:
    first, second = claims(
        nlp, "Engineers say the dam is likely to fail. The owner denies that it is unsafe."
    )
    assert (first.level, second.level) == ("probable", "denied")


def test_better_than_even_is_on_no_scale(nlp: Language) -> None:
    better = only(nlp, "Jane Jones said there was a better than even chance of rain.")
    assert better.certainty.likelihood.band is None
    assert better.level == "probable"
    even = only(nlp, "“The odds are roughly even,” said Jane Jones.")
    assert even.certainty.likelihood.band == (45, 55)


def test_an_opinion_in_the_middle_or_in_a_later_sentence(nlp: Language) -> None:
    for said in (
        "The bridge, I think, will close, Jane Jones said.",
        "“It was a bad year. But I think the bridge will close,” Jane Jones said.",
    ):
        assert only(nlp, said).level == "probable"


def test_to_turn_down_a_request_denies_nothing(nlp: Language) -> None:
    for refused in ("calls to resign", "a request for a delay", "an offer of help"):
        claim = only(nlp, f"The mayor rejected {refused}.")
        assert claim.level == "asserted"
        assert claim.distance == ()
    assert only(nlp, "The mayor rejected claims of fraud.").level == "denied"
