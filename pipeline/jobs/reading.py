"""Articles from files, folders, feeds and addresses, in one list."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline import identity
from pipeline.config.shape import Config, Source
from pipeline.errors import SourceError, UsageError
from pipeline.ingest import files, suggest
from pipeline.ingest.files import Found
from pipeline.model import Article, Dropped, Finding, Rights

if TYPE_CHECKING:
    from pipeline.ingest.fetch import Fetched
    from pipeline.ingest.versions import Version


class Fetch(Protocol):
    """How addresses are fetched. Several threads may call it at once."""

    def __call__(self, url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
        """What stands at `url`; nothing where it still is the version that is `known`.

        Raises:
            SourceError: it cannot be had.
            NotNow: it asks to be left alone for a while.
        """


def over_the_network(url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
    """The guarded fetch, as jobs use it. It loads an HTTP client, which most commands never need."""
    from pipeline.ingest import fetch

    return fetch.fetch(url, allow_private=allow_private, known=known)


def is_address(place: str) -> bool:
    """Whether `place` is a web address and no path."""
    return place.lower().startswith(("http://", "https://"))


def read(places: Sequence[str], config: Config, *, link: str | None = None, get: Fetch | None = None) -> Found:
    """The articles at `places`, none twice.

    Args:
        places: Paths of files and folders, or addresses.
        link: Address for the one article that has none of its own; where all have one, it is dropped.
        get: How addresses are fetched; None where the network is not to be used.

    Raises:
        SourceError: one of them holds no article.
    """
    if link and not is_address(link):
        raise UsageError(f"{link} is no whole address. Give one such as https://praktijk.example/article.")
    names = _names(place for place in places if not is_address(place))
    found = together(_at(place, names, config, get) for place in places)
    return _linked(found, link) if link else found


def _suggesting(found: Found, config: Config) -> Found:
    """`found` with suggested key points for articles without any, unless config.yaml says no."""
    if not config.suggest_key_points:
        return found
    return replace(found, articles=[suggest.suggesting(article) for article in found.articles])


def _names(paths: Iterable[str]) -> Mapping[str, str | None]:
    """What the files at each path are known as: its way from the folder that all have in common."""
    whole = {path: os.path.abspath(path) for path in paths}  # noqa: PTH100 - resolve() would follow links
    if len(set(whole.values())) < 2:
        return dict.fromkeys(whole)
    common = os.path.commonpath(whole.values())
    return {path: Path(os.path.relpath(place, common)).as_posix() for path, place in whole.items()}


def _linked(found: Found, link: str) -> Found:
    """`found`, with `link` for the one article that has no address of its own."""
    without = [article for article in found.articles if not article.url]
    if len(without) > 1:
        raise SourceError(
            f"A link can be given for one article; {len(without)} have none. Write `url:` in their front matter."
        )
    if not without:
        return replace(found, dropped=[*found.dropped, Dropped(link, "the article has an address of its own")])
    return replace(found, articles=[one if one.url else replace(one, url=link) for one in found.articles])


def _at(place: str, names: Mapping[str, str | None], config: Config, get: Fetch | None) -> Found:
    source = _holding(place, config)
    rights = config.sources[source].rights if source else "ours"
    if not is_address(place):
        return _filed(Path(place), names[place], rights, config)
    if get is None:
        raise SourceError(
            f"{place} is on the network, which `build` leaves alone. Add --online, or save the page as a file."
        )
    return page(place, get(place, False), rights, config)


def page(place: str, answer: Fetched, rights: Rights, config: Config) -> Found:
    """What an address gave, a page or a feed."""
    return _fetched(files.fetched, shown(place), answer, rights, config)


def shown(address: str) -> str:
    """An address for people and for keeping: without the name and password that it may hold."""
    return re.sub(r"^(https?://)[^/?#]*@", r"\1", address, flags=re.IGNORECASE)


def _fetched(reader: Callable[..., Found], place: str, answer: Fetched, rights: Rights, config: Config) -> Found:
    language = config.brand.language
    kind = answer.content_type
    found = reader(answer.body, place, url=answer.url, content_type=kind, rights=rights, language=language)
    return _suggesting(found, config)


def _filed(path: Path, known_as: str | None, rights: Rights, config: Config) -> Found:
    return _suggesting(files.read(path, known_as=known_as, rights=rights, language=config.brand.language), config)


def asked_for(place: str, config: Config, get: Fetch) -> tuple[str | None, Found]:
    """What a person names, known as the source in whose folder it lies knows it; and that source's name, if any.

    Raises:
        SourceError: it holds no article.
    """
    name = None if is_address(place) else _holding(place, config)
    if name is None:
        return None, read([place], config, get=get)
    source, path = config.sources[name], _absolute(Path(place))
    folder = source.folder or Path()
    inside = folder / path.relative_to(_absolute(config.folder / folder))
    return name, _filed(path, inside.as_posix(), source.rights, config)


def _holding(place: str, config: Config) -> str | None:
    """The first source of config.yaml in whose folder `place` lies, or whose feed it is, by its name."""
    for name, source in config.sources.items():
        if is_address(place):
            if source.feed and identity.plain_link(source.feed) == identity.plain_link(place):
                return name
        elif source.folder and _absolute(Path(place)).is_relative_to(_absolute(config.folder / source.folder)):
            return name
    return None


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Articles by their date; those without one last, in their order."""
    return sorted(articles, key=lambda article: -article.published.timestamp() if article.published else 0)


def held(source: Source, config: Config, answer: Fetched | None) -> Found:
    """What a source holds: of a feed what it answered, of a folder its files.

    Raises:
        SourceError: it holds no articles, or is no feed.
    """
    if source.feed and answer:
        return _fetched(files.subscribed, shown(source.feed), answer, source.rights, config)
    assert source.folder is not None  # noqa: S101 -- the shape holds that there is one of the two
    folder = _absolute(config.folder / source.folder)  # wherever one works, the same file is the same source
    return _filed(folder, source.folder.as_posix(), source.rights, config)


def together(places: Iterable[Found]) -> Found:
    """What several places hold, each article once."""
    found = list(places)
    articles, again = identity.once(article for one in found for article in one.articles)
    dropped = [piece for one in found for piece in one.dropped]
    for one, first in again:
        dropped.append(Dropped(f"{one.title} ({one.source})", f"the same article as in {first.source}"))
    summaries = {guid: shows for one in found for guid, shows in one.summaries.items()}
    return Found(articles, dropped, summaries=summaries)


def look(place: str, config: Config, get: Fetch) -> Found:
    """What one file, folder, feed or address holds, as `inspect` shows it.

    Raises:
        SourceError: no article.
    """
    return _at(place, {place: None}, config, get)


def findings(found: Found) -> list[Finding]:
    """What of the places no article was made of, as a report tells it."""
    return [_finding(piece) for piece in found.dropped]


def _finding(piece: Dropped) -> Finding:
    if piece.reason == files.UNREADABLE:
        return Finding("not-read", "warning", "articles", piece.text, "The others were read.")
    message = f"“{piece.text}” is left out: {piece.reason}."
    return Finding("left-out", "note", "articles", message, "See whether it matters.")
