"""Run by Alembic: migrates over the connection that the record hands it."""

from __future__ import annotations

from alembic import context

from polybius.record.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
