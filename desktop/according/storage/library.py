"""The library: articles, analyses, notes and hand work, as domain values in and out.

Every method is one short session, so that the window and the worker may both call it.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from according.domain import json_form
from according.domain.analysis import Analysis, Producer
from according.domain.anchoring import Selector, hash_of
from according.domain.article import Article
from according.domain.notes import ENTITY_KINDS, Correction, Note, Verdict
from according.domain.reading import Opened, Recent
from according.errors import LibraryError
from according.storage.database import Database
from according.storage.forms import article_form, article_of, correction_form, correction_of
from according.storage.judgements import Judgements
from according.storage.schema import (
    AnalysisRow,
    ArticleRow,
    CorrectionRow,
    NoteRow,
    TagRow,
    WorkRow,
)
from according.storage.versions import earlier_version, fingerprints, keep_fingerprints

TRASH_TIME = timedelta(days=30)
"""How long a deleted note can be brought back."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article's id in the library, and that of the one it is a new version of, if it is."""

    id: int
    version_of: int | None = None


class Library:
    """What is kept on disk. Ids are those of articles; times are in UTC."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.judgements = Judgements(database)
        database.when_opened(_empty_trash)

    def keep(self, opened: Opened) -> Kept:
        """Keep an article that was opened.

        The same bytes are the same article. The same canonical address, or half of the paragraphs,
        make it a version of one that is there; anything else is new.
        """
        article = opened.article
        now = datetime.now(UTC)
        with self._database.writing() as session:
            row = session.scalar(select(ArticleRow).where(ArticleRow.sha256 == article.sha256))
            if row is None:
                row = _new_row(session, opened, now)
            elif row.text_hash != hash_of(article.text):
                # A better reader makes another text of the same bytes.
                _set_text(row, article)
                _set_metadata(row, article)
                session.execute(delete(AnalysisRow).where(AnalysisRow.article_id == row.id))
                keep_fingerprints(session, row.id, fingerprints(article))
            else:
                _set_metadata(row, article)
            row.opened = now
            if opened.path is not None:
                row.name, row.path = opened.name, opened.path
            session.flush()
            return Kept(row.id, row.version_of)

    def article(self, id: int) -> Opened:
        """A stored article with its original bytes."""
        with self._database.reading() as session:
            row = _article_row(session, id)
            article = article_of(
                row.form, text=row.text, sha256=row.sha256, title=row.title, address=row.address
            )
            return Opened(row.name, row.path, row.original, article)

    def recent(self, limit: int = 12) -> tuple[Recent, ...]:
        """The articles opened last, newest first; whether their files exist is not looked at."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(ArticleRow)
                .order_by(ArticleRow.opened.desc(), ArticleRow.id.desc())
                .limit(limit)
            )
            return tuple(
                Recent(row.id, row.name, row.title or row.name, row.path, row.opened)
                for row in rows
            )

    def save_analysis(self, id: int, article: Article, analysis: Analysis) -> None:
        """Keep the machine's own reading of an article in place of the one before."""
        form = json_form.to_json(article, analysis, file="")
        del form["article"], form["file"]  # kept with the article, and once is enough
        with self._database.writing() as session:
            session.execute(delete(AnalysisRow).where(AnalysisRow.article_id == id))
            session.add(
                AnalysisRow(
                    article_id=_article_row(session, id).id,
                    text_hash=_hash_of_story(article),
                    version=analysis.producer.version,
                    model=analysis.producer.model,
                    components=list(analysis.producer.components),
                    created=datetime.now(UTC),
                    form=form,
                )
            )

    def analysis(self, id: int, article: Article, producer: Producer) -> Analysis | None:
        """The machine's reading of this very story by this very producer, if there is one."""
        with self._database.reading() as session:
            row = session.scalar(select(AnalysisRow).where(AnalysisRow.article_id == id))
            if row is None or row.text_hash != _hash_of_story(article):
                return None
            if Producer(row.version, row.model, tuple(row.components)) != producer:
                return None
            return json_form.from_json(row.form)

    def notes(self, id: int, *, trashed: bool = False) -> tuple[Note, ...]:
        """The notes on an article in all its versions, oldest first; or those in the trash."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(NoteRow)
                .where(NoteRow.work_id == _article_row(session, id).work_id)
                .where(NoteRow.deleted.is_not(None) if trashed else NoteRow.deleted.is_(None))
                .order_by(NoteRow.created, NoteRow.id)
            )
            return tuple(_note(row) for row in rows)

    def note(self, note_id: str) -> Note | None:
        """One note, in the trash or not."""
        with self._database.reading() as session:
            row = session.get(NoteRow, note_id)
            return None if row is None else _note(row)

    def save_note(self, id: int, note: Note) -> None:
        """Keep a note; `id` is the article whose text its selector describes."""
        now = datetime.now(UTC)
        with self._database.writing() as session:
            row = session.get(NoteRow, note.id)
            if row is None:
                row = NoteRow(id=note.id, created=note.created or now)
                row.work_id = _article_row(session, id).work_id
                session.add(row)
            if row.article_id is None or _selector(row) != note.target:
                row.article_id = id
                _set_selector(row, note.target)
            row.text = note.text
            row.verdict = note.verdict.value if note.verdict else None
            row.changed = note.changed or now
            row.deleted = note.deleted
            if [tag.tag for tag in row.tags] != list(note.tags):
                row.tags.clear()
                session.flush()  # the old rows go before new ones take their positions
                row.tags.extend(
                    TagRow(position=position, tag=tag)
                    for position, tag in enumerate(dict.fromkeys(note.tags))
                )

    def trash_note(self, note_id: str, *, when: datetime | None = None) -> None:
        """Put a note into the trash, where it stays for 30 days."""
        self._mark_deleted(note_id, when or datetime.now(UTC))

    def restore_note(self, note_id: str) -> None:
        """Take a note out of the trash."""
        self._mark_deleted(note_id, None)

    def corrections(self, id: int) -> tuple[Correction, ...]:
        """The hand work on an article in all its versions, in the order it was done."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(CorrectionRow)
                .where(CorrectionRow.work_id == _article_row(session, id).work_id)
                .order_by(CorrectionRow.number)
            )
            return tuple(
                correction_of(row.form, id=row.id, kind=row.kind, created=row.created)
                for row in rows
            )

    def entity_work_besides(self, id: int) -> tuple[Correction, ...]:
        """The hand work on entities of all other articles, oldest first."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(CorrectionRow)
                .where(CorrectionRow.kind.in_(ENTITY_KINDS))
                .where(CorrectionRow.work_id != _article_row(session, id).work_id)
                .order_by(CorrectionRow.number)
            )
            return tuple(
                correction_of(row.form, id=row.id, kind=row.kind, created=row.created)
                for row in rows
            )

    def save_correction(self, id: int, correction: Correction) -> None:
        """Keep a piece of hand work; `id` is the article whose text its selectors describe."""
        with self._database.writing() as session:
            session.execute(delete(CorrectionRow).where(CorrectionRow.id == correction.id))
            session.add(
                CorrectionRow(
                    id=correction.id,
                    work_id=_article_row(session, id).work_id,
                    article_id=id,
                    kind=correction.kind.value,
                    form=correction_form(correction),
                    created=correction.created or datetime.now(UTC),
                )
            )

    def remove_correction(self, correction_id: str) -> None:
        """Take back a piece of hand work."""
        with self._database.writing() as session:
            session.execute(delete(CorrectionRow).where(CorrectionRow.id == correction_id))

    def _mark_deleted(self, note_id: str, when: datetime | None) -> None:
        with self._database.writing() as session:
            row = session.get(NoteRow, note_id)
            if row is None:
                raise LibraryError("This note is no longer in the library; write it again.")
            row.deleted = when


def _empty_trash(session: Session) -> None:
    session.execute(delete(NoteRow).where(NoteRow.deleted < datetime.now(UTC) - TRASH_TIME))


def _article_row(session: Session, id: int) -> ArticleRow:
    row = session.get(ArticleRow, id)
    if row is None:
        raise LibraryError("This article is no longer in the library; open its file again.")
    return row


def _new_row(session: Session, opened: Opened, now: datetime) -> ArticleRow:
    prints = fingerprints(opened.article)
    earlier = earlier_version(session, opened.article, prints)
    if earlier is None:
        work = WorkRow(created=now)
        session.add(work)
        session.flush()
    row = ArticleRow(
        work_id=work.id if earlier is None else earlier.work_id,
        version_of=None if earlier is None else earlier.id,
        name=opened.name,
        path=opened.path,
        media_type=_media_type(opened),
        sha256=opened.article.sha256,
        added=now,
        opened=now,
        original=opened.original,
    )
    _set_text(row, opened.article)
    _set_metadata(row, opened.article)
    session.add(row)
    session.flush()
    keep_fingerprints(session, row.id, prints)
    return row


def _hash_of_story(article: Article) -> str:
    """A hash of all that an analysis is made of: the text, and which blocks of it are read."""
    story = "".join(
        f"\n{block.kind} {block.span.start} {block.span.end}" for block in article.story()
    )
    return hash_of(article.text + story)


def _set_text(row: ArticleRow, article: Article) -> None:
    row.text = article.text
    row.text_hash = hash_of(article.text)


def _set_metadata(row: ArticleRow, article: Article) -> None:
    row.title = article.title
    row.address = article.address
    row.form = article_form(article)


def _media_type(opened: Opened) -> str:
    kind = mimetypes.guess_type(opened.name)[0]
    return kind or ("text/plain" if opened.path is None else "application/octet-stream")


def _selector(row: NoteRow) -> Selector:
    return Selector(
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        start=row.start,
        end=row.end,
        text_hash=row.text_hash,
        rival=row.rival,
    )


def _set_selector(row: NoteRow, target: Selector) -> None:
    row.exact, row.prefix, row.suffix = target.exact, target.prefix, target.suffix
    row.start, row.end, row.text_hash = target.start, target.end, target.text_hash
    row.rival = target.rival


def _note(row: NoteRow) -> Note:
    return Note(
        id=row.id,
        target=_selector(row),
        text=row.text,
        tags=tuple(tag.tag for tag in row.tags),
        verdict=Verdict(row.verdict) if row.verdict else None,
        created=row.created,
        changed=row.changed,
        deleted=row.deleted,
    )
