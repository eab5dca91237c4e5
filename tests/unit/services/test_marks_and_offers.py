"""Blocks marked by the reader change what is analysed; hand work elsewhere is offered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from according.domain.article import BlockKind
from according.domain.notes import Correction, CorrectionKind
from according.domain.offers import Offer
from according.domain.reading import Reading
from according.domain.spans import Span, hull
from tests.factories import STORY, analysis, article, opened, selector, span_of

if TYPE_CHECKING:
    from according.services.annotating import AnnotatingService
    from according.services.reading import ReadingService
    from tests.unit.services.conftest import ByHand

ARTICLE = article()
APPEAL = ARTICLE.blocks[4]
MANY = range(1, 30)
"""So many paragraphs of its own that an article is no version of the bridge story."""


def _correction(kind: CorrectionKind, span: Span, *names: str) -> Correction:
    return Correction(f"{kind}-{span.start}", kind, selector(ARTICLE.text, span), names)


BODY = _correction(CorrectionKind.MARK_BODY, APPEAL.span)
SOURCE = _correction(CorrectionKind.SET_SOURCE, hull(analysis().claim("c7").content), "Tomas Reyl")


def _analysed(service: ReadingService) -> Reading:
    return service.analyse(service.keep(opened()))


def test_a_mark_shows_the_block_and_asks_for_a_new_analysis(
    reading_service: ReadingService, annotating_service: AnnotatingService
) -> None:
    before = _analysed(reading_service)
    marked = annotating_service.correct(before, BODY)
    assert marked.article.blocks[4].kind is BlockKind.PARAGRAPH
    assert marked.as_read == ARTICLE.blocks
    assert marked.stale
    assert marked.analysis == before.analysis
    fresh = reading_service.analyse(marked)
    assert not fresh.stale
    assert fresh.article == marked.article


def test_a_mark_is_remembered_with_its_analysis(
    reading_service: ReadingService, annotating_service: AnnotatingService, analyzer: ByHand
) -> None:
    marked = annotating_service.correct(_analysed(reading_service), BODY)
    assert reading_service.keep(opened()).analysis is None
    reading_service.analyse(marked)
    again = reading_service.keep(opened())
    assert again.article.blocks[4].kind is BlockKind.PARAGRAPH
    assert again.analysis == analysis()
    assert analyzer.read == 2


def test_a_mark_taken_back_leaves_the_article_as_it_was_read(
    reading_service: ReadingService, annotating_service: AnnotatingService
) -> None:
    before = _analysed(reading_service)
    marked = annotating_service.correct(before, BODY)
    back = annotating_service.withdraw(marked, BODY.id)
    assert back.article == ARTICLE
    assert back.as_read == ()
    assert not back.stale
    assert back.analysis == before.analysis


def test_other_hand_work_on_a_stale_reading_is_applied_and_it_stays_stale(
    reading_service: ReadingService, annotating_service: AnnotatingService
) -> None:
    marked = annotating_service.correct(_analysed(reading_service), BODY)
    corrected = annotating_service.correct(marked, SOURCE)
    assert corrected.stale
    assert corrected.analysis is not None
    assert corrected.analysis.claim("c7").sources == ("s5",)


def test_what_was_done_in_one_article_is_offered_in_the_next_and_not_in_itself(
    reading_service: ReadingService, annotating_service: AnnotatingService
) -> None:
    rename = _correction(
        CorrectionKind.RENAME_ENTITY, span_of(ARTICLE.text, "Tomas Reyl"), "Tom Reyl", "Tomas Reyl"
    )
    renamed = annotating_service.correct(_analysed(reading_service), rename)
    assert renamed.offers == ()
    fresh = [(BlockKind.PARAGRAPH, f"On day {day} nothing was heard of it.", None) for day in MANY]
    other = article([*STORY, *fresh], title="Another day at the harbour")
    kept = reading_service.keep(replace(opened(other), path="/texts/other.txt"))
    assert kept.version_of is None
    assert kept.offers == ()
    found = reading_service.analyse(kept).offers
    assert found == (Offer(CorrectionKind.RENAME_ENTITY, "e5", "Tom Reyl"),)
