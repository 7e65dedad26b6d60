"""The full text of articles whose feed holds only summaries: their page's, fetched once a version of an entry."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import TypeAdapter
from sqlalchemy import Connection

from pipeline.config.shape import Source
from pipeline.errors import LichtpuntError, NotNow, SourceError, unexpected
from pipeline.ingest.files import Found
from pipeline.jobs import asking, reading
from pipeline.jobs.desk import Desk
from pipeline.ledger import articles, visits
from pipeline.ledger.visits import Page
from pipeline.model import Article, Block

if TYPE_CHECKING:
    from pipeline.ingest.fetch import Fetched

AT_ONCE = 20  # pages of one source in one round: the others come with the next
_TRIES = 5
_PATIENCE = timedelta(hours=1)  # before the second try; doubled each time
_JSON = TypeAdapter(Article)


@dataclass(frozen=True)
class Read:
    """An article of a source, on its way into the ledger.

    Attributes:
        article: As its feed gave it, or with the text of its page.
        marks: What it is known by, by its feed.
        backlog: Whether it is only recorded.
        page: What is to be remembered of its page, or None.
        problem: Why its page could not be read, or None.
        stays: Whether the ledger has a fuller text of it, which stays.
        again: Whether its page is tried again: the feed must come whole then.
        later: Whether its page is asked in another round only, and it is not noted until then.
    """

    article: Article
    marks: Collection[str]
    backlog: bool = False
    page: Page | None = None
    problem: str | None = None
    stays: bool = False
    again: bool = False
    later: bool = False


def with_pages(desk: Desk, source: Source, read: Sequence[Read]) -> list[Read]:
    """`read`, where those that are to have it have the text of their page."""
    read = list(read)
    wanted = [at for at, one in enumerate(read) if one.page and not one.stays]
    for at in wanted[AT_ONCE:]:
        read[at] = replace(read[at], later=True)
    first = wanted[:AT_ONCE]
    answers = asking.side_by_side(lambda one: _answer(desk, source, one), [read[at] for at in first])
    for at, answer in zip(first, answers, strict=True):
        read[at] = _with_page(desk, source, read[at], answer)
    return read


def planned(desk: Desk, connection: Connection, source: Source, one: Read) -> Read:
    """What is to become of an article whose text is only a summary.

    Its page is to be asked where it has a `page` and not `stays`.
    """
    said = _said(one.article)
    known = articles.identity_of(connection, desk.brand, one.article, one.marks)
    page = visits.page_of(connection, desk.brand, known) if known else None
    if known is None:
        fetches = source.full_text == "page" and not one.backlog and one.article.url is not None
        return replace(one, page=Page(said)) if fetches else one
    if page is None:  # it was recorded or told as a summary, before somebody asked for more
        return one
    if not page.said:  # a person gave its text, of which this is the summary
        return replace(one, page=Page(said, whole=True), stays=True)
    due = page.not_before is not None and page.not_before <= desk.now()
    if source.full_text == "page" and (page.said != said or due):
        return replace(one, page=page if page.said == said else Page(said, whole=page.whole))
    return replace(one, stays=page.whole, again=page.not_before is not None)


def _said(article: Article) -> str:
    return hashlib.sha256(_JSON.dump_json(replace(article, rights="ours"))).hexdigest()


def _answer(desk: Desk, source: Source, one: Read) -> Fetched | Exception:
    """What the page of an article answers, or why it does not."""
    address = one.article.url or ""
    try:
        return desk.get(address, source.allow_private and _same_host(address, source.feed or ""))
    except Exception as error:  # whatever it is, it is told where the answer is looked at
        return error


def _with_page(desk: Desk, source: Source, one: Read, answer: Fetched | Exception) -> Read:
    """One article with the text of its page; or as it is, with the reason."""
    page = one.page or Page("")
    try:
        article = _joined(one.article, _found(desk, source, one.article.url or "", answer))
    except Exception as error:  # a page that nobody foresaw stops no feed
        tries = page.tries + 1
        pause = max(_PATIENCE * 2 ** (tries - 1), error.wait if isinstance(error, NotNow) else _PATIENCE)
        again = desk.now() + pause if tries < _TRIES else None
        problem = str(error) if isinstance(error, LichtpuntError) else f"it broke off ({unexpected(error)})"
        asked = replace(page, tries=tries, not_before=again)
        return replace(one, page=asked, problem=problem, stays=page.whole, again=again is not None)
    return replace(one, article=article, page=Page(page.said, whole=True))


def _found(desk: Desk, source: Source, address: str, answer: Fetched | Exception) -> Found:
    if isinstance(answer, Exception):
        raise answer
    return reading.page(address, answer, source.rights, desk.config)


def _same_host(address: str, feed: str) -> bool:
    return urlsplit(address).netloc.rpartition("@")[2].lower() == urlsplit(feed).netloc.rpartition("@")[2].lower()


def _joined(entry: Article, found: Found) -> Article:
    """The page's text, with what the feed says of the article.

    Raises:
        SourceError: the page holds less than the summary.
    """
    page = found.articles[0]
    if found.feed is not None or _words(page) < _words(entry):
        raise SourceError(f"{entry.url} holds less text than the feed. Look whether it asks for a login or a payment.")
    opening = " ".join(_texts(entry)) if len(_texts(entry)) == 1 and len(entry.lead) == 1 else None
    return replace(
        page,
        source=entry.source,
        guid=entry.guid,
        url=entry.url,
        title=entry.title,
        published=entry.published or page.published,
        byline=entry.byline or page.byline,
        summary=page.summary or entry.summary or opening,
        dropped=(*page.dropped, *entry.dropped),
    )


def _words(article: Article) -> int:
    return sum(len(text.split()) for text in (*_texts(article), *(point.text for point in article.key_points)))


def _texts(article: Article) -> list[str]:
    blocks: Iterable[Block] = (*article.lead, *(block for section in article.sections for block in section.blocks))
    return [block.text for block in blocks]
