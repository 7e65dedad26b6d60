"""Alembic runs this: migrations happen on the connection that `migrating.py` hands over."""

from __future__ import annotations

from alembic import context

from pipeline.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
