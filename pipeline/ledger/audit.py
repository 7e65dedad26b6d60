"""The audit trail: who did what, and when. Rows are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from pipeline.ledger.schema import attempts, audit, deliveries
from pipeline.ledger.states import Move

_PERSONS = (Move.APPROVE, Move.CANCEL, Move.RENEW)  # these stand in the trail under a person's own name
EXPORTED = "exported"  # which changes nothing in a draft
MACHINE = "Lichtpunt"  # who did it, where no person did


@dataclass(frozen=True)
class Entry:
    """One thing that happened."""

    at: datetime
    who: str
    what: str
    details: str


def write(connection: Connection, who: str, what: str, subject: str, now: datetime, details: str = "") -> None:
    """Add a row.

    Args:
        connection: A transaction that writes.
        who: A person, or `MACHINE`.
        what: approved, edited, discarded, …
        subject: `draft 12`, `all deliveries`.
        now: When.
        details: What a person may want to know later.
    """
    connection.execute(insert(audit).values(at=now, who=who, what=what, subject=subject, details=details))


def last_change(connection: Connection, draft: int) -> Entry | None:
    """What last happened to a draft's words, time or decisions."""
    query = select(audit).where(audit.c.subject == f"draft {draft}", audit.c.what != EXPORTED)
    row = connection.execute(query.order_by(audit.c.id.desc())).first()
    return Entry(row.at, row.who, row.what, row.details) if row else None


def last(connection: Connection, subject: str, what: str) -> Entry | None:
    """When such a thing last happened to `draft 12`, or whatever it is."""
    where = (audit.c.subject == subject, audit.c.what == what)
    row = connection.execute(select(audit).where(*where).order_by(audit.c.id.desc())).first()
    return Entry(row.at, row.who, row.what, row.details) if row else None


def of_draft(connection: Connection, draft: int) -> list[Entry]:
    """All that happened to a draft and its deliveries, in order."""
    acts = select(audit).where(audit.c.subject == f"draft {draft}")
    found = [Entry(row.at, row.who, row.what, row.details) for row in connection.execute(acts)]
    by_machine = (deliveries.c.draft == draft, attempts.c.move.not_in(_PERSONS))
    moves = select(attempts).join(deliveries, deliveries.c.id == attempts.c.delivery).where(*by_machine)
    found += [Entry(row.at, MACHINE, row.move, row.message) for row in connection.execute(moves)]
    return sorted(found, key=lambda entry: entry.at)
