"""What was asked of feeds and pages before, and what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select, update

from pipeline.ledger.schema import pages, visits


@dataclass(frozen=True)
class Visit:
    """The last answer of a source's address.

    Attributes:
        found_at: Where it was found in the end; None where nothing is known that could spare the next answer.
        etag, modified: What the server called the version that was noted; empty where it did not say.
        read_as: How that version was read: read otherwise, it must be sent again.
        not_before: Until when it asked to be left alone, or None.
    """

    found_at: str | None = None
    etag: str = ""
    modified: str = ""
    read_as: str = ""
    not_before: datetime | None = None


@dataclass(frozen=True)
class Page:
    """What is known of the page of an article whose feed holds only a summary.

    Attributes:
        said: A hash of the entry for which the page was last asked; empty where a person gave the text.
        tries: How often the page could not be read for that entry.
        not_before: When it is tried again; None where it is not.
        whole: Whether the ledger has its whole text, which stays while a newer one cannot be had.
    """

    said: str
    tries: int = 0
    not_before: datetime | None = None
    whole: bool = False


def last_visit(connection: Connection, brand: str, source: str, address: str) -> Visit:
    """What an address of a source answered last; an empty visit where it was never asked."""
    where = [visits.c.brand == brand, visits.c.source == source, visits.c.address == address]
    columns = (visits.c.found_at, visits.c.etag, visits.c.modified, visits.c.read_as, visits.c.not_before)
    row = connection.execute(select(*columns).where(*where)).first()
    return Visit(*row) if row else Visit()


def keep_visit(connection: Connection, brand: str, source: str, address: str, visit: Visit) -> None:
    """Remember what an address of a source answered."""
    _put(connection, visits, {"brand": brand, "source": source, "address": address}, asdict(visit))


def page_of(connection: Connection, brand: str, article: str) -> Page | None:
    """What is known of an article's page; None where its text never came from there."""
    columns = (pages.c.said, pages.c.tries, pages.c.not_before, pages.c.whole)
    row = connection.execute(select(*columns).where(pages.c.brand == brand, pages.c.article == article)).first()
    return Page(*row) if row else None


def keep_page(connection: Connection, brand: str, article: str, page: Page) -> None:
    """Remember what became of an article's page."""
    _put(connection, pages, {"brand": brand, "article": article}, asdict(page))


def _put(connection: Connection, table: Table, key: Mapping[str, str], values: Mapping[str, object]) -> None:
    """Write a row, whether or not there is one; the transaction lets no other writer in between."""
    where = [table.c[name] == value for name, value in key.items()]
    if not connection.execute(update(table).where(*where).values(**values)).rowcount:
        connection.execute(insert(table).values(**key, **values))
