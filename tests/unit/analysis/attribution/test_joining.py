"""What rules and model find becomes one draft for each attribution, as sure as both are of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from according.analysis.attribution.find import find_drafts
from according.analysis.attribution.joining import Learned, shared
from according.analysis.attribution.lexicon import load_words
from according.analysis.attribution.quotations import find_quotations
from according.analysis.drafts import Draft, Parsed
from according.analysis.learned.calibration import LEAST, Calibration, Line
from according.analysis.learned.decoding import Attributed
from according.analysis.passages import parse
from according.domain.analysis import LEARNED
from according.domain.article import Article, BlockKind
from according.domain.claims import Quotation
from according.domain.spans import Span, Spans, merged, text_of
from tests.unit.analysis.articles import article_of, span_of
from tests.unit.analysis.drafting import At

WORDS = load_words()
CALIBRATION = Calibration(agreed=Line(1, 0.5), alone=Line(1, -0.5))


@dataclass(frozen=True)
class Read:
    """The attributed drafts of an article in text order; parts of them in words."""

    article: Article
    drafts: tuple[Draft, ...]

    @property
    def only(self) -> Draft:
        (draft,) = self.drafts
        return draft

    def words(self, spans: Spans) -> str:
        return text_of(spans, self.article.text)

    def parts(self, draft: Draft) -> tuple[str, str, str]:
        """Source, cue and content."""
        return self.words(draft.source), self.words(draft.cue), self.words(draft.content)


def found(
    article: Article,
    cue: At,
    content: At,
    *,
    source: At | None = None,
    anchor: At | None = None,
    score: float = 0.8,
) -> Attributed:
    """What the model might find, given by its words; its anchor is the whole cue by default."""
    return Attributed(
        anchor=_at(article, anchor if anchor is not None else cue),
        source=(_at(article, source),) if source is not None else (),
        cue=(_at(article, cue),),
        content=(_at(article, content),),
        score=score,
    )


def _at(article: Article, place: At) -> Span:
    words, nth = place if isinstance(place, tuple) else (place, 0)
    return span_of(article, words, nth=nth)


def read(
    nlp: Language, article: Article, *attributed: Attributed, least: float | None = 0.0
) -> Read:
    """An article as rules and model read it, or without `least` as the rules alone do."""
    return read_parsed(parse(nlp, article), *attributed, least=least)


def read_parsed(parsed: Parsed, *attributed: Attributed, least: float | None = 0.0) -> Read:
    article = parsed.article
    quotations, _ = find_quotations(parsed)
    learned = None if least is None else Learned(attributed, CALIBRATION, least)
    drafts = find_drafts(parsed, quotations, WORDS, learned)
    return Read(article, tuple(draft for draft in drafts if not draft.narrated))


def rules_alone(nlp: Language, article: Article) -> Read:
    return read(nlp, article, least=None)


SAID = article_of("The harbour master said that the crane had been inspected twice this year.")


def test_where_both_agree_the_model_says_how_far_the_content_reaches(nlp: Language) -> None:
    ruled = rules_alone(nlp, SAID).only
    one = found(SAID, "said", "the crane had been inspected twice", source="The harbour master")
    both = read(nlp, SAID, one)
    assert both.words(ruled.content) == "the crane had been inspected twice this year"
    assert both.words(both.only.content) == "the crane had been inspected twice"
    assert (both.only.source, both.only.cue) == (ruled.source, ruled.cue)


def test_agreement_is_kept_with_the_name_of_the_rule(nlp: Language) -> None:
    one = found(SAID, "said", "the crane had been inspected twice", source="The harbour master")
    both = read(nlp, SAID, one).only
    assert both.confirmed
    assert both.origin == rules_alone(nlp, SAID).only.origin != LEARNED


def test_a_claim_does_not_begin_with_the_that_before_it(nlp: Language) -> None:
    one = found(SAID, "said", "that the crane had been inspected", source="The harbour master")
    both = read(nlp, SAID, one)
    assert both.words(both.only.content) == "the crane had been inspected"


def test_scores_are_the_calibrated_ones(nlp: Language) -> None:
    agreed = found(SAID, "said", "the crane had been inspected twice", score=0.7)
    assert read(nlp, SAID, agreed).only.score == round(CALIBRATION.agreed.probability(0.7), 2)
    told = article_of("The plan got a thumbs-up from Mr Lind, who signed the lease on Monday.")
    assert rules_alone(nlp, told).drafts == ()
    alone = found(told, "got a thumbs-up", "The plan", source="Mr Lind", score=0.7)
    assert read(nlp, told, alone).only.score == round(CALIBRATION.alone.probability(0.7), 2)


def test_agreement_raises_the_score(nlp: Language) -> None:
    one = found(SAID, "said", "the crane had been inspected twice", score=0.7)
    other = replace(one, score=0.9)
    doubted = read(nlp, SAID).only.score
    assert doubted < read(nlp, SAID, one).only.score < read(nlp, SAID, other).only.score


def test_a_source_that_the_model_misses_is_the_rules_own(nlp: Language) -> None:
    one = found(SAID, "said", "the crane had been inspected twice")
    both = read(nlp, SAID, one)
    assert both.words(both.only.source) == "The harbour master"
    assert both.only.speakers == rules_alone(nlp, SAID).only.speakers


def test_a_missed_verb_of_two_parts_is_one_claim(nlp: Language) -> None:
    article = article_of("Ada Moor has repeatedly denied taking the money from the fund.")
    one = found(article, "denied", "taking the money", source="Ada Moor")
    both = read(nlp, article, one)
    assert both.parts(both.only) == ("Ada Moor", "has repeatedly denied", "taking the money")


DOUBT = article_of("The mayor and the union left no doubt that the pier would be “gone by May”.")


def test_the_model_alone_gives_a_draft_with_all_that_the_parse_tells(nlp: Language) -> None:
    assert rules_alone(nlp, DOUBT).drafts == ()
    alone = read(
        nlp,
        DOUBT,
        found(
            DOUBT,
            "left no doubt",
            "the pier would be “gone by May”",
            source="The mayor and the union",
            anchor="left",
        ),
    )
    draft = alone.only
    assert alone.parts(draft) == (
        "The mayor and the union",
        "left no doubt",
        "the pier would be “gone by May”",
    )
    assert [span.of(DOUBT.text) for span in draft.speakers] == ["The mayor", "the union"]
    assert (draft.lemma, draft.negated, draft.quotation) == ("leave", False, Quotation.MIXED)
    assert (draft.origin, draft.confirmed) == (LEARNED, False)


@pytest.mark.parametrize(
    ("read_as", "kept"),
    [
        ("from Mr Lind,", "Mr Lind"),
        ("by the tenants of the mill", "the tenants of the mill"),
        ("Many", "Many"),
        ("surprisingly", ""),
    ],
)
def test_a_source_is_a_noun_phrase_or_nothing(nlp: Language, read_as: str, kept: str) -> None:
    told = article_of(
        f"The plan surprisingly got a thumbs-up, and so did the lease, {read_as} on a wet Monday."
    )
    one = found(told, "got a thumbs-up", "The plan", source=read_as)
    draft = read(nlp, told, one).only
    assert draft.origin == LEARNED
    assert text_of(draft.source, told.text) == kept


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The board met Petra Lind", "Petra Lind"),
        ("Nobody had heard of the tenants", "the tenants"),
    ],
)
def test_who_is_the_noun_before_it(nlp: Language, before: str, speaker: str) -> None:
    told = article_of(f"{before}, who gave a thumbs-up to the lease on Monday.")
    one = found(told, "gave a thumbs-up to", "the lease", source="who")
    draft = read(nlp, told, one).only
    assert text_of(draft.speakers, told.text) == speaker
    assert text_of(draft.source, told.text) == f"{speaker} … who"


def test_who_is_the_noun_of_its_clause_however_far(nlp: Language) -> None:
    told = article_of("She named an aide at the ministry who had said that the lease was signed.")
    (draft,) = rules_alone(nlp, told).drafts
    assert text_of(draft.source, told.text) == "an aide at the ministry"


def test_a_claim_of_the_model_alone_may_be_denied(nlp: Language) -> None:
    article = article_of("The envoy never left the impression that the talks had failed.")
    one = found(article, "never left", "the talks had failed", source="The envoy", anchor="left")
    assert read(nlp, article, one).only.negated


def test_a_claim_of_the_model_alone_may_be_passed_on(nlp: Language) -> None:
    article = article_of(
        "The envoy left no doubt in an interview with Reuters that the talks had failed."
    )
    one = found(article, "left no doubt", "the talks had failed", source="The envoy", anchor="left")
    alone = read(nlp, article, one)
    assert [alone.words(relay.relays) for relay in alone.only.relays] == ["Reuters"]


def test_quotation_marks_go_with_the_words_in_them(nlp: Language) -> None:
    article = article_of("“We won the cup,” Mara Quist let it be known.")
    one = found(article, "let it be known", "We won the cup", source="Mara Quist", anchor="let")
    alone = read(nlp, article, one)
    assert alone.words(alone.only.content) == "“We won the cup,”"
    assert alone.only.quotation is Quotation.DIRECT


def test_two_pieces_of_one_word_are_that_word_once(nlp: Language) -> None:
    article = article_of("The U.S. left no doubt that the pier had fallen.")
    one = found(article, "left no doubt", "the pier had fallen", anchor="left")
    one = replace(one, source=(span_of(article, "U"), span_of(article, "S")))
    alone = read(nlp, article, one)
    assert alone.words(alone.only.source) == "U.S."


def test_content_that_goes_on_in_the_next_paragraph_is_kept(nlp: Language) -> None:
    article = article_of("The mayor left no doubt that it rained.", "The pier fell on Monday.")
    one = found(article, "left no doubt", "it rained", source="The mayor", anchor="left")
    one = replace(one, content=(*one.content, span_of(article, "The pier fell")))
    alone = read(nlp, article, one)
    assert alone.words(alone.only.content) == "it rained … The pier fell"


def test_a_quotation_goes_on_in_the_next_paragraph(nlp: Language) -> None:
    article = article_of(
        "She had her word on it: “It began at noon.", "“Then it rained.” So be it."
    )
    one = found(article, "had her word", "“It began at noon.", source="She", anchor="had")
    alone = read(nlp, article, one)
    assert alone.words(alone.only.content) == "“It began at noon. … “Then it rained.”"


def test_a_plain_statement_stands_without_the_model(nlp: Language) -> None:
    (draft,) = read(nlp, SAID, least=LEAST[0]).drafts
    assert draft.origin == "verb-clause"
    assert draft.score < rules_alone(nlp, SAID).only.score


def test_any_other_rule_alone_falls_below_the_usual_threshold(nlp: Language) -> None:
    article = article_of("The mayor wants to close the bridge.")
    assert rules_alone(nlp, article).drafts
    assert read(nlp, article, least=LEAST[0]).drafts == ()
    assert read(nlp, article, least=LEAST[2]).only.origin != LEARNED


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "According to the council, the bridge stays open.",
            "the council",
            "the bridge stays open",
        ),
        (
            "The bridge, according to the council, stays open.",
            "the council",
            "The bridge … stays open",
        ),
        ("Mayor: “We will rebuild the pier.”", "Mayor", "“We will rebuild the pier.”"),
        ("The mayor allegedly hid the report.", "", "The mayor … hid the report"),
        (
            "The Coast Post quoted two pilots as saying it was damaged.",
            "two pilots",
            "it was damaged",
        ),
    ],
)
def test_a_sure_rule_stands_without_the_model(
    nlp: Language, sentence: str, source: str, content: str
) -> None:
    article = article_of(sentence)
    joined = read(nlp, article, least=LEAST[0])
    assert joined.words(joined.only.source) == source
    assert joined.words(joined.only.content) == content
    assert joined.only.score == rules_alone(nlp, article).only.score


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.STANDFIRST])
def test_what_rules_find_at_the_top_of_the_page_stands(nlp: Language, kind: BlockKind) -> None:
    article = article_of("Engineers say the dam will fail within a year")
    article = replace(article, blocks=(replace(article.blocks[0], kind=kind),))
    ruled = rules_alone(nlp, article).only
    assert read(nlp, article, least=LEAST[0]).only == ruled
    both = read(nlp, article, found(article, "say", "the dam will fail", source="Engineers")).only
    assert both.content == ruled.content
    assert both.confirmed


RELAYED = article_of("Reuters reported that the ferry had stopped, citing two pilots.")


@pytest.mark.parametrize(
    "attributed",
    [
        [found(RELAYED, "reported", "that the ferry had stopped", source="Reuters")],
        [found(RELAYED, "citing", "that the ferry had stopped", source="two pilots")],
        [
            found(RELAYED, "reported", "that the ferry had stopped", source="Reuters"),
            found(RELAYED, "citing", "the ferry had stopped", source="two pilots"),
        ],
    ],
    ids=["the one who passes it on", "the one who says it", "both"],
)
def test_a_chain_is_one_claim_of_who_says_it(nlp: Language, attributed: list[Attributed]) -> None:
    joined = read(nlp, RELAYED, *attributed)
    assert joined.words(joined.only.source) == "two pilots"
    assert [joined.words(relay.relays) for relay in joined.only.relays] == ["Reuters"]


def test_a_chain_of_two_reports_stays_one(nlp: Language) -> None:
    article = article_of("Radio Norland reported that the envoy had said the talks were over.")
    outer = found(
        article,
        "reported",
        "that the envoy had said the talks were over",
        source="Radio Norland",
    )
    inner = found(article, "had said", "the talks were over", source="the envoy", anchor="said")
    joined = read(nlp, article, outer, inner)
    assert joined.parts(joined.only) == ("the envoy", "had said", "the talks were over")
    assert [joined.words(relay.relays) for relay in joined.only.relays] == ["Radio Norland"]


def test_source_and_cue_are_of_one_attribution(nlp: Language) -> None:
    article = article_of("The union criticised the port’s claim that it had checked the crane.")
    one = found(article, "claim", "that it had checked the crane", source="the port")
    joined = read(nlp, article, one)
    pairs = [joined.parts(draft)[:2] for draft in joined.drafts]
    assert ("the port", "criticised") not in pairs


def test_each_of_two_attributions_finds_its_own(nlp: Language) -> None:
    article = article_of("The mayor wants the port to close the lock, the union said.")
    want = found(article, "wants", "the port to close the lock", source="The mayor", score=0.6)
    said = found(article, "said", "The mayor wants the port to close the lock", source="the union")
    joined = read(nlp, article, want, said)
    assert {joined.parts(draft)[:2]: draft.score for draft in joined.drafts} == {
        ("the union", "said"): round(CALIBRATION.agreed.probability(0.8), 2),
        ("The mayor", "wants"): round(CALIBRATION.agreed.probability(0.6), 2),
    }


def test_the_model_reads_only_its_own_paragraph(nlp: Language) -> None:
    article = article_of("Ada Moor said the dam held.", "Piet Lund said the weir broke.")
    one = found(article, ("said", 1), "the weir broke", source="Piet Lund")
    joined = read(nlp, article, one)
    assert [draft.confirmed for draft in joined.drafts] == [False, True]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((Span(0, 10),), (Span(0, 10),), 1.0),
        ((Span(0, 10),), (Span(10, 20),), 0.0),
        ((Span(0, 10),), (Span(5, 20),), 0.25),
        ((Span(0, 4), Span(8, 12)), (Span(2, 10),), 4 / 12),
        ((), (), 0.0),
    ],
)
def test_shared_counts_code_points(first: Spans, second: Spans, expected: float) -> None:
    assert shared(first, second) == pytest.approx(expected)
    assert shared(second, first) == pytest.approx(expected)


ANY = article_of(
    "“We won the ‘cup’,” said Mara Quist, who told Reuters that she had never doubted it.",
    "According to the council’s report, “nobody” left. The mayor denied that: “All did.",
    "“And they will again,” she added",
)


@pytest.fixture(scope="module")
def any_parsed(nlp: Language) -> Parsed:
    return parse(nlp, ANY)


def _placed(place: tuple[int, int]) -> Span:
    """A span of some code points, which ends with its block as the model's do."""
    block = next(one for one in ANY.blocks if place[0] < one.span.end)
    start = max(place[0], block.span.start)
    return Span(start, min(start + place[1], block.span.end))


