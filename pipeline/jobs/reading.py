"""Articles from files, folders, feeds and addresses, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config.shape import Config, Source
from pipeline.errors import SourceError, UsageError
from pipeline.ingest import feeds, files, html, sections
from pipeline.model import Article, Rights

if TYPE_CHECKING:
    from pipeline.ingest.fetch import Fetched

Fetch = Callable[[str, bool], "Fetched"]


def over_the_network(url: str, allow_private: bool) -> Fetched:
    """The guarded fetch, as jobs use it. It loads an HTTP client, which most commands never need."""
    from pipeline.ingest import fetch

    return fetch.fetch(url, allow_private=allow_private)


def is_address(place: str) -> bool:
    """Whether `place` is a web address and no path."""
    return place.lower().startswith(("http://", "https://"))


def read(places: Iterable[str], config: Config, *, link: str | None = None, get: Fetch | None = None) -> list[Article]:
    """The articles at `places`, none twice.

    Args:
        places: Paths of files and folders, or addresses.
        link: Address for the one article that has none of its own.
        get: How addresses are fetched; None where the network is not to be used.

    Raises:
        SourceError: one of them holds no article.
    """
    if link and not is_address(link):
        raise UsageError(f"{link} is no whole address. Give one such as https://praktijk.example/article.")
    found: dict[str, Article] = {}
    for place in places:
        for article in _at(place, config, get):
            found.setdefault(article.guid, article)
    articles = list(found.values())
    if link and len(articles) != 1:
        raise SourceError(
            f"A link can be given for one article; here are {len(articles)}. Write `url:` in their front matter."
        )
    return [replace(article, url=link) for article in articles] if link else articles


def _at(place: str, config: Config, get: Fetch | None) -> list[Article]:
    if not is_address(place):
        return files.articles(Path(place), language=config.brand.language)
    if get is None:
        raise SourceError(
            f"{place} is on the network, which `build` leaves alone. Add --online, or save the page as a file."
        )
    return _fetched(place, get(place, False), "ours", config)


def _fetched(place: str, answer: Fetched, rights: Rights, config: Config) -> list[Article]:
    if feeds.looks_like_feed(answer.body):
        return feeds.read(answer.body, place, url=answer.url, rights=rights, language=config.brand.language).articles
    document = html.read(files.decode(answer.body, place), answer.url)
    return [
        sections.assemble(document, source=place, name=place, rights=rights, fallback_language=config.brand.language)
    ]


def from_sources(names: Iterable[str], config: Config, get: Fetch) -> list[Article]:
    """The articles of the sources `names` of config.yaml, none twice, newest first where dates are known."""
    found: dict[str, Article] = {}
    for name in names:
        for article in _of(config.sources[name], config, get):
            found.setdefault(article.guid, article)
    return sorted(found.values(), key=lambda article: -article.published.timestamp() if article.published else 0)


def _of(source: Source, config: Config, get: Fetch) -> list[Article]:
    if source.feed:
        return _fetched(source.feed, get(source.feed, source.allow_private), source.rights, config)
    assert source.folder is not None  # noqa: S101 -- the shape holds that there is one of the two
    return files.articles(config.folder / source.folder, rights=source.rights, language=config.brand.language)


@dataclass(frozen=True)
class Look:
    """What stands at a place: articles, and the feed's own title and size where it is one."""

    articles: list[Article]
    feed: feeds.Feed | None = None


def look(place: str, config: Config, get: Fetch) -> Look:
    """The articles of one file, folder, feed or address, as `inspect` shows them.

    Raises:
        SourceError: there are none.
    """
    if is_address(place):
        answer = get(place, False)
        body, base = answer.body, answer.url
    elif Path(place).is_file() and Path(place).suffix.lower() in {".xml", ".rss", ".atom", ".rdf"}:
        body, base = Path(place).read_bytes(), None
    else:
        return Look(_at(place, config, get))
    if feeds.looks_like_feed(body):
        feed = feeds.read(body, place, url=base, language=config.brand.language)
        return Look(feed.articles, feed)
    return Look(_fetched(place, answer, "ours", config) if is_address(place) else _at(place, config, get))
