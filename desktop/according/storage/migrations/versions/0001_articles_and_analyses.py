"""Articles in their versions, and the machine's analysis of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "works",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_works"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("work_id", sa.Integer, nullable=False),
        sa.Column("version_of", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("path", sa.Text),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("address", sa.Text),
        sa.Column("added", sa.DateTime, nullable=False),
        sa.Column("opened", sa.DateTime, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("form", sa.JSON, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name="fk_articles_work_id_works"),
        sa.ForeignKeyConstraint(
            ["version_of"],
            ["articles.id"],
            name="fk_articles_version_of_articles",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("sha256", name="uq_articles_sha256"),
    )
    op.create_index("ix_articles_work_id", "articles", ["work_id"])
    op.create_index("ix_articles_title", "articles", ["title"])
    op.create_index("ix_articles_address", "articles", ["address"])
    op.create_index("ix_articles_opened", "articles", ["opened"])
    op.create_table(
        "paragraphs",
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "hash", name="pk_paragraphs"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_paragraphs_article_id_articles",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_paragraphs_hash", "paragraphs", ["hash"])
    op.create_table(
        "analyses",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("article_id", sa.Integer, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("components", sa.JSON, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("form", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_analyses"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name="fk_analyses_article_id_articles",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("article_id", name="uq_analyses_article_id"),
    )


def downgrade() -> None:
    op.drop_table("analyses")
    op.drop_table("paragraphs")
    op.drop_table("articles")
    op.drop_table("works")
