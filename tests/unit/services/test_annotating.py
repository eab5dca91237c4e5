"""Notes and hand work are saved before the call returns."""

from __future__ import annotations

import pytest

from according.domain.anchoring import describe
from according.domain.claims import LinkKind
from according.domain.notes import Correction, CorrectionKind, Verdict
from according.domain.reading import Reading
from according.domain.spans import Span, hull
from according.errors import LibraryError
from according.services.annotating import AnnotatingService
from according.services.reading import ReadingService
from tests.factories import analysis, article, opened, plain, span_of

TEXT = article().text
SPAN = span_of(TEXT, "a third girder may be damaged")


@pytest.fixture
def reading(reading_service: ReadingService) -> Reading:
    return reading_service.analyse(reading_service.keep(opened()))


def _correction(kind: CorrectionKind, claim: str, **more: object) -> Correction:
    return Correction(
        "k1",
        kind,
        describe(TEXT, hull(analysis().claim(claim).content)),
        **more,  # type: ignore[arg-type]
    )


class TestNotes:
    def test_a_note_is_made_and_is_there_after_opening_again(
        self,
        annotating_service: AnnotatingService,
        reading_service: ReadingService,
        reading: Reading,
    ) -> None:
        written = annotating_service.write_note(
            reading, SPAN, text="Which two?", tags=("bridge", " sources ", "bridge", ""),
            verdict=Verdict.OPEN,
        )  # fmt: skip
        (one,) = written.notes
        assert (one.span, one.moved) == (SPAN, False)
        assert (one.note.text, one.note.tags, one.note.verdict) == (
            "Which two?",
            ("bridge", "sources"),
            Verdict.OPEN,
        )
        assert reading_service.keep(opened()).notes == written.notes
        assert written.analysis == reading.analysis

    @pytest.mark.parametrize("text", ["", "  \n"])
    def test_a_note_that_would_hold_nothing_is_not_made(
        self, annotating_service: AnnotatingService, reading: Reading, text: str
    ) -> None:
        assert annotating_service.write_note(reading, SPAN, text=text) is reading

    @pytest.mark.parametrize("verdict", [Verdict.HOLDS, None])
    def test_a_verdict_or_a_tag_alone_makes_a_note(
        self, annotating_service: AnnotatingService, reading: Reading, verdict: Verdict | None
    ) -> None:
        tags = () if verdict else ("later",)
        written = annotating_service.write_note(reading, SPAN, text="", tags=tags, verdict=verdict)
        assert len(written.notes) == 1

    def test_an_emptied_note_stays(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        written = annotating_service.write_note(reading, SPAN, text="Something")
        id_ = written.notes[0].note.id
        emptied = annotating_service.write_note(written, SPAN, text="", note_id=id_)
        assert [one.note.text for one in emptied.notes] == [""]

    def test_writing_again_changes_text_and_time_and_not_the_passage(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        first = annotating_service.write_note(reading, SPAN, text="One")
        before = first.notes[0].note
        second = annotating_service.write_note(first, SPAN, text="Two", note_id=before.id)
        after = second.notes[0].note
        assert (after.id, after.target, after.created) == (
            before.id,
            before.target,
            before.created,
        )
        assert before.changed is not None
        assert after.changed is not None
        assert after.changed > before.changed

    def test_a_note_may_bring_its_own_id(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        written = annotating_service.write_note(reading, SPAN, text="One", note_id="mine")
        assert [one.note.id for one in written.notes] == ["mine"]

    def test_two_notes_may_stand_on_one_passage(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        first = annotating_service.write_note(reading, SPAN, text="One")
        second = annotating_service.write_note(first, SPAN, text="Two")
        assert [one.note.text for one in second.notes_on(SPAN)] == ["One", "Two"]

    def test_a_note_goes_to_the_trash_and_comes_back(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        written = annotating_service.write_note(reading, SPAN, text="One")
        id_ = written.notes[0].note.id
        trashed = annotating_service.trash_note(written, id_)
        assert trashed.notes == ()
        assert [note.id for note in annotating_service.trash(trashed)] == [id_]
        assert annotating_service.restore_note(trashed, id_).notes == written.notes

    def test_an_orphan_is_put_in_a_place(
        self, annotating_service: AnnotatingService, reading_service: ReadingService
    ) -> None:
        paragraphs = ["The ferry will run again in May.", "It stopped in October.", "No more."]
        first = reading_service.keep(opened(plain(*paragraphs)))
        annotating_service.write_note(first, Span(0, 32), text="When?")
        version = reading_service.keep(opened(plain("From May it sails.", *paragraphs[1:])))
        assert [note.text for note in version.orphans] == ["When?"]
        there = span_of(version.article.text, "From May it sails")
        placed = annotating_service.place_note(version, version.orphans[0].id, there)
        assert placed.orphans == ()
        assert [(one.span, one.moved) for one in placed.notes] == [(there, False)]
        assert placed.notes[0].note.text == "When?"

    def test_nothing_is_kept_on_what_is_not_in_the_library(
        self, annotating_service: AnnotatingService
    ) -> None:
        with pytest.raises(LibraryError, match="not in the library"):
            annotating_service.write_note(Reading("a", article()), SPAN, text="One")

    def test_notes_after_an_emoji_stand_where_they_should(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        after = span_of(TEXT, "cannot do without its bridge")
        assert after.start > TEXT.index("🌉")
        written = annotating_service.write_note(reading, after, text="One")
        assert written.notes[0].note.target.exact == "cannot do without its bridge"


class TestHandWork:
    def test_a_source_is_set_and_the_summary_counts_anew(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        correction = _correction(CorrectionKind.SET_SOURCE, "c8", names=("Calder Freight",))
        corrected = annotating_service.correct(reading, correction)
        assert corrected.analysis is not None
        assert reading.analysis is not None
        assert corrected.analysis.claim("c8").sources == ("s6",)
        assert [one.id for one in corrected.corrections] == ["k1"]
        own_voice = [phrase for phrase in corrected.analysis.phrases if "own voice" in phrase.text]
        assert [phrase.claims for phrase in own_voice] == [("c1",)]

    def test_hand_work_taken_back_leaves_the_machines_reading(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        correction = _correction(CorrectionKind.SET_SOURCE, "c8", names=("Calder Freight",))
        corrected = annotating_service.correct(reading, correction)
        assert annotating_service.withdraw(corrected, "k1") == reading

    def test_a_link_is_moved_and_moved_back(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        other = describe(TEXT, hull(analysis().claim("c2").content))
        removed = annotating_service.correct(
            reading,
            _correction(CorrectionKind.REMOVE_LINK, "c6", link=LinkKind.DENIES, other=other),
        )
        assert removed.analysis is not None
        assert [link.first for link in removed.analysis.links] == ["c0"]
        assert annotating_service.withdraw(removed, "k1").analysis == reading.analysis

    def test_a_block_is_unfolded_and_folded_again(
        self, annotating_service: AnnotatingService, reading: Reading
    ) -> None:
        index = next(i for i, block in enumerate(article().blocks) if block.folded)
        block: Span = article().blocks[index].span
        unfold = Correction("k1", CorrectionKind.UNFOLD, describe(TEXT, block))
        opened_up = annotating_service.correct(reading, unfold)
        assert opened_up.unfolded == {index}
        assert opened_up.analysis == reading.analysis
        assert annotating_service.withdraw(opened_up, "k1").unfolded == frozenset()

    def test_hand_work_is_kept_before_there_is_an_analysis(
        self, annotating_service: AnnotatingService, reading_service: ReadingService
    ) -> None:
        reading = reading_service.keep(opened())
        correction = _correction(CorrectionKind.SET_SOURCE, "c8", names=("Calder Freight",))
        corrected = annotating_service.correct(reading, correction)
        assert corrected.analysis is None
        assert [one.id for one in corrected.corrections] == ["k1"]


class TestSourcesOfTheCatalogue:
    def test_a_source_that_the_reader_names_is_known_and_comes_back_so(
        self,
        annotating_service: AnnotatingService,
        reading_service: ReadingService,
        reading: Reading,
    ) -> None:
        credit = _correction(CorrectionKind.SET_SOURCE, "c8", names=("Northern Wire Service",))
        corrected = annotating_service.correct(reading, credit)
        assert corrected.analysis is not None
        (id_,) = corrected.analysis.claim("c8").sources
        source = corrected.analysis.source(id_)
        assert (source.id, source.name) == ("s4", "Northern Wire")
        assert reading_service.keep(opened()) == corrected
