"""The emergency brake: while it is on, nothing new is published. What is under way is looked after, by looking only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from pipeline.ledger.schema import meta

_KEY, _RESTORED = "brake", "restored"


@dataclass(frozen=True)
class Brake:
    """Why deliveries are held.

    Attributes:
        reconcile: True where the ledger may not know all that went out: what should have gone out is looked up first.
    """

    reason: str
    reconcile: bool


def pull(connection: Connection, reason: str, *, reconcile: bool = False) -> None:
    """Hold all deliveries. A brake that is on keeps the need to reconcile."""
    before = state(connection)
    held = Brake(reason, reconcile or (before is not None and before.reconcile))
    _keep(connection, _KEY, json.dumps(asdict(held)))


def reconciled(connection: Connection, now: datetime) -> None:
    """Everything was looked up after a restore; the brake stays on until a person releases it."""
    held = state(connection)
    if held:
        _keep(connection, _KEY, json.dumps(asdict(Brake(held.reason, reconcile=False))))
        _keep(connection, _RESTORED, now.isoformat())


def restored(connection: Connection) -> datetime | None:
    """When the ledger was last put back from a copy, as far as that was noticed."""
    found = connection.execute(select(meta.c.value).where(meta.c.key == _RESTORED)).scalar()
    return datetime.fromisoformat(found) if found else None


def _keep(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))


def release(connection: Connection) -> None:
    """Let deliveries go on."""
    connection.execute(delete(meta).where(meta.c.key == _KEY))


def state(connection: Connection) -> Brake | None:
    """Why deliveries are held, or None where they are not."""
    found = connection.execute(select(meta.c.value).where(meta.c.key == _KEY)).scalar()
    return Brake(**json.loads(found)) if found else None


def is_on(connection: Connection) -> bool:
    """Whether deliveries are held."""
    return state(connection) is not None
