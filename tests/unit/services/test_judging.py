"""What the reader says of sources is saved at once and never changes the machine's reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from according.domain.anchoring import Selector, describe
from according.domain.article import Article
from according.domain.judgements import STANCE, Assessment, Judgement, current
from according.domain.notes import Correction, CorrectionKind
from according.domain.reading import Reading
from according.domain.spans import hull
from according.errors import LibraryError
from according.services.annotating import AnnotatingService
from according.services.assessment_lists import ListFault
from according.services.judging import JudgingService
from according.services.reading import ReadingService
from according.storage.library import Library
from tests.factories import analysis, article, opened

WIRE = "catalogue:northern-wire"
MARIA = "name:maria okonjo"
HEADER = "domain,name,assessor,wording,date\n"


@pytest.fixture
def reading(reading_service: ReadingService) -> Reading:
    return reading_service.analyse(reading_service.keep(opened()))


def _said(id: str = "j1", **changes: object) -> Judgement:
    return replace(Judgement(id, WIRE, "owner", "a trust", "Its own site."), **changes)  # type: ignore[arg-type]


def _on_claim(claim: str) -> Judgement:
    text = article().text
    target = describe(text, hull(analysis().claim(claim).content))
    return Judgement("j1", MARIA, STANCE, "party", "She built it.", target=target)


def _list(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


class TestJudgements:
    def test_a_judgement_is_there_after_opening_again_and_changes_nothing_else(
        self, judging_service: JudgingService, reading_service: ReadingService, reading: Reading
    ) -> None:
        judged = judging_service.judge(reading, _said())
        told = current(judged.judgements, WIRE, "owner")
        assert told is not None
        assert (told.value, told.reason) == ("a trust", "Its own site.")
        assert told.created is not None
        assert reading_service.keep(opened()) == judged
        assert judged.analysis == reading.analysis

    def test_withdrawing_undoes_it(self, judging_service: JudgingService, reading: Reading) -> None:
        judged = judging_service.judge(judging_service.judge(reading, _said()), _said("j2"))
        undone = judging_service.withdraw(judged, "j2")
        assert [one.id for one in undone.judgements] == ["j1"]
        assert judging_service.withdraw(undone, "j1") == reading

    def test_one_on_a_claim_finds_its_claim_in_a_changed_copy(
        self, judging_service: JudgingService, reading_service: ReadingService, reading: Reading
    ) -> None:
        judged = judging_service.judge(reading, _on_claim("c2"))
        assert current(judged.judgements, MARIA, STANCE, "c2") is not None
        changed = _changed(article(), "Residents have painted", "Yesterday residents painted")
        copy = reading_service.keep(replace(opened(changed), name="copy.txt"))
        again = reading_service.analyse(copy)
        assert again.id != reading.id
        assert current(again.judgements, MARIA, STANCE, "c2") is not None

    def test_one_on_a_claim_that_is_gone_is_kept_without_a_claim(
        self, judging_service: JudgingService, reading: Reading
    ) -> None:
        target = Selector("What nobody says here.", "", "", 0, 22, text_hash="0" * 64)
        judged = judging_service.judge(reading, replace(_on_claim("c2"), target=target))
        assert [one.claim for one in judged.judgements] == [None]

    def test_a_source_that_the_reader_credits_brings_what_was_said_of_it(
        self,
        judging_service: JudgingService,
        annotating_service: AnnotatingService,
        reading: Reading,
    ) -> None:
        judged = judging_service.judge(reading, _said(source="name:ruth tallis"))
        assert [one.source for one in judged.judgements] == []
        text = reading.article.text
        target = describe(text, hull(analysis().claim("c7").content))
        credit = Correction("k1", CorrectionKind.SET_SOURCE, target, ("Ruth Tallis",))
        corrected = annotating_service.correct(judged, credit)
        assert [one.source for one in corrected.judgements] == ["name:ruth tallis"]

    def test_an_article_that_is_not_kept_is_told(
        self, judging_service: JudgingService, reading: Reading
    ) -> None:
        with pytest.raises(LibraryError, match="open it again"):
            judging_service.judge(replace(reading, id=None), _said())


class TestWhatWasSaidBeforeTheCatalogueKnewTheSource:
    def test_it_is_there_under_the_key_of_today(
        self, judging_service: JudgingService, library: Library, reading: Reading
    ) -> None:
        assert reading.id is not None
        library.judgements.add(reading.id, _said(source="name:northern wire"))
        written = judging_service.write_source_note(reading, "name:northern wire", "Early.")
        assert [one.source for one in written.judgements] == [WIRE]
        assert [(one.source, one.text) for one in written.source_notes] == [(WIRE, "Early.")]

    def test_a_new_note_takes_the_place_of_the_old(
        self, judging_service: JudgingService, reading: Reading
    ) -> None:
        early = judging_service.write_source_note(reading, "name:northern wire", "Early.")
        late = judging_service.write_source_note(early, WIRE, "Late.")
        assert [one.text for one in late.source_notes] == ["Late."]
        assert judging_service.write_source_note(late, WIRE, "").source_notes == ()


class TestLists:
    def test_rows_fit_by_domain_alias_and_name(
        self,
        judging_service: JudgingService,
        reading_service: ReadingService,
        reading: Reading,
        tmp_path: Path,
    ) -> None:
        path = _list(
            tmp_path,
            "https://www.northern-wire.example/about,,Press Board,accurate,2024",
            ",Northern Wire Service,Reader,slow,2025-01",
            ",the Ansel Gazette,Press Board,corrects itself,2024-05",
            ",Gazette,Press Board,another paper,2024",
            "elsewhere.example,Northern Wire,Press Board,another wire,2024",
        )
        assert judging_service.import_assessments(path).count == 5
        fitting = [(one.source, one.wording) for one in _again(judging_service, reading)]
        assert fitting == [
            (WIRE, "accurate"),
            (WIRE, "slow"),
            ("name:ansel gazette", "corrects itself"),
        ]
        assert reading_service.keep(opened()).assessments == _again(judging_service, reading)

    def test_a_list_is_replaced_and_forgotten(
        self, judging_service: JudgingService, reading: Reading, tmp_path: Path
    ) -> None:
        for wording in ("accurate", "careful"):
            path = _list(tmp_path, f",Northern Wire,Press Board,{wording},2024")
            judging_service.import_assessments(path)
        assert judging_service.lists() == (("list.csv", 1),)
        assert [one.wording for one in _again(judging_service, reading)] == ["careful"]
        judging_service.forget_assessments("list.csv")
        assert _again(judging_service, reading) == ()

    def test_a_list_without_a_good_row_leaves_the_one_before(
        self, judging_service: JudgingService, reading: Reading, tmp_path: Path
    ) -> None:
        judging_service.import_assessments(_list(tmp_path, ",Northern Wire,Board,accurate,2024"))
        with pytest.raises(ListFault):
            judging_service.import_assessments(_list(tmp_path, ",,Board,accurate,2024"))
        assert len(_again(judging_service, reading)) == 1


def _again(service: JudgingService, reading: Reading) -> tuple[Assessment, ...]:
    return service.refreshed(reading).assessments


def _changed(of: Article, old: str, new: str) -> Article:
    text = of.text.replace(old, new)
    more = len(new) - len(old)
    at = of.text.index(old)
    blocks = tuple(
        block
        if block.span.end <= at
        else replace(
            block,
            span=replace(
                block.span,
                start=block.span.start + (more if block.span.start > at else 0),
                end=block.span.end + more,
            ),
        )
        for block in of.blocks
    )
    return replace(of, text=text, blocks=blocks, sha256="2" * 64)
