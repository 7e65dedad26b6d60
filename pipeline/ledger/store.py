"""Opening the ledger: the file, its settings, its migrations, and whether it is the one that was here last."""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError, SQLAlchemyError

from pipeline.errors import LedgerError
from pipeline.ledger import brake, filesystems
from pipeline.ledger.schema import meta

HEAD = "0002"  # the newest migration; a test compares it with the folder
_WRITES = "lichtpunt_writes"
_BUSY = 30  # seconds to wait for another process' transaction


class Ledger:
    """An open ledger. A process that forks opens its own.

    Attributes:
        path: Its file.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; changes nothing."""
        with _told(self.path), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, synced to disk, or none. Other writers wait.

        Raises:
            LedgerError: it cannot be written, or another process holds it for too long.
        """
        with _told(self.path), self._writer.begin() as connection:
            yield connection

    def mark(self) -> None:
        """Note beside the ledger how far it is, so that an older copy is recognised. Before every publishing call.

        Raises:
            LedgerError: it cannot be written there.
        """
        with self.writing() as connection:  # one at a time, so that the mark never goes back
            _write_mark(self.path, {key: value(connection, key) for key in ("id", "intents")})


def open_ledger(path: Path) -> Ledger:
    """The ledger at `path`, made or brought up to date where needed.

    A ledger that is older than the last one used here (a restored backup, a copy) is opened with the brake on.

    Raises:
        LedgerError: it cannot be opened, lies on a network drive, or belongs to a newer Lichtpunt.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"{path.parent} cannot be made ({error.strerror or error}). Choose another `state`."
        ) from error
    filesystems.refuse_network(path)
    ledger = Ledger(path, _engine(path))
    with _told(path):
        _migrate(ledger)
        with ledger.writing() as connection:
            reason = _not_the_last_one(connection, path)
            if reason:
                brake.pull(connection, reason, reconcile=True)
                count_intent(connection, after=_reached(path))
    if reason or not _mark_of(path).exists():  # a new one has its mark before its first call, not only with it
        ledger.mark()
    return ledger


def value(connection: Connection, key: str) -> str | None:
    """A fact about the ledger itself."""
    found: str | None = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    return found


def count_intent(connection: Connection, *, after: int = 0) -> None:
    """Count a publishing call that is about to begin; beyond `after`, where another ledger counted so far."""
    number = max(int(value(connection, "intents") or 0), after) + 1
    connection.execute(update(meta).where(meta.c.key == "intents").values(value=str(number)))


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late to be IMMEDIATE
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY * 1000}"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _migrate(ledger: Ledger) -> None:
    """Run the migrations that are missing. Alembic is slow to load, so only where there are some."""
    with ledger.reading() as connection:
        known = connection.dialect.has_table(connection, "alembic_version")
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if known else None
    if version == HEAD:
        return
    from pipeline.ledger import migrating  # noqa: PLC0415

    with ledger.writing() as connection:
        migrating.upgrade(connection, ledger.path)
        if value(connection, "id") is None:
            rows = [{"key": "id", "value": uuid.uuid4().hex}, {"key": "intents", "value": "0"}]
            connection.execute(insert(meta), rows)


def _mark_of(path: Path) -> Path:
    return path.with_name(path.name + ".mark")


def _write_mark(path: Path, state: dict[str, str | None]) -> None:
    """The mark, whole or not at all, and on the disk."""
    fresh = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    try:
        with fresh.open("w", encoding="ascii") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(_mark_of(path))
        if os.name == "posix":  # elsewhere a folder cannot be synced
            _sync(path.absolute().parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise LedgerError(f"{fresh.parent} cannot be written ({error.strerror or error}). Make room there.") from error


def _sync(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _reached(path: Path) -> int:
    """How far the ledger that was here last had come, as far as its mark can be read."""
    try:
        return int(json.loads(_mark_of(path).read_text(encoding="ascii"))["intents"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _not_the_last_one(connection: Connection, path: Path) -> str | None:
    """Why this ledger may not know all that went out, or None."""
    begun = int(value(connection, "intents") or 0)
    try:
        last = json.loads(_mark_of(path).read_text(encoding="ascii"))
        here, reached = last["id"], int(last["intents"])
    except FileNotFoundError:
        return f"{path} was brought here from elsewhere" if begun else None
    except (OSError, ValueError, KeyError, TypeError):
        return f"{_mark_of(path)} cannot be read"
    if here != value(connection, "id"):
        return f"another ledger was used at {path} before"
    return f"{path} is older than the one last used here: it was restored" if reached > begun else None


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """The database's failures as one sentence."""
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig)
        remedy = (
            "Another process is at work: try again." if "locked" in reason else "Make room there, or allow writing."
        )
        raise LedgerError(f"The ledger {path} cannot be used ({reason}). {remedy}") from error
    except IntegrityError as error:
        raise LedgerError(f"The ledger {path} does not allow this ({error.orig}). Nothing was changed.") from error
    except DatabaseError as error:
        raise LedgerError(
            f"The ledger {path} is damaged or no ledger ({error.orig}). Restore a backup of it."
        ) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"The ledger {path} cannot be used ({type(error).__name__}).") from error
