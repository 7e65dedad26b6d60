"""The tables. Moments are whole microseconds since 1970 in UTC, so that SQLite and PostgreSQL sort them alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


# Names for constraints, so that migrations can name them on every database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ID = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER counts up by itself on SQLite

# Facts about the ledger itself: its id, how many publishing calls it began, and why deliveries are held.
meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

sources = Table(
    "sources",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("first_seen", Moment, nullable=False),
)

# What a source's address answered last: the version that was noted, and until when it asked to be left alone.
visits = Table(
    "visits",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("address", Text, primary_key=True),
    Column("found_at", Text),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("read_as", Text, nullable=False),
    Column("not_before", Moment),
)

# Articles whose feed holds only a summary, and whose text is that of their page.
pages = Table(
    "pages",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("said", Text, nullable=False),  # a hash of the entry for which the page was asked
    Column("tries", Integer, nullable=False),
    Column("not_before", Moment),
    Column("whole", Boolean, nullable=False),  # whether `articles` has its whole text
)

# `identity` is the article's link without what changes, or its guid. `content` is the Article as JSON.
articles = Table(
    "articles",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("identity", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("backlog", Boolean, nullable=False),  # held by its source when that was first seen: never drafted unasked
    Column("content", Text, nullable=False),
)

# What articles are known by: a guid or an address, however it was written. One is enough to know it again.
marks = Table(
    "marks",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("mark", Text, primary_key=True),
    Column("article", Text, nullable=False),
)

# A person's choice about a key point of an article, for mails, cards and all networks.
wordings = Table(
    "wordings",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("key_point", Text, primary_key=True),  # as the author wrote it
    Column("wording", Text),
    Column("left_out", Boolean, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("brand", Text, nullable=False),
    Column("series", Text, nullable=False),  # the newsletter's name, or the network
    Column("kind", Text, nullable=False),  # email, thread
    Column("slot", Text),
    Column("due", Moment),
    Column("channel", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("message", Text, nullable=False),  # the Email or Thread as JSON
    Column("articles", Text, nullable=False),  # their identities, in order, as JSON
    Column("key_point", Text),
    Column("edits", Text, nullable=False),  # what a person changed, as JSON
    Column("findings", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
)

# Final bytes. Part 0 has what the message is made of (its pictures); each other part is one request.
files = Table(
    "files",
    metadata,
    Column("draft", _ID, ForeignKey("drafts.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# What a series has told an account already; `key_point` is empty for the article itself.
told = Table(
    "told",
    metadata,
    Column("brand", Text, primary_key=True),
    Column("account", Text, primary_key=True),
    Column("series", Text, primary_key=True),
    Column("article", Text, primary_key=True),
    Column("key_point", Text, primary_key=True),
    Column("draft", _ID, ForeignKey("drafts.id"), nullable=False, index=True),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("draft", _ID, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("approver", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("voided", Moment),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("draft", _ID, ForeignKey("drafts.id"), index=True),  # none where an edition was skipped or never drafted
    Column("brand", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("series", Text, nullable=False),
    Column("slot", Text),
    Column("part", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Moment),
    Column("not_before", Moment),
    Column("tries", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_until", Moment),
    Column("remote_id", Text),
    Column("place", Text),
    Column("published", Moment),  # when the first call that readers may have noticed was begun
    Column("receipt_id", Text),
    Column("receipt_place", Text),
    Column("error", Text),
    Column("changed", Moment, nullable=False),
    # One delivery a slot and part, however many machines plan it; what was cancelled frees its place.
    Index(
        "uq_deliveries_slot",
        "brand",
        "account",
        "series",
        "slot",
        "part",
        unique=True,
        sqlite_where=text("state != 'cancelled'"),
        postgresql_where=text("state != 'cancelled'"),
    ),
    Index(None, "state", "due"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("delivery", _ID, ForeignKey("deliveries.id"), nullable=False, index=True),
    Column("fence", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("move", Text, nullable=False),
    Column("message", Text, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
)
