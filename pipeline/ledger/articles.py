"""Articles: which were seen, what they said last, and which wait to be told."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter
from sqlalchemy import Connection, exists, insert, select, update

from pipeline.identity import plain_link
from pipeline.ledger import wordings
from pipeline.ledger.schema import articles, deliveries, drafts, marks, sources, told
from pipeline.ledger.states import State
from pipeline.model import Article

_JSON = TypeAdapter(Article)


def is_new_source(connection: Connection, brand: str, name: str, address: str | None = None) -> bool:
    """Whether a source was never seen at this address, or at any."""
    where = [sources.c.brand == brand, sources.c.name == name]
    where += [] if address is None else [sources.c.address == address]
    return connection.execute(select(sources.c.name).where(*where)).first() is None


def seen(connection: Connection, brand: str, name: str, address: str, now: datetime) -> None:
    """From now on a source is not new."""
    if is_new_source(connection, brand, name, address):
        connection.execute(insert(sources).values(brand=brand, name=name, address=address, first_seen=now))


@dataclass(frozen=True)
class Noted:
    """An article as the ledger has it now.

    Attributes:
        article: With the guid by which it was known first.
        news: Whether the ledger did not know it, or knew other words.
    """

    article: Article
    news: Literal["new", "changed", "none"]


def note(
    connection: Connection,
    brand: str,
    source: str,
    article: Article,
    known_by: Collection[str],
    now: datetime,
    *,
    backlog: bool = False,
    others: Collection[str] | None = None,
) -> Noted:
    """Keep what an article says now, and say whether that is new.

    Args:
        connection: A transaction that writes.
        brand: Whose.
        source: The source's name in config.yaml.
        article: As it was read.
        known_by: Its marks: see `identity.telling`. One is enough to know it again.
        now: When.
        backlog: Whether it is only recorded, because its source held it already when it was first seen.
        others: Names of the other sources of config.yaml: what one of them gave first stays as it says it, and what a
            source gave that is no more is this one's now. None where a person gives the article.
    """
    article = replace(article, guid=_known_as(connection, brand, article, known_by))
    article = wordings.with_decided(article, wordings.of_article(connection, brand, article.guid))
    content = _JSON.dump_json(article).decode("utf-8", "surrogatepass")
    said = {"title": article.title, "content": content}
    where = (articles.c.brand == brand, articles.c.identity == article.guid)
    before = connection.execute(select(articles.c.content, articles.c.source).where(*where)).first()
    if before is None:
        row = {"brand": brand, "identity": article.guid, "source": source, "first_seen": now, "backlog": backlog}
        connection.execute(insert(articles).values(**row, **said))
        return Noted(article, "new")
    if others is not None and before.source in others:
        return Noted(_JSON.validate_json(before.content), "none")
    owner = {} if others is None else {"source": source}
    if before.content == content and owner.get("source", before.source) == before.source:
        return Noted(article, "none")
    connection.execute(update(articles).where(*where).values(**said, **owner))
    return Noted(article, "none" if before.content == content else "changed")


def identity_of(connection: Connection, brand: str, article: Article, known_by: Collection[str]) -> str | None:
    """The guid under which an article was seen first; None where it was not.

    Where its marks lead to several articles, its guid decides before its address: that is what its author calls it.
    """
    return _first(_leading(connection, brand, known_by), article)


def _first(known: Mapping[str, str], article: Article) -> str | None:
    page = plain_link(article.url or "")
    return next((known[mark] for mark in sorted(known, key=lambda mark: (mark == page, mark))), None)


def held(connection: Connection, brand: str, source: str, known_by: Collection[str]) -> bool:
    """Whether a source gave an article with one of these marks before."""
    found = set(_leading(connection, brand, known_by).values())
    query = select(articles.c.identity).where(articles.c.brand == brand, articles.c.source == source)
    return bool(connection.execute(query.where(articles.c.identity.in_(list(found))).limit(1)).first())


def _leading(connection: Connection, brand: str, known_by: Collection[str]) -> dict[str, str]:
    query = select(marks.c.mark, marks.c.article).where(marks.c.brand == brand, marks.c.mark.in_(list(known_by)))
    return {row.mark: row.article for row in connection.execute(query)}


def _known_as(connection: Connection, brand: str, article: Article, known_by: Collection[str]) -> str:
    """The guid under which an article was seen first; from now on all its marks lead there."""
    known = _leading(connection, brand, known_by)
    guid = _first(known, article) or _free(connection, brand, article)
    fresh = [{"brand": brand, "mark": mark, "article": guid} for mark in sorted(set(known_by) - known.keys())]
    if fresh:
        connection.execute(insert(marks), fresh)
    return guid


def _free(connection: Connection, brand: str, article: Article) -> str:
    """Its guid, with its feed's address where an article of another feed is called the same."""
    taken = select(articles.c.identity).where(articles.c.brand == brand, articles.c.identity == article.guid)
    return f"{article.guid} of {article.source}" if connection.execute(taken).first() else article.guid


def ask_for(connection: Connection, brand: str, identity: str) -> None:
    """A person asks for an article that was only recorded."""
    where = (articles.c.brand == brand, articles.c.identity == identity)
    connection.execute(update(articles).where(*where).values(backlog=False))


def waiting(connection: Connection, brand: str, names: Collection[str], series: Collection[str]) -> list[Article]:
    """The articles of the sources `names` that none of `series` has told yet, the newest first."""
    already = exists().where(
        told.c.brand == brand, told.c.article == articles.c.identity, told.c.series.in_(list(series))
    )
    query = (
        select(articles.c.content)
        .where(articles.c.brand == brand, articles.c.source.in_(list(names)), articles.c.backlog.is_(False), ~already)
        .order_by(articles.c.first_seen.desc(), articles.c.identity)
    )
    found = [_JSON.validate_json(content) for content in connection.execute(query).scalars()]
    return sorted(found, key=lambda article: -article.published.timestamp() if article.published else 0)


def get(connection: Connection, brand: str, identities: Collection[str]) -> list[Article]:
    """The articles with these identities, in their order; those the ledger does not know are left out."""
    query = select(articles.c.identity, articles.c.content).where(
        articles.c.brand == brand, articles.c.identity.in_(list(identities))
    )
    known = {row.identity: _JSON.validate_json(row.content) for row in connection.execute(query)}
    return [known[identity] for identity in identities if identity in known]


def titles(connection: Connection, brand: str) -> dict[str, str]:
    """The title of every article, by its identity."""
    query = select(articles.c.identity, articles.c.title).where(articles.c.brand == brand)
    return {row.identity: row.title for row in connection.execute(query)}


def sent(connection: Connection, brand: str, account: str, but: str) -> dict[str, str]:
    """The articles that editions told the readers of an account, each with the last such edition's reference.

    Args:
        connection: A transaction.
        brand: Whose.
        account: The mailing list.
        but: The reference of the edition that asks.
    """
    query = (
        select(drafts.c.reference, drafts.c.articles, drafts.c.edits)
        .join(deliveries, deliveries.c.draft == drafts.c.id)
        .where(drafts.c.brand == brand, drafts.c.account == account, drafts.c.kind == "email")
        .where(drafts.c.reference != but, deliveries.c.state.in_([State.ACCEPTED, State.CONFIRMED]))
        .order_by(drafts.c.id)
    )
    found: dict[str, str] = {}
    for row in connection.execute(query):
        without = json.loads(row.edits).get("without", [])
        found.update((one, row.reference) for one in json.loads(row.articles) if one not in without)
    return found
