"""The connection becomes WAL whatever other processes do at that moment."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

import pytest

from pipeline.errors import LedgerError
from pipeline.ledger import engine
from pipeline.ledger.store import open_ledger


class _Refused(sqlite3.Connection):
    """A connection that is refused at once, as SQLite does where two become WAL at a time; then it is let."""

    left = 0
    code = sqlite3.SQLITE_BUSY

    def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
        if "journal_mode" in sql and self.left:
            self.left -= 1
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self.code
            raise error
        return super().execute(sql, *rest)  # type: ignore[arg-type]


def refused(path: Path, times: int, code: int = sqlite3.SQLITE_BUSY) -> _Refused:
    connection = sqlite3.connect(path, factory=_Refused)
    connection.left, connection.code = times, code
    return connection


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY])
def test_who_is_refused_at_once_asks_again(code: int, tmp_path: Path) -> None:
    connection = refused(tmp_path / "a.db", 3, code)
    engine._become_wal(connection, 30)
    assert connection.left == 0
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nobody_asks_for_ever(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        engine._become_wal(refused(tmp_path / "a.db", 10_000), 0.05)


def test_another_failure_is_told_at_once(tmp_path: Path) -> None:
    connection = refused(tmp_path / "a.db", 9, sqlite3.SQLITE_CANTOPEN)
    with pytest.raises(sqlite3.OperationalError):
        engine._become_wal(connection, 30)
    assert connection.left == 8


def test_a_ledger_in_use_is_waited_for_as_long_as_was_said(tmp_path: Path) -> None:
    open_ledger(tmp_path / "a.db", "Bakery")
    with contextlib.closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ledger = open_ledger(tmp_path / "a.db", "Bakery", patience=0.1)
        begun = time.monotonic()
        with pytest.raises(LedgerError, match="Another process is at work"), ledger.writing():
            pass
    assert time.monotonic() - begun < 5
