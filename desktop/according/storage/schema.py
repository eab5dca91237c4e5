"""The tables of the library, as SQLAlchemy classes; migrations bring a file to exactly this form.

    works ─┬─< articles ─┬─< paragraphs
           │             └─< analyses
           ├─< notes ──< note_tags
           ├─< corrections
           ├─< judgements
           └─< source_notes     assessments

A work is one article in all its versions. Notes and corrections belong to the work and remember the
version they were made on; every version shows them all, each where its passage stands. Judgements
and notes on a source in general belong to no work; assessments stand alone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UtcTime(TypeDecorator[datetime]):
    """A time in UTC: SQLite keeps no zone, so it is taken off when written and put on when read."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without its zone: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Names every index and constraint, so that a migration can name what it changes."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class WorkRow(Base):
    """One article in all its versions; what the reader adds belongs to it."""

    __tablename__ = "works"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: When its first version came into the library.
    created: Mapped[datetime] = mapped_column(UtcTime)


class ArticleRow(Base):
    """One version of an article: the bytes as they were, and the text as it is read."""

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("works.id"), index=True)
    #: The article as whose version this one was recognised; NULL for the first of its work.
    version_of: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    #: What the reader calls it: the file's name, or the name given to a paste.
    name: Mapped[str] = mapped_column(Text)
    #: Where the file was when it was last opened; NULL for a paste.
    path: Mapped[str | None] = mapped_column(Text)
    #: The kind of the original bytes, as guessed from the file's name.
    media_type: Mapped[str] = mapped_column(Text)
    #: SHA-256 of `original` in hexadecimal; the same bytes are the same article.
    sha256: Mapped[str] = mapped_column(Text, unique=True)
    #: The headline, or what stands for it.
    title: Mapped[str | None] = mapped_column(Text, index=True)
    #: The canonical address the page gives for itself.
    address: Mapped[str | None] = mapped_column(Text, index=True)
    added: Mapped[datetime] = mapped_column(UtcTime)
    opened: Mapped[datetime] = mapped_column(UtcTime, index=True)
    #: SHA-256 of `text`, as selectors keep it.
    text_hash: Mapped[str] = mapped_column(Text)
    #: Byline, publication date, publisher, language, and the blocks with their spans.
    form: Mapped[dict[str, Any]] = mapped_column(JSON)
    #: The canonical text; offsets of blocks, selectors and analyses are its code points.
    text: Mapped[str] = mapped_column(Text, deferred=True)
    #: The bytes as they were opened. Last, because SQLite passes over it to reach what follows.
    original: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class ParagraphRow(Base):
    """The fingerprint of one paragraph, by which versions of an article are recognised."""

    __tablename__ = "paragraphs"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    #: SHA-256 of the paragraph's words, typography and case apart, cut to 32 digits.
    hash: Mapped[str] = mapped_column(Text, primary_key=True, index=True)


class AnalysisRow(Base):
    """The machine's own reading of an article; corrections are never written into it."""

    __tablename__ = "analyses"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: One for each article: a new analysis takes the place of the one before.
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    #: The text it is about and the blocks of it that were read; of others it means nothing.
    text_hash: Mapped[str] = mapped_column(Text)
    #: The version of the program, its language model, and the stages that made it.
    version: Mapped[str] = mapped_column(Text)
    model: Mapped[str] = mapped_column(Text)
    components: Mapped[list[str]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(UtcTime)
    #: The machine-readable form, as `according analyze` writes it, without the article.
    form: Mapped[dict[str, Any]] = mapped_column(JSON)


class NoteRow(Base):
    """A note of the reader's, with the passage it stands on."""

    __tablename__ = "notes"

    #: A random id, so that notes of two libraries can be brought together.
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("works.id", ondelete="CASCADE"), index=True)
    #: The version whose text the selector describes; NULL when that version is gone.
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    #: The passage's words, and 32 code points before and after them.
    exact: Mapped[str] = mapped_column(Text)
    prefix: Mapped[str] = mapped_column(Text)
    suffix: Mapped[str] = mapped_column(Text)
    #: The passage's place, in code points, and the text in which the place holds.
    start: Mapped[int]
    end: Mapped[int]
    text_hash: Mapped[str] = mapped_column(Text)
    #: How well, from 0 to 1, the place that resembled the passage most fitted in that text.
    rival: Mapped[float] = mapped_column(Float)
    #: What the reader wrote, in Markdown.
    text: Mapped[str] = mapped_column(Text)
    #: open, holds, doubtful, refuted, needs checking; NULL for none.
    verdict: Mapped[str | None] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(UtcTime)
    changed: Mapped[datetime] = mapped_column(UtcTime)
    #: When it was put into the trash, which is emptied of it 30 days later.
    deleted: Mapped[datetime | None] = mapped_column(UtcTime, index=True)

    tags: Mapped[list[TagRow]] = relationship(
        order_by="TagRow.position", cascade="all, delete-orphan", lazy="selectin"
    )


