"""Bringing a ledger's tables up to date with Alembic, in the transaction that is open."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from pipeline.errors import LedgerError

FOLDER = Path(__file__).parent / "migrations"


def settings(connection: Connection | None = None) -> Config:
    """Alembic's settings, for the migrations that ship."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, path: Path) -> None:
    """Run what is missing.

    Raises:
        LedgerError: the ledger was written by a newer Lichtpunt.
    """
    try:
        command.upgrade(settings(connection), "head")
    except CommandError as error:
        raise LedgerError(f"{path} was written by a newer Lichtpunt. Update Lichtpunt, then try again.") from error
