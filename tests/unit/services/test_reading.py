"""Articles are kept, reopened and analysed; what the reader added stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from according.domain.anchoring import describe
from according.domain.notes import Correction, CorrectionKind
from according.domain.reading import Opened, Reading
from according.readers.read import load, paste
from according.services.annotating import AnnotatingService
from according.services.reading import ReadingService
from according.storage.library import Library
from tests.factories import analysis, article, opened, plain, span_of
from tests.unit.services.conftest import ByHand

PARAGRAPHS = (
    "The ferry to the islands will run twice a day from May, the harbour board said.",
    "It stopped in October after its engine failed in a storm off the northern cape.",
    "Islanders had complained that the winter timetable left them without a doctor.",
    "The board’s chair, Petra Holm, said the new engine had cost more than was hoped.",
)


def _file(path: Path, *paragraphs: str) -> Opened:
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return load(path)


def test_a_kept_article_has_its_id_and_no_analysis_yet(reading_service: ReadingService) -> None:
    reading = reading_service.keep(opened())
    assert reading.id is not None
    assert (reading.article, reading.path) == (article(), opened().path)
    assert reading.analysis is None


def test_an_analysis_is_saved_and_found_again(
    reading_service: ReadingService, analyzer: ByHand
) -> None:
    told: list[tuple[int, int]] = []
    analysed = reading_service.analyse(
        reading_service.keep(opened()), on_progress=lambda *done: told.append(done)
    )
    assert analysed.analysis == analysis()
    assert told == [(1, 1)]
    assert reading_service.keep(opened()).analysis == analysis()
    assert analyzer.read == 1


def test_the_analysis_of_another_producer_is_not_used(
    reading_service: ReadingService, analyzer: ByHand
) -> None:
    reading_service.analyse(reading_service.keep(opened()))
    analyzer.producer = replace(analyzer.producer, version="9")
    assert reading_service.keep(opened()).analysis is None


def test_a_sensitivity_goes_to_the_analyzer(
    reading_service: ReadingService, analyzer: ByHand
) -> None:
    reading_service.set_sensitivity(2)
    assert analyzer.sensitivity == 2


def test_what_is_not_in_the_library_can_be_analysed(
    reading_service: ReadingService, library: Library
) -> None:
    analysed = reading_service.analyse(Reading("a", article()))
    assert analysed.analysis == analysis()
    assert library.recent() == ()


def test_notes_and_hand_work_done_meanwhile_are_in_the_result(
    reading_service: ReadingService, annotating_service: AnnotatingService
) -> None:
    reading = reading_service.keep(opened())
    span = span_of(article().text, "a new bridge could open in 2027")
    annotating_service.write_note(reading, span, text="Written while it ran")
    correction = Correction(
        "k1", CorrectionKind.SET_SOURCE, describe(article().text, span), ("Tomas Reyl",)
    )
    annotating_service.correct(reading, correction)
    analysed = reading_service.analyse(reading)
    assert [one.note.text for one in analysed.notes] == ["Written while it ran"]
    assert analysed.analysis is not None
    assert analysed.analysis.claim("c7").sources == ("s5",)


def test_analysing_again_keeps_hand_work_and_saves_the_machine_alone(
    reading_service: ReadingService, annotating_service: AnnotatingService, library: Library
) -> None:
    reading = reading_service.analyse(reading_service.keep(opened()))
    span = span_of(article().text, "a new bridge could open in 2027")
    correction = Correction(
        "k1", CorrectionKind.SET_SOURCE, describe(article().text, span), ("Tomas Reyl",)
    )
    corrected = annotating_service.correct(reading, correction)
    again = reading_service.analyse(corrected)
    assert again.analysis == corrected.analysis
    assert again.id is not None
    assert library.analysis(again.id, article(), analysis().producer) == analysis()


def test_a_version_shows_the_notes_of_the_one_before(
    reading_service: ReadingService, annotating_service: AnnotatingService, tmp_path: Path
) -> None:
    first = reading_service.keep(_file(tmp_path / "one.txt", *PARAGRAPHS))
    for words in ("the new engine had cost more than was hoped", PARAGRAPHS[1]):
        span = span_of(first.article.text, words)
        first = annotating_service.write_note(first, span, text=words)
    changed = _file(
        tmp_path / "two.txt",
        "Correction: the ferry runs from May.",
        PARAGRAPHS[0],
        PARAGRAPHS[2],
        PARAGRAPHS[3].replace("cost more", "cost far more"),
    )
    second = reading_service.keep(changed)
    assert second.id != first.id
    assert [one.span.of(second.article.text) for one in second.notes] == [
        "the new engine had cost far more than was hoped"
    ]
    assert second.notes[0].moved
    assert [note.text for note in second.orphans] == [PARAGRAPHS[1]]
    assert len(reading_service.keep(load(tmp_path / "one.txt")).notes) == 2


def test_an_article_is_reopened_though_its_file_is_gone(
    reading_service: ReadingService, tmp_path: Path
) -> None:
    path = tmp_path / "ferry.txt"
    kept = reading_service.keep(_file(path, *PARAGRAPHS))
    path.unlink()
    assert kept.id is not None
    again = reading_service.reopen(kept.id)
    assert again == kept
    assert reading_service.recent()[0].missing


def test_a_paste_is_reopened(reading_service: ReadingService) -> None:
    kept = reading_service.keep(paste("\n\n".join(PARAGRAPHS), name="Pasted text"))
    assert kept.id is not None
    assert reading_service.reopen(kept.id) == kept
    assert not reading_service.recent()[0].missing


def test_bytes_that_can_no_longer_be_read_still_have_their_text(
    reading_service: ReadingService,
) -> None:
    unreadable = Opened("old.xyz", None, b"\x00\x01\x02" * 99, plain(*PARAGRAPHS))
    kept = reading_service.keep(unreadable)
    assert kept.id is not None
    assert reading_service.reopen(kept.id).article == unreadable.article


def test_reopening_makes_an_article_the_most_recent(
    reading_service: ReadingService, tmp_path: Path
) -> None:
    first = reading_service.keep(_file(tmp_path / "one.txt", PARAGRAPHS[0]))
    second = reading_service.keep(_file(tmp_path / "two.txt", PARAGRAPHS[1]))
    assert [one.id for one in reading_service.recent()] == [second.id, first.id]
    assert first.id is not None
    reading_service.reopen(first.id)
    assert [one.id for one in reading_service.recent()] == [first.id, second.id]
    assert not any(one.missing for one in reading_service.recent())


def test_the_publisher_is_told_by_the_address_where_the_page_does_not(
    reading_service: ReadingService,
) -> None:
    page = replace(article(), publisher=None, address="https://northern-wire.example/2025/bridge")
    assert reading_service.keep(opened(page)).article.publisher == "Northern Wire"
