from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, insert
from sqlalchemy.engine import Engine

from pipeline.errors import LedgerError
from pipeline.ledger import brake, engine, migrating, store
from pipeline.ledger.brake import Brake
from pipeline.ledger.schema import meta, metadata
from pipeline.ledger.store import Ledger, open_ledger
from tests.ledger.builders import (
    a_folder_in_place_of_the_mark,
    a_ledger,
    an_empty_ledger,
    approved,
    planned,
    publishing,
    state,
)

ROOT = Path(__file__).parents[2]


def fact(ledger: Ledger, key: str) -> str | None:
    with ledger.reading() as connection:
        return store.value(connection, key)


def held(ledger: Ledger) -> Brake | None:
    with ledger.reading() as connection:
        return brake.state(connection)


def copy(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


def put_back(backup: Path, ledger: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
    copy(backup, ledger)


def publish(ledger: Ledger, number: int = 1) -> None:
    publishing(ledger, number)


# Migrations


def test_migrations_make_what_the_schema_says(tmp_path: Path) -> None:
    with a_ledger(tmp_path).reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_partial_indexes_are_the_schemas_too(tmp_path: Path) -> None:
    metadata_only = engine.engine_of(tmp_path / "schema.db")
    metadata.create_all(metadata_only)
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    with metadata_only.connect() as schema, a_ledger(tmp_path).reading() as migrated:
        rows = [{tuple(row) for row in connection.exec_driver_sql(wanted)} for connection in (schema, migrated)]
    metadata_only.dispose()
    assert rows[0] == rows[1]


def test_the_constant_names_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(migrating.settings()).get_current_head() == store.HEAD


def test_a_ledger_keeps_its_id(tmp_path: Path) -> None:
    first = fact(open_ledger(tmp_path / "a.db"), "id")
    assert first
    assert fact(open_ledger(tmp_path / "a.db"), "id") == first
    assert fact(open_ledger(tmp_path / "b.db"), "id") != first


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    with ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match=r"written by a newer Lichtpunt\. Update Lichtpunt"):
        open_ledger(ledger.path)


def test_many_processes_may_open_a_new_ledger_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; sys.stdin.readline(); from pathlib import Path; from pipeline.ledger import migrating;"
        "from pipeline.ledger.store import open_ledger, value; print('ready', flush=True); sys.stdin.readline();"
        f"ledger = open_ledger(Path({str(tmp_path / 'new.db')!r}));\n"
        "with ledger.reading() as connection: print(value(connection, 'id'))"
    )
    command = [sys.executable, "-c", code]
    with contextlib.ExitStack() as stack:
        started = [
            stack.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(4)
        ]
        for word in ("load", "go"):
            for process in started:
                assert process.stdin
                assert process.stdout
                process.stdin.write(f"{word}\n")
                process.stdin.flush()
            if word == "load":
                assert [process.stdout.readline() for process in started if process.stdout] == ["ready\n"] * 4
        ids = {process.communicate()[0] for process in started}
        assert [process.returncode for process in started] == [0] * 4
    assert len(ids) == 1
    assert ids != {""}


# Settings


def test_what_is_committed_is_on_the_disk_and_in_one_order(tmp_path: Path) -> None:
    with a_ledger(tmp_path).reading() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)

    def half() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(meta).values(key="half", value="done"))
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert fact(ledger, "half") is None


