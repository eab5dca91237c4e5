"""The reader's notes with their tags, and the corrections of the machine's reading."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("work_id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("prefix", sa.Text, nullable=False),
        sa.Column("suffix", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("rival", sa.Float, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.Column("deleted", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.ForeignKeyConstraint(
            ["work_id"], ["works.id"], name="fk_notes_work_id_works", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_notes_article_id_articles",
            ondelete="SET NULL",
        ),
    )
    op.create_index("ix_notes_work_id", "notes", ["work_id"])
    op.create_index("ix_notes_deleted", "notes", ["deleted"])
    op.create_table(
        "note_tags",
        sa.Column("note_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("note_id", "position", name="pk_note_tags"),
        sa.ForeignKeyConstraint(
            ["note_id"], ["notes.id"], name="fk_note_tags_note_id_notes", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("note_id", "tag", name="uq_note_tags_note_id_tag"),
    )
    op.create_index("ix_note_tags_tag", "note_tags", ["tag"])
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("work_id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("form", sa.JSON, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_corrections"),
        sa.ForeignKeyConstraint(
            ["work_id"], ["works.id"], name="fk_corrections_work_id_works", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_corrections_article_id_articles",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("id", name="uq_corrections_id"),
    )
    op.create_index("ix_corrections_work_id", "corrections", ["work_id"])


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_table("note_tags")
    op.drop_table("notes")
