"""What feeds and pages answered: versions, so that nothing is sent twice, and when to ask again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_MOMENT = sa.BigInteger()  # microseconds since 1970, UTC


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "pages",
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", _MOMENT, nullable=True),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("brand", "article", name=op.f("pk_pages")),
    )
    op.create_table(
        "visits",
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("read_as", sa.Text(), nullable=False),
        sa.Column("not_before", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("brand", "source", "address", name=op.f("pk_visits")),
    )
