"""Units are converted, positions of article and page agree, and marks say what is where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.domain.claims import Level
from according.domain.spans import Span
from according.ui.page.highlights import (
    Mark,
    MarkIndex,
    MarkKind,
    OffsetMap,
    PageMap,
    chosen_marks,
    note_marks,
    reading_marks,
    styled_words,
)
from according.ui.page.rows import rows_of
from according.ui.workspace import Layers, Selection
from tests.factories import analysis, article, plain, reading, span_of

ARTICLE = article()
TEXT = ARTICLE.text


@given(st.text(alphabet="a😀é\u00a0🌉한", max_size=30))
def test_units_are_those_of_utf_16(text: str) -> None:
    offsets = OffsetMap(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_units(point) == units
        assert offsets.to_points(units) == point


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    assert OffsetMap("a😀b").to_points(2) == 1


def test_article_and_page_agree_after_an_emoji() -> None:
    page = PageMap(TEXT, rows_of(ARTICLE))
    document = "\n".join(row.text for row in page.rows).encode("utf-16-le")
    for words in ("Harbour bridge", "🌉", "on the quay wall", "Freight traffic"):
        start = page.to_document(span_of(TEXT, words).start)
        assert document[start * 2 :].decode("utf-16-le").startswith(words)
        assert page.to_article(start) == span_of(TEXT, words).start


def test_rows_that_are_not_the_articles_have_no_place_in_it() -> None:
    page = PageMap(TEXT, rows_of(ARTICLE))
    assert page.to_article(page.start_of(2)) is None
    assert page.to_article(page.start_of(3) + 4) is None


def test_a_folded_place_is_nearest_to_what_is_shown_before_it() -> None:
    page = PageMap(TEXT, rows_of(ARTICLE))
    appeal = span_of(TEXT, "Your support")
    assert page.row_of(appeal.start) is None
    assert page.to_document(appeal.start) == page.start_of(2) - 1


def test_every_position_comes_back() -> None:
    page = PageMap(TEXT, rows_of(ARTICLE, frozenset({4, 12})))
    for span in page.shown_spans():
        for point in range(span.start, span.end + 1):
            assert page.to_article(page.to_document(point)) == point


def test_between_gives_the_articles_part_row_by_row() -> None:
    page = PageMap(TEXT, rows_of(ARTICLE))
    start = page.to_document(span_of(TEXT, "council orders").start)
    end = page.to_document(span_of(TEXT, "bridge at Port").start)
    assert [span.of(TEXT) for span in page.between(start, end)] == [
        "council orders checks",
        "The swing ",
    ]
    assert page.between(page.start_of(2), page.start_of(3)) == ()


def test_an_empty_page_has_no_places() -> None:
    page = PageMap("", ())
    assert page.to_document(5) == 0
    assert page.to_article(0) is None
    assert page.between(0, 5) == ()


def test_the_index_finds_what_overlaps() -> None:
    spans = [Span(0, 100), Span(5, 9), Span(20, 30), Span(40, 41)]
    index = MarkIndex(Mark(span, MarkKind.CLAIM) for span in reversed(spans))
    assert [mark.span for mark in index.overlapping(Span(9, 25))] == [spans[0], spans[2]]
    assert [mark.span for mark in index.overlapping(Span(100, 120))] == []
    assert [mark.span for mark in index.at(40)] == [spans[3], spans[0]]


def test_a_mention_comes_before_a_claim_of_the_same_length() -> None:
    span = Span(3, 8)
    index = MarkIndex([Mark(span, MarkKind.CLAIM), Mark(span, MarkKind.MENTION)])
    assert [mark.kind for mark in index.at(4)] == [MarkKind.MENTION, MarkKind.CLAIM]


def test_claims_have_their_level_and_the_narrators_none() -> None:
    levels = {mark.id: mark.level for mark in reading_marks(analysis(), Layers(entities=False))}
    assert levels["c4"] is Level.POSSIBLE
    assert levels["c1"] is None


def test_an_inferred_mention_is_not_firm() -> None:
    marks = reading_marks(analysis(), Layers(claims=False))
    firm = {mark.span.of(TEXT): mark.firm for mark in marks if mark.id == "e2"}
    assert firm == {"engineer": False, "Maria Okonjo": True, "she": False}


def test_layers_leave_marks_out() -> None:
    assert reading_marks(analysis(), Layers(claims=False, entities=False)) == ()
    assert reading_marks(None, Layers()) == ()


def test_the_chosen_claim_brings_its_source_and_relay() -> None:
    marks = chosen_marks(analysis(), Selection(claim="c4"))
    words = {(mark.kind, mark.span.of(TEXT)) for mark in marks}
    assert words == {
        (MarkKind.CHOSEN, "a third girder may be damaged"),
        (MarkKind.PART, "Two people familiar with the inspection"),
        (MarkKind.PART, "the Ansel Gazette"),
    }


def test_the_chosen_entity_is_marked_wherever_it_is_mentioned() -> None:
    marks = chosen_marks(analysis(), Selection(entity="e2"))
    assert [mark.span.of(TEXT) for mark in marks] == ["engineer", "Maria Okonjo", "she"]


def test_a_chosen_source_is_marked_where_it_is_credited() -> None:
    marks = chosen_marks(analysis(), Selection(source="s1"))
    assert {mark.span.of(TEXT) for mark in marks} == {
        "engineer",
        "Chief engineer Maria Okonjo",
        "she",
    }


def test_a_note_that_moved_is_not_firm() -> None:
    assert {mark.id: mark.firm for mark in note_marks(reading().notes)} == {"n1": True, "n2": False}


def test_words_of_certainty_and_cues() -> None:
    words = styled_words(analysis(), Layers())
    certain = [word.span.of(TEXT) for word in words if word.certainty]
    cues = {word.span.of(TEXT) for word in words if not word.certainty}
    assert "We are confident" in certain
    assert certain.count("very likely") == 2
    assert {"said", "told", "reported", "according to"} <= cues
    assert "denied" in cues, "the cue is itself the word of distance"
    assert "denied" not in certain


@pytest.mark.parametrize(
    ("layers", "certainty"), [(Layers(claims=False), True), (Layers(certainty=False), False)]
)
def test_each_layer_has_its_words(layers: Layers, certainty: bool) -> None:
    assert {word.certainty for word in styled_words(analysis(), layers)} == {certainty}


def test_a_page_of_one_paragraph_needs_no_map() -> None:
    page = PageMap("short", rows_of(plain("short")))
    assert [page.to_document(point) for point in range(6)] == list(range(6))
