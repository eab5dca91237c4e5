"""The library keeps values and gives the same values back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from according.domain.anchoring import describe
from according.domain.article import Article
from according.domain.claims import LinkKind
from according.domain.notes import Correction, CorrectionKind, Note, Verdict
from according.domain.reading import Opened
from according.domain.spans import Span
from according.errors import LibraryError
from according.places import Places
from according.storage.database import Database
from according.storage.library import TRASH_TIME, Library
from tests.factories import analysis, article, note, opened, plain, selector, span_of

ARTICLE = article()
PARAGRAPHS = [f"Paragraph number {number} of a story about the harbour." for number in range(6)]


def _opened(article: Article, name: str = "a.txt", path: str | None = "/texts/a.txt") -> Opened:
    return Opened(name, path, article.text.encode(), article)


def _note(text: str = "", **changes: object) -> Note:
    return replace(note(ARTICLE.text, span_of(ARTICLE.text, "SAVE IT 🌉"), text), **changes)  # type: ignore[arg-type]


class TestArticles:
    def test_an_article_comes_back_with_its_bytes(self, library: Library) -> None:
        kept = library.keep(opened())
        assert library.article(kept.id) == opened()
        assert kept.version_of is None

    def test_the_same_bytes_are_the_same_article(self, library: Library) -> None:
        first = library.keep(opened())
        again = library.keep(replace(opened(), name="copy.txt", path="/elsewhere/copy.txt"))
        assert again == first
        assert library.article(first.id).path == "/elsewhere/copy.txt"

    def test_a_paste_of_the_same_bytes_does_not_hide_the_file(self, library: Library) -> None:
        first = library.keep(opened())
        library.keep(replace(opened(), name="Pasted text", path=None))
        assert library.article(first.id).path == opened().path

    def test_the_same_bytes_read_better_take_the_place_of_the_text(self, library: Library) -> None:
        first = library.keep(opened())
        library.save_analysis(first.id, ARTICLE, analysis())
        better = replace(plain("Only the story."), sha256=ARTICLE.sha256)
        assert library.keep(replace(opened(), article=better)).id == first.id
        assert library.article(first.id).article == better
        assert library.analysis(first.id, better, analysis().producer) is None

    def test_the_same_address_makes_a_version(self, library: Library) -> None:
        address = "https://post.example/bridge"
        first = library.keep(_opened(replace(plain("First words."), address=address)))
        second = library.keep(_opened(replace(plain("Quite other words."), address=address)))
        assert second.version_of == first.id
        assert second.id != first.id

    @pytest.mark.parametrize(
        ("kept", "added", "version"), [(3, 3, True), (2, 4, False), (6, 12, True), (6, 13, False)]
    )
    def test_half_of_the_paragraphs_make_a_version(
        self, library: Library, kept: int, added: int, version: bool
    ) -> None:
        first = library.keep(_opened(plain(*PARAGRAPHS)))
        news = [f"News {number} that was not in the first one." for number in range(added)]
        second = library.keep(_opened(plain(*news, *PARAGRAPHS[:kept])))
        assert (second.version_of == first.id) is version

    def test_the_version_that_shares_most_is_named(self, library: Library) -> None:
        library.keep(_opened(plain(*PARAGRAPHS[:4])))
        near = library.keep(_opened(plain(*PARAGRAPHS)))
        third = library.keep(_opened(plain(*PARAGRAPHS, "One more.")))
        assert third.version_of == near.id

    def test_articles_without_paragraphs_are_not_versions_of_each_other(
        self, library: Library
    ) -> None:
        library.keep(_opened(replace(plain("…"), sha256="a")))
        assert library.keep(_opened(replace(plain("?"), sha256="b"))).version_of is None

    def test_an_article_that_is_not_there_is_said(self, library: Library) -> None:
        with pytest.raises(LibraryError, match="no longer in the library"):
            library.article(7)

    def test_recent_names_the_last_opened_first(self, library: Library) -> None:
        first = library.keep(_opened(replace(plain("One."), title="The first"), "1.txt"))
        second = library.keep(_opened(plain("Two."), "2.txt", None))
        library.keep(_opened(replace(plain("One."), title="The first"), "1.txt"))
        recent = library.recent()
        assert [(one.id, one.title, one.path) for one in recent] == [
            (first.id, "The first", "/texts/a.txt"),
            (second.id, "2.txt", None),
        ]
        assert recent[0].opened.tzinfo is UTC
        assert library.recent(1) == recent[:1]


class TestAnalyses:
    def test_an_analysis_comes_back_whole(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_analysis(row, ARTICLE, analysis())
        assert library.analysis(row, ARTICLE, analysis().producer) == analysis()

    def test_of_another_producer_or_text_there_is_none(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_analysis(row, ARTICLE, analysis())
        producer = analysis().producer
        assert library.analysis(row, ARTICLE, replace(producer, version="9")) is None
        assert library.analysis(row, ARTICLE, replace(producer, components=("parser",))) is None
        assert library.analysis(row, replace(ARTICLE, text=ARTICLE.text + "."), producer) is None

    def test_a_new_analysis_takes_the_place_of_the_old(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_analysis(row, ARTICLE, analysis())
        newer = replace(analysis(), producer=replace(analysis().producer, version="9"), links=())
        library.save_analysis(row, ARTICLE, newer)
        assert library.analysis(row, ARTICLE, newer.producer) == newer
        assert library.analysis(row, ARTICLE, analysis().producer) is None


class TestNotes:
    def test_a_note_comes_back_whole(self, library: Library) -> None:
        row = library.keep(opened()).id
        written = _note("Ask *twice*. 🌉", tags=("b", "a"), verdict=Verdict.DOUBTFUL)
        written = replace(written, target=replace(written.target, rival=0.5))
        library.save_note(row, written)
        assert library.notes(row) == (written,)
        assert library.note(written.id) == written

    def test_a_note_is_changed_in_its_place(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_note(row, _note("First", tags=("a", "b", "c"), verdict=Verdict.OPEN))
        changed = _note("Second", tags=("c", "a"), verdict=None)
        library.save_note(row, changed)
        assert library.notes(row) == (changed,)

    def test_the_time_a_note_was_made_stays(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_note(row, _note("First"))
        library.save_note(row, _note("Second", created=datetime.now(UTC)))
        assert library.notes(row)[0].created == _note().created

    def test_versions_share_their_notes_and_other_articles_do_not(self, library: Library) -> None:
        first = library.keep(_opened(plain(*PARAGRAPHS))).id
        second = library.keep(_opened(plain(*PARAGRAPHS[1:]))).id
        other = library.keep(_opened(plain("Something else altogether."))).id
        text = plain(*PARAGRAPHS).text
        library.save_note(first, note(text, Span(0, 9), id="old"))
        library.save_note(second, note(text, Span(60, 69), id="new"))
        assert {one.id for one in library.notes(first)} == {"old", "new"}
        assert library.notes(second) == library.notes(first)
        assert library.notes(other) == ()

    def test_a_deleted_note_waits_in_the_trash(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_note(row, _note("Keep me"))
        library.trash_note("n1")
        assert library.notes(row) == ()
        assert [one.text for one in library.notes(row, trashed=True)] == ["Keep me"]
        library.restore_note("n1")
        assert library.notes(row) == (_note("Keep me"),)
        assert library.notes(row, trashed=True) == ()

    def test_the_trash_is_emptied_after_its_time(
        self, library: Library, database: Database, where: Places
    ) -> None:
        row = library.keep(opened()).id
        now = datetime.now(UTC)
        for name, age in (("old", TRASH_TIME + timedelta(hours=1)), ("new", TRASH_TIME / 2)):
            library.save_note(row, _note("…", id=name))
            library.trash_note(name, when=now - age)
        database.close()
        assert [one.id for one in library.notes(row, trashed=True)] == ["new"]
        with closing(sqlite3.connect(where.library)) as connection:
            assert connection.execute("SELECT note_id FROM note_tags").fetchall() == [("new",)]

    def test_a_note_that_is_not_there_is_said(self, library: Library) -> None:
        with pytest.raises(LibraryError, match="no longer in the library"):
            library.restore_note("gone")
        assert library.note("gone") is None


class TestHandWork:
    def _correction(self, id: str, **changes: object) -> Correction:
        made = Correction(
            id,
            CorrectionKind.ADD_LINK,
            describe(ARTICLE.text, Span(3, 20)),
            link=LinkKind.DENIES,
            other=selector(ARTICLE.text, Span(30, 40)),
            created=datetime(2025, 3, 4, tzinfo=UTC),
        )
        return replace(made, **changes)  # type: ignore[arg-type]

    def test_corrections_come_back_whole_and_in_order(self, library: Library) -> None:
        row = library.keep(opened()).id
        made = (self._correction("z"), self._correction("a", link=None, other=None, names=("X",)))
        for one in made:
            library.save_correction(row, one)
        assert library.corrections(row) == made

    def test_a_correction_is_taken_back_and_made_again(self, library: Library) -> None:
        row = library.keep(opened()).id
        library.save_correction(row, self._correction("a"))
        library.remove_correction("a")
        assert library.corrections(row) == ()
        library.save_correction(row, self._correction("a"))
        library.save_correction(row, self._correction("a"))
        assert library.corrections(row) == (self._correction("a"),)

    def test_versions_share_their_corrections(self, library: Library) -> None:
        first = library.keep(_opened(plain(*PARAGRAPHS))).id
        second = library.keep(_opened(plain(*PARAGRAPHS[1:]))).id
        library.save_correction(first, self._correction("a"))
        assert library.corrections(second) == (self._correction("a"),)
