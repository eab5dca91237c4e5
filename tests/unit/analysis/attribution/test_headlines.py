"""Headlines name their source in front, behind, or beside a colon or dash."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.unit.analysis.claims import claims, only


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Dam ‘very likely’ to fail, engineers say", "engineers", "Dam ‘very likely’ to fail"),
        ("Engineers say dam will fail", "Engineers", "dam will fail"),
        ("Dam will fail within a year – report", "report", "Dam will fail within a year"),
        ("Engineers: Dam will fail within a year", "Engineers", "Dam will fail within a year"),
        ("Dam will fail within a year: scientists", "scientists", "Dam will fail within a year"),
        ("Minister denies taking bribes", "Minister", "taking bribes"),
    ],
)
def test_headline(nlp: Language, headline: str, source: str, content: str) -> None:
    claim = only(nlp, headline=headline)
    assert (claim.source, claim.text) == (source, content)


def test_a_label_before_a_colon_is_no_source(nlp: Language) -> None:
    found = claims(nlp, headline="Analysis: the dam will fail within a year")
    assert all(claim.source == "" for claim in found)


def test_a_name_behind_a_dash_that_follows_speech(nlp: Language) -> None:
    claim = only(nlp, "“The dam has to go before it kills somebody.” – Ana Reis, farmer")
    assert claim.source == "Ana Reis, farmer"


def test_plain_headline_is_in_the_paper_s_voice(nlp: Language) -> None:
    claim = only(nlp, headline="Flood closes three schools in the valley")
    assert claim.draft.narrated


def test_denial_inside_what_others_say(nlp: Language) -> None:
    outer, inner = claims(
        nlp, headline="Norland’s navy denies attack on ferry that killed dozens, residents say"
    )
    assert outer.source == "residents"
    assert (inner.source, inner.text) == (
        "Norland’s navy",
        "attack on ferry that killed dozens",
    )
    assert inner.level == "denied"


def test_content_goes_on_to_the_end_of_the_line(nlp: Language) -> None:
    claim = only(nlp, headline="Water firm warns investors over state of sewage works")
    assert claim.text == "investors over state of sewage works"


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        (
            "Harlow aide says pay deal ‘very unlikely’ before spring",
            "Harlow aide",
            "pay deal ‘very unlikely’ before spring",
        ),
        (
            "Rival Tolland says merger talks ‘possible’",
            "Rival Tolland",
            "merger talks ‘possible’",
        ),
    ],
)
def test_says_without_a_verb_behind_it(
    nlp: Language, headline: str, source: str, content: str
) -> None:
    claim = only(nlp, headline=headline)
    assert (claim.source, claim.text) == (source, content)
    assert claim.level in {"probable", "possible"}


def test_each_half_of_a_headline_keeps_to_itself(nlp: Language) -> None:
    first, second = claims(
        nlp, headline="Rossi says Norland 'probably' wants talks; Denmark denies receiving letter"
    )
    assert first.text == "Norland 'probably' wants talks"
    assert first.level == "probable"
    assert (second.source, second.text) == ("Denmark", "receiving letter")
