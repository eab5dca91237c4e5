"""Runs migrations on the connection that `according.storage.migrating` hands over.

There is no `alembic.ini`: the program migrates by itself. The transaction is the caller's.
"""

from __future__ import annotations

from alembic import context

from according.storage.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
