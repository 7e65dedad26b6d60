"""Drafts: an email or a thread with its final bytes, its slot, and what a person changed in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from pipeline.errors import LedgerError
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.schema import deliveries as delivery_table
from pipeline.ledger.schema import drafts, files
from pipeline.ledger.states import State
from pipeline.model import Request


@dataclass(frozen=True)
class Content:
    """What composing makes of a draft; all that changes when it is composed again.

    Attributes:
        title: How people know it: a subject, or how a post begins.
        message: The Email or Thread, as JSON.
        articles: Identities of the articles it is made of, in order; empty of an own post.
        told: Those of them that it tells: a person may leave articles out.
        findings: As JSON.
        requests: The final bytes, one request a delivery.
        pictures: What the message shows, by name.
    """

    title: str
    message: str
    articles: tuple[str, ...]
    told: tuple[str, ...]
    findings: str
    requests: tuple[Request, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where and when a draft goes out.

    Attributes:
        series: The newsletter's name, or the network.
        kind: `email` or `thread`.
        slot: Its local label; None while no slot is free.
        account: The service's list or profile.
    """

    brand: str
    series: str
    kind: str
    slot: str | None
    due: datetime | None
    channel: str
    account: str

    @property
    def reference(self) -> str:
        """Its name at the service, without further slashes: a zone's would read as a folder."""
        return f"{self.series}/{(self.slot or 'later').replace('/', '-')}"

    @property
    def name(self) -> str:
        """How people know it: `weekly/2026-W47`."""
        return f"{self.series}/{self.slot}" if self.slot else self.series


@dataclass(frozen=True)
class Draft:
    """One row.

    Attributes:
        reference: Our name for it at the service, such as `weekly/2026-W47`.
        version: Goes up with every change.
        edits: What a person changed, as JSON.
        digest: SHA-256 of what would be sent, to whom and when.
    """

    id: int
    place: Place
    reference: str
    version: int
    title: str
    message: str
    articles: tuple[str, ...]
    key_point: str | None
    edits: str
    findings: str
    digest: str
    created: datetime
    changed: datetime

    @property
    def kind(self) -> str:
        """`email` or `thread`."""
        return self.place.kind


def get(connection: Connection, number: int) -> Draft:
    """The draft with this number.

    Raises:
        LedgerError: there is none.
    """
    row = connection.execute(select(drafts).where(drafts.c.id == number)).mappings().one_or_none()
    if row is None:
        raise LedgerError(f"There is no draft {number}. `drafts` lists those there are.")
    return of(row)


def with_article(connection: Connection, brand: str, article: str) -> list[Draft]:
    """Every draft of `brand` that tells of the article."""
    query = select(drafts).where(drafts.c.brand == brand).order_by(drafts.c.id)
    return [draft for draft in map(of, connection.execute(query).mappings()) if article in draft.articles]


def in_slot(connection: Connection, brand: str, series: str, slot: str) -> Draft | None:
    """The newest draft of an edition."""
    where = (drafts.c.brand == brand, drafts.c.series == series, drafts.c.slot == slot)
    row = connection.execute(select(drafts).where(*where).order_by(drafts.c.id.desc())).mappings().first()
    return of(row) if row else None


def last_sent(connection: Connection, place: Place) -> Draft | None:
    """The newest edition of the newsletter at `place` that its readers got, but for the one there."""
    query = (
        select(drafts)
        .join(delivery_table, delivery_table.c.draft == drafts.c.id)
        .where(drafts.c.brand == place.brand, drafts.c.series == place.series, drafts.c.account == place.account)
        .where(drafts.c.kind == "email", drafts.c.reference != place.reference)
        .where(delivery_table.c.state.in_([State.ACCEPTED, State.CONFIRMED]))
        .order_by(drafts.c.id.desc())
    )
    row = connection.execute(query).mappings().first()
    return of(row) if row else None


def without_slot(connection: Connection, brand: str) -> list[Draft]:
    """Drafts that wait for a free slot, the oldest first."""
    planned = select(delivery_table.c.draft).where(delivery_table.c.state == State.PLANNED)
    query = select(drafts).where(drafts.c.brand == brand, drafts.c.slot.is_(None), drafts.c.id.in_(planned))
    return [of(row) for row in connection.execute(query.order_by(drafts.c.id)).mappings()]


def request(connection: Connection, draft: int, part: int) -> Request:
    """The final bytes of one delivery."""
    return Request(_files(connection, draft, part))


def requests(connection: Connection, draft: int) -> tuple[Request, ...]:
    """The final bytes of every delivery of a draft, by part."""
    query = select(files.c.part, files.c.name, files.c.content).where(files.c.draft == draft, files.c.part > 0)
    parts: dict[int, dict[str, bytes]] = {}
    for row in connection.execute(query.order_by(files.c.part, files.c.name)):
        parts.setdefault(row.part, {})[row.name] = row.content
    return tuple(map(Request, parts.values()))


def pictures(connection: Connection, draft: int) -> dict[str, bytes]:
    """The pictures of a draft, by name."""
    return _files(connection, draft, 0)


def content(connection: Connection, draft: Draft) -> Content:
    """What composing made of it, as it is kept."""
    without = json.loads(draft.edits).get("without", ())
    tells = tuple(article for article in draft.articles if article not in without)
    shown = pictures(connection, draft.id)
    sent = requests(connection, draft.id)
    return Content(draft.title, draft.message, draft.articles, tells, draft.findings, sent, shown)


def key(ledger: str, delivery: Delivery) -> str:
    """What a keyed service knows a delivery by: the same at every try, other after a person said to send again."""
    seed = f"{ledger}\0{delivery.id}\0{delivery.reference}"
    return hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_of(place: Place, title: str, sent: Sequence[Request]) -> str:
    """SHA-256 of what would be sent, to whom and when: final bytes, subject, audience, channel and slot."""
    hashes = [
        [part, name, hashlib.sha256(data).hexdigest()]
        for part, request in enumerate(sent, 1)
        for name, data in sorted(request.parts.items())
    ]
    due = place.due.isoformat() if place.due else None
    said = [place.brand, place.series, place.slot, due, place.channel, place.account, title, hashes]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def row_of(place: Place, content: Content, reference: str) -> dict[str, Any]:
    """The columns that content and place decide."""
    return {
        **vars(place),
        "reference": reference,
        "title": content.title,
        "message": content.message,
        "articles": json.dumps(content.articles),
        "findings": content.findings,
        "digest": digest_of(place, content.title, content.requests),
    }


def of(row: RowMapping) -> Draft:
    """A row as a Draft."""
    values = dict(row)
    place = Place(**{name: values.pop(name) for name in Place.__dataclass_fields__})
    return Draft(**values | {"place": place, "articles": tuple(json.loads(values["articles"]))})


def _files(connection: Connection, draft: int, part: int) -> dict[str, bytes]:
    query = select(files.c.name, files.c.content).where(files.c.draft == draft, files.c.part == part)
    return {row.name: row.content for row in connection.execute(query.order_by(files.c.name))}
