"""What the reader holds of sources, in the library: judgements, notes, lists of assessments.

Every method is one short session, as in `according.storage.library`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Select, delete, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from according.domain.anchoring import Selector
from according.domain.judgements import Assessment, Judgement, SourceNote, only_here
from according.domain.sources import plain
from according.errors import LibraryError
from according.storage.database import Database
from according.storage.schema import ArticleRow, AssessmentRow, JudgementRow, SourceNoteRow


class Judgements:
    """`article` is the id of the article that is read; its work is that of all its versions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: int, sources: Collection[str]) -> tuple[Judgement, ...]:
        """Those of these sources in general and of the claims of an article, oldest first."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(JudgementRow)
                .where(
                    or_(
                        JudgementRow.work_id == _work(session, article),
                        JudgementRow.work_id.is_(None) & _among(JudgementRow.source, sources),
                    )
                )
                .order_by(JudgementRow.created, JudgementRow.number)
            )
            return tuple(_judgement(row) for row in rows)

    def add(self, article: int, judgement: Judgement) -> None:
        """Keep one more; with a `target`, it describes a claim in the text of `article`.

        One that is there already is the same one: making it may be done, undone and done again.
        """
        bound = judgement.target is not None or only_here(judgement.source)
        with self._database.writing() as session:
            session.execute(delete(JudgementRow).where(JudgementRow.id == judgement.id))
            session.add(
                JudgementRow(
                    id=judgement.id,
                    work_id=_work(session, article) if bound else None,
                    source=judgement.source,
                    field=judgement.field,
                    value=judgement.value,
                    reason=judgement.reason,
                    target=asdict(judgement.target) if judgement.target else None,
                    created=judgement.created or datetime.now(UTC),
                )
            )

    def remove(self, id: str) -> None:
        """Take one away as if it had never been made, which is how making it is undone."""
        with self._database.writing() as session:
            session.execute(delete(JudgementRow).where(JudgementRow.id == id))

    def notes(self, article: int, sources: Collection[str]) -> tuple[SourceNote, ...]:
        """The notes on these sources, as far as they are about those of this article."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(SourceNoteRow)
                .where(_among(SourceNoteRow.source, sources))
                .where(
                    SourceNoteRow.work_id.is_(None)
                    | (SourceNoteRow.work_id == _work(session, article))
                )
                .order_by(SourceNoteRow.source)
            )
            return tuple(SourceNote(row.source, row.text, row.changed) for row in rows)

    def write_note(self, article: int, note: SourceNote) -> None:
        """Keep the note on a source in place of the one before; an empty one goes."""
        with self._database.writing() as session:
            work = _work(session, article) if only_here(note.source) else None
            session.execute(
                delete(SourceNoteRow)
                .where(SourceNoteRow.source == note.source)
                .where(SourceNoteRow.work_id.is_not_distinct_from(work))
            )
            if note.text.strip():
                changed = note.changed or datetime.now(UTC)
                session.add(
                    SourceNoteRow(source=note.source, work_id=work, text=note.text, changed=changed)
                )

    def has_assessments(self) -> bool:
        """Whether the reader has brought in any list."""
        with self._database.reading() as session:
            return session.scalar(select(AssessmentRow.number).limit(1)) is not None

    def assessments(
        self, *, names: Collection[str], domains: Collection[str]
    ) -> tuple[Assessment, ...]:
        """The rows of all lists with one of these plain names or domains, in their order."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(AssessmentRow)
                .where(
                    _among(AssessmentRow.plain_name, names) | _among(AssessmentRow.domain, domains)
                )
                .order_by(AssessmentRow.list, AssessmentRow.number)
            )
            return tuple(_assessment(row) for row in rows)

    def lists(self) -> tuple[tuple[str, int], ...]:
        """The names of the lists the reader brought in, with the number of their rows."""
        counted = func.count()
        query: Select[str, int] = (
            select(AssessmentRow.list, counted)
            .group_by(AssessmentRow.list)
            .order_by(AssessmentRow.list)
        )
        with self._database.reading() as session:
            return tuple((name, count) for name, count in session.execute(query))

    def replace_list(self, name: str, rows: Sequence[Assessment]) -> None:
        """Make `rows` all that is in the list `name`; without rows it is gone."""
        with self._database.writing() as session:
            session.execute(delete(AssessmentRow).where(AssessmentRow.list == name))
            session.add_all(
                AssessmentRow(
                    list=name,
                    name=row.name,
                    plain_name=plain(row.name) if row.name else None,
                    domain=row.domain,
                    assessor=row.assessor,
                    wording=row.wording,
                    date=row.date,
                )
                for row in rows
            )


def _among(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None],
    values: Collection[str],
) -> ColumnElement[bool]:
    return column.in_(values) if values else false()


def _work(session: Session, article: int) -> int:
    work = session.scalar(select(ArticleRow.work_id).where(ArticleRow.id == article))
    if work is None:
        raise LibraryError("This article is no longer in the library; open its file again.")
    return work


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(
        id=row.id,
        source=row.source,
        field=row.field,
        value=row.value,
        reason=row.reason,
        created=row.created,
        target=Selector(**row.target) if row.target else None,
    )


def _assessment(row: AssessmentRow) -> Assessment:
    return Assessment(
        list=row.list,
        name=row.name,
        domain=row.domain,
        assessor=row.assessor,
        wording=row.wording,
        date=row.date,
    )
