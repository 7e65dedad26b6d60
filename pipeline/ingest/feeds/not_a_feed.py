"""A page that came where a feed should be: what it is instead, and the feed that it names."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from pipeline.ingest.links import absolute

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


def instead_of_a_feed(words: str, url: str) -> str:
    """What stands at an address where a feed should be, and the remedy. It goes on after the address.

    Args:
        words: What came.
        url: Where it was found in the end, for relative links.
    """
    tree = LexborHTMLParser(words[:1_000_000])
    named = next(iter(_named(tree, url)), None)
    if named:
        return f"is a page, not a feed, and names its feed: {named}. Write that address."
    if tree.css_first("input[type=password]") is not None:
        return "gives a login page instead of a feed. Use an address that is open, or write name and password into it."
    if tree.css_first("h1, p, div, main, article") is not None:
        return "is a page, not a feed, and names none. Look there for its RSS link, and write that address."
    return "is no RSS, Atom or JSON feed. Check the address."


def _named(tree: LexborHTMLParser, url: str) -> list[str]:
    """The feeds that a page names, in its order; those of comments last."""
    base = tree.css_first("base[href]")
    start = absolute(url, base.attributes["href"] or "") if base is not None else url
    links = [
        (link.attributes.get("title") or "", address)
        for link in tree.css("link[rel~=alternate][href]")
        if (link.attributes.get("type") or "").strip().lower() in _FEEDS
        and (address := absolute(start, link.attributes["href"] or ""))
    ]
    return [address for title, address in sorted(links, key=lambda link: "comment" in f"{link[0]} {link[1]}".lower())]
