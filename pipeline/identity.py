"""When two articles are one: the same guid, or the same address however it was written. Pure.

`http` or `https`, `www.`, a final slash, the fragment and what only tells where a click came from make no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from urllib.parse import quote, unquote, urlsplit

from pipeline.model import Article

# What sites and mails add to count clicks; it never chooses a page.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|yclid|twclid|ttclid|igshid|li_fat_id|mc_[ce]id|_hsenc|_hsmi"
    r"|vero_id|oly_(?:anon|enc)_id|mtm_\w+|pk_\w+|ref_src|xtor|at_(?:medium|campaign)",
    re.IGNORECASE,
)
_USUAL_PORT = {"http": 80, "https": 443}
_KEPT = "!$&'()*+,;=:@/~"  # signs that a path may hold as they are (RFC 3986)


def plain_link(url: str, *, fragment: bool = False) -> str:
    """`url` as it is compared with others: two that lead to the same page give the same text. It leads nowhere itself.

    Args:
        fragment: Keep what stands after the #.

    What is no web address stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    scheme = parts.scheme.lower()
    if scheme not in _USUAL_PORT or not parts.hostname:
        return url
    host = _host(parts.hostname) + (f":{port}" if port not in {None, _USUAL_PORT[scheme]} else "")
    path = quote(unquote(parts.path, errors="surrogateescape"), safe=_KEPT, errors="surrogateescape").rstrip("/")
    telling = sorted(part for part in parts.query.split("&") if part and not _TRACKING.fullmatch(part.split("=")[0]))
    query = "?" + "&".join(telling) if telling else ""
    return f"{host}{path}{query}" + (f"#{parts.fragment}" if fragment and parts.fragment else "")


def site_of(url: str | None) -> str:
    """The name of the site at `url`, for people: without `www.`, port and password; nothing where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _host(name: str) -> str:
    with suppress(UnicodeError):  # then it is no name that could be looked up, and has one way to be written
        name = name.encode("idna").decode("ascii")
    return name.lower().rstrip(".").removeprefix("www.")


def marks(guid: str, url: str | None, feed: str = "") -> frozenset[str]:
    """What an article is known by. Two that share a mark are the same article, wherever each was found.

    The address of a site's front page is no mark: feeds give it to articles that have none of their own.

    Args:
        feed: The address of the feed that gave the guid, where it came from one. A guid such as `7` names an article
            of that feed only.
    """
    link = plain_link(url) if url else ""
    return frozenset(
        {_named(guid, feed), _named(plain_link(guid), feed), *([link] if re.search(r"[/?]", link) else [])}
    )


def _named(guid: str, feed: str) -> str:
    """`guid`, with its feed where it is a bare number or word, which other feeds use too."""
    bare = feed.lower().startswith(("http://", "https://")) and not re.search(r"[:/]", guid)
    return f"{guid} of {plain_link(feed)}" if bare else guid


def once(articles: Iterable[Article]) -> tuple[list[Article], list[tuple[Article, Article]]]:
    """Each article once, the first of its kind; and the others, each with the one that it repeats."""
    seen: dict[str, Article] = {}
    kept, again = [], []
    for article, own in telling(list(articles)):
        first = next((seen[mark] for mark in sorted(own) if mark in seen), None)
        if first is None:
            kept.append(article)
        else:
            again.append((article, first))
        for mark in own:
            seen.setdefault(mark, first or article)
    return kept, again


def telling(articles: Sequence[Article]) -> Iterator[tuple[Article, set[str]]]:
    """Articles with the marks that tell them from others.

    A link that one source gives to several articles, such as that of a page where each has its heading, tells nothing.
    """
    sharing: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article in articles:
        for mark in marks(article.guid, article.url, article.source):
            sharing[article.source, mark].add(plain_link(article.guid, fragment=True))
    for article in articles:
        all_marks = marks(article.guid, article.url, article.source)
        own = {mark for mark in all_marks if len(sharing[article.source, mark]) == 1}
        yield article, own | {_named(plain_link(article.guid, fragment=True), article.source)}
