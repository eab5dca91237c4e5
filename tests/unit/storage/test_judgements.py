"""The library keeps the reader's word on sources, across articles or within one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from according.domain.article import Article
from according.domain.judgements import Assessment, Judgement, SourceNote
from according.domain.reading import Opened
from according.errors import LibraryError
from according.storage.judgements import Judgements
from according.storage.library import Library
from tests.factories import article, opened, plain, selector, span_of

MARIA = "name:maria okonjo"
OFFICIALS = "here:two port officials"
NOON = datetime(2025, 3, 4, 12, 0, tzinfo=UTC)
ROW = Assessment("list.csv", "The Quay Gazette", "quay.example", "Press Board", "accurate", "2024")


@pytest.fixture
def judgements(library: Library) -> Judgements:
    return library.judgements


@pytest.fixture
def bridge(library: Library) -> int:
    return library.keep(opened()).id


@pytest.fixture
def other(library: Library) -> int:
    return library.keep(_opened(plain("Nothing of the bridge is told here."))).id


def _opened(of: Article) -> Opened:
    return Opened("other.txt", None, of.text.encode(), of)


def _said(id: str = "j1", **changes: object) -> Judgement:
    said = Judgement(id, MARIA, "owner", "the port", "She told us.", NOON)
    return replace(said, **changes)  # type: ignore[arg-type]


def _on_a_claim(id: str = "j1") -> Judgement:
    text = article().text
    target = selector(text, span_of(text, "a third girder may be damaged"))
    return _said(id, field="stance", value="party", target=target)


class TestJudgements:
    def test_one_in_general_is_there_in_every_article(
        self, judgements: Judgements, bridge: int, other: int
    ) -> None:
        judgements.add(bridge, _said())
        assert judgements.of(other, [MARIA]) == (_said(),)
        assert judgements.of(other, ["name:tomas reyl"]) == ()
        assert judgements.of(other, []) == ()

    def test_one_on_a_claim_belongs_to_all_versions_of_its_article(
        self, library: Library, judgements: Judgements, bridge: int, other: int
    ) -> None:
        judgements.add(bridge, _on_a_claim())
        text = article().text.replace("doubled", "tripled")
        changed = replace(article(), text=text, sha256="1" * 64)
        version = library.keep(_opened(changed))
        assert version.version_of == bridge
        assert judgements.of(version.id, []) == (_on_a_claim(),)
        assert judgements.of(other, [MARIA]) == ()

    def test_one_on_a_source_without_a_name_stays_in_its_article(
        self, judgements: Judgements, bridge: int, other: int
    ) -> None:
        judgements.add(bridge, _said(source=OFFICIALS))
        assert len(judgements.of(bridge, [OFFICIALS])) == 1
        assert judgements.of(other, [OFFICIALS]) == ()

    def test_they_come_in_the_order_of_their_times(
        self, judgements: Judgements, bridge: int
    ) -> None:
        judgements.add(bridge, _said("late", created=NOON.replace(hour=13)))
        judgements.add(bridge, _said("early", value=None))
        assert [one.id for one in judgements.of(bridge, [MARIA])] == ["early", "late"]

    def test_making_one_can_be_undone(self, judgements: Judgements, bridge: int) -> None:
        judgements.add(bridge, _said())
        judgements.add(bridge, _said("j2", value="the city"))
        judgements.remove("j2")
        assert judgements.of(bridge, [MARIA]) == (_said(),)
        judgements.add(bridge, _said())
        assert judgements.of(bridge, [MARIA]) == (_said(),)

    def test_an_article_that_is_gone_is_told(self, judgements: Judgements) -> None:
        with pytest.raises(LibraryError, match="no longer in the library"):
            judgements.add(99, _on_a_claim())


class TestNotes:
    def test_a_note_is_there_in_every_article_and_is_replaced(
        self, judgements: Judgements, bridge: int, other: int
    ) -> None:
        judgements.write_note(bridge, SourceNote(MARIA, "Ask her again.", NOON))
        judgements.write_note(other, SourceNote(MARIA, "She answered.", NOON))
        assert judgements.notes(bridge, [MARIA]) == (SourceNote(MARIA, "She answered.", NOON),)

    def test_an_empty_one_goes(self, judgements: Judgements, bridge: int) -> None:
        judgements.write_note(bridge, SourceNote(MARIA, "Ask her again."))
        judgements.write_note(bridge, SourceNote(MARIA, " \n"))
        assert judgements.notes(bridge, [MARIA]) == ()

    def test_one_on_a_source_without_a_name_stays_in_its_article(
        self, judgements: Judgements, bridge: int, other: int
    ) -> None:
        judgements.write_note(bridge, SourceNote(OFFICIALS, "Of which port?"))
        judgements.write_note(other, SourceNote(OFFICIALS, "Others."))
        (note,) = judgements.notes(bridge, [OFFICIALS])
        assert note.text == "Of which port?"


class TestAssessments:
    def test_rows_are_found_by_plain_name_or_domain(self, judgements: Judgements) -> None:
        assert not judgements.has_assessments()
        judgements.replace_list("list.csv", [ROW, replace(ROW, name="Other", domain=None)])
        assert judgements.has_assessments()
        assert judgements.assessments(names=["quay gazette"], domains=[]) == (ROW,)
        assert judgements.assessments(names=[], domains=["quay.example"]) == (ROW,)
        assert judgements.assessments(names=["gazette"], domains=["example"]) == ()

    def test_a_list_is_replaced_and_forgotten_whole(self, judgements: Judgements) -> None:
        judgements.replace_list("list.csv", [ROW, ROW])
        judgements.replace_list("more.csv", [replace(ROW, list="more.csv")])
        judgements.replace_list("list.csv", [ROW])
        assert judgements.lists() == (("list.csv", 1), ("more.csv", 1))
        judgements.replace_list("list.csv", [])
        assert judgements.lists() == (("more.csv", 1),)
