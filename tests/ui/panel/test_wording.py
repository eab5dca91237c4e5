"""The sentences of the panel, in singular and plural."""

from __future__ import annotations

from dataclasses import replace

import pytest

from according.domain.claims import (
    Certainty,
    Directness,
    DistanceKind,
    Level,
    Likelihood,
    Link,
    LinkKind,
    Stance,
    Standing,
)
from according.domain.reading import Reading
from according.domain.sources import ReliabilityNote, Source, SourceKind
from according.domain.spans import Span
from according.ui.panel import wording
from according.ui.panel.source_sentences import source_sentence
from according.ui.panel.source_wording import (
    Role,
    description,
    newest_first,
    origin_question,
    role_chip,
    roles,
)
from tests import factories


def _analysed(reading: Reading) -> tuple[Reading, dict[str, Role]]:
    assert reading.analysis is not None
    return reading, {role.source.id: role for role in roles(reading.analysis)}


@pytest.mark.parametrize(
    ("parts", "joined"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_listed_joins_names_as_one_says_them(parts: list[str], joined: str) -> None:
    assert wording.listed(parts) == joined


def test_counted_takes_the_singular_for_one_only() -> None:
    words = [wording.counted(n, "{n} claim", "{n} claims") for n in (0, 1, 2)]
    assert words == ["0 claims", "1 claim", "2 claims"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cracks", "“cracks”"),
        ("“cracks”", "“cracks”"),
        ("they are “small”", "“they are ‘small’”"),
    ],
)
def test_quoted_never_doubles_the_marks(text: str, shown: str) -> None:
    assert wording.quoted(text) == shown


def test_shortened_cuts_between_words_and_leaves_short_texts_alone() -> None:
    assert wording.shortened("two girders", 20) == "two girders"
    assert wording.shortened("two girders of the bridge", 14) == "two girders\u00a0…"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2024-10-06", "6 October 2024"),
        ("2024-10-08T09:10:00+01:00", "8 October 2024, 09:10"),
        ("2024-06/2024-07", "June 2024 to July 2024"),
        ("soon", "soon"),
        ("2024-13", "2024-13"),
    ],
)
def test_dates_keep_their_printed_precision(when: str, words: str) -> None:
    assert wording.date_words(when) == words


def test_a_claim_reads_as_one_sentence() -> None:
    reading = factories.reading()
    assert reading.analysis is not None
    claim = reading.analysis.claim("c5")
    assert (
        wording.claim_sentence(reading, claim, noted=False)
        == "Claim 6 of 9, Tomas Reyl, asserted, via Northern Wire, no note"
    )
    narrated = reading.analysis.claim("c1")
    assert (
        wording.claim_sentence(reading, narrated, noted=True)
        == "Claim 2 of 9, the paper itself, own voice, with a note"
    )


def test_the_likelihood_names_its_scale_or_says_that_it_has_none() -> None:
    reading = factories.reading()
    assert reading.analysis is not None
    text = reading.article.text
    likely = reading.analysis.claim("c2").certainty
    assert str(wording.likelihood(likely, text)) == "“very likely” · 80–95 % on the ICD 203 scale"
    may = reading.analysis.claim("c4").certainty
    assert str(wording.likelihood(may, text)) == "“may” · on no scale"
    assert not wording.likelihood(Certainty(), text).known
    assert str(wording.likelihood(Certainty(), text)) == "not stated here"


def test_words_are_told_once_however_often_they_are_printed() -> None:
    text = "likely, they said, and likely again"
    certainty = Certainty(level=Level.PROBABLE, likelihood=Likelihood((Span(0, 6), Span(23, 29))))
    assert wording.likelihood(certainty, text).main == "“likely”"


def test_the_papers_distance_shows_the_cue_where_no_other_word_shows_it() -> None:
    reading = factories.reading()
    assert reading.analysis is not None
    text = reading.article.text
    assert str(wording.distance(reading.analysis.claim("c2"), text)) == "neutral · “said”"
    denied = reading.analysis.claim("c6")
    assert denied.certainty.distance.kind is DistanceKind.DENYING
    assert str(wording.distance(denied, text)) == "reports a denial · “denied”"


def test_an_unknown_stance_says_so() -> None:
    assert str(wording.stance(Stance.NOT_KNOWN, None)) == "not known"
    assert (
        str(wording.stance(Stance.PARTY, "it is accused")) == "party to the matter · it is accused"
    )