PLACES = st.tuples(st.integers(0, len(ANY.text) - 1), st.integers(1, 40)).map(_placed)
SEVERAL = st.lists(PLACES, max_size=3).map(merged)
MADE = st.builds(Attributed, PLACES, SEVERAL, SEVERAL, SEVERAL, st.floats(0, 1))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(MADE, max_size=4).map(lambda made: sorted(made, key=lambda one: one.anchor)))
def test_whatever_the_model_finds_drafts_are_whole(
    any_parsed: Parsed, attributed: list[Attributed]
) -> None:
    for draft in read_parsed(any_parsed, *attributed).drafts:
        assert draft.content
        assert draft.cue
        assert 0 <= draft.score <= 1
        for spans in (draft.content, draft.source, draft.cue, draft.speakers):
            assert all(any(block.span.contains(span) for block in ANY.blocks) for span in spans)
            assert list(spans) == sorted(spans)
            assert not any(one.overlaps(other) for one, other in pairwise(spans))


def test_a_source_and_a_content_turned_round_are_as_the_rules_have_them(nlp: Language) -> None:
    article = article_of("Three sailors said dozens of people boarded without tickets.")
    one = found(article, "said", "Three sailors", source="dozens of people")
    both = read(nlp, article, one)
    assert both.parts(both.only) == (
        "Three sailors",
        "said",
        "dozens of people boarded without tickets",
    )
