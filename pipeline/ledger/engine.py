"""The connection to SQLite: its settings, and how its transactions begin."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

WRITES = "lichtpunt_writes"  # the option of a connection that says so
PATIENCE = 30.0  # seconds to wait for another process' transaction
_PRIMARY = 0xFF  # of an error's code; the other bits say why it is busy, as recovery (sqlite.org/rescode.html)
_AGAIN = 0.01  # seconds until the next try to become WAL


def engine_of(path: Path, patience: float = PATIENCE) -> Engine:
    """The engine of the database at `path`: a transaction has one view; one that writes is alone from its start.

    Args:
        patience: Seconds that each transaction waits for another process'.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to be IMMEDIATE
        _become_wal(connection, patience)
        for setting in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={patience * 1000:.0f}"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _become_wal(connection: sqlite3.Connection, patience: float) -> None:
    """SQLite refuses this at once where another process does the same, however long its timeout is: ask again."""
    end = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_AGAIN)
        else:
            return