def test_a_writer_locks_out_other_writers_from_its_beginning(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    with (
        ledger.writing(),
        contextlib.closing(sqlite3.connect(ledger.path, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_reader_has_one_view(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    with ledger.reading() as connection:
        before = store.value(connection, "x")
        with ledger.writing() as writing:
            writing.execute(insert(meta).values(key="x", value="1"))
        assert store.value(connection, "x") == before
    assert fact(ledger, "x") == "1"


# Failures, told in one sentence


def test_a_path_with_special_characters_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?b=c#d%20 é" / "ledger.db"
    open_ledger(path)
    assert path.exists()


def test_a_file_that_is_no_ledger_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "lichtpunt.db"
    path.write_bytes(b"This is a shopping list. " * 1_000)
    with pytest.raises(LedgerError, match=r"lichtpunt.db is damaged or no ledger .*Restore a backup"):
        open_ledger(path)


def test_a_damaged_ledger_is_told_as_such(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    copy(ledger.path, tmp_path / "damaged.db")
    content = bytearray((tmp_path / "damaged.db").read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (tmp_path / "damaged.db").write_bytes(content)
    with pytest.raises(LedgerError, match="Restore a backup"):
        open_ledger(tmp_path / "damaged.db")


def test_a_folder_in_place_of_the_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "lichtpunt.db").mkdir()
    with pytest.raises(LedgerError, match=r"cannot be used \(unable to open database file\)"):
        open_ledger(tmp_path / "lichtpunt.db")


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(LedgerError, match=r"cannot be made .*Choose another `state`"):
        open_ledger(tmp_path / "state" / "lichtpunt.db")


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Root may write everywhere, so be somebody who may not."""
    if os.name != "posix":
        pytest.skip("needs users as POSIX has them")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "lichtpunt.db"
        path.write_bytes(an_empty_ledger())
        path.chmod(0o444)
        folder.chmod(0o555)
        with nobody(), pytest.raises(LedgerError, match="llow writing"):
            open_ledger(path)
        folder.chmod(0o755)


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """From now on no file of a ledger grows."""

    def _full(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size for less than that

    event.listen(Engine, "connect", _full)
    try:
        yield
    finally:
        event.remove(Engine, "connect", _full)


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = a_ledger(tmp_path).path
    with full_disk():
        ledger = open_ledger(path)
        with pytest.raises(LedgerError, match=r"database or disk is full.*Make room"), ledger.writing() as connection:
            connection.execute(insert(meta).values(key="much", value="x" * 1_000_000))
    assert fact(open_ledger(path), "much") is None


def test_what_a_rule_of_the_tables_forbids_is_not_called_damage(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    with pytest.raises(LedgerError, match="does not allow this"), ledger.writing() as connection:
        connection.execute(insert(meta).values(key="id", value="another"))


# A ledger that is not the one that was here last


def test_a_new_ledger_and_one_that_goes_on_are_trusted(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    assert held(open_ledger(ledger.path)) is None
    publish(ledger)
    assert held(open_ledger(ledger.path)) is None


def test_a_worker_that_died_before_it_made_its_mark_is_no_restore(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    publishing(ledger)
    assert held(open_ledger(ledger.path)) is None


def test_an_older_copy_is_known_and_only_looks_things_up(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    publish(ledger)
    put_back(tmp_path / "backup.db", ledger.path)
    found = held(open_ledger(ledger.path))
    assert found
    assert found.reconcile
    assert "it was restored" in found.reason


def test_an_older_copy_in_which_deliveries_were_held_is_known_too(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    with ledger.writing() as connection:
        brake.pull(connection, "Anna stopped everything.")
    copy(ledger.path, tmp_path / "backup.db")
    with ledger.writing() as connection:
        brake.release(connection)
    publish(ledger)
    put_back(tmp_path / "backup.db", ledger.path)
    found = held(open_ledger(ledger.path))
    assert found
    assert found.reconcile


def test_a_restored_ledger_that_was_released_stays_released(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    publish(ledger)
    put_back(tmp_path / "backup.db", ledger.path)
    with open_ledger(ledger.path).writing() as connection:
        brake.release(connection)
    assert held(open_ledger(ledger.path)) is None


def test_the_same_copy_put_back_a_second_time_is_known_again(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    publish(ledger)
    for _ in range(3):
        put_back(tmp_path / "backup.db", ledger.path)
        assert held(open_ledger(ledger.path))


def test_another_ledger_in_its_place_is_known(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    publish(ledger)
    other = open_ledger(tmp_path / "other.db")
    put_back(other.path, ledger.path)
    found = held(open_ledger(ledger.path))
    assert found
    assert "another ledger was used" in found.reason


def test_a_ledger_that_was_brought_from_elsewhere_is_known(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    publish(ledger)
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(ledger.path, tmp_path / "elsewhere" / "lichtpunt.db")
    copy(ledger.path, tmp_path / "elsewhere" / "lichtpunt.db")
    found = held(open_ledger(tmp_path / "elsewhere" / "lichtpunt.db"))
    assert found
    assert "brought here from elsewhere" in found.reason


@pytest.mark.parametrize("mark", ["", "no JSON", "[]", '{"id": 1}', '{"id": null, "intents": null}', "é"])
def test_a_mark_that_cannot_be_read_is_no_trust(tmp_path: Path, mark: str) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    publish(ledger)
    ledger.path.with_name("lichtpunt.db.mark").write_text(mark, encoding="utf-8")
    found = held(open_ledger(ledger.path))
    assert found
    assert found.reconcile
    assert held(open_ledger(ledger.path)) == found


def test_the_mark_says_how_far_the_ledger_is_and_leaves_nothing_else(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    publish(ledger)
    mark = json.loads(ledger.path.with_name("lichtpunt.db.mark").read_text())
    assert mark == {"id": fact(ledger, "id"), "intents": "2"}
    assert {path.name for path in tmp_path.iterdir()} <= {
        "lichtpunt.db",
        "lichtpunt.db-wal",
        "lichtpunt.db-shm",
        "lichtpunt.db.mark",
    }


def test_a_mark_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    a_folder_in_place_of_the_mark(ledger)
    with pytest.raises(LedgerError, match="cannot be written"):
        ledger.mark()


def test_a_restored_ledger_still_knows_its_drafts(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    assert planned(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    put_back(tmp_path / "backup.db", ledger.path)
    assert state(open_ledger(ledger.path)) == "planned"
