"""Find the links in a post as the networks find them: X also without `https://`, Mastodon only with it.

The rules are those of X's twitter-text 3, which Mastodon took over with wider paths. Its pattern is tried at every
place of a text and takes quadratic time. Here a text is read once, from chain to chain: a *chain* is labels with single
dots between them, so that every host name lies within one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.limits.domains import is_host, suffix_end

Span = tuple[int, int]
"""Start and end (exclusive) of a piece of text, in characters."""

_INVALID = "\ufffe\ufeff\uffff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACE = "\\x09-\\x0d \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MARKS = rf"!'#%&()*+,\\\-./:;<=>?@\[\]^_{{|}}~${_SPACE}{_INVALID}{_DIRECTION}"
_LETTER = f"[^{_MARKS}]"  # of a host name: whatever is not listed
_LABEL = rf"{_LETTER}++(?:[-_]++{_LETTER}++)*+"
# A chain with a dot in it, and what lies before: labels alone, and all the rest.
_NEXT_CHAIN = re.compile(rf"(?:{_LABEL}(?!\.{_LETTER})|[{_MARKS}]++)*+({_LABEL}(?:\.{_LABEL})++)")
_BEFORE = rf"[^A-Za-z0-9@＠$#＃{_INVALID}]"  # what may stand before a link
_START = re.compile(rf"(?:(?<={_BEFORE})|\A){_LETTER}")
_PROTOCOL = re.compile(rf"(?:(?<={_BEFORE})|\A)https?://", re.IGNORECASE | re.ASCII)

ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb"
    "\u0300-\u036f\u1e00-\u1eff"
)
_LATIN_CHAIN = re.compile(rf"(?:[-A-Za-z0-9{ACCENTED}]++\.)++")


def _pair(inside: str) -> str:
    """Brackets belong to a path in pairs, at most one pair inside another."""
    return rf"\((?:{inside}++|{inside}*+\({inside}++\){inside}*+)\)"


def _tail(path: str, query: str, query_weak: str) -> re.Pattern[str]:
    """What follows a host: port, path of pieces, and query, which does not end with a weak character."""
    return re.compile(rf"(?::[0-9]+)?(?P<path>/(?:{path})*+)?(?:\?(?:{query_weak}*+{query}++)++)?")


_X_STRONG = f"A-Za-z0-9\u0400-\u04ff{ACCENTED}+\\-=_#/"
_X_WEAK = r"!*';:,.$%\[\]\u2013~@|&"
_X_QUERY, _X_QUERY_WEAK = r"[A-Za-z0-9\-_&=#/]", r"[!?*'@();:+$%\[\].,~|]"
_X_PAIR = _pair(f"[{_X_STRONG}{_X_WEAK}]")
# No weak character ends a path, nor do brackets right after one: X leaves `:(b)` out of `https://a.nl/a:(b)`.
_X_PATH = rf"[{_X_STRONG}]++|{_X_PAIR}|(?:[{_X_WEAK}]++|{_X_PAIR})++[{_X_STRONG}]++"
_X_TAIL = _tail(_X_PATH, _X_QUERY, _X_QUERY_WEAK)
_X_SHORTENED = re.compile(
    rf"https?://t\.co/([A-Za-z0-9]+)(?:\?(?:{_X_QUERY_WEAK}*+{_X_QUERY}++)++)?", re.IGNORECASE | re.ASCII
)
_X_SLUG_MOST = 40  # characters after t.co/
_URL_MOST = 4096  # characters; twitter-text counts the protocol twice

# mastodon/mastodon, config/initializers/twitter_regex.rb
_MASTODON_WEAK = r"!*\"'「」;:=,.$%\[\]~&|@"
_MASTODON_INSIDE = r"[^\s<>()?]"
_MASTODON_PATH = rf"[{_MASTODON_WEAK}]*+(?:(?:(?![{_MASTODON_WEAK}]){_MASTODON_INSIDE})++|{_pair(_MASTODON_INSIDE)})"
_MASTODON_TAIL = _tail(
    _MASTODON_PATH,
    query=r"[A-Za-z0-9_&=#/\-\xa0-\U0010ffff]",
    query_weak=r"[!?*'();:+$%\[\].,~|@^]",
)


def urls(text: str) -> list[Span]:
    """The links X shortens, also those without `https://`, in order."""
    return list(_spans(text, _X_TAIL, bare=True))


def web_links(text: str) -> list[Span]:
    """The links Mastodon shortens, in order: with `http://` or `https://` only."""
    return list(_spans(text, _MASTODON_TAIL, bare=False))


def outside(text: str, links: list[Span]) -> list[str]:
    """The pieces of `text` before, between and after its links."""
    starts = (0, *(end for _, end in links))
    ends = (*(start for start, _ in links), len(text))
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _spans(text: str, tail: re.Pattern[str], *, bare: bool) -> Iterator[Span]:
    at = first = 0  # read on from `at`; the next link starts at `first` or later
    while chain := _NEXT_CHAIN.match(text, at):
        at = chain.end()
        host = _host(text, chain.span(1), first)
        if host is None:
            continue
        rest = tail.match(text, host[1])
        stop = rest.end() if rest else host[1]
        protocol = _protocol(text, host[0], first)
        if not is_host(text[slice(*host)]):
            pass
        elif protocol is not None:
            yield from _with_protocol(text, protocol, stop)
        elif bare:
            yield from _without_protocol(text, host, stop if rest and rest["path"] else None)
        at = max(at, stop)
        first = stop + 1  # the character before a link is not the end of another


def _host(text: str, chain: Span, first: int) -> Span | None:
    """The host name in a chain, as far left and then as long as can be."""
    found: dict[bool, Span] = {}  # has the name an underscore? -> its last dot and its end, of the last such name
    label, stop = chain
    while (dot := text.find(".", label, stop)) >= 0:
        following = text.find(".", dot + 1, stop)
        if end := suffix_end(text, dot + 1, following if following >= 0 else stop):
            found["_" in text[label:dot]] = dot, end
        label = dot + 1
    if not found:
        return None
    # Only what comes before the name proper may hold underscores; else the host begins after the last of them.
    dot, end = found.get(False) or found[True]
    earliest = chain[0] if False in found else text.rindex("_", 0, dot) + 1
    start = _START.search(text, max(earliest, first), dot)
    if start is None:
        return None
    # X's pattern would rather see the text's first character before a link than in it.
    return (1 if start.start() == 0 and _START.match(text, 1, dot) else start.start()), end


def _protocol(text: str, host: int, first: int) -> int | None:
    """Where the `http://` or `https://` right before a host starts, if nothing forbidden stands before it."""
    starts = (host - len(protocol) for protocol in ("http://", "https://"))
    return next((start for start in starts if start >= first and _PROTOCOL.fullmatch(text, start, host)), None)


def _with_protocol(text: str, start: int, stop: int) -> Iterator[Span]:
    if stop - start > _URL_MOST - len("https://"):
        return
    shortened = _X_SHORTENED.match(text, start, stop)
    if shortened is None:
        yield start, stop
    elif len(shortened[1]) <= _X_SLUG_MOST:
        yield shortened.span()


def _without_protocol(text: str, host: Span, stop: int | None) -> Iterator[Span]:
    """The parts of a host that are in the Latin alphabet; with a path the last of them goes on to `stop`."""
    start, end = host
    if text[max(start - 1, 0)] in "-_./":
        return
    found: list[Span] = []
    while chain := _LATIN_CHAIN.search(text, start, end):
        start = chain.end()
        for dot in (place for place in range(chain.end() - 1, chain.start(), -1) if text[place] == "."):
            if last := suffix_end(text, dot + 1, end):
                found.append((chain.start(), last))
                start = last
                break
    if found and stop is not None:
        found[-1] = found[-1][0], stop
    yield from found
