"""The reader says which blocks belong to the story; text and places stay as they are."""

from __future__ import annotations

from according.domain.article import BlockKind
from according.domain.block_marks import BY_READER, marked
from according.domain.notes import Correction, CorrectionKind
from according.domain.spans import Span
from tests.factories import article, selector

ARTICLE = article()
APPEAL, BRIDGE = ARTICLE.blocks[4], ARTICLE.blocks[5]


def _mark(kind: CorrectionKind, span: Span) -> Correction:
    return Correction(f"{kind}-{span.start}", kind, selector(ARTICLE.text, span))


BODY = _mark(CorrectionKind.MARK_BODY, APPEAL.span)
BOILERPLATE = _mark(CorrectionKind.MARK_BOILERPLATE, BRIDGE.span)


def test_without_marks_the_article_is_the_same() -> None:
    unfold = _mark(CorrectionKind.UNFOLD, APPEAL.span)
    assert marked(ARTICLE, [unfold]) is ARTICLE


def test_a_folded_block_becomes_a_paragraph_of_the_story() -> None:
    result = marked(ARTICLE, [BODY])
    assert result.blocks[4].kind is BlockKind.PARAGRAPH
    assert result.blocks[4].reason is None
    assert result.text == ARTICLE.text
    assert [one for one in result.blocks if one.span != APPEAL.span] == [
        one for one in ARTICLE.blocks if one.span != APPEAL.span
    ]


def test_a_block_of_the_story_is_folded_with_the_reader_as_reason() -> None:
    result = marked(ARTICLE, [BOILERPLATE])
    assert result.blocks[5].folded
    assert result.blocks[5].reason == BY_READER


def test_the_last_mark_counts_and_leads_back_to_what_the_block_was() -> None:
    back = _mark(CorrectionKind.MARK_BODY, BRIDGE.span)
    assert marked(ARTICLE, [BOILERPLATE, back]) == ARTICLE
    away = _mark(CorrectionKind.MARK_BOILERPLATE, APPEAL.span)
    assert marked(ARTICLE, [BODY, away]) == ARTICLE


def test_a_headline_marked_as_body_stays_a_headline() -> None:
    assert marked(ARTICLE, [_mark(CorrectionKind.MARK_BODY, ARTICLE.blocks[0].span)]) == ARTICLE


def test_a_mark_on_part_of_a_block_or_on_lost_words_changes_nothing() -> None:
    part = _mark(CorrectionKind.MARK_BOILERPLATE, Span(BRIDGE.span.start, BRIDGE.span.start + 9))
    other = article([(BlockKind.PARAGRAPH, "A text about quite another matter.", None)])
    assert marked(ARTICLE, [part]) == ARTICLE
    assert marked(other, [BODY, BOILERPLATE]) == other