def test_links_read_differently_from_either_end() -> None:
    reading = factories.reading()
    assert reading.analysis is not None
    denial = next(one for one in reading.analysis.links if one.kind is LinkKind.DENIES)
    denied, denying = reading.analysis.claim("c2"), reading.analysis.claim("c6")
    assert wording.link_words(denial, denied, reading)[0] == "Denied by Calder Freight"
    phrase, other = wording.link_words(denial, denying, reading)
    assert phrase == "Denies"
    assert other.startswith("Maria Okonjo, “the cracks were ‘very likely’ caused")


def test_the_headline_is_said_to_rest_on_a_claim_of_the_body() -> None:
    reading = factories.reading()
    assert reading.analysis is not None
    rests = Link(LinkKind.RESTS_ON, "c0", "c2", (), 1.0)
    body = reading.analysis.claim("c2")
    assert wording.link_words(rests, body, reading)[0] == "The headline rests on this"
    head = reading.analysis.claim("c0")
    assert wording.link_words(rests, head, reading)[0] == "Rests on"


def test_places_are_numbered_as_a_reader_counts_paragraphs() -> None:
    article = factories.article()
    headline = factories.span_of(article.text, "Harbour bridge")
    first = factories.span_of(article.text, "The swing bridge")
    third = factories.span_of(article.text, "a third girder")
    folded = factories.span_of(article.text, "Your support")
    assert wording.place_mark(article, headline) == ("Headline", "headline")
    assert wording.place_mark(article, first) == ("¶1", "paragraph 1")
    assert wording.place_mark(article, third) == ("¶3", "paragraph 3")
    assert wording.place_mark(article, folded)[1] == "folded away"


def test_the_chip_of_a_source_says_what_it_does() -> None:
    _, found = _analysed(factories.reading())
    chips = {source: role_chip(role) for source, role in found.items()}
    assert chips["s1"] == "3 claims"
    assert chips["s5"] == "1 claim"
    assert chips["s4"] == "relays 1"
    assert chips["s6"] == "1 denial"


def test_a_relay_says_whose_words_it_passes_on() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    assert (
        source_sentence(found["s4"], reading.analysis)
        == "A news agency. Here it passes on a statement by Tomas Reyl."
    )


def test_a_source_says_how_many_of_its_claims_are_relayed() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    first, second, third = found["s1"].says
    relayed = [replace(one, via=(("s4",),)) for one in (first, second)]
    one = replace(found["s1"], says=(relayed[0], second, third))
    two = replace(found["s1"], says=(*relayed, third))
    assert "One of the three claims comes through Northern Wire." in source_sentence(
        one, reading.analysis
    )
    assert "Two of the three claims come through Northern Wire." in source_sentence(
        two, reading.analysis
    )


def test_a_party_to_the_matter_is_called_so() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    sentence = source_sentence(found["s6"], reading.analysis)
    assert sentence == "A company. Here it denies what is said of it and is a party to the matter."


def test_unnamed_sources_keep_their_printed_words_and_what_is_missing() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    assert (
        source_sentence(found["s2"], reading.analysis)
        == "“Two people familiar with the inspection”, quoted by Ansel Gazette. "
        "Who they are is not stated."
    )
    unknown = Source("s2", "inspectors", SourceKind.UNNAMED_GROUP, named=False)
    role = replace(found["s2"], source=unknown)
    assert "number not given" in source_sentence(role, reading.analysis)
    one = replace(unknown, name="the mayor’s office", description="the mayor’s office")
    alone = replace(role.says[0], via=())
    assert (
        source_sentence(replace(role, source=one, says=(alone,)), reading.analysis)
        == "“the mayor’s office”. No name is given."
    )
    spies = replace(unknown, name="unnamed intelligence sources")
    assert (
        source_sentence(replace(role, source=spies, says=(alone,)), reading.analysis)
        == "“unnamed intelligence sources”, number not given. Whose intelligence is not stated."
    )


def test_two_outlets_with_one_origin_are_a_question() -> None:
    _, found = _analysed(factories.reading())
    role = found["s2"]
    assert origin_question(role) == ""
    twice = replace(role.says[0], via=(("s3", "s4"),))
    assert origin_question(replace(role, says=(twice,))) == "Two outlets, possibly one origin"
    apart = replace(twice, origins=2)
    assert origin_question(replace(role, says=(apart,))) == ""


def test_facts_come_newest_first_and_unknown_ones_last() -> None:
    facts = (
        ReliabilityNote("corrections policy", None, None, None),
        ReliabilityNote("owner", "a trust", "2019", "Report"),
        ReliabilityNote("seat", "Port Ansel", "2024-05", "Report"),
    )
    assert [fact.field for fact in newest_first(facts)] == ["seat", "owner", "corrections policy"]