class TagRow(Base):
    """One keyword on a note."""

    __tablename__ = "note_tags"
    __table_args__ = (UniqueConstraint("note_id", "tag"),)

    note_id: Mapped[str] = mapped_column(
        ForeignKey("notes.id", ondelete="CASCADE"), primary_key=True
    )
    #: Tags stay in the order in which the reader gave them.
    position: Mapped[int] = mapped_column(primary_key=True)
    tag: Mapped[str] = mapped_column(Text, index=True)


class CorrectionRow(Base):
    """One piece of hand work on the machine's reading."""

    __tablename__ = "corrections"

    #: Corrections are applied in this order.
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(Text, unique=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("works.id", ondelete="CASCADE"), index=True)
    #: The version whose text the selectors describe; NULL when that version is gone.
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    #: What was done, as the domain names it.
    kind: Mapped[str] = mapped_column(Text)
    #: Selectors `target` and `other`, the names that were said, and the kind of link.
    form: Mapped[dict[str, Any]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(UtcTime)


class JudgementRow(Base):
    """The reader's word on one field of a source; rows are added, never changed."""

    __tablename__ = "judgements"

    #: The latest on a field counts.
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(Text, unique=True)
    #: NULL for a source in general; else the work of the claim, or the only one of the source.
    work_id: Mapped[int | None] = mapped_column(
        ForeignKey("works.id", ondelete="CASCADE"), index=True
    )
    #: The key of the source: catalogue:<id>, name:<name> or here:<name>; empty for a claim alone.
    source: Mapped[str] = mapped_column(Text, index=True)
    field: Mapped[str] = mapped_column(Text)
    #: NULL takes back what was said before.
    value: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    #: The selector of the claim's content; NULL for the source in general.
    target: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created: Mapped[datetime] = mapped_column(UtcTime)


class SourceNoteRow(Base):
    """The reader's free text on a source."""

    __tablename__ = "source_notes"

    number: Mapped[int] = mapped_column(primary_key=True)
    #: The key of the source, as in judgements.
    source: Mapped[str] = mapped_column(Text, index=True)
    #: NULL but for a source that is known again in one work alone.
    work_id: Mapped[int | None] = mapped_column(
        ForeignKey("works.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(Text)
    changed: Mapped[datetime] = mapped_column(UtcTime)


class AssessmentRow(Base):
    """What somebody said of an outlet, from a list that the reader brought in."""

    __tablename__ = "assessments"

    number: Mapped[int] = mapped_column(primary_key=True)
    #: The name of the list: that of its file.
    list: Mapped[str] = mapped_column(Text, index=True)
    name: Mapped[str | None] = mapped_column(Text)
    #: The name without case, accents and marks, by which it is found; NULL without name.
    plain_name: Mapped[str | None] = mapped_column(Text, index=True)
    #: In small letters, without "www."; NULL without domain.
    domain: Mapped[str | None] = mapped_column(Text, index=True)
    assessor: Mapped[str] = mapped_column(Text)
    wording: Mapped[str] = mapped_column(Text)
    #: As the list has it.
    date: Mapped[str] = mapped_column(Text)
