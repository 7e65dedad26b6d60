"""Opening the ledger: the file, its settings, its migrations, and whether it is the one that was here last."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError, SQLAlchemyError

from pipeline.errors import LedgerError
from pipeline.ledger import brake, filesystems
from pipeline.ledger.engine import PATIENCE, WRITES, engine_of
from pipeline.ledger.schema import drafts, meta

HEAD = "0002"  # the newest migration; a test compares it with the folder
_REMEDIES = (  # by what SQLite says
    ("locked", "Another process is at work: try again."),
    ("unable to open", "Its place must be a file, or free for one. Choose another `state` in config.yaml."),
    ("already exists", "It is another program's file. Choose another `state` in config.yaml."),
    ("readonly", "Allow writing to it, and to the files beside it that begin with its name."),
)
_UNREADABLE = (OSError, ValueError, KeyError, TypeError)  # what a damaged mark can give
_COUNTED = "lichtpunt_counted"  # what a transaction counted, until it ends


class _RestoredError(Exception):
    """The ledger was put back while it was open."""


class Ledger:
    """An open ledger. A process that forks opens its own.

    Attributes:
        path: Its file.
        brand: Whose it is: a ledger belongs to one brand, known here by its first name for ever.
    """

    brand = ""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self._here = threading.local()  # a transaction is its thread's alone

    @property
    def _joined(self) -> Connection | None:
        """The transaction that this thread is in."""
        found: Connection | None = getattr(self._here, "connection", None)
        return found

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; changes nothing. Inside `writing` it is that transaction's own."""
        if self._joined is not None:
            yield self._joined
            return
        with _told(self.path), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, synced to disk, or none. Other writers wait.

        Begun inside another it is a part of that one, and ends with it. What was counted in it (`count`) is then noted
        beside the ledger, so that an older copy is recognised.

        Raises:
            LedgerError: it cannot be written, another process holds it for too long, or it was put back meanwhile.
        """
        if self._joined is not None:
            with self._joined.begin_nested():
                yield self._joined
            return
        with _told(self.path):
            try:
                counted = yield from self._transaction()
            except _RestoredError as error:
                self._hold_restored(f"{self.path} was put back while it was open")
                raise LedgerError(f"{self.path} was put back from a copy. Run deliver --once and status.") from error
            if counted:
                self.mark()

    def _transaction(self) -> Generator[Connection, None, int | None]:
        with self._writer.begin() as connection:
            self._here.connection = connection
            try:
                yield connection
            finally:
                self._here.connection = None
                counted: int | None = connection.info.pop(_COUNTED, None)
            # The mark is only written of what is kept: no count that is new may stand there already.
            if counted and not _is_new(connection, self.path, counted):
                raise _RestoredError
        return counted

    def _hold_restored(self, reason: str) -> None:
        with self._writer.begin() as connection:
            brake.pull(connection, reason, reconcile=True)
            count(connection, after=_reached(self.path))
            del connection.info[_COUNTED]
        self.mark()

    def mark(self) -> None:
        """Note beside the ledger how far it is.

        Raises:
            LedgerError: it cannot be written there.
        """
        with _told(self.path), self._writer.begin() as connection:  # one at a time, so that the mark never goes back
            _write_mark(self.path, {key: value(connection, key) for key in ("id", "intents")})


def open_ledger(path: Path, brand: str = "", *, patience: float = PATIENCE) -> Ledger:
    """The ledger at `path`, made or brought up to date where needed; a new one is `brand`'s.

    A ledger that is older than the last one used here (a restored backup, a copy) is opened with the brake on.

    Args:
        path: Its file.
        brand: The name of whoever a new one belongs to.
        patience: Seconds that each transaction waits for another process'.

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
    _make_private(path)
    ledger = Ledger(path, engine_of(path, patience))
    with _told(path):
        _migrate(ledger)
        with ledger.reading() as connection:
            reason = _not_the_last_one(connection, path)
        if reason:
            ledger._hold_restored(reason)
        elif not _mark_of(path).exists():  # a new one has its mark before its first call, not only with it
            ledger.mark()
        ledger.brand = _brand(ledger, brand)
    return ledger


def _make_private(path: Path) -> None:
    """A new ledger is its owner's alone: who can write it can approve; SQLite gives its other files the same rights."""
    with contextlib.suppress(OSError):  # whatever is wrong there is told when it is opened
        if not path.exists():
            path.touch(mode=0o600)


def _brand(ledger: Ledger, name: str) -> str:
    with ledger.reading() as connection:
        known = value(connection, "brand")
    if known is None and name:
        with ledger.writing() as connection:
            connection.execute(insert(meta).values(key="brand", value=name))
    return known or name


def value(connection: Connection, key: str) -> str | None:
    """A fact about the ledger itself."""
    found: str | None = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    return found


def count(connection: Connection, *, after: int = 0) -> None:
    """Count what a copy made before must not be taken for: a publishing call that is about to begin, or a decision.

    Args:
        connection: A transaction of `Ledger.writing`, which notes the count beside the ledger once it is kept.
        after: Count on from here, where another ledger counted so far.
    """
    number = max(int(value(connection, "intents") or 0), after) + 1
    connection.execute(update(meta).where(meta.c.key == "intents").values(value=str(number)))
    connection.info[_COUNTED] = number


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


def _is_new(connection: Connection, path: Path, counted: int) -> bool:
    """Whether the mark is this ledger's, and does not know the count yet. Without a mark nothing speaks against it."""
    try:
        here, reached = _read_mark(path)
    except FileNotFoundError:
        return True
    except _UNREADABLE:
        return False
    return here == value(connection, "id") and reached < counted


def _read_mark(path: Path) -> tuple[str, int]:
    last = json.loads(_mark_of(path).read_text(encoding="ascii"))
    return last["id"], int(last["intents"])


def _reached(path: Path) -> int:
    """How far the ledger that was here last had come, as far as its mark can be read."""
    try:
        return _read_mark(path)[1]
    except _UNREADABLE:
        return 0


def _not_the_last_one(connection: Connection, path: Path) -> str | None:
    """Why this ledger may not know all that went out, or None."""
    begun = int(value(connection, "intents") or 0)
    unused = begun == 0 and connection.execute(select(drafts.c.id).limit(1)).first() is None
    try:
        here, reached = _read_mark(path)
    except FileNotFoundError:
        return None if unused else f"{path} was brought here from elsewhere"
    except _UNREADABLE:
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
        remedy = next((words for sign, words in _REMEDIES if sign in reason), "Make room there, or allow writing.")
        raise LedgerError(f"The ledger {path} cannot be used ({reason}). {remedy}") from error
    except IntegrityError as error:
        raise LedgerError(f"The ledger {path} does not allow this ({error.orig}). Nothing was changed.") from error
    except DatabaseError as error:
        raise LedgerError(
            f"The ledger {path} is damaged or no ledger ({error.orig}). Restore a backup of it."
        ) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"The ledger {path} cannot be used ({type(error).__name__}).") from error
