"""What was asked before is remembered, also in a ledger that was made before there was a place for it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import connect

import pytest
from alembic import command
from sqlalchemy import Connection

from pipeline.errors import LedgerError
from pipeline.ledger import articles, engine, migrating, store, visits
from pipeline.ledger.store import open_ledger
from pipeline.ledger.visits import Page, Visit
from tests.factories import an_article
from tests.ledger.builders import a_ledger

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SEEN = Visit("https://bakery.example/feed", '"1"', "Mon", "0.1.0 nl", NOW)


def a_visit(connection: Connection, *, source: str = "blog", address: str = "https://bakery.example/feed") -> Visit:
    return visits.last_visit(connection, "Bakery", source, address)


def test_the_last_answer_of_each_address_of_each_source_is_kept(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    for visit in (Visit(etag='"0"'), SEEN):
        with ledger.writing() as connection:
            visits.keep_visit(connection, "Bakery", "blog", "https://bakery.example/feed", visit)
    with ledger.reading() as connection:
        assert a_visit(connection) == SEEN
        assert a_visit(connection, source="other") == Visit()
        assert a_visit(connection, address="https://bakery.example/rss") == Visit()


def test_what_became_of_a_page_is_kept(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    for page in (Page("a", 1, NOW), Page("b")):
        with ledger.writing() as connection:
            visits.keep_page(connection, "Bakery", "bread", page)
    with ledger.reading() as connection:
        assert visits.page_of(connection, "Bakery", "bread") == Page("b")
        assert visits.page_of(connection, "Bakery", "soup") is None


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger as the first migration left it, with an article."""
    path = tmp_path / "old.db"
    ledger = store.Ledger(path, engine.engine_of(path))
    with ledger.writing() as connection:
        command.upgrade(migrating.settings(connection), "0001")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('id', 'old'), ('intents', '0')")
        articles.note(connection, "Bakery", "blog", an_article(), {"tests:bread"}, NOW)
    return path


def test_a_ledger_of_the_first_migration_is_brought_up_to_date_with_all_it_holds(old: Path) -> None:
    with open_ledger(old).writing() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == store.HEAD
        assert store.value(connection, "id") == "old"
        assert articles.get(connection, "Bakery", ["tests:bread"]) == [an_article()]
        visits.keep_visit(connection, "Bakery", "blog", "https://bakery.example/feed", SEEN)
        assert a_visit(connection) == SEEN


def test_a_migration_that_breaks_off_leaves_the_ledger_as_it_was(old: Path) -> None:
    with closing(connect(old)) as database, database:
        database.execute("CREATE TABLE visits (something INTEGER)")
    with pytest.raises(LedgerError):
        open_ledger(old)
    with closing(connect(old)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert "pages" not in tables
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
