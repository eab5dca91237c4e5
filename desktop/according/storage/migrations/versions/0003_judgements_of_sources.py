"""The reader's judgements of sources, notes on sources, and lists of others' assessments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("work_id", sa.Integer),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("target", sa.JSON),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_judgements"),
        sa.ForeignKeyConstraint(
            ["work_id"], ["works.id"], name="fk_judgements_work_id_works", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    op.create_index("ix_judgements_work_id", "judgements", ["work_id"])
    op.create_index("ix_judgements_source", "judgements", ["source"])
    op.create_table(
        "source_notes",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("work_id", sa.Integer),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("changed", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_source_notes"),
        sa.ForeignKeyConstraint(
            ["work_id"], ["works.id"], name="fk_source_notes_work_id_works", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_source_notes_source", "source_notes", ["source"])
    op.create_index("ix_source_notes_work_id", "source_notes", ["work_id"])
    op.create_table(
        "assessments",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("list", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("plain_name", sa.Text),
        sa.Column("domain", sa.Text),
        sa.Column("assessor", sa.Text, nullable=False),
        sa.Column("wording", sa.Text, nullable=False),
        sa.Column("date", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_assessments"),
    )
    op.create_index("ix_assessments_list", "assessments", ["list"])
    op.create_index("ix_assessments_plain_name", "assessments", ["plain_name"])
    op.create_index("ix_assessments_domain", "assessments", ["domain"])


def downgrade() -> None:
    op.drop_table("assessments")
    op.drop_table("source_notes")
    op.drop_table("judgements")