def test_denials_are_counted_apart_from_claims() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    role = next(one for one in found.values() if one.says and not one.only_denies)
    denial = replace(role.says[0], certainty=replace(role.says[0].certainty, level=Level.DENIED))
    both = replace(role, says=(role.says[0], denial), relays=())
    assert role_chip(both) == "1 claim, 1 denial"


def _sentence(source: Source, *, says: str = "c8", **standing: object) -> str:
    """The sentence of a source that makes one claim of the bridge story."""
    reading = factories.reading()
    assert reading.analysis is not None
    stands = Standing(source.id, Directness.NOT_STATED, Stance.NOT_KNOWN)
    claim = replace(
        reading.analysis.claim(says),
        sources=(source.id,),
        standing=(replace(stands, **standing),),  # type: ignore[arg-type]
    )
    return source_sentence(Role(source, (claim,), ()), reading.analysis)


def test_a_capital_that_speaks_for_its_government_is_said_to_be_called_so() -> None:
    body = SourceKind.GOVERNMENT_BODY
    source = Source("s9", "government of Vessary", body, True, "e1", "Port Ansel")
    said = _sentence(source, says="c6", stance=Stance.PARTY)
    assert said == (
        "The government of Vessary, called “Port Ansel” here. "
        "Here it denies what is said of it and is a party to the matter."
    )
    unexplained = replace(source, description=None)
    said = _sentence(unexplained, directness=Directness.OFFICIAL_STATEMENT, stance=Stance.ALLY)
    assert said == (
        "Here it speaks officially, naming no first-hand evidence, and is an ally of a party."
    )


@pytest.mark.parametrize("kind", list(SourceKind))
def test_no_kind_of_source_is_introduced_by_a_bare_tag(kind: SourceKind) -> None:
    said = _sentence(Source("s9", "Brandt Motoren", kind, True))
    assert said.startswith(("A ", "An ", "The ", "Here "))
    assert said.endswith(".")
    assert len(said.split()) > 1


@pytest.mark.parametrize(
    ("name", "description", "said"),
    [
        ("Brandt Motoren", "rival", "A rival."),
        ("Brandt Motoren", "engine maker", "An engine maker."),
        ("Brandt Motoren", "North Vessarian engine maker", "A North Vessarian engine maker."),
        ("Brandt Motoren", "Vessary’s engine maker", "Vessary’s engine maker."),
        ("Brandt Motoren", "the largest of its kind", "The largest of its kind."),
        ("Brandt Motoren", "which makes engines", "A company, which makes engines."),
    ],
)
def test_a_description_reads_as_a_sentence(name: str, description: str, said: str) -> None:
    assert _sentence(Source("s9", name, SourceKind.COMPANY, True, None, description)) == said


def test_a_person_is_never_called_it_and_several_take_the_plural() -> None:
    person = Source("s9", "Ada Lorne", SourceKind.PERSON, True, "e1")
    assert _sentence(person) == "The article does not say who Ada Lorne is."
    assert (
        _sentence(person, stance=Stance.ADVERSARY)
        == "Here Ada Lorne is an adversary of the subject."
    )
    several = Source("s9", "harbour pilots", SourceKind.NGO, True, None, "pilots of the port")
    said = _sentence(several, directness=Directness.SECOND_HAND, stance=Stance.INTERESTED)
    assert (
        said
        == "Pilots of the port. Here they speak at second hand and have an interest in the matter."
    )


def test_a_name_that_the_reader_made_up_is_of_no_known_kind() -> None:
    source = Source("s9", "Anto", SourceKind.PERSON, True, by_reader=True)
    assert description(source) == "named by you, kind not known"
    assert _sentence(source) == "Named by you, kind not known."


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("senior official", "a senior official"),
        ("aide", "an aide"),
        ("hourly bulletin", "an hourly bulletin"),
        ("union", "a union"),
        ("unnamed aide", "an unnamed aide"),
        ("uninvited guest", "an uninvited guest"),
        ("European body", "a European body"),
        ("one-time ally", "a one-time ally"),
        ("FBI agent", "an FBI agent"),
        ("US senator", "a US senator"),
        ("NATO envoy", "a NATO envoy"),
    ],
)
def test_the_article_goes_by_the_sound(phrase: str, said: str) -> None:
    assert wording.with_article(phrase) == said


def test_claims_that_are_all_relayed_say_so_in_their_number() -> None:
    reading, found = _analysed(factories.reading())
    assert reading.analysis is not None
    relayed = tuple(replace(one, via=(("s4",),)) for one in found["s1"].says)
    for count, words in ((1, "The claim comes"), (2, "Both claims come"), (3, "All three claims")):
        said = source_sentence(replace(found["s1"], says=relayed[:count]), reading.analysis)
        assert words in said
